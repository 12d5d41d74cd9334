"""Steps: what a conversation asks of its driver, and what it is told."""

from collections.abc import Generator
from dataclasses import dataclass, field
from math import inf
from typing import TypeAlias

import httpx2

from .absent import ABSENT, Absent
from .errors import ClientError
from .gate import Gate, Token
from .origin import host_of, port_of


@dataclass(frozen=True, slots=True)
class Request:
    """What is sent. Its text shows the method only."""

    method: str
    address: str = field(repr=False)
    """The URL without query."""
    query: str = field(default="", repr=False)
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    content: bytes | None = field(default=None, repr=False)

    @property
    def origin(self) -> str:
        """Scheme, host and port of the address, without user and password."""
        return f"{self.address.partition('://')[0]}://{self._authority.rpartition('@')[2]}"

    @property
    def public_url(self) -> str:
        """The address without query, user and password."""
        return self.origin + self.address.partition("://")[2].partition("?")[0].removeprefix(self._authority)

    @property
    def host(self) -> str:
        return host_of(self.origin)

    @property
    def port(self) -> int | None:
        return port_of(self.origin)

    @property
    def _authority(self) -> str:
        return self.address.partition("://")[2].partition("/")[0].partition("?")[0]

    @property
    def url(self) -> str:
        return self.address + ("&" if "?" in self.address else "?") + self.query if self.query else self.address


@dataclass(frozen=True, slots=True)
class Received:
    """An answer as it came; ``at`` is when, in seconds since 1970."""

    status: int
    headers: httpx2.Headers = field(repr=False)
    content: bytes = field(repr=False)
    at: float
    fault: str = ""
    """Why ``content`` is not all of it."""
    opened: httpx2.Response | None = field(default=None, repr=False)
    """Where a stream was asked for: the answer of success, of which more may still come."""
    address: str = field(default="", repr=False)
    """The URL that was asked."""


@dataclass(frozen=True, slots=True)
class Send:
    """Send this; answer with ``Received`` or ``Lost``."""

    request: Request
    timeout: httpx2.Timeout
    operation: str
    left: float = inf
    """The seconds until the call must be over."""
    most: int | Absent | None = ABSENT
    """The bytes that an answer may have; ``ABSENT``: as many as usual."""
    stream: bool = False
    """The answer of success is to be left open."""
    template: str = ""
    """The path of the operation, with its parameters in braces."""
    resent: int = 0
    """How many attempts of the call came before."""
    foreign: bool = False
    """To another party: nothing goes along that belongs to the client, neither headers nor cookies nor credentials."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Wait; answer with ``None``."""

    seconds: float
    operation: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Lost:
    """No answer came. ``sent`` is false where the request cannot have reached the vendor."""

    error: ClientError
    sent: bool
    cause: Exception | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Alone:
    """Hold this conversation while nobody else is at the gate; answer with what came of it, or raise its error. Where
    somebody else is there for more than ``left`` seconds, answer with ``None``."""

    gate: Gate
    conversation: Generator["Step", "Outcome", Token]
    left: float = inf


Step: TypeAlias = Send | Wait | Alone
Outcome: TypeAlias = Received | Lost | Token | None
