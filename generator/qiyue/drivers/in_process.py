"""In process: a generated Python client, imported here and driven. In: a package. Out: a ``Driver``."""

import logging
from asyncio import gather
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from functools import cached_property
from inspect import isawaitable
from itertools import islice
from typing import Any

import httpx2

from qiyue.drivers.call import arguments, method
from qiyue.drivers.driver import Call, CallOutcome, Ending, Form, Offer, Opening, Options, World
from qiyue.drivers.package import Package
from qiyue.drivers.telling import plainly, tell_answer, tell_failure, tell_item, tell_offer, tell_response
from qiyue.drivers.typed import typed
from qiyue.examples import Request
from qiyue.values import thaw


class PythonDriver:
    """Drives a package that is imported in this process."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._ear = _Ear()
        self._log, self._sink = logging.getLogger(package.service.name), logging.NullHandler()
        self._log.addHandler(self._sink)  # what a client says to people is nothing to whoever drives it

    @cached_property
    def offers(self) -> Mapping[str, Offer]:
        return {name: tell_offer(declared) for name, declared in self.package.operations.items()}

    @cached_property
    def variables(self) -> Mapping[str, str]:
        return self.package.variables()

    def open_client(self, opening: Opening, world: World) -> "PythonClient":
        return PythonClient(self.package, opening, world)

    def write(self, request: Request) -> str:
        return typed(self.package.operations[request.operation], request)

    def listen(self, word: str) -> None:
        self._ear.listen(word)

    def heard(self) -> tuple[str, ...]:
        return self._ear.heard()

    def close(self) -> None:
        self._log.removeHandler(self._sink)
        self.package.forget()


class PythonClient:
    """One client. What it gives to be awaited, or to be gone through, is brought to its end."""

    def __init__(self, package: Package, opening: Opening, world: World) -> None:
        self._package, self._world, self._form = package, world, opening.form
        self._deviations: list[tuple[str, str]] = []
        told = _options(opening.options)
        if opening.listens:
            told["on_deviation"] = self._listen
        given = {"base_url": opening.base_url or None, "environment": dict(opening.environment), **told}
        given |= package.spell(opening.settings)
        if not opening.owns_connections:
            given |= _connections(opening.form, world)
        make = package.client if opening.form == "sync" else package.async_client
        self._client = make(**given)

    def call(self, call: Call) -> CallOutcome:
        return self._came(lambda: self._told(call, self._settled(self._begin(call))))

    def call_together(self, calls: Sequence[Call]) -> tuple[CallOutcome, ...]:
        async def all_of_them() -> list[Any]:
            return await gather(*map(self._begin, calls), return_exceptions=True)

        return tuple(
            CallOutcome(raised=tell_failure(gave))
            if isinstance(gave, Exception)
            else CallOutcome(returned=self._told(call, gave).returned)
            for call, gave in zip(calls, self._settled(all_of_them()), strict=True)
        )

    def read(self, call: Call) -> "PythonReading":
        return PythonReading(self, call)

    def texts(self) -> tuple[str, ...]:
        return repr(self._client), repr(self._client.with_options(timeout=1))

    def has_connections(self) -> bool:
        return not all(each.is_closed for each in _held(self._client))

    def close(self, ending: Ending = "close") -> CallOutcome:
        return self._came(lambda: self._end(ending))

    def _begin(self, call: Call) -> Any:
        """Call the method; what it gives may have to be awaited, and gone through."""
        request = call.request
        declared = self._package.operations[request.operation]
        client = self._client if call.copy is None else self._client.with_options(**_options(call.copy))
        path, dot, own = declared.caller.rpartition(".")
        if call.way == "upload":
            file = request.files[0][1]
            given: dict[str, Any] = {"file": (file.name, file.content, file.content_type)}
            return method(client, f"{path}.upload")(**given, **_options(call.options))
        given = arguments(declared, request)
        if call.way == "items" and not declared.paging.spot.at:
            given.pop(declared.paging.spot.argument, None)
        names = {
            "call": own,
            "response": f"with_raw_response.{own}",
            "items": "iter" if own == "list" else f"iter_{own}",
            "stream": f"stream_{own}" if declared.answers else own,
        }
        return method(client, f"{path}{dot}{names[call.way]}")(**given, **_options(call.options))

    def _told(self, call: Call, gave: Any) -> CallOutcome:
        """Say what a call gave."""
        declared = self._package.operations[call.request.operation]
        if call.way == "response":
            return CallOutcome(whole=tell_response(self._package, declared, gave))
        if call.way == "upload":
            return CallOutcome(returned=plainly(self._package, gave))
        if call.way == "items":
            return CallOutcome(returned=[plainly(self._package, item) for item in self._items(gave, call.most)])
        if call.way == "stream" or (declared.streams and not declared.answers):
            return CallOutcome(
                returned=[tell_item(self._package, declared, item) for item in self._items(gave, call.most)]
            )
        return CallOutcome(returned=tell_answer(self._package, declared, gave))

    def _came(self, do: Callable[[], CallOutcome]) -> CallOutcome:
        """Do something, and say what came of it."""
        self._deviations.clear()
        try:
            came = do()
        except Exception as error:  # noqa: BLE001 - whatever a client raises is what is asked for
            came = CallOutcome(raised=tell_failure(error))
        return CallOutcome(
            returned=came.returned, whole=came.whole, raised=came.raised, deviations=tuple(self._deviations)
        )

    def _end(self, ending: Ending) -> CallOutcome:
        if ending != "block":
            client = self._client.with_options(timeout=1) if ending == "copy" else self._client
            self._settled(client.close())
        elif self._form == "async":
            self._settled(_leave(self._client))
        else:
            with self._client:
                pass
        return CallOutcome()

    def _settled(self, value: Any) -> Any:
        return self._world.run(_awaited(value)) if isawaitable(value) else value

    def _items(self, many: Any, most: int) -> list[Any]:
        return list(islice(many, most)) if hasattr(many, "__iter__") else self._settled(_first(many, most))

    def _listen(self, deviation: Any) -> None:
        self._deviations.append((deviation.operation, deviation.rule))


class PythonReading:
    """A stream of a client. A client that does not even give one fails at the first item."""

    def __init__(self, client: PythonClient, call: Call) -> None:
        self._client, self._call = client, call
        self._stream: Any = None
        self._began = client._came(self._begin)

    def next(self) -> CallOutcome:
        return self._began if self._began.raised else self._client._came(self._next)

    def close(self) -> CallOutcome:
        if self._stream is None:
            return CallOutcome()
        return self._client._came(lambda: CallOutcome(returned=self._client._settled(self._stream.close())))

    def _begin(self) -> CallOutcome:
        self._stream = self._client._settled(self._client._begin(self._call))
        return CallOutcome()

    def _next(self) -> CallOutcome:
        following = self._stream.__next__ if self._client._form == "sync" else self._stream.__anext__
        declared = self._client._package.operations[self._call.request.operation]
        return CallOutcome(returned=tell_item(self._client._package, declared, self._client._settled(following())))


class _Ear(logging.Handler):
    """Hears a word in whatever is logged."""

    def __init__(self) -> None:
        super().__init__()
        self._word, self._told, self._level = "", [""], logging.NOTSET

    def listen(self, word: str) -> None:
        root = logging.getLogger()
        self._word, self._told, self._level = word, [], root.level
        root.addHandler(self)
        root.setLevel(logging.DEBUG)

    def heard(self) -> tuple[str, ...]:
        root = logging.getLogger()
        root.setLevel(self._level)
        root.removeHandler(self)
        return tuple(self._told)

    def emit(self, record: logging.LogRecord) -> None:
        if self._word in record.getMessage():
            self._told.append(record.name)


def _connections(form: Form, world: World) -> dict[str, Any]:
    async def wait(seconds: float) -> None:
        world.wait(seconds)

    http: Any = httpx2.Client if form == "sync" else httpx2.AsyncClient
    return {
        "http_client": http(transport=world.server),
        "sleep": world.wait if form == "sync" else wait,
        "clock": world.clock,
        "random": world.random,
    }


def _options(options: Options) -> dict[str, Any]:
    return {name: thaw(value) for name, value in options.said().items()}


def _held(client: Any) -> list[Any]:
    """Find what a client sends through: it holds it itself, or in a holder, one by one or in a mapping."""
    held = list(vars(client).values())
    inside = [one for each in held for one in getattr(each, "__dict__", {}).values()]
    listed = [one for each in (*held, *inside) if isinstance(each, dict) for one in each.values()]
    found = [each for each in (*held, *inside, *listed) if isinstance(each, httpx2.Client | httpx2.AsyncClient)]
    if not found:
        raise AssertionError("a client has something to send through")
    return found


async def _leave(client: Any) -> None:
    async with client:
        pass


async def _awaited(value: Awaitable[Any]) -> Any:
    return await value


async def _first(many: AsyncIterator[Any], most: int) -> list[Any]:
    found: list[Any] = []
    async for item in many:
        found.append(item)
        if len(found) == most:
            break
    return found
