"""Twist: how a client is planted that sends, or hears, something else than the right one."""

from collections.abc import Callable
from typing import TypeAlias

import httpx2

from qiyue.api import Operation
from qiyue.caller import Package
from qiyue.prove.fault import Plant, Planted
from qiyue.prove.subject import Subject
from qiyue.prove.wires import Hearing, Sending, TwistedPackage

Twist: TypeAlias = Callable[[Subject, Operation], Sending | None]
"""``None`` where an operation has nothing that could be twisted like this."""


def sending(twist: Twist) -> Plant:
    """Plant a client whose requests are changed on their way out."""

    def plant(subject: Subject, operation: Operation) -> Planted | None:
        change = twist(subject, operation)
        if change is None:
            return None
        return Planted(package=lambda right: twisted(right, sending=change))

    return plant


def twisted(
    right: Package,
    sending: Sending = lambda request: request,
    hearing: Hearing = lambda _, response: response,
) -> Package:
    """Give the client with a twisted transport."""
    return TwistedPackage(right.module, right.operations, sending, hearing)


def with_body(request: httpx2.Request, content: bytes) -> httpx2.Request:
    """Give the request with another body."""
    return httpx2.Request(request.method, request.url, headers=request.headers, content=content)
