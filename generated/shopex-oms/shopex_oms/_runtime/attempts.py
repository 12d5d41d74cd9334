"""Attempts: one request until it succeeds or is not worth another try; without any input or output."""

from collections.abc import Callable, Generator
from itertools import count
from typing import Any, Literal, TypeAlias, TypeVar

from .answer import read_answer
from .deadline import SLACK, Deadline
from .errors import AnswerError, ApiError, CertificateError, ClientError, RequestTimeoutError
from .operation import Operation
from .refusal import excerpt_of
from .response import RawResponse
from .retry import Failure, RetryPolicy, wait_before_retry, wait_for_signature
from .secret import Secret, bare
from .settings import Settings
from .steps import Lost, Outcome, Received, Send, Step, Wait
from .throttle import Throttle
from .watch import Watch

T = TypeVar("T")
E = TypeVar("E", bound=ClientError)

Prepare: TypeAlias = Callable[[], Generator[Step, Outcome, Send]]
"""Makes the request of the next attempt."""


def attempted(
    operation: Operation[T],
    prepare: Prepare,
    policy: RetryPolicy,
    deadline: Deadline,
    settings: Settings,
    secrets: Secret[list[str]],
) -> Generator[Step, Outcome, RawResponse[T]]:
    """Try until there is a success. ``secrets`` are looked at when an error is made; ``prepare`` may add some.

    Raises:
        ClientError: there is none.
    """
    started, reached, watch = settings.monotonic(), False, Watch(settings)
    for attempt in count(1):
        started += yield from _wait_for_quota(operation, settings, deadline)
        request = yield from prepare()
        if request.left <= SLACK:
            raise _described(deadline.error(operation.id), request, attempt - 1, deadline)
        watch.begin(request, attempt)
        outcome = yield request
        response = _read(operation, outcome, secrets, deadline)
        if isinstance(response, RawResponse):
            watch.end(response.status)
            return response.after(request.request.origin, attempt, deadline.elapsed())
        error, failure = response
        wait = _wait_before_next(
            operation, error, failure, policy, settings, attempt, settings.monotonic() - started, reached=reached
        )
        if wait is None or wait >= deadline.left():
            watch.end(error.status, error.kind)
            raise _described(error, request, attempt, deadline) from (
                outcome.cause if isinstance(outcome, Lost) else None
            )
        watch.end(error.status, error.kind, wait)
        reached = reached or failure.sent
        yield Wait(wait, operation.id, f"before attempt {attempt + 1}, after: {error.kind}")
    raise AssertionError("attempts end with an answer or an error")


def _wait_before_next(
    operation: Operation[Any],
    error: ClientError,
    failure: Failure,
    policy: RetryPolicy,
    settings: Settings,
    attempt: int,
    elapsed: float,
    *,
    reached: bool,
) -> float | None:
    """Give the seconds before the next attempt, ``None`` where there is none. ``reached``: an attempt before this one
    may have reached the vendor."""
    rule = operation.signature
    if error.kind == "replay" and rule and rule.resolution:
        if reached:
            error.message += "; an attempt before this one may have been done: look before you call again"
        return wait_for_signature(policy, rule.resolution, settings.clock(), reached=reached, elapsed=elapsed)
    return wait_before_retry(
        policy,
        failure,
        repeatable=operation.repeatable or policy.repeats_writes,
        attempt=attempt,
        elapsed=elapsed,
        chance=settings.random.random(),
    )


def _described(error: E, step: Send, attempts: int, deadline: Deadline) -> E:
    """Give an error with who was asked, how often and for how long."""
    error.origin, error.attempts, error.elapsed = step.request.origin, attempts, deadline.elapsed()
    return error


def _read(
    operation: Operation[T], outcome: Outcome, secrets: Secret[list[str]], deadline: Deadline
) -> RawResponse[T] | tuple[ClientError, Failure]:
    """Read an answer. An error begins here: frames that read it hold what the vendor said, which may be a key."""
    if isinstance(outcome, Lost):
        if isinstance(outcome.error, RequestTimeoutError) and deadline.is_over():
            return deadline.error(operation.id), Failure("timeout", sent=outcome.sent)
        rule: Literal["never"] | None = "never" if isinstance(outcome.error, CertificateError) else None
        return outcome.error, Failure(outcome.error.kind, rule=rule, sent=outcome.sent)
    if not isinstance(outcome, Received):
        raise AssertionError("a request needs an outcome")
    try:
        return read_answer(operation, outcome, secrets.reveal())
    except AnswerError as error:
        error.excerpt = excerpt_of(outcome, secrets.reveal())
        if isinstance(error, ApiError):
            return bare(error), Failure(error.kind, error.status, error.retry, retry_after=error.retry_after)
        return bare(error), Failure(error.kind, error.status, "never")


def _wait_for_quota(
    operation: Operation[Any], settings: Settings, deadline: Deadline
) -> Generator[Step, Outcome, float]:
    """Wait until the quota has room for one more call; give the seconds that took.

    Raises:
        RequestTimeoutError: there is none before the deadline.
    """
    quota = operation.quota
    if quota is None:
        return 0.0
    throttle = settings.throttles.setdefault("" if quota.shared else operation.id, Throttle(quota.calls, quota.seconds))
    left = deadline.left()
    wait = throttle.take(settings.monotonic(), left)
    about = f"{quota.calls} calls in {quota.seconds:g} s are all that the vendor takes"
    if wait > left:
        raise deadline.error(operation.id, f"{about}, the next may be in {wait:.0f} s")
    if wait > 0:
        yield Wait(wait, operation.id, f"for its quota: {about}")
    return wait
