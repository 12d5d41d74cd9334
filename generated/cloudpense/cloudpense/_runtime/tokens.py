"""Tokens: credentials become a token by a call of their own. It is kept, and renewed before its end or when refused.

Who needs a new one while somebody else is getting it waits, and has what came of that: the token, or the error.
"""

from collections.abc import Callable, Generator, Iterable, Mapping
from copy import copy
from decimal import Decimal, InvalidOperation
from math import inf
from typing import Any, TypeAlias

from .absent import ABSENT
from .deadline import SLACK, Deadline
from .draft import Draft
from .errors import ClientError, RequestTimeoutError, UndecodableError
from .flows import TokenCall
from .gate import Gate, Token
from .kinds import Kind
from .operation import Operation
from .options import CallOptions
from .request import draft_of
from .response import RawResponse
from .secret import sealed
from .service import SecurityScheme
from .settings import Settings
from .spots import placed, plainly
from .steps import Alone, Outcome, Step

Tokens: TypeAlias = Mapping[str, Token]
"""Tokens by the id of their scheme."""

Converse: TypeAlias = Callable[
    [Operation[Any], Draft, CallOptions, Settings], Generator[Step, Outcome, RawResponse[Any]]
]
"""``conversation.converse``, which also needs this module."""


def tokens_for(
    schemes: Iterable[SecurityScheme], refused: Tokens, deadline: Deadline, settings: Settings, converse: Converse
) -> Generator[Step, Outcome, Tokens]:
    """Give the tokens that schemes need, none of them a refused one.

    Raises:
        ClientError: no token came of the call.
    """
    tokens: dict[str, Token] = {}
    for scheme in schemes:
        if scheme.token is not None:
            gate = settings.gates.setdefault(scheme.id, Gate())
            rounds, came = gate.rounds, gate.came
            if not isinstance(came, Token) or came is refused.get(scheme.id) or settings.monotonic() >= came.until:
                renewal = _renewal(scheme.token, gate, rounds, deadline, settings, converse)
                came = yield from _waited(Alone(gate, renewal, deadline.left()), deadline)
            tokens[scheme.id] = came
    return tokens


def _waited(step: Alone, deadline: Deadline) -> Generator[Step, Outcome, Token]:
    outcome = yield step
    if not isinstance(outcome, Token):
        raise deadline.error("", "somebody else is still getting the token")
    return outcome


def refused_in(schemes: Iterable[SecurityScheme], tokens: Tokens, kind: Kind) -> Tokens:
    """Give the tokens that a refusal of some kind may be due to."""
    renewable = {scheme.id for scheme in schemes if scheme.token and kind in scheme.token.renew_on}
    return {name: token for name, token in tokens.items() if name in renewable}


def _renewal(
    declared: TokenCall, gate: Gate, rounds: int, deadline: Deadline, settings: Settings, converse: Converse
) -> Generator[Step, Outcome, Token]:
    """Renew the token, unless that was done since ``rounds`` was read. An error begins here: the frames of the call
    hold what the vendor said, which may be a token."""
    cause = None
    if gate.rounds == rounds:
        try:
            gate.tell((yield from _called(declared, deadline, settings, converse)))
        except ClientError as error:
            if isinstance(error, RequestTimeoutError) and error.deadline is not None:
                raise  # one caller's time is over; those who wait have their own
            cause = error.__cause__
            gate.tell(copy(error))
    if isinstance(gate.came, ClientError):
        raise copy(gate.came) from cause
    if gate.came is None:
        raise AssertionError("a renewal has an outcome")
    return gate.came


def _called(
    declared: TokenCall, deadline: Deadline, settings: Settings, converse: Converse
) -> Generator[Step, Outcome, Token]:
    asked = settings.monotonic()
    operation: Operation[Any] = declared.operation()
    left = deadline.left()
    options: CallOptions = {} if left == inf else {"deadline": max(left, SLACK)}
    response = yield from converse(operation, _request(declared, operation, settings), options, settings)
    text = plainly(response, declared.token)
    if not isinstance(text, str) or not text:
        raise UndecodableError(
            f"the answer has no token at {declared.token}",
            operation=operation.id,
            status=response.status,
            headers=response.headers,
            raw=response.raw,
            body=response.body,
        )
    lifetime = _seconds(plainly(response, declared.lifetime)) if declared.lifetime else declared.seconds
    return Token(text, inf if lifetime is None else asked + _usable(lifetime, declared.early))


@sealed
def _request(declared: TokenCall, operation: Operation[Any], settings: Settings) -> Draft:
    credentials = settings.credentials.reveal()
    arguments = placed({}, ((spot, credentials.get(name, "")) for spot, name in declared.request))
    return draft_of(operation, arguments, {}, settings.shared)


def _usable(lifetime: float, early: float) -> float:
    """Give the seconds after which a token is renewed: one shorter than ``early`` would never be used."""
    return lifetime - early if early < lifetime else lifetime / 2


def _seconds(value: Any) -> float | None:
    """Read a number of seconds, also from a text; ``None`` where it is none."""
    if value is ABSENT or isinstance(value, bool):
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return float(number) if number.is_finite() else None
