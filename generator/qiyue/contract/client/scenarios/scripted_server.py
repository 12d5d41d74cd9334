"""Scripted server: a generated client, in one of its two forms, over a server that plays a script.

Nothing is waited for and nothing leaves the process: the clock moves by waiting, and in no other way.
"""

from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from random import Random
from typing import TypeAlias

import httpx2

from qiyue.contract.client.scenarios.recorded_call import RecordedCall
from qiyue.contract.http.asgi_transport import BASE_URL
from qiyue.contract.model.clock import ControlledClock
from qiyue.drivers import (
    NOTHING,
    BufferedServer,
    Call,
    CallOutcome,
    Client,
    Ending,
    Form,
    Opening,
    Options,
    Way,
    World,
)
from qiyue.examples import Request


@dataclass(frozen=True, slots=True)
class ReceivedRequest:
    """One request, and when it came."""

    request: httpx2.Request
    at: float


Act: TypeAlias = Callable[[], httpx2.Response | Exception]
"""Gives an answer, or what breaks."""
Script: TypeAlias = Callable[[Sequence[ReceivedRequest]], httpx2.Response | Exception]
"""From what was asked so far, the last of it now, to what a server does."""


def answer_in_order(*acts: Act) -> Script:
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
class ScriptedClient(BufferedServer):
    """One client. What it asks for itself and what it asks for tokens are kept apart."""

    scene: RecordedCall
    form: Form
    script: Script
    tokens: Script | None = None
    """What is done when a token is asked for; ``None``: another token is given each time."""
    lifetime: float | None = None
    """Seconds for which tokens hold; ``None``: as they did."""
    options: Options = NOTHING
    listens: bool = False
    """Whether the client tells its deviations."""
    asked: list[ReceivedRequest] = field(default_factory=list)
    asked_for_tokens: list[ReceivedRequest] = field(default_factory=list)
    clock: ControlledClock = field(default_factory=ControlledClock)
    client: Client = field(init=False)

    def __post_init__(self) -> None:
        self.client = self.open_client()

    def open_client(self, *, owns_connections: bool = False) -> Client:
        """Open a client that meets this stage, or makes connections of its own."""
        opening = Opening(
            form=self.form,
            base_url=BASE_URL,
            settings=self.scene.settings,
            options=self.options,
            listens=self.listens,
            owns_connections=owns_connections,
        )
        world = World(self, self.clock, self.clock.wait, MaximumRandom(1), self.scene.run)
        return self.scene.driver.open_client(opening, world)

    def token_requests_of(self, scheme: str) -> list[ReceivedRequest]:
        """Give the calls for tokens of one scheme."""
        return [each for each in self.asked_for_tokens if self.scene.scheme_of(each.request) == scheme]

    def call(
        self,
        options: Options = NOTHING,
        *,
        way: Way = "call",
        request: Request | None = None,
        copy: Options | None = None,
        most: int = 1000,
    ) -> CallOutcome:
        """Call the operation, with the values of the scene where no others are given; take all that it gives."""
        said = self.scene.request if request is None else request
        return self._kept(self.client.call(Call(request=said, way=way, options=options, copy=copy, most=most)))

    def call_twice(self) -> None:
        """Call the operation two times at once."""
        for came in self.client.call_together([Call(request=self.scene.request)] * 2):
            self._kept(came)

    def close_client(self, ending: Ending = "close") -> CallOutcome:
        """Close the client."""
        return self._kept(self.client.close(ending))

    def _kept(self, came: CallOutcome) -> CallOutcome:
        if came.raised is not None:
            self.scene.raised.append(came.raised)
        return came

    def answer(self, request: httpx2.Request) -> httpx2.Response:
        scheme = self.scene.scheme_of(request)
        asked = self.asked_for_tokens if scheme else self.asked
        asked.append(ReceivedRequest(request, self.clock()))
        script = self.script
        if scheme:
            given = partial(self.scene.token, scheme, len(self.token_requests_of(scheme)), self.lifetime)
            script = self.tokens or answer_in_order(given)
        act = script(asked)
        if isinstance(act, Exception):
            raise act
        act.request = request
        return act
