"""Client wrappers: how a client is planted that sends, or hears, something else than the right one."""

from collections.abc import Callable
from typing import TypeAlias

import httpx2

from qiyue.api import Operation
from qiyue.contract.http.asgi_transport import Exchange
from qiyue.drivers import Driver
from qiyue.mutation.exchange_wrappers import ChangingDriver, ClientResponseChange, RequestChange
from qiyue.mutation.fault import Fault, Mutant
from qiyue.mutation.fault_target import FaultTarget

RequestMutation: TypeAlias = Callable[[FaultTarget, Operation], RequestChange | None]
"""``None`` where an operation has nothing that could be twisted like this."""


def request_fault(name: str, check: str, twist: RequestMutation) -> Fault:
    """Make a fault of a client whose requests are changed on their way out."""

    def plant(subject: FaultTarget, operation: Operation) -> Mutant | None:
        change = twist(subject, operation)
        if change is None:
            return None
        return Mutant(driver=lambda right: wrap_client(right, sending=change))

    def touches(subject: FaultTarget, operation: Operation, exchange: Exchange) -> bool:
        change = twist(subject, operation)
        return change is not None and _looks(change(exchange.request)) != _looks(exchange.request)

    return Fault(name, check, plant, target="client", touches=touches)


def _looks(request: httpx2.Request) -> tuple[object, ...]:
    return request.method, request.url, request.headers.raw, request.content


def wrap_client(
    right: Driver,
    sending: RequestChange = lambda request: request,
    hearing: ClientResponseChange = lambda _, response: response,
) -> Driver:
    """Give the client with a twisted transport."""
    return ChangingDriver(right, sending, hearing)


def with_body(request: httpx2.Request, content: bytes) -> httpx2.Request:
    """Give the request with another body."""
    return httpx2.Request(request.method, request.url, headers=request.headers, content=content)
