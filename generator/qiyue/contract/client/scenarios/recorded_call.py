"""Recorded call: one operation that succeeded once, and what it takes to call it again: the request, the answer, the
tokens.

In: a call that was recorded against a mock. Out: the answers that a script may give, without any server.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import httpx2

from qiyue.api import Api, Operation, SecurityScheme, Token
from qiyue.base import json
from qiyue.base.absent import ABSENT
from qiyue.base.where import get, put
from qiyue.client_plan.credentials import credential_words
from qiyue.client_plan.settings import plan_settings, setting_name
from qiyue.contract.auth.credentials import KEY, required_schemes
from qiyue.contract.http.asgi_transport import Exchange
from qiyue.contract.http.response import ReceivedResponse
from qiyue.contract.oracle.verdict import Verdict, judge
from qiyue.drivers import Driver, Failure, Offer, Run
from qiyue.examples import Request
from qiyue.values import FrozenMap, Plain


@dataclass(frozen=True)
class RecordedCall:
    """What is played again and again."""

    api: Api
    operation: Operation
    driver: Driver
    request: Request
    """The call, as a caller says it."""
    success: Exchange
    """The request that it made, and the answer."""
    asked: Mapping[str, Exchange]
    """The calls for tokens that came before it, by scheme."""
    run: Run
    """Runs what is to be awaited."""
    refusals: Sequence[tuple[Plain, httpx2.Response]]
    """Every documented refusal, with its code."""
    settings: FrozenMap
    """What a client is made with."""
    raised: list[Failure] = field(default_factory=list)
    """All that was raised so far."""

    @property
    def offer(self) -> Offer:
        """What the client offers of the operation."""
        return self.driver.offers[self.operation.id]

    @property
    def token_schemes(self) -> tuple[SecurityScheme, ...]:
        """The schemes for which a token was asked."""
        return tuple(scheme for scheme in required_schemes(self.api, self.operation) if scheme.id in self.asked)

    def scheme_of(self, request: httpx2.Request) -> str:
        """Tell for which scheme a request asks a token; ``""`` for the operation's own."""
        if _address(request) == _address(self.success.request):
            return ""
        found = (scheme for scheme, each in self.asked.items() if _address(each.request) == _address(request))
        return next(found, "")

    def success_response(self) -> httpx2.Response:
        """Give the answer of success."""
        return copy_response(self.success.response)

    def body(self) -> Plain:
        """Give what was answered as plain data; ``None`` where it is no JSON."""
        try:
            return json.loads(self.success.response.content)
        except json.JsonError:
            return None

    def with_body(self, body: Plain) -> httpx2.Response:
        """Give the answer of success with another body."""
        return copy_response(self.success.response, json.dumps(body))

    def token(self, scheme: str, number: int, lifetime: float | None = None) -> httpx2.Response:
        """Give the answer to the call for a token: each is another one, and may hold for another time."""
        response, rule = self.asked[scheme].response, self.rule(scheme)
        if rule.token.startswith("header:"):
            made = copy_response(response)
            made.headers[rule.token.removeprefix("header:")] = token_text(number)
            return made
        body = put(json.loads(response.content), rule.token, token_text(number))
        told = get(body, rule.lifetime) if rule.lifetime.startswith("/") else ABSENT
        if lifetime is not None and told is not ABSENT:
            body = put(body, rule.lifetime, str(int(lifetime)) if isinstance(told, str) else int(lifetime))
        return copy_response(response, json.dumps(body))

    def lifetime(self, scheme: str, wanted: float) -> float | None:
        """Give for how many seconds a token holds that is to hold for so many; ``None``: for ever."""
        rule = self.rule(scheme)
        if rule.lifetime:
            return wanted if rule.lifetime.startswith("/") else None
        return float(rule.lifetime_seconds) if rule.lifetime_seconds else None

    def rule(self, scheme: str) -> Token:
        """Give how the token of a scheme is got."""
        return next(each.token for each in self.api.security_schemes if each.id == scheme and each.token)

    def verdict(self, response: httpx2.Response) -> Verdict:
        """Say what an answer means."""
        return judge(self.operation, ReceivedResponse(response.status_code, response.headers, response.content))


def with_secret_credentials(api: Api, settings: FrozenMap) -> FrozenMap:
    """Give settings of a client in which every credential is a secret of its own."""
    names = (setting_name(each.name) for each in plan_settings(api).credentials)
    return FrozenMap({**settings, **{name: secret_text(name) for name in names}})


def copy_response(response: httpx2.Response, content: bytes | None = None) -> httpx2.Response:
    """Give a response once more, with another body if there is one."""
    headers = [(name, value) for name, value in response.headers.multi_items() if name.lower() not in _OF_LENGTH]
    return httpx2.Response(
        response.status_code, headers=headers, content=response.content if content is None else content
    )


def token_text(number: int) -> str:
    """Give the token that is given out as the first, second, …"""
    return f"token-{number}-{KEY}"


def secret_text(name: str) -> str:
    """Give the credential that is given for a setting."""
    return f"{name}-{KEY}"


def signing_secret(api: Api, name: str) -> str:
    """Give the credential that signs, which the document calls so."""
    words = credential_words(name)
    return secret_text(next(setting_name(each.name) for each in plan_settings(api).credentials if each.said == words))


def _address(request: httpx2.Request) -> tuple[str, str]:
    return request.method, request.url.path


_OF_LENGTH = frozenset({"content-length", "transfer-encoding", "content-encoding"})
