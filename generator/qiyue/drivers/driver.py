"""Driver: how a generated client of any language is opened and called. Values and protocols, without a language.

A call is said in the names of the document (``Request``), settings in the words of the client plan, failures by kind
and code. What spells them is the driver: one that works in this process, or a program that speaks the line protocol.
"""

from asyncio import sleep
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, Literal, Protocol, TypeAlias

import httpx2

from qiyue.api import Where
from qiyue.base.value import Value
from qiyue.examples import Request
from qiyue.values import EMPTY, FrozenMap, Plain

Form: TypeAlias = Literal["sync", "async"]
"""Whether calls wait for their answers, or are awaited."""
FORMS: tuple[Form, ...] = ("sync", "async")
Way: TypeAlias = Literal["call", "response", "items", "stream", "upload"]
"""Which method of an operation is called: ``call``: the one that gives what was answered; ``response``: the one that
gives the whole response; ``items``: the iterator over all pages; ``stream``: the one that reads the answer while it
comes; ``upload``: the one that puts a file where the operation says."""
Ending: TypeAlias = Literal["close", "copy", "block"]
"""How a client is closed: by its method; by that of a copy of it; by the end of a ``with`` block or its like."""


class Options(Value, kw_only=True):
    """What is said beside arguments, of a client or of one call; ``None``: nothing is said."""

    timeout: float | None = None
    """Seconds."""
    max_retries: int | None = None
    strict: bool | None = None
    extra_headers: FrozenMap | None = None
    extra_query: FrozenMap | None = None
    extra_body: FrozenMap | None = None

    def said(self) -> dict[str, Plain]:
        """Return the options that are said, by name."""
        return {name: value for name, value in vars(self).items() if value is not None}


Run: TypeAlias = Callable[[Coroutine[Any, Any, Any]], Any]
"""Runs to its end what is to be awaited."""

NOTHING = Options()


class Opening(Value, kw_only=True):
    """What a client is opened with."""

    form: Form = "sync"
    base_url: str = ""
    settings: FrozenMap = EMPTY
    """Words of a setting in the client plan, joined by ``_`` → value; one that the client has not is left out."""
    environment: FrozenMap = EMPTY
    """Variable → value: all that the client sees of the environment."""
    options: Options = NOTHING
    listens: bool = False
    """Whether its deviations are listened to, see ``CallOutcome.deviations``."""
    owns_connections: bool = False
    """Whether it makes its connections itself, and reaches no server by them."""


class Call(Value, kw_only=True):
    """One call."""

    request: Request
    """What is said, by the names of the document. Of an upload its first file counts, of ``items`` all but the page."""
    way: Way = "call"
    options: Options = NOTHING
    copy: Options | None = None
    """Options of a copy of the client, which is called in its place."""
    most: int = 1000
    """Items that are taken of what gives many."""


class Failure(Value, kw_only=True):
    """What a call ended with, where it gave nothing."""

    name: str
    """The name of its class, or what stands for it in the language."""
    text: str
    """What its caller reads."""
    kind: str = ""
    """``""`` where it is no failure of the client's own."""
    code: Plain = None
    status: int = 0
    """0 where no answer came."""
    headers: FrozenMap = EMPTY
    """Name in lower case → value."""
    raw: bytes = b""
    """The body of the answer."""
    retry_after: float | None = None
    """Seconds after which the server may be called again, where it told."""
    caught_as: tuple[str, ...] = ()
    """The names of all classes by which a caller can catch it."""
    texts: tuple[str, ...] = ()
    """All texts of it and of the failures that it came of."""
    travels: bool = True
    """Whether it is the same when it comes out of another process."""


class Whole(Value, kw_only=True):
    """A whole response, as a client gives it."""

    data: Plain
    status: int
    headers: FrozenMap
    """Name in lower case → value."""
    raw: bytes
    code: Plain = None
    message: Plain = None


class CallOutcome(Value, kw_only=True):
    """What came of a call."""

    returned: Plain = None
    """Plain data as it was answered; of what gives many a list; ``bytes`` for content that is no data."""
    whole: Whole | None = None
    """Of the way ``response``."""
    raised: Failure | None = None
    deviations: tuple[tuple[str, str], ...] = ()
    """Operation and rule of each deviation that a listener was told of meanwhile."""


class BodyOffer(Value, kw_only=True):
    """How a payload is said."""

    whole: bool = False
    """As one argument, whatever members it has; else each of ``members`` is one."""
    required: bool = False
    members: tuple[tuple[str, Where], ...] = ()
    """Name in the document, and where it stands in the whole body if that is beside the payload."""
    renamed: tuple[str, ...] = ()
    """Names that mean another member than the document's: fields that are called otherwise in this language."""


class StreamOffer(Value, kw_only=True):
    """What a method gives that reads an answer while it comes."""

    reading: Literal["events", "lines", "bytes"]
    content_type: str
    typed: bool = False
    """Whether the document describes an item."""


class Offer(Value, kw_only=True):
    """What a client offers of one operation."""

    body: BodyOffer | None = None
    answers: bool = True
    """Whether there is a method that gives the answer as a whole."""
    streams: tuple[StreamOffer, ...] = ()
    pages: bool = False
    uploads: bool = False


class Server(httpx2.BaseTransport, httpx2.AsyncBaseTransport):
    """What answers the requests of a client in the place of a network. It may raise what a network raises."""


class BufferedServer(Server):
    """A server that knows its answer as soon as it has read the whole request, sync and async alike."""

    def answer(self, request: httpx2.Request) -> httpx2.Response:
        """Answer a request that was read."""
        raise NotImplementedError

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        request.read()
        return self.answer(request)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        await request.aread()
        await sleep(0)  # others have their turn before an answer comes
        return self.answer(request)


@dataclass(frozen=True, slots=True)
class World:
    """What a client meets in the place of network, time and chance."""

    server: Server
    clock: Callable[[], float]
    """Gives the seconds since 1970."""
    wait: Callable[[float], None]
    random: Random
    run: Run


class Reading(Protocol):
    """A stream that is read item by item."""

    def next(self) -> CallOutcome:
        """Take the next item; what could not even be opened fails here."""

    def close(self) -> CallOutcome:
        """End it before its end."""


class Client(Protocol):
    """One open client. No method raises what the client raises: see ``CallOutcome.raised``."""

    def call(self, call: Call) -> CallOutcome:
        """Make a call."""

    def call_together(self, calls: Sequence[Call]) -> tuple[CallOutcome, ...]:
        """Make calls at once, of an asynchronous client."""

    def read(self, call: Call) -> Reading:
        """Begin to read a stream."""

    def texts(self) -> tuple[str, ...]:
        """Return the texts by which the client, and a copy of it, are shown to programmers."""

    def has_connections(self) -> bool:
        """Tell whether any connection of the client may still be used."""

    def close(self, ending: Ending = "close") -> CallOutcome:
        """Close it."""


class Driver(Protocol):
    """A generated client that can be opened as often as one likes."""

    @property
    def offers(self) -> Mapping[str, Offer]:
        """What the client offers, by the id of the operation."""

    @property
    def variables(self) -> Mapping[str, str]:
        """The variables of the environment that the client reads, by the names of its settings."""

    def open_client(self, opening: Opening, world: World) -> Client:
        """Open a client."""

    def write(self, request: Request) -> str:
        """Write a call as a caller would type it."""

    def listen(self, word: str) -> None:
        """Begin to listen to everything that is logged, for this word."""

    def heard(self) -> tuple[str, ...]:
        """End it, and return the name of each log entry with the word."""

    def close(self) -> None:
        """End the driver; no client of it can be used any more."""


class DriverError(BaseException):
    """A client cannot be driven at all: its program ended, was silent, or spoke no line of the protocol.

    No ``Exception``: no check takes it for what a client raised, and nothing goes on without a client.
    """
