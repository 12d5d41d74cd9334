"""Child: a client in a program of its own, driven by lines. In: a command. Out: a ``Driver``.

The files of the client are written to a folder of their own, where the program is started.
A program that ends, is silent for too long, or speaks something else is one ``DriverError`` with its last words.
"""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector
from subprocess import PIPE, Popen, TimeoutExpired
from tempfile import TemporaryDirectory
from typing import Any, TypeVar
from weakref import finalize

import httpx2

from qiyue.drivers.driver import Call, CallOutcome, DriverError, Ending, Offer, Opening, World
from qiyue.drivers.exchanges import request_of, tell_answer, tell_broken
from qiyue.drivers.lines import read_line, write_line
from qiyue.drivers.messages import offer_of, outcome_of, tell
from qiyue.examples import Request
from qiyue.files import File, write
from qiyue.values import Plain

T = TypeVar("T")

PATIENCE = 60.0
"""Seconds for which a program may be silent."""
_LAST_WORDS = 400
"""Characters of what a program said for people."""


class Child:
    """A program, and the worlds of its clients."""

    def __init__(self, command: Sequence[str], files: Sequence[File], patience: float) -> None:
        self._patience, self._begun = patience, b""
        self._lines: deque[bytes] = deque()
        self._held = ExitStack()
        outer = Path(self._held.enter_context(TemporaryDirectory(prefix="qiyue-client-")))
        self._errors = self._held.enter_context((outer / "errors").open("w+b"))
        folder = outer / "client"
        write(files, folder)
        try:
            self._process = Popen(command, stdin=PIPE, stdout=PIPE, stderr=self._errors, bufsize=0, cwd=folder)
        except OSError as error:
            self._held.close()
            raise DriverError(f"the client's program cannot be started: {error}") from None
        self._selector = self._held.enter_context(DefaultSelector())
        self._selector.register(self._out, EVENT_READ)
        self.worlds: dict[int, World] = {}
        self.forgotten: list[int] = []
        self._bodies: dict[int, Any] = {}
        self._numbers = count(1)

    @property
    def _out(self) -> Any:
        return self._process.stdout

    def do(self, verb: str, read: Callable[[dict[str, Plain]], T], **said: Plain) -> T:
        """Let the program do something, answer what it asks meanwhile, and return what is read from its answer.

        Raises:
            DriverError: the program cannot do it, or cannot be asked any more.
        """
        forget, self.forgotten = self.forgotten, []
        try:
            told = self._talk({"do": verb, **said, **({"forget": forget} if forget else {})})
            if "error" not in told:
                return read(told)
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            self._process.kill()
            raise DriverError(f"to {verb} the client's program said what is not of the protocol: {error!r}") from error
        except BaseException:  # the program waits for an answer that does not come
            self._process.kill()
            raise
        raise DriverError(f"the client's program cannot {verb}: {told['error']}")

    def close(self) -> None:
        """Let the program end."""
        if self._process.stdin:
            self._process.stdin.close()
        try:
            self._process.wait(self._patience)
        except TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._out.close()
        self._held.close()

    def _talk(self, message: Mapping[str, Plain]) -> dict[str, Plain]:
        self._send(message)
        while "ask" in (told := read_line(self._line())):
            self._send(self._answer(told))
        return told

    def _send(self, message: Mapping[str, Plain]) -> None:
        line = memoryview(write_line(message))
        try:
            while line and self._process.stdin:
                line = line[self._process.stdin.write(line) :]
        except OSError:
            raise self._ended() from None

    def _line(self) -> bytes:
        while not self._lines:
            if not self._selector.select(self._patience):
                self._process.kill()
                raise DriverError(f"the client's program was silent for {self._patience:g} seconds{self._last_words()}")
            piece = self._out.read(1 << 16)
            if not piece:
                raise self._ended()
            *whole, self._begun = (self._begun + piece).split(b"\n")
            self._lines.extend(whole)
        return self._lines.popleft()

    def _ended(self) -> DriverError:
        code = self._process.wait(self._patience)
        return DriverError(f"the client's program ended with code {code}{self._last_words()}")

    def _last_words(self) -> str:
        self._errors.seek(0)
        words = self._errors.read().decode("utf-8", "replace").strip()[-_LAST_WORDS:]
        return f"; it said: {words}" if words else ""

    def _answer(self, told: dict[str, Plain]) -> dict[str, Plain]:
        """Answer what a client asks for."""
        world = self.worlds[told["client"]]
        match told["ask"]:
            case "exchange":
                return self._exchange(world, told)
            case "piece":
                return self._piece(told["pieces"])
            case "enough":
                self._bodies.pop(told["pieces"]).close()
                return {}
            case "clock":
                return {"seconds": world.clock()}
            case "wait":
                world.wait(float(told["seconds"]))
                return {}
            case "random":
                bits = told.get("bits")
                return {"number": world.random.random() if bits is None else world.random.getrandbits(bits)}
        raise DriverError(f"the client's program asks for {told['ask']!r}, which is not there")

    def _exchange(self, world: World, told: dict[str, Plain]) -> dict[str, Plain]:
        try:
            response = world.server.handle_request(request_of(told))
        except Exception as error:  # noqa: BLE001 - the client meets whatever it is
            return tell_broken(error)
        body: Any = response.stream
        if isinstance(body, httpx2.ByteStream):
            return {**tell_answer(response), "content": b"".join(body)}
        number = next(self._numbers)
        self._bodies[number] = _Body(body)
        return {**tell_answer(response), "pieces": number}

    def _piece(self, number: int) -> dict[str, Plain]:
        try:
            return {"piece": next(self._bodies[number].pieces, None)}
        except Exception as error:  # noqa: BLE001 - the same
            return tell_broken(error)


class ChildDriver:
    """Drives the client that a program holds: ``command`` speaks the line protocol, see ``lines``."""

    def __init__(self, command: Sequence[str], files: Sequence[File], patience: float = PATIENCE) -> None:
        self._child, self._numbers = Child(command, files, patience), count(1)

    @property
    def offers(self) -> Mapping[str, Offer]:
        return self._described[0]

    @property
    def variables(self) -> Mapping[str, str]:
        return self._described[1]

    @cached_property
    def _described(self) -> tuple[Mapping[str, Offer], Mapping[str, str]]:
        def read(told: dict[str, Plain]) -> tuple[Mapping[str, Offer], Mapping[str, str]]:
            return {name: offer_of(offer) for name, offer in told["offers"].items()}, dict(told["variables"])

        return self._child.do("describe", read)

    def open_client(self, opening: Opening, world: World) -> "ChildClient":
        number = next(self._numbers)
        self._child.worlds[number] = world
        self._child.do("open", _nothing, client=number, opening=tell(opening))
        return ChildClient(self._child, number, self._numbers)

    def write(self, request: Request) -> str:
        return self._child.do("write", lambda told: str(told["text"]), request=tell(request))

    def listen(self, word: str) -> None:
        self._child.do("listen", _nothing, word=word)

    def heard(self) -> tuple[str, ...]:
        return self._child.do("heard", lambda told: tuple(told["names"]))

    def close(self) -> None:
        self._child.close()


class ChildClient:
    """One client of the program; when nobody holds it any more the program forgets it too."""

    def __init__(self, child: Child, number: int, numbers: "count[int]") -> None:
        self._child, self._number, self._numbers = child, number, numbers
        finalize(self, _forget, child, number).atexit = False

    def call(self, call: Call) -> CallOutcome:
        return self.call_together([call])[0]

    def call_together(self, calls: Sequence[Call]) -> tuple[CallOutcome, ...]:
        told = [tell(each) for each in calls]
        return self._child.do("call", _outcomes, client=self._number, calls=told)

    def read(self, call: Call) -> "ChildReading":
        number = next(self._numbers)
        self._child.do("read", _nothing, client=self._number, reading=number, call=tell(call))
        return ChildReading(self, self._child, number)

    def texts(self) -> tuple[str, ...]:
        return self._child.do("look", lambda told: tuple(told["texts"]), client=self._number)

    def has_connections(self) -> bool:
        return self._child.do("look", lambda told: bool(told["connections"]), client=self._number)

    def close(self, ending: Ending = "close") -> CallOutcome:
        return self._child.do("close", _outcome, client=self._number, ending=ending)


@dataclass(frozen=True, slots=True)
class ChildReading:
    """A stream of a client of the program."""

    client: ChildClient
    """Held, so that it is not forgotten."""
    child: Child
    number: int

    def next(self) -> CallOutcome:
        return self.child.do("next", _outcome, reading=self.number)

    def close(self) -> CallOutcome:
        return self.child.do("end", _outcome, reading=self.number)


@dataclass(slots=True)
class _Body:
    """A body that the program takes piece by piece."""

    body: Any
    pieces: Any = field(init=False)

    def __post_init__(self) -> None:
        self.pieces = iter(self.body)

    def close(self) -> None:
        self.body.close()


def _nothing(_told: dict[str, Plain]) -> None:
    """Read an answer that says no more than that it was done."""


def _outcome(told: dict[str, Plain]) -> CallOutcome:
    return outcome_of(told["outcome"])


def _outcomes(told: dict[str, Plain]) -> tuple[CallOutcome, ...]:
    return tuple(map(outcome_of, told["outcomes"]))


def _forget(child: Child, number: int) -> None:
    child.worlds.pop(number, None)
    child.forgotten.append(number)
