"""What is seen of calls from outside: log lines, hooks, spans; and what every request is given."""

import asyncio
import logging
from collections.abc import Callable, Iterator
from typing import Any

import httpx2
import pytest
from opentelemetry import trace
from opentelemetry.instrumentation.httpx import HTTPX2ClientInstrumentor
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from .loopback import listening, written

SPEC = """
security: [{key: []}]
paths:
  /teas/{id}:
    get:
      operationId: getTea
      tags: [teas]
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: X-Shop, in: header, schema: {type: string}}
        - {name: cups, in: query, schema: {type: integer}}
      responses: {'200': {description: one, content: {application/json: {}}}}
  /few:
    get:
      operationId: few
      tags: [teas]
      x-qiyue-quota: {calls: 1, per: 10s}
      responses: {'204': {description: done}}
components: {securitySchemes: {key: {type: apiKey, in: query, name: k}}}
"""
MODES = pytest.mark.parametrize("mode", ["sync", "async"])
SECRET = "k-secret-1"


class Shop:
    """Answers with one status after the other, the last for ever."""

    def __init__(self, *answers: int | Exception) -> None:
        self.answers = list(answers) or [200]
        self.sent: list[httpx2.Request] = []

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.sent.append(request)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return httpx2.Response(answer, json={})


def call(made: Any, mode: str, shop: Shop, name: str = "get_tea", times: int = 1, **options: Any) -> None:
    given = {"id": "green"} if name == "get_tea" else {}
    if mode == "sync":
        client = made.client(shop, api_key=SECRET, **options)
        for _ in range(times):
            getattr(client.teas, name)(**given)
        return

    async def run() -> None:
        client = made.async_client(shop, api_key=SECRET, **options)
        for _ in range(times):
            await getattr(client.teas, name)(**given)

    asyncio.run(run())


@MODES
def test_one_line_for_each_attempt(make: Callable[[str], Any], mode: str, caplog: pytest.LogCaptureFixture) -> None:
    made = make(SPEC)
    with caplog.at_level(logging.INFO, made.package):
        call(made, mode, Shop(503, httpx2.ReadError("broken"), 200))
    lines = [record.getMessage() for record in caplog.records if record.levelno == logging.INFO]
    own = [line for line in lines if line.startswith("getTea: ")]
    assert [line.partition(" in ")[0] for line in own] == [
        "getTea: GET https://tea.example/teas/green: 503 server",
        "getTea: GET https://tea.example/teas/green: transport",
        "getTea: GET https://tea.example/teas/green: 200",
    ]
    assert ["again in" in line for line in own] == [True, True, False]
    assert {record.name for record in caplog.records if record.getMessage() in own} == {made.package}
    assert SECRET not in caplog.text


@MODES
def test_hooks_hear_of_every_attempt(make: Callable[[str], Any], mode: str) -> None:
    heard: list[tuple[str, int, int, str, bool]] = []

    def hear(name: str) -> Callable[[Any], None]:
        return lambda one: heard.append((name, one.number, one.status, one.failure, one.wait is not None))

    hooks = {name: hear(name) for name in ("on_request", "on_response", "on_retry")}
    call(make(SPEC), mode, Shop(503, 200), **hooks)
    assert heard == [
        ("on_request", 1, 0, "", False),
        ("on_response", 1, 503, "server", True),
        ("on_retry", 1, 503, "server", True),
        ("on_request", 2, 0, "", False),
        ("on_response", 2, 200, "", False),
    ]


@MODES
def test_waits_are_heard_of(make: Callable[[str], Any], mode: str) -> None:
    heard: list[Any] = []
    call(make(SPEC), mode, Shop(204), "few", times=2, on_wait=heard.append)
    (wait,) = heard
    assert (wait.operation, round(wait.seconds)) == ("few", 10)
    assert "quota" in wait.why


@pytest.mark.parametrize("name", ["on_request", "on_response", "on_retry", "on_wait"])
def test_a_hook_that_would_have_to_be_awaited_is_refused(make: Callable[[str], Any], wire: Any, name: str) -> None:
    async def hook(_: Any) -> None:
        return None

    made = make(SPEC)
    for wrong in (hook, "print"):
        with pytest.raises(made.module.InvalidRequestError, match=f"{name} is a function"):
            made.client(wire, api_key="k", **{name: wrong})


@MODES
def test_default_headers_and_query(make: Callable[[str], Any], mode: str) -> None:
    shop = Shop()
    common = {"default_headers": {"x-shop": "a", "user-agent": "mine/1"}, "default_query": {"cups": 1, "lang": "zh"}}
    call(make(SPEC), mode, shop, **common)
    (request,) = shop.sent
    assert (request.headers["X-Shop"], request.headers.get_list("User-Agent")) == ("a", ["mine/1"])
    assert str(request.url) == f"https://tea.example/teas/green?cups=1&lang=zh&k={SECRET}"


def test_what_the_call_says_wins_over_defaults(make: Callable[[str], Any]) -> None:
    shop = Shop()
    client = make(SPEC).client(shop, api_key="k", default_headers={"x-shop": "a"}, default_query={"cups": 1})
    client.teas.get_tea(id="green", x_shop="b", cups=2)
    other = client.with_options(default_headers={}, default_query={}, base_url="https://other.example/v2")
    other.teas.get_tea(id="green")
    first, second = shop.sent
    assert (first.headers.get_list("X-Shop"), first.url.params.get_list("cups")) == (["b"], ["2"])
    assert (second.headers.get_list("X-Shop"), str(second.url)) == ([], "https://other.example/v2/teas/green?k=k")


@pytest.mark.parametrize(
    "wrong", [{"default_headers": {"a": 1}}, {"default_headers": "a: b"}, {"default_query": ["a"]}]
)
def test_defaults_that_cannot_be_meant(make: Callable[[str], Any], wire: Any, wrong: dict[str, Any]) -> None:
    made = make(SPEC)
    with pytest.raises(made.module.InvalidRequestError, match=next(iter(wrong))):
        made.client(wire, api_key="k", **wrong)


@pytest.fixture
def spans(monkeypatch: pytest.MonkeyPatch) -> Iterator[InMemorySpanExporter]:
    """The spans of a test, with the instrumentation of httpx2 switched on; other tests are traced by nobody."""
    exporter, provider = InMemorySpanExporter(), TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    monkeypatch.setattr(trace, "get_tracer_provider", lambda: provider)
    instrumentor = HTTPX2ClientInstrumentor()
    instrumentor.instrument()
    yield exporter
    instrumentor.uninstrument()


@MODES
def test_a_span_for_each_attempt_and_no_credential_in_any(
    make: Callable[[str], Any], spans: InMemorySpanExporter, mode: str
) -> None:
    made = make(SPEC)
    answers = iter([written(b"{}", status="503 Busy"), written(b"{}")])
    with listening(lambda _: (next(answers),)) as far:

        async def run() -> None:
            async with made.module.AsyncTeaClient(api_key=SECRET, base_url=far.url) as client:
                await client.teas.get_tea(id="green")

        with trace.get_tracer("test").start_as_current_span("work"):
            if mode == "async":
                asyncio.run(run())
            else:
                with made.module.TeaClient(api_key=SECRET, base_url=far.url) as client:
                    client.teas.get_tea(id="green")
        url = f"{far.url}/teas/green"
        heads = far.heads
    first, second, work = spans.get_finished_spans()
    assert [first.name, second.name] == ["GET /teas/{id}"] * 2
    about = {"http.request.method": "GET", "url.full": url, "url.template": "/teas/{id}", "server.address": "127.0.0.1"}
    for span, more in (
        (first, {"http.response.status_code": 503, "error.type": "503"}),
        (second, {"http.response.status_code": 200, "http.request.resend_count": 1}),
    ):
        found = dict(span.attributes or {})
        assert isinstance(found.pop("server.port"), int)
        assert found == {**about, **more}
        assert span.parent
        assert span.parent.span_id == work.context.span_id
        assert SECRET not in span.to_json()
    assert f"{first.context.span_id:016x}" in heads[0]
    assert f"{second.context.span_id:016x}" in heads[1]


@MODES
def test_a_span_of_what_does_not_answer(make: Callable[[str], Any], spans: InMemorySpanExporter, mode: str) -> None:
    made = make(SPEC)
    with pytest.raises(made.module.TransportError):
        call(made, mode, Shop(httpx2.ReadError("broken")), max_retries=0)
    (span,) = spans.get_finished_spans()
    assert dict(span.attributes or {})["error.type"] == "ReadError"
