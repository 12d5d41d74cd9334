"""Time and size end: of a call as a whole, of each of its steps, and of what is read."""

import asyncio
import gzip
import logging
import socket
import time
import zlib
from collections.abc import Callable, Iterator
from threading import Event, Thread
from typing import Any

import httpx2
import pytest

SPEC = """
paths:
  /teas:
    get: {operationId: list, tags: [teas], responses: {'200': {description: all, content: {application/json: {}}}}}
  /orders: {post: {operationId: order, tags: [teas], responses: {'204': {description: done}}}}
  /label: {get: {operationId: label, tags: [teas], responses: {'200': {description: a file, content: {image/png: {}}}}}}
  /slow: {get: {operationId: slow, tags: [teas], x-qiyue-timeout: 90, responses: {'204': {description: done}}}}
  /few:
    get:
      operationId: few
      tags: [teas]
      x-qiyue-quota: {calls: 1, per: 1h}
      responses: {'204': {description: done}}
"""
MODES = pytest.mark.parametrize("mode", ["sync", "async"])
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
DRIPS = {
    "the head": (b"", [*(bytes([byte]) for byte in HEAD[:30]), HEAD[30:] + b"Content-Length: 2\r\n\r\n{}"]),
    "a body with its length": (HEAD + b"Content-Length: 32\r\n\r\n", [b" "] * 30 + [b"{}"]),
    "chunks": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", [b"1\r\n \r\n"] * 30 + [b"2\r\n{}\r\n0\r\n\r\n"]),
    "one line": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", [b"0"] * 12 + [b"2\r\n{}\r\n0\r\n\r\n"]),
}


@pytest.fixture
def dripping() -> Iterator[Callable[[str], str]]:
    """Give a function that starts a server which sends an answer bit by bit, and gives its address."""
    listeners: list[socket.socket] = []

    def talk(connection: socket.socket, begin: bytes, drops: list[bytes]) -> None:
        with connection:
            try:
                connection.recv(65536)
                connection.sendall(begin)
                for drop in drops:
                    connection.sendall(drop)
                    time.sleep(0.1)
            except OSError:
                return

    def accept(listener: socket.socket, *answer: Any) -> None:
        while True:
            try:
                connection = listener.accept()[0]
            except OSError:
                return
            Thread(target=talk, args=(connection, *answer), daemon=True).start()

    def serve(what: str) -> str:
        listeners.append(socket.create_server(("127.0.0.1", 0)))
        Thread(target=accept, args=(listeners[-1], *DRIPS[what]), daemon=True).start()
        return f"http://127.0.0.1:{listeners[-1].getsockname()[1]}"

    yield serve
    for listener in listeners:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()


def call(made: Any, mode: str, name: str, given: dict[str, Any] | None = None, **options: Any) -> Any:
    """Call a method of a new client; ``given`` are options of the call."""
    if mode == "sync":
        with made.module.TeaClient(**options) as client:
            return getattr(client.teas, name)(**(given or {}))

    async def run() -> Any:
        async with made.module.AsyncTeaClient(**options) as client:
            return await getattr(client.teas, name)(**(given or {}))

    return asyncio.run(run())


@MODES
@pytest.mark.parametrize("what", DRIPS)
def test_what_comes_in_drips_ends_with_the_deadline(
    make: Callable[[str], Any], dripping: Callable[[str], str], what: str, mode: str
) -> None:
    made = make(SPEC)
    with pytest.raises(made.module.RequestTimeoutError, match=r"the deadline of 0\.5 s for the whole call") as caught:
        call(made, mode, "list", {"deadline": 0.5}, base_url=dripping(what))
    assert caught.value.deadline == 0.5


@MODES
@pytest.mark.parametrize(
    ("options", "seconds"),
    [
        ({"timeout": 0.4, "max_retries": 0}, 0.4),
        ({"timeout": {"connect": 0.1, "read": 0.2, "write": 0.1, "pool": 0.4}, "max_retries": 0}, 0.4),
        ({"timeout": 0.2, "max_retries": 1, "retry_budget": 0.0}, 0.4),
        ({"timeout": 0.2, "max_retries": 1, "retry_budget": 0.3}, 0.7),
    ],
)
def test_the_usual_deadline_is_what_attempts_and_waits_may_take(
    make: Callable[[str], Any], dripping: Callable[[str], str], options: dict[str, Any], seconds: float, mode: str
) -> None:
    made = make(SPEC)
    with pytest.raises(made.module.RequestTimeoutError) as caught:
        call(made, mode, "list", base_url=dripping("chunks"), **options)
    assert caught.value.deadline == pytest.approx(seconds)


@MODES
def test_connections_of_the_caller_keep_to_the_deadline_too(
    make: Callable[[str], Any], dripping: Callable[[str], str], mode: str
) -> None:
    made = make(SPEC)
    http = httpx2.Client() if mode == "sync" else httpx2.AsyncClient()
    with pytest.raises(made.module.RequestTimeoutError, match="deadline"):
        call(made, mode, "list", base_url=dripping("the head"), http_client=http, deadline=0.5)


@MODES
@pytest.mark.parametrize("given", [{"deadline": None}, {"deadline": 60}])
def test_a_slow_answer_may_take_as_long_as_the_caller_says(
    make: Callable[[str], Any], dripping: Callable[[str], str], given: dict[str, Any], mode: str
) -> None:
    options = {"timeout": 0.5, "max_retries": 0}
    assert call(make(SPEC), mode, "list", given, base_url=dripping("one line"), **options) == {}


@MODES
def test_files_have_no_deadline_of_their_own(
    make: Callable[[str], Any], dripping: Callable[[str], str], mode: str
) -> None:
    url = dripping("one line")
    assert call(make(SPEC), mode, "label", base_url=url, timeout=0.5, max_retries=0) == b"{}"


class Scripted:
    """Answers with one status after the other, the last for ever; time goes on by waiting only."""

    def __init__(self, made: Any, mode: str, *answers: httpx2.Response, **options: Any) -> None:
        self.made, self.mode, self.answers, self.options = made, mode, list(answers), options
        self.now, self.waits = 1_700_000_000.0, list[float]()
        self.sent: list[httpx2.Request] = []
        self.client: Any = None

    def _answer(self, request: httpx2.Request) -> httpx2.Response:
        self.sent.append(request)
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]

    def _sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds

    async def _sleep_too(self, seconds: float) -> None:
        self._sleep(seconds)

    def call(self, name: str, **given: Any) -> Any:
        transport = httpx2.MockTransport(self._answer)
        own: dict[str, Any] = {"clock": lambda: self.now, **self.options}
        if self.mode == "sync":
            http = own.pop("http", httpx2.Client)(transport=transport)
            self.client = self.client or self.made.module.TeaClient(http_client=http, sleep=self._sleep, **own)
            return getattr(self.client.teas, name)(**given)
        http = own.pop("http", httpx2.AsyncClient)(transport=transport)
        self.client = self.client or self.made.module.AsyncTeaClient(http_client=http, sleep=self._sleep_too, **own)

        async def run() -> Any:
            return await getattr(self.client.teas, name)(**given)

        return asyncio.run(run())


@MODES
def test_a_wait_that_ends_behind_the_deadline_is_not_begun(make: Callable[[str], Any], mode: str) -> None:
    made = make(SPEC)
    scripted = Scripted(made, mode, httpx2.Response(503, headers={"Retry-After": "5"}))
    with pytest.raises(made.module.ServerError):
        scripted.call("list", deadline=4)
    assert (scripted.waits, len(scripted.sent)) == ([], 1)
    with pytest.raises(made.module.ServerError):
        scripted.call("list", deadline=8, max_retries=9)
    assert len(scripted.sent) == 3


@MODES
def test_a_quota_is_not_waited_for_beyond_the_deadline(make: Callable[[str], Any], mode: str) -> None:
    made = make(SPEC)
    scripted = Scripted(made, mode, httpx2.Response(204))
    scripted.call("few")
    for _ in range(2):
        with pytest.raises(made.module.RequestTimeoutError, match=r"1 calls in 3600 s .* deadline of 300 s"):
            scripted.call("few")
    assert (scripted.waits, len(scripted.sent)) == ([], 1)
    scripted.call("few", deadline=None)
    assert scripted.waits == [3600], "a call that was refused has taken no turn"


@MODES
def test_a_clock_that_is_set_back_delays_nothing(make: Callable[[str], Any], mode: str) -> None:
    scripted = Scripted(make(SPEC), mode, httpx2.Response(200, json={}))
    scripted.call("few")
    scripted.now += 3599
    scripted.call("list")
    scripted.now -= 3600
    scripted.call("few")
    assert scripted.waits == [1]


@MODES
def test_the_retry_budget_is_an_option(make: Callable[[str], Any], mode: str) -> None:
    made = make(SPEC)
    scripted = Scripted(made, mode, httpx2.Response(503, headers={"Retry-After": "50"}), deadline=None)
    for given, often in (({}, 1 + 2), ({"retry_budget": 60}, 1 + 1), ({"retry_budget": 0}, 1)):
        scripted.sent.clear()
        with pytest.raises(made.module.ServerError):
            scripted.call("list", **given, max_retries=5)
        assert len(scripted.sent) == often


@MODES
def test_long_waits_are_announced(make: Callable[[str], Any], mode: str, caplog: pytest.LogCaptureFixture) -> None:
    made = make(SPEC)
    answers = (httpx2.Response(503, headers={"Retry-After": "30"}), httpx2.Response(503), httpx2.Response(200, json={}))
    with caplog.at_level(logging.WARNING, made.package):
        Scripted(made, mode, *answers).call("list")
    (record,) = caplog.records
    assert record.name == made.package
    assert record.getMessage().startswith("list waits 30.")


_OWN = httpx2.Timeout(7, connect=2)


@MODES
@pytest.mark.parametrize(
    ("name", "own", "client", "given", "read", "connect"),
    [
        ("list", None, {}, {}, 60, 60),
        ("list", None, {"timeout": 5}, {}, 5, 5),
        ("list", None, {"timeout": 5}, {"timeout": 4}, 4, 4),
        ("list", None, {"timeout": {"connect": 2, "read": 90}}, {}, 90, 2),
        ("list", None, {"timeout": httpx2.Timeout(9, connect=None)}, {"deadline": None}, 9, None),
        ("list", _OWN, {}, {}, 7, 2),
        ("list", _OWN, {"timeout": 5}, {}, 5, 5),
        ("list", _OWN, {}, {"timeout": 4}, 4, 4),
        ("slow", None, {}, {}, 90, 90),
        ("slow", _OWN, {}, {}, 7, 2),
        ("list", None, {}, {"deadline": 3}, 3, 3),
    ],
)
def test_which_timeouts_count(
    make: Callable[[str], Any],
    name: str,
    own: httpx2.Timeout | None,
    client: dict[str, Any],
    given: dict[str, Any],
    read: float,
    connect: float | None,
    mode: str,
) -> None:
    def http(transport: Any) -> Any:
        kind = httpx2.Client if mode == "sync" else httpx2.AsyncClient
        return kind(transport=transport, timeout=own) if own else kind(transport=transport)

    scripted = Scripted(make(SPEC), mode, httpx2.Response(200, json={}), http=http, **client)
    scripted.call(name, **given)
    timeout = scripted.sent[0].extensions["timeout"]
    assert (timeout["read"], timeout["connect"]) == (read, connect)


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"timeout": {"reed": 1}}, TypeError),
        ({"timeout": {"read": "1"}}, TypeError),
        ({"timeout": {"read": 0}}, ValueError),
        ({"deadline": "5"}, TypeError),
        ({"deadline": 0}, ValueError),
        ({"max_response_bytes": 1.5}, TypeError),
        ({"max_response_bytes": 0}, TypeError),
        ({"retry_budget": -1}, TypeError),
        ({"retry_budget": "1"}, TypeError),
    ],
)
def test_options_that_cannot_be_meant(
    make: Callable[[str], Any], wire: Any, wrong: dict[str, Any], error: type[Exception]
) -> None:
    client = make(SPEC).client(wire)
    for act in (lambda: client.with_options(**wrong), lambda: client.teas.list(**wrong)):
        with pytest.raises(error, match=next(iter(wrong))):
            act()
    assert wire.sent == []


PACKED = {"content-encoding": "gzip"}
LONG = b'"' + b"x" * 1000 + b'"'
PACKED_LONG = gzip.compress(LONG, mtime=0)


@MODES
@pytest.mark.parametrize(
    ("content", "headers", "most", "told"),
    [
        (LONG, {}, 1002, ""),
        (LONG, {}, 1001, "max_response_bytes=1001"),
        (PACKED_LONG, PACKED, 1002, ""),
        (PACKED_LONG, PACKED, 1001, "max_response_bytes=1001"),
        (PACKED_LONG, PACKED, None, ""),
        (b"not packed", PACKED, None, "content encoding gzip is broken"),
    ],
)
def test_answers_are_read_up_to_a_size(
    make: Callable[[str], Any], content: bytes, headers: dict[str, str], most: int | None, told: str, mode: str
) -> None:
    def stream() -> httpx2.Response:
        given = {"content-type": "application/json", **headers}
        return httpx2.Response(200, headers=given, stream=Pieces(content))

    made = make(SPEC)
    if not told:
        assert Scripted(made, mode, stream()).call("list", max_response_bytes=most) == "x" * 1000
        return
    with pytest.raises(made.module.UndecodableError, match=told) as caught:
        Scripted(made, mode, stream()).call("list", max_response_bytes=most)
    assert (caught.value.status, caught.value.headers["content-type"]) == (200, "application/json")


class Pieces(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """A body that is not there before it is read."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self.read = 0

    def __iter__(self) -> Iterator[bytes]:
        for at in range(0, len(self._content), 4096):
            self.read += 1
            yield self._content[at : at + 4096]

    async def __aiter__(self) -> Any:
        for piece in self:
            yield piece


@MODES
def test_an_answer_that_was_made_to_fill_the_memory_is_not_read_to_its_end(
    make: Callable[[str], Any], mode: str
) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join([packer.compress(b" " * 2**20) for _ in range(64)] + [packer.flush()])

    def answer() -> tuple[Pieces, httpx2.Response]:
        pieces = Pieces(bomb)
        return pieces, httpx2.Response(200, headers={"content-type": "application/json", **PACKED}, stream=pieces)

    made = make(SPEC)
    pieces, response = answer()
    with pytest.raises(made.module.UndecodableError, match="give max_response_bytes="):
        Scripted(made, mode, response).call("list")
    assert pieces.read < len(bomb) / 4096 * 0.75
    with pytest.raises(made.module.UndecodableError, match="answer is empty"):
        Scripted(made, mode, answer()[1]).call("list", max_response_bytes=None)


@MODES
def test_a_failure_keeps_its_status_and_its_retries_where_the_body_cannot_be_read(
    make: Callable[[str], Any], mode: str
) -> None:
    made = make(SPEC)
    broken = [httpx2.Response(503, headers=PACKED, stream=Pieces(b"no gzip")) for _ in range(3)]
    scripted = Scripted(made, mode, *broken)
    with pytest.raises(made.module.ServerError) as caught:
        scripted.call("list")
    assert (caught.value.status, len(scripted.sent)) == (503, 3)


TOKEN = """
security: [{token: []}]
paths:
  /teas: {get: {operationId: list, tags: [teas], responses: {'204': {description: all}}}}
  /token:
    post:
      operationId: askToken
      tags: [teas]
      security: []
      requestBody: {content: {application/json: {schema: {type: object, properties: {key: {type: string}}}}}}
      responses: {'200': {description: one, content: {application/json: {schema: {$ref: '#/components/schemas/T'}}}}}
components:
  schemas: {T: {type: object, properties: {t: {type: string}}}}
  securitySchemes:
    token:
      type: http
      scheme: bearer
      x-qiyue-token:
        operation: askToken
        request: {/key: secret}
        token: /t
"""


def test_who_waits_for_a_token_keeps_to_his_own_deadline(make: Callable[[str], Any]) -> None:
    made = make(TOKEN)
    asked, go_on = Event(), Event()

    def answer(request: httpx2.Request) -> httpx2.Response:
        if request.url.path != "/token":
            return httpx2.Response(204)
        asked.set()
        go_on.wait(20)
        return httpx2.Response(200, json={"t": "one"})

    http = httpx2.Client(transport=httpx2.MockTransport(answer))
    secret = next(iter(made.module._service.SERVICE.schemes)).credentials[0].argument
    client = made.module.TeaClient(http_client=http, **{secret: "s"})
    first = Thread(target=client.teas.list)
    first.start()
    assert asked.wait(20)
    with pytest.raises(made.module.RequestTimeoutError, match="somebody else is still getting the token"):
        client.teas.list(deadline=0.2)
    go_on.set()
    first.join(20)
    client.teas.list(deadline=20)
