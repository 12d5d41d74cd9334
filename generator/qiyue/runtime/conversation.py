"""Conversation: one call from arguments to typed answer, with its retries; without any input or output.

A generator: it yields what is to be done (``Send``, ``Wait``) and is told what came of it. ``client`` drives it, with
or without ``await``.
"""

from collections.abc import Generator, Mapping
from dataclasses import replace
from itertools import count
from typing import Any, TypeVar

from .answer import read_answer
from .auth import authorized
from .draft import Draft
from .errors import ApiError, ClientError, DeviationError
from .fill import Moment, filled, made, wrapped
from .operation import Operation, Where
from .options import CallOptions
from .request import draft_of, secrets_in, written
from .response import RawResponse
from .retry import Failure, wait_before_retry
from .settings import DEFAULT_TIMEOUT, Settings
from .signing import signed
from .steps import Lost, Outcome, Request, Send, Step, Wait

T = TypeVar("T")


def converse(
    operation: Operation[T], arguments: Mapping[str, Any], options: CallOptions, settings: Settings
) -> Generator[Step, Outcome, RawResponse[T]]:
    """Hold the conversation.

    Raises:
        ClientError: no success came of it.
    """
    draft = draft_of(operation, arguments, options)
    secrets = [*settings.credentials.values(), *secrets_in(operation, draft)]
    envelope = operation.envelope.request if operation.envelope else None
    draft = wrapped(draft, envelope)
    started = settings.clock()
    per_call = made(operation, "call", Moment(started, settings.random))
    timeout = options.get("timeout", settings.timeout) or operation.timeout or DEFAULT_TIMEOUT
    policy = replace(settings.retry, max_retries=options.get("max_retries", settings.retry.max_retries))
    for attempt in count(1):
        request = yield from _attempt(operation, draft, per_call, settings)
        outcome = yield Send(request, timeout, operation.id)
        response = _read(operation, outcome, secrets)
        if isinstance(response, RawResponse):
            _tell_deviations(response, settings, strict=options.get("strict", settings.strict))
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
    raise AssertionError("a conversation ends with an answer or an error")


def _attempt(
    operation: Operation[Any], draft: Draft, per_call: Mapping[Where, Any], settings: Settings
) -> Generator[Step, Outcome, Request]:
    """Write the request anew: what is made per attempt is new, everything else is as before."""

    def unsigned() -> Draft:
        per_attempt = made(operation, "attempt", Moment(settings.clock(), settings.random))
        complete = filled(draft, {**per_call, **per_attempt})
        return authorized(complete, operation, settings.service, settings.credentials)

    ready = yield from signed(operation, unsigned, settings)
    base_url = settings.base_url or operation.base_url or settings.service.base_url
    return written(operation, ready, base_url, _headers(operation, settings))


def _headers(operation: Operation[Any], settings: Settings) -> dict[str, str]:
    service = settings.service
    version = "".join(service.version.split()) or "0"
    accepted = dict.fromkeys(one.content_type for one in operation.answers if one.content_type)
    return {
        "User-Agent": f"{service.name}/{version} (qiyue)",
        "Accept": ", ".join(accepted) or "*/*",
        **(service.headers or {}),
    }


def _read(
    operation: Operation[T], outcome: Outcome, secrets: list[str]
) -> RawResponse[T] | tuple[ClientError, Failure]:
    if isinstance(outcome, Lost):
        return outcome.error, Failure(outcome.error.kind, sent=outcome.sent)
    if outcome is None:
        raise AssertionError("a request needs an outcome")
    try:
        return read_answer(operation, outcome, secrets)
    except ApiError as error:
        return error, Failure(error.kind, error.status, error.retry, retry_after=error.retry_after)


def _tell_deviations(response: RawResponse[Any], settings: Settings, *, strict: bool) -> None:
    if not strict and settings.on_deviation is None:
        return
    for deviation in response.deviations:
        if settings.on_deviation is not None:
            settings.on_deviation(deviation)
    if strict and response.deviations:
        raise DeviationError(
            "; ".join(f"{one.pointer or '(all)'}: {one.rule} (is {one.shape})" for one in response.deviations),
            operation=response.operation.id,
            status=response.status,
            headers=response.headers,
            raw=response.raw,
            body=response.body,
            deviations=response.deviations,
        )
