"""Targets: who answers the cases. In: a case. Out: what was sent, what came back, and what is wrong between the two."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import httpx2
from starlette.types import ASGIApp

from qiyue.api import Api, Operation
from qiyue.contract.cases import Planned
from qiyue.contract.checks import Problem
from qiyue.contract.credentials import KEY, credentials
from qiyue.contract.oracle import Verdict
from qiyue.contract.wire import BASE_URL, Wire


@dataclass(frozen=True, slots=True)
class Called:
    """One call: the request and the answer, where there were any; problems that need no verdict."""

    request: httpx2.Request | None = None
    response: httpx2.Response | None = None
    problems: Sequence[Problem] = ()

    def judge(self, _verdict: Verdict) -> Iterator[Problem]:
        """Say what is wrong in the light of the verdict on the answer."""
        yield from ()


class Target(Protocol):
    """Where cases are sent."""

    name: str
    takes_invalid: bool
    """Whether invalid cases can be put to it."""

    def call(self, operation: Operation, planned: Planned) -> Called | None:
        """Send one case; ``None`` where this target cannot say it."""

    def close(self) -> None:
        """End it."""


class ServerTarget:
    """An ASGI app in this process: a mock, or something that wraps one."""

    name = "mock"
    takes_invalid = True

    def __init__(self, api: Api, app: ASGIApp) -> None:
        self._api, self._wire = api, Wire(app)
        self._client = httpx2.Client(transport=self._wire, base_url=BASE_URL)

    def call(self, operation: Operation, planned: Planned) -> Called:
        request = planned.request()
        if planned.key is not None:
            request = credentials(self._api, operation, planned.key or KEY).add(request)
        response = self._client.send(request)
        return Called(request, response)

    def close(self) -> None:
        self._client.close()
        self._wire.close()
