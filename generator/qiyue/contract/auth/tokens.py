"""Tokens: what the suite gets from a server's token operations, to be let in. In: Api, a way to send. Out: keys."""

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation

import httpx2

from qiyue.api import Api, Operation, SecurityScheme, Token, Where
from qiyue.contract.auth.credentials import create_test_customer, required_schemes
from qiyue.contract.http.response import ReceivedResponse
from qiyue.contract.model.clock import Clock
from qiyue.values import Missing

NONE = "no-token-was-given"
_EARLY = 300
"""Seconds before its end at which a token is no longer used."""


class Tokens:
    """The keys of all schemes: tokens are asked for when they are first needed, and when they run out."""

    def __init__(
        self,
        api: Api,
        clock: Clock,
        ask: Callable[[Operation], httpx2.Response],
        keys: Mapping[str, str] | None = None,
    ) -> None:
        self._api, self._clock, self._ask = api, clock, ask
        self._keys = create_test_customer(api).keys if keys is None else keys
        self._held: dict[str, tuple[str, float]] = {}

    def keys(self, operation: Operation) -> dict[str, str]:
        """Give the keys that an operation needs, by scheme."""
        return {scheme.id: self._key(scheme) for scheme in required_schemes(self._api, operation)}

    def left(self, operation: Operation) -> float:
        """Give the seconds until the first token of an operation ends."""
        ends = (
            self._held[scheme.id][1] for scheme in required_schemes(self._api, operation) if scheme.id in self._held
        )
        return min(ends, default=self._clock()) - self._clock()

    def forget(self) -> None:
        """Forget all tokens: they were another server's."""
        self._held.clear()

    def _key(self, scheme: SecurityScheme) -> str:
        if scheme.token is None:
            return self._keys.get(scheme.id, "")
        token, end = self._held.get(scheme.id, ("", 0.0))
        if not token or self._clock() > end - _EARLY:
            response = self._ask(self._api.operation(scheme.token.operation))
            token = issued_tokens(scheme.token, response) or NONE
            self._held[scheme.id] = token, self._clock() + _lifetime(scheme.token, response)
        return token


def is_token_operation(api: Api, scheme: SecurityScheme, request: httpx2.Request) -> bool:
    """Tell whether a request is the call for the token of a scheme."""
    if scheme.token is None:
        return False
    operation = api.operation(scheme.token.operation)
    return request.method == operation.method and request.url.path.endswith(operation.path)


def issued_tokens(rule: Token, response: httpx2.Response) -> str:
    """Give the token in an answer, ``""`` where there is none."""
    return str(_read(response, rule.token) or "")


def _lifetime(rule: Token, response: httpx2.Response) -> float:
    said = _read(response, rule.lifetime) if rule.lifetime else rule.lifetime_seconds
    try:
        return float(Decimal(str(said)))
    except InvalidOperation:
        return float("inf")


def _read(response: httpx2.Response, where: Where) -> object:
    try:
        return ReceivedResponse(response.status_code, response.headers, response.content).read(where)
    except Missing:
        return None
