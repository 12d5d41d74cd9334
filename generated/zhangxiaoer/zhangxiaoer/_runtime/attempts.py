"""Attempts: one request until it succeeds or is not worth another try; without any input or output."""

from collections.abc import Callable, Generator, MutableMapping
from dataclasses import replace
from itertools import count
from typing import Any, TypeAlias, TypeVar

from .answer import read_answer
from .errors import AnswerError, ApiError, ClientError
from .operation import Operation
from .options import CallOptions
from .response import RawResponse
from .retry import Failure, wait_before_retry
from .secret import Secret, bare
from .settings import Settings
from .steps import Lost, Outcome, Received, Send, Step, Wait
from .throttle import Throttle

T = TypeVar("T")

Prepare: TypeAlias = Callable[[], Generator[Step, Outcome, Send]]
"""Makes the request of the next attempt."""


def attempted(
    operation: Operation[T], prepare: Prepare, options: CallOptions, settings: Settings, secrets: Secret[list[str]]
) -> Generator[Step, Outcome, RawResponse[T]]:
    """Try until there is a success. ``secrets`` are looked at when an error is made; ``prepare`` may add some.

    Raises:
        ClientError: there is none.
    """
    started = settings.clock()
    policy = replace(settings.retry, max_retries=options.get("max_retries", settings.retry.max_retries))
    for attempt in count(1):
        started += yield from _wait_for_quota(operation, settings.throttles, settings.clock())
        outcome = yield (yield from prepare())
        response = _read(operation, outcome, secrets)
        if isinstance(response, RawResponse):
            return response
        error, failure = response
        wait = wait_before_retry(
            policy,
            failure,
            repeatable=operation.repeatable,
            attempt=attempt,
            elapsed=settings.clock() - started,
            chance=settings.random.random(),
        )
        if wait is None:
            raise error from (outcome.cause if isinstance(outcome, Lost) else None)
        yield Wait(wait)
    raise AssertionError("attempts end with an answer or an error")


def _read(
    operation: Operation[T], outcome: Outcome, secrets: Secret[list[str]]
) -> RawResponse[T] | tuple[ClientError, Failure]:
    """Read an answer. An error begins here: frames that read it hold what the vendor said, which may be a key."""
    if isinstance(outcome, Lost):
        return outcome.error, Failure(outcome.error.kind, sent=outcome.sent)
    if not isinstance(outcome, Received):
        raise AssertionError("a request needs an outcome")
    try:
        return read_answer(operation, outcome, secrets.reveal())
    except ApiError as error:
        return bare(error), Failure(error.kind, error.status, error.retry, retry_after=error.retry_after)
    except AnswerError as error:
        return bare(error), Failure(error.kind, error.status, "never")


def _wait_for_quota(
    operation: Operation[Any], throttles: MutableMapping[str, Throttle], now: float
) -> Generator[Step, Outcome, float]:
    """Wait until the quota has room for one more call; give the seconds that took."""
    quota = operation.quota
    if quota is None:
        return 0.0
    wait = throttles.setdefault("" if quota.shared else operation.id, Throttle(quota.calls, quota.seconds)).take(now)
    if wait > 0:
        yield Wait(wait)
    return wait
