"""Tokens: what the token operation gives out, and for how long it opens other operations.

In: ``x-qiyue-token`` of a security scheme, the clock. Out: an answer with a new token; whether a token is good.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from math import inf

from qiyue.api import Api, Kind, SecurityScheme
from qiyue.base.absent import ABSENT
from qiyue.base.where import get, put
from qiyue.mock.call import Call
from qiyue.mock.clock import Clock
from qiyue.mock.compare import number
from qiyue.mock.failure import Failure
from qiyue.mock.storage import Storage
from qiyue.values import Plain

_SHOWN = 32


class Tokens:
    """All tokens of a running mock."""

    def __init__(self, seed: int, clock: Clock, storage: Storage) -> None:
        self._seed, self._clock = seed, clock
        self._ends: dict[tuple[str, str], float] = {}
        self._part = storage.part("tokens", self._apply)

    def is_good(self, scheme: str, token: str) -> bool:
        """Tell whether a token was given out and has not run out."""
        return self._clock() < self._ends.get((scheme, token), 0)

    def issued(self, scheme: SecurityScheme, body: Plain) -> Plain:
        """Give the answer of the token operation with a new token."""
        rule = scheme.token
        if rule is None or not rule.token.startswith("/"):
            return body
        name = f"{self._seed}/{scheme.id}/{len(self._ends)}"
        token = hashlib.sha256(name.encode()).hexdigest()[:_SHOWN]
        lifetime = number(get(body, rule.lifetime)) if rule.lifetime else number(rule.lifetime_seconds)
        self._part.put([scheme.id, token], None if lifetime is None else self._clock() + float(lifetime))
        return put(body, rule.token, token)

    def _apply(self, key: Plain, end: Plain) -> None:
        scheme, token = key
        self._ends.pop((scheme, token), None)
        if end is not ABSENT:
            self._ends[scheme, token] = inf if end is None else float(end)


class Desk:
    """The part of the token operation: it takes the client's credentials and gives a token."""

    def __init__(self, api: Api, operation: str, tokens: Tokens, accepted: Mapping[str, Collection[str]]) -> None:
        self._schemes = [one for one in api.security_schemes if one.token and one.token.operation == operation]
        self._tokens, self._accepted = tokens, accepted

    def __bool__(self) -> bool:
        return bool(self._schemes)

    def check(self, call: Call) -> Iterator[Failure]:
        """Say which credentials of the client are empty, or not the accepted ones."""
        for scheme in self._schemes:
            for where, name in scheme.token.request if scheme.token else ():
                for sent in call.all(where):
                    if not sent or (name in self._accepted and sent not in self._accepted[name]):
                        yield Failure(Kind.BAD_CREDENTIAL, where, scheme.id)

    def write(self, body: Plain) -> Plain:
        """Give the answer with new tokens."""
        for scheme in self._schemes:
            body = self._tokens.issued(scheme, body)
        return body
