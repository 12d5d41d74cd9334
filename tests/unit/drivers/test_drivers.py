"""One client, driven in this process and in a program of its own: what it sends and what comes of it are the same."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random

import httpx2
import pytest

from qiyue.diagnostics import Report
from qiyue.drivers import (
    Call,
    CallOutcome,
    ChildDriver,
    Client,
    Driver,
    DriverError,
    Opening,
    Options,
    PythonDriver,
    Server,
    World,
    in_memory,
)
from qiyue.drivers.driver import Form
from qiyue.examples import Request
from qiyue.files import File
from qiyue.pipeline import compile_text
from qiyue.sample import SampleFile
from qiyue.targets.python import generate
from qiyue.values import FrozenMap, Plain, freeze

SPEC = """
openapi: 3.1.0
info: {title: Tea, version: "1"}
servers: [{url: "https://tea.example"}]
components:
  securitySchemes: {key: {type: http, scheme: bearer}}
  schemas:
    Tea:
      type: object
      properties:
        $kind: {type: string}
        id: {type: integer}
        name: {type: [string, "null"]}
        price: {type: number, format: decimal}
        picked: {type: string, format: date}
security: [{key: []}]
paths:
  /teas:
    get:
      operationId: listTeas
      parameters: [{name: page, in: query, schema: {type: integer}}, {name: kind, in: query, schema: {type: string}}]
      x-qiyue-pagination: {style: page, page: query:page, items: /teas}
      responses:
        "200":
          description: Teas.
          content:
            application/json:
              schema: {type: object, properties: {teas: {type: array, items: {$ref: "#/components/schemas/Tea"}}}}
    post:
      operationId: createTea
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/Tea"}}}
      responses:
        "200": {description: Tea., content: {application/json: {schema: {$ref: "#/components/schemas/Tea"}}}}
  /leaves:
    post:
      operationId: addLeaf
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema: {type: object, required: [leaf], properties: {leaf: {type: string, format: binary}}}
      responses: {"200": {description: Photo., content: {image/png: {}}}}
  /steps:
    get:
      operationId: watch
      responses:
        "200": {description: Steps., content: {text/event-stream: {schema: {$ref: "#/components/schemas/Tea"}}}}
"""
DIGITS = "0.10000000000000000001"
TEA: dict[str, Plain] = {"id": 1234567890123456789, "name": None, "price": Decimal("43.50"), "picked": "2024-03-15"}
BROKEN = (httpx2.ConnectError, httpx2.ReadTimeout, httpx2.RemoteProtocolError)


@dataclass
class Kitchen(Server):
    """A server that does one thing after the other, and the last for ever."""

    acts: Sequence[httpx2.Response | Exception]
    asked: list[httpx2.Request] = field(default_factory=list)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        request.read()
        act = self.acts[min(len(self.asked), len(self.acts) - 1)]
        self.asked.append(request)
        if isinstance(act, Exception):
            raise act
        return httpx2.Response(act.status_code, headers=act.headers, stream=act.stream)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        await request.aread()
        await asyncio.sleep(0)
        return self.handle_request(request)

    @property
    def said(self) -> list[tuple[str, str, list[tuple[bytes, bytes]], bytes, object]]:
        return [
            (each.method, str(each.url), each.headers.raw, each.content, each.extensions.get("timeout"))
            for each in self.asked
        ]


@dataclass
class Leaves(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """A body of pieces."""

    pieces: Sequence[bytes]
    given: int = 0
    closed: bool = False

    def __iter__(self) -> Iterator[bytes]:
        for piece in self.pieces:
            self.given += 1
            yield piece

    def close(self) -> None:
        self.closed = True

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece

    async def aclose(self) -> None:
        self.close()


@dataclass
class Time:
    now: float = 1_773_797_400.25

    def __call__(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture(scope="module")
def files() -> tuple[File, ...]:
    return tuple(generate(compile_text(SPEC).api, "tea", Report()))


@pytest.fixture(scope="module")
def drivers(files: tuple[File, ...]) -> Iterator[tuple[Driver, Driver]]:
    child = ChildDriver([sys.executable, "-m", "qiyue.drivers.program", "tea"], files)
    with closing(child), closing(PythonDriver(in_memory(files, "tea"))) as here:
        yield here, child


def both(
    drivers: Sequence[Driver], form: Form, act: Callable[[Client], Plain], *acts: httpx2.Response | Exception
) -> tuple[Plain, Kitchen, Time]:
    """What came of it, which is the same for both drivers, and what the last of them met."""
    met = []
    for driver in drivers:
        loop, kitchen, time = asyncio.new_event_loop(), Kitchen(acts), Time()
        opening = Opening(
            form=form, base_url="https://tea.example", settings=FrozenMap({"token": "a-key"}), listens=True
        )
        world = World(kitchen, time, time.wait, Random(1), loop.run_until_complete)
        met.append((act(driver.open_client(opening, world)), kitchen, time))
        loop.close()
    came, kitchen, time = met[-1]
    assert [each for each, *_ in met] == [came] * len(drivers)
    assert [each.said for _, each, _ in met] == [kitchen.said] * len(drivers)
    assert [each.now for *_, each in met] == [time.now] * len(drivers)
    return came, kitchen, time


def json(text: str, status: int = 200) -> httpx2.Response:
    return httpx2.Response(status, headers={"content-type": "application/json"}, content=text.encode())


def say(operation: str, way: str = "call", body: Plain = None, **more: Plain) -> Call:
    content_type = "application/json" if body is not None else ""
    return Call(request=Request(operation, content_type=content_type, body=freeze(body)), way=way, **more)  # type: ignore[arg-type]


FORMS: tuple[Form, ...] = ("sync", "async")
each_form = pytest.mark.parametrize("form", FORMS)


@each_form
@pytest.mark.parametrize("name", ["null", "not said"])
def test_every_digit_and_what_is_not_said_survive(drivers: Sequence[Driver], form: Form, name: str) -> None:
    body = TEA if name == "null" else {key: value for key, value in TEA.items() if key != "name"}
    text = '{"$kind":"$bytes","id":9007199254740993,"price":%s,"name":null,"more":{"$bytes":[1.0,{"$$":"\\ud800"}]}}'
    came, kitchen, _ = both(drivers, form, lambda client: client.call(say("createTea", body=body)), json(text % DIGITS))
    assert (b'"name":null' in kitchen.asked[0].content) is (name == "null")
    assert b'"id":1234567890123456789' in kitchen.asked[0].content
    assert b'"price":43.50' in kitchen.asked[0].content
    assert b'"picked":"2024-03-15"' in kitchen.asked[0].content
    assert came.returned["price"] == Decimal(DIGITS)
    assert came.returned["more"] == {"$bytes": [Decimal("1.0"), {"$$": "\ud800"}]}
    assert (came.returned["$kind"], came.returned["id"], came.returned["name"]) == ("$bytes", 9007199254740993, None)


@each_form
def test_files_go_and_bytes_come(drivers: Sequence[Driver], form: Form) -> None:
    content = bytes(range(256))
    file = SampleFile("leaf 叶.png", "image/png", content)
    request = Request("addLeaf", content_type="multipart/form-data", body=FrozenMap(), files=(("leaf", file),))
    answer = httpx2.Response(200, headers={"content-type": "image/png"}, content=content)
    came, kitchen, _ = both(drivers, form, lambda client: client.call(Call(request=request)), answer)
    assert came.returned == content
    assert content in kitchen.asked[0].content


@each_form
@pytest.mark.parametrize("error", BROKEN)
def test_what_a_network_does_is_met(drivers: Sequence[Driver], form: Form, error: type[Exception]) -> None:
    call = say("listTeas", options=Options(max_retries=1, timeout=3.5))
    came, kitchen, time = both(drivers, form, lambda client: client.call(call), error("it is the wire"))
    assert came.raised
    assert came.raised.kind == ("timeout" if error is httpx2.ReadTimeout else "transport")
    assert {"ClientError", "OSError"} <= {*came.raised.caught_as}
    assert len(kitchen.asked) == 2
    assert time.now > Time().now
    assert set(kitchen.said[0][4].values()) == {3.5}  # type: ignore[attr-defined]


@each_form
def test_a_refusal_says_all(drivers: Sequence[Driver], form: Form) -> None:
    answer = json('{"no": 1}', 404)
    came, _, _ = both(drivers, form, lambda client: client.call(say("listTeas", copy=Options(max_retries=0))), answer)
    assert came.raised
    told = came.raised
    assert (told.name, told.kind, told.status, told.raw) == ("NotFoundError", "not-found", 404, b'{"no": 1}')
    assert told.travels
    assert told.headers["content-type"] == "application/json"


@each_form
def test_a_whole_response_and_its_deviations(drivers: Sequence[Driver], form: Form) -> None:
    came, *_ = both(drivers, form, lambda client: client.call(say("listTeas", "response")), json('{"teas": 7}', 299))
    assert came.whole
    assert (came.whole.data, came.whole.status, came.whole.raw) == (FrozenMap({"teas": 7}), 299, b'{"teas": 7}')
    assert ("listTeas", "status") in came.deviations


@each_form
def test_pages_are_walked(drivers: Sequence[Driver], form: Form) -> None:
    acts = (json('{"teas": [{"id": 1}, {"id": 2}]}'), json('{"teas": [{"id": 3}]}'), json('{"teas": []}'))
    came, kitchen, _ = both(drivers, form, lambda client: client.call(say("listTeas", "items")), *acts)
    assert came.returned == [{"id": 1}, {"id": 2}, {"id": 3}]
    assert len(kitchen.asked) == 3
    came, kitchen, _ = both(drivers, form, lambda client: client.call(say("listTeas", "items", most=2)), *acts)
    assert came.returned == [{"id": 1}, {"id": 2}]
    assert len(kitchen.asked) == 1


@each_form
def test_a_stream_is_read_as_it_comes(drivers: Sequence[Driver], form: Form) -> None:
    bodies = [Leaves([b'data: {"price":%s}\n\n' % DIGITS.encode()] * 5) for _ in drivers]
    headers = {"content-type": "text/event-stream"}
    for driver, body in zip(drivers, bodies, strict=True):

        def read(client: Client, body: Leaves = body) -> Plain:
            reading = client.read(say("watch", "stream"))
            first = reading.next()
            assert (body.given < 4, body.closed) == (True, False)
            return first, reading.close()

        (first, ended), *_ = both([driver], form, read, httpx2.Response(200, headers=headers, stream=body))
        assert first == CallOutcome(returned={"price": Decimal(DIGITS)})
        assert ended == CallOutcome()
        assert body.closed


def test_what_a_client_says_to_people_is_not_shown(
    drivers: Sequence[Driver], capfd: pytest.CaptureFixture[str]
) -> None:
    call = say("listTeas", options=Options(max_retries=1))
    _, kitchen, _ = both(drivers, "sync", lambda client: client.call(call), json("{}", 503))
    slow = httpx2.Response(503, headers={"retry-after": "7"})
    _, _, time = both(drivers, "sync", lambda client: client.call(call), slow)
    assert time.now - Time().now >= 7
    assert capfd.readouterr().err == ""
    assert len(kitchen.asked) == 2


def test_calls_are_made_together(drivers: Sequence[Driver]) -> None:
    calls = [say("listTeas"), say("createTea", body={"id": "no number"}), say("listTeas")]
    came, kitchen, _ = both(drivers, "async", lambda client: client.call_together(calls), json("{}"))
    assert [each.raised and each.raised.kind for each in came] == [None, "invalid-parameter", None]
    assert len(kitchen.asked) == 2


@each_form
def test_connections_are_those_of_the_client(drivers: Sequence[Driver], form: Form) -> None:
    for driver in drivers:
        loop, time = asyncio.new_event_loop(), Time()
        world = World(Kitchen([json("{}")]), time, time.wait, Random(1), loop.run_until_complete)
        opening = Opening(form=form, base_url="https://tea.example", owns_connections=True)
        client = driver.open_client(opening, world)
        assert (client.close("copy"), client.has_connections()) == (CallOutcome(), True)
        assert (client.close("block"), client.has_connections()) == (CallOutcome(), False)
        assert all(text.startswith("<") for text in client.texts())
        loop.close()


def test_what_is_offered_and_written_is_the_same(drivers: tuple[Driver, Driver]) -> None:
    here, child = drivers
    assert here.offers == child.offers
    assert here.offers["listTeas"].pages
    assert [each.reading for each in here.offers["watch"].streams] == ["events"]
    body = here.offers["createTea"].body
    assert body
    assert ("$kind", "") in body.members
    request = Request("createTea", content_type="application/json", body=FrozenMap(TEA))
    assert here.write(request) == child.write(request)
    assert "43.50" in here.write(request)


def test_what_is_logged_is_heard(drivers: Sequence[Driver]) -> None:
    heard = []
    for word in ("tea.example", "coffee"):
        for driver in drivers:
            driver.listen(word)
            both([driver], "sync", lambda client: client.call(say("listTeas")), json("{}"))
            heard.append(driver.heard())
    assert heard[0] == heard[1] != ()
    assert heard[2:] == [(), ()]


PROGRAMS = {
    "print('no line', flush=True); input()": "a line is no message of the protocol",
    "import sys; print('the oven is cold', file=sys.stderr); sys.exit(3)": "code 3; it said: the oven is cold",
    "import sys; sys.stdin.read()": "was silent for 0.2 seconds",
    'input(); print(\'{"error": "no tea"}\', flush=True); input()': "cannot describe: no tea",
    'input(); print(\'{"ask": "sugar", "client": 0}\', flush=True); input()': "said what is not of the protocol",
    'input(); print(\'{"offers": {"a": 1}}\', flush=True); input()': "said what is not of the protocol",
}


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_that_fails_is_one_clear_failure(program: str, files: tuple[File, ...]) -> None:
    patience = 0.2 if "silent" in PROGRAMS[program] else 30.0
    driver = ChildDriver([sys.executable, "-c", program], files, patience)
    with closing(driver), pytest.raises(DriverError, match=PROGRAMS[program]):
        _ = driver.offers


def test_a_program_that_is_not_there_is_told(files: tuple[File, ...]) -> None:
    with pytest.raises(DriverError, match="cannot be started"):
        ChildDriver(["no-such-program-at-all"], files)
