"""Scripted server: a generated client, in one of its two forms, over a server that plays a script.

Nothing is waited for and nothing leaves the process: the clock moves by waiting, and in no other way.
"""

from asyncio import sleep
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial, reduce
from inspect import isawaitable
from itertools import islice
from random import Random
from typing import Any, Literal, TypeAlias

import httpx2

from qiyue.contract.client.scenarios.recorded_call import RecordedCall
from qiyue.contract.http.asgi_transport import BASE_URL
from qiyue.contract.model.clock import ManualClock
from qiyue.drivers import arguments

Form: TypeAlias = Literal["sync", "async"]
FORMS: tuple[Form, ...] = ("sync", "async")


@dataclass(frozen=True, slots=True)
class ReceivedRequest:
    """One request, and when it came."""

    request: httpx2.Request
    at: float


@dataclass(frozen=True, slots=True)
class CallOutcome:
    """What came of a call: what it gave, or what it raised."""

    returned: Any = None
    raised: Exception | None = None


Act: TypeAlias = Callable[[], httpx2.Response | Exception]
"""Gives an answer, or what breaks."""
Script: TypeAlias = Callable[[Sequence[ReceivedRequest]], httpx2.Response | Exception]
"""From what was asked so far, the last of it now, to what a server does."""


def play_in_order(*acts: Act) -> Script:
    """Give a script that does one thing after the other, and the last for ever."""
    return lambda asked: acts[min(len(asked), len(acts)) - 1]()


class MaximumRandom(Random):
    """Chance that makes every client wait nearly as long as it ever would."""

    def random(self) -> float:
        return 0.999


@dataclass(slots=True)
class ChunkedStream(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """A body that comes in pieces, and knows whether it was closed; what breaks comes after the last piece."""

    pieces: Sequence[bytes]
    breaks: Exception | None = None
    given: int = 0
    closed: bool = False

    def __iter__(self) -> Iterator[bytes]:
        for piece in self.pieces:
            self.given += 1
            yield piece
        if self.breaks:
            raise self.breaks

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece

    def close(self) -> None:
        self.closed = True

    async def aclose(self) -> None:
        self.closed = True


@dataclass(slots=True)
class ScriptedClient(httpx2.BaseTransport, httpx2.AsyncBaseTransport):
    """One client. What it asks for itself and what it asks for tokens are kept apart."""

    scene: RecordedCall
    form: Form
    script: Script
    tokens: Script | None = None
    """What is done when a token is asked for; ``None``: another token is given each time."""
    lifetime: float | None = None
    """Seconds for which tokens hold; ``None``: as they did."""
    slow: bool = False
    """Whether others have their turn before an answer comes."""
    options: dict[str, Any] = field(default_factory=dict)
    asked: list[ReceivedRequest] = field(default_factory=list)
    asked_for_tokens: list[ReceivedRequest] = field(default_factory=list)
    clock: ManualClock = field(default_factory=ManualClock)
    client: Any = field(init=False)

    def __post_init__(self) -> None:
        options = {"base_url": BASE_URL, "clock": self.clock, "random": MaximumRandom(1), "environment": {}}
        options |= {**self.scene.client_arguments, **self.options}
        if self.form == "sync":
            http: Any = httpx2.Client(transport=self)
            self.client = self.scene.package.client(http_client=http, sleep=self.clock.wait, **options)
        else:
            http = httpx2.AsyncClient(transport=self)
            self.client = self.scene.package.async_client(http_client=http, sleep=self._sleep, **options)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        request.read()
        return self._answer(request)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        await request.aread()
        if self.slow:
            await sleep(0)
        return self._answer(request)

    def token_requests_of(self, scheme: str) -> list[ReceivedRequest]:
        """Give the calls for tokens of one scheme."""
        return [each for each in self.asked_for_tokens if self.scene.scheme_of(each.request) == scheme]

    def call(self, **options: Any) -> CallOutcome:
        """Call the operation with the values of the scene; of a stream, take all items."""
        return self.run(lambda: self.method()(**self.arguments, **options))

    def run(self, doing: Callable[[], Any], *, whole: bool = True) -> CallOutcome:
        """Do something that may have to be awaited, and gone through if it is to be ``whole``; say what came of it."""
        try:
            gave = self.resolve(doing())
            return CallOutcome(self.items(gave) if whole and is_iterator(gave) else gave)
        except Exception as error:  # noqa: BLE001 - whatever a client raises is what is judged
            self.scene.raised.append(error)
            return CallOutcome(raised=error)

    @property
    def arguments(self) -> dict[str, Any]:
        """The arguments of the call."""
        return arguments(self.scene.declared, self.scene.request)

    def method(self, name: str = "{}", client: Any = None) -> Any:
        """Find the method of the operation, or one that is called after it: ``iter_{}``."""
        path, _, own = self.scene.declared.caller.rpartition(".")
        names = [part for part in f"{path}.{name.format(own)}".split(".") if part]
        return reduce(getattr, names, self.client if client is None else client)

    def resolve(self, value: Any) -> Any:
        """Give a value, awaited where it is to be awaited."""
        return self.scene.run(_awaited(value)) if isawaitable(value) else value

    def items(self, many: Any, most: int = 1000) -> list[Any]:
        """Take the first items of an iterator or a stream."""
        return list(islice(many, most)) if hasattr(many, "__iter__") else self.scene.run(_first(many, most))

    def _answer(self, request: httpx2.Request) -> httpx2.Response:
        scheme = self.scene.scheme_of(request)
        asked = self.asked_for_tokens if scheme else self.asked
        asked.append(ReceivedRequest(request, self.clock()))
        script = self.script
        if scheme:
            given = partial(self.scene.token, scheme, len(self.token_requests_of(scheme)), self.lifetime)
            script = self.tokens or play_in_order(given)
        act = script(asked)
        if isinstance(act, Exception):
            raise act
        act.request = request
        return act

    async def _sleep(self, seconds: float) -> None:
        self.clock.wait(seconds)


def is_iterator(gave: Any) -> bool:
    """Tell whether a call gave something that is to be gone through."""
    return hasattr(gave, "__next__") or hasattr(gave, "__anext__")


async def _awaited(value: Awaitable[Any]) -> Any:
    return await value


async def _first(many: AsyncIterator[Any], most: int) -> list[Any]:
    found: list[Any] = []
    async for item in many:
        found.append(item)
        if len(found) == most:
            break
    return found
