"""Asking: the world of a client that is driven by lines. What it would get of network, time and chance it asks for."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from random import Random
from typing import Protocol, Self

import httpx2

from qiyue.drivers.driver import BufferedServer, Run, World
from qiyue.drivers.exchanges import answer_of, broken_of, tell_request
from qiyue.values import Plain


class Ask(Protocol):
    """Asks whoever drives the client, and gives the answer."""

    def __call__(self, ask: str, **said: Plain) -> dict[str, Plain]: ...


def asking(ask: Ask, run: Run) -> World:
    """Return a world of questions."""

    def wait(seconds: float) -> None:
        ask("wait", seconds=seconds)

    return World(AskingServer(ask), lambda: float(ask("clock")["seconds"]), wait, AskingRandom(ask), run)


@dataclass(slots=True)
class AskingServer(BufferedServer):
    """Hands requests over."""

    ask: Ask

    def answer(self, request: httpx2.Request) -> httpx2.Response:
        told = self.ask("exchange", **tell_request(request))
        if "broken" in told:
            raise broken_of(told)
        if "pieces" in told:
            return answer_of(told, AskingBody(self.ask, told["pieces"]))
        return answer_of(told, httpx2.ByteStream(told["content"]))


@dataclass(slots=True)
class AskingBody(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """A body whose pieces are asked for one by one."""

    ask: Ask
    pieces: int

    def __iter__(self) -> Iterator[bytes]:
        while (piece := self._piece()) is not None:
            yield piece

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece

    def close(self) -> None:
        self.ask("enough", pieces=self.pieces)

    async def aclose(self) -> None:
        self.close()

    def _piece(self) -> bytes | None:
        told = self.ask("piece", pieces=self.pieces)
        if "broken" in told:
            raise broken_of(told)
        piece: bytes | None = told["piece"]
        return piece


class AskingRandom(Random):
    """Chance that is asked for. Everything that ``Random`` offers is made of these two."""

    def __new__(cls, _ask: Ask) -> Self:
        return super().__new__(cls)

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def random(self) -> float:
        return float(self._ask("random")["number"])

    def getrandbits(self, k: int, /) -> int:
        return int(self._ask("random", bits=k)["number"])
