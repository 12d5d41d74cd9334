"""Conversation: one call from the draft of its request to typed answer, with its retries; without any input or output.

A generator: it yields what is to be done (``Send``, ``Wait``, ``Alone``) and is told what came of it. ``client``
drives it, with or without ``await``.
"""

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar

from .absent import Absent
from .attempts import attempted
from .auth import authorized, credentials_in, needed
from .deadline import Deadline, deadline_of
from .draft import Draft
from .errors import ApiError, DeviationError
from .fill import filled, idempotency_key, made, wrapped
from .fill_value import Moment
from .operation import Operation, Where
from .options import CallOptions
from .request import secrets_in, written
from .response import RawResponse
from .retry import RetryPolicy
from .secret import Secret, sealed
from .servers import address, password_of, template_of
from .service import SecurityScheme
from .settings import Settings, deadline_in, retry_in, size_in, timeout_in
from .signing import signed
from .steps import Outcome, Send, Step
from .timeouts import longest
from .tokens import Tokens, refused_in, tokens_for

if TYPE_CHECKING:
    import httpx2

T = TypeVar("T")


def converse(
    operation: Operation[T], draft: Draft, options: CallOptions, settings: Settings
) -> Generator[Step, Outcome, RawResponse[T]]:
    """Hold the conversation. Where a token is refused, the call is repeated once with a new one: it was not done.

    Raises:
        ClientError: no success came of it.
    """
    call = _begun(operation, draft, options, settings)
    response = None
    try:
        response = yield from attempted(operation, call.prepare, call.policy, call.deadline, settings, call.secrets)
    except ApiError as error:
        call.refused = refused_in(call.schemes, call.tokens, error.kind)
        if not call.refused:
            raise
    if response is None:
        response = yield from attempted(operation, call.prepare, call.policy, call.deadline, settings, call.secrets)
    _tell_deviations(response, settings, strict=options.get("strict", settings.strict))
    return response


@dataclass(slots=True, kw_only=True)
class _Call:
    """One call under way: what stays the same in all its attempts, and the tokens of the last one."""

    operation: Operation[Any]
    draft: Draft
    per_call: Mapping[Where, Any]
    timeout: "httpx2.Timeout"
    policy: RetryPolicy
    deadline: Deadline
    most: int | Absent | None
    settings: Settings
    secrets: Secret[list[str]]
    schemes: tuple[SecurityScheme, ...]
    tokens: Tokens = field(default_factory=dict)
    refused: Tokens = field(default_factory=dict)
    sent: int = 0

    def prepare(self) -> Generator[Step, Outcome, Send]:
        """Write the request anew: what is made per attempt is new, everything else is as before."""
        operation, settings = self.operation, self.settings
        self.tokens = yield from tokens_for(self.schemes, self.refused, self.deadline, settings, converse)
        self.secrets.reveal().extend(token.text for token in self.tokens.values())
        ready = yield from signed(operation, self._unsigned, settings)
        request = written(operation, ready, self._base_url(), _headers(operation, settings))
        self.sent += 1
        self.secrets.reveal().extend(credentials_in(request.headers))
        return Send(
            request,
            self.timeout,
            operation.id,
            left=self.deadline.left(),
            most=self.most,
            stream=any(one.stream for one in operation.answers),
            template=operation.path.partition("#")[0],
            resent=self.sent - 1,
        )

    def _base_url(self) -> str:
        settings = self.settings
        if settings.base_url:
            return settings.base_url
        template = template_of(settings.service, settings.variables, self.operation)
        return address(template, settings.variables, settings.service)

    def _unsigned(self) -> Draft:
        settings = self.settings
        per_attempt = made(self.operation, "attempt", Moment(settings.clock(), settings.random))
        complete = filled(self.draft, {**self.per_call, **per_attempt})
        return authorized(complete, self.schemes, settings.credentials.reveal(), self.tokens)


def _begun(operation: Operation[Any], draft: Draft, options: CallOptions, settings: Settings) -> _Call:
    timeout, policy = timeout_in(options, settings, operation), retry_in(options, settings)
    moment = Moment(settings.clock(), settings.random)
    if operation.idempotency_key:
        policy = replace(policy, repeats_writes=True)
    return _Call(
        operation=operation,
        draft=wrapped(_with_default_query(draft, settings), operation.envelope.request if operation.envelope else None),
        per_call={**made(operation, "call", moment), **idempotency_key(operation, draft, moment)},
        timeout=timeout,
        policy=policy,
        deadline=deadline_of(operation, deadline_in(options, settings), longest(timeout), policy, settings.monotonic),
        most=size_in(options, settings),
        settings=settings,
        secrets=Secret(
            [*settings.credentials.reveal().values(), *password_of(settings.base_url), *secrets_in(operation, draft)]
        ),
        schemes=needed(operation, settings.service, frozenset(settings.credentials.reveal())),
    )


def _with_default_query(draft: Draft, settings: Settings) -> Draft:
    own = settings.default_query.reveal()
    return replace(draft, query={**own, **draft.query}) if own else draft


@sealed
def _headers(operation: Operation[Any], settings: Settings) -> dict[str, str]:
    service = settings.service
    accepted = dict.fromkeys(one.content_type for one in operation.answers if one.content_type)
    usual = {
        "User-Agent": service.user_agent,
        "Accept": ", ".join(accepted) or "*/*",
        **(service.headers or {}),
    }
    own = settings.default_headers.reveal()
    named = {name.lower() for name in own}
    return {**{name: text for name, text in usual.items() if name.lower() not in named}, **own} if own else usual


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
            trace=response.trace,
            origin=response.origin,
            attempts=response.attempts,
            elapsed=response.elapsed,
            deviations=response.deviations,
        )
