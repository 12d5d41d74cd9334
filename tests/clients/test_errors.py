"""What a person reads in an error: who was asked, how often, what came, what was wanted instead, and what to do."""

import asyncio
import pickle
import socket
from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from .loopback import listening

SPEC = """
security: [{key: []}]
paths:
  /teas:
    get: {operationId: list, tags: [teas], responses: {'200': {description: all, content: {application/json: {}}}}}
    post:
      operationId: add
      tags: [teas]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [picked, leaves]
              properties:
                picked: {type: string, format: date}
                at: {type: string, format: date-time}
                cups: {type: integer}
                sold: {type: boolean}
                notes: {type: array, items: {type: string}}
                leaves: {type: array, items: {$ref: '#/components/schemas/Leaf'}}
      responses: {'204': {description: done}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
  schemas: {Leaf: {type: object, required: [abstract], properties: {abstract: {type: string}, price: {type: number}}}}
"""
MODES = pytest.mark.parametrize("mode", ["sync", "async"])


def call(made: Any, mode: str, **options: Any) -> Any:
    if mode == "sync":
        with made.module.TeaClient(api_key="k-secret-1", **options) as client:
            return client.teas.list()

    async def run() -> Any:
        async with made.module.AsyncTeaClient(api_key="k-secret-1", **options) as client:
            return await client.teas.list()

    return asyncio.run(run())


async def no_pause(_: float) -> None:
    return None


def at_once(mode: str) -> dict[str, Any]:
    return {"sleep": no_pause if mode == "async" else lambda _: None}


def answering(mode: str, response: Callable[[httpx2.Request], httpx2.Response]) -> dict[str, Any]:
    http = httpx2.AsyncClient if mode == "async" else httpx2.Client
    return {"http_client": http(transport=httpx2.MockTransport(response)), **at_once(mode)}


@pytest.fixture
def closed_port() -> int:
    """A port of the loopback at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


@MODES
def test_a_failure_to_connect_names_the_host_and_the_attempts(
    make: Callable[[str], Any], closed_port: int, mode: str
) -> None:
    made = make(SPEC)
    with pytest.raises(
        made.module.TransportError, match=rf"list: .* \(127\.0\.0\.1:{closed_port}, 3 attempts in "
    ) as no:
        call(made, mode, base_url=f"http://me:pass@127.0.0.1:{closed_port}/v1?a=b", **at_once(mode))
    error = pickle.loads(pickle.dumps(no.value))
    assert (error.host, error.port, error.attempts, error.proxy) == ("127.0.0.1", closed_port, 3, "")
    assert error.elapsed > 0
    assert "pass" not in str(error)


@MODES
def test_a_proxy_is_named(
    make: Callable[[str], Any], closed_port: int, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"http://me:pass@127.0.0.1:{closed_port}")
    monkeypatch.delenv("no_proxy", raising=False)
    made = make(SPEC)
    with pytest.raises(made.module.TransportError) as caught:
        call(made, mode, base_url="http://tea.example:8080", max_retries=0)
    assert f"(tea.example:8080 through the proxy http://127.0.0.1:{closed_port}, 1 attempt in" in str(caught.value)
    assert (caught.value.host, caught.value.proxy) == ("tea.example", f"http://127.0.0.1:{closed_port}")


@MODES
def test_a_wrong_certificate_is_told_at_once(make: Callable[[str], Any], mode: str) -> None:
    made = make(SPEC)
    with listening(lambda _: (b"",), tls=True) as far:
        with pytest.raises(made.module.CertificateError, match="certificate is not accepted: self") as caught:
            call(made, mode, base_url=far.url, **at_once(mode))
        assert isinstance(caught.value, made.module.TransportError)
        assert (caught.value.attempts, len(far.connections)) == (1, 1)


@MODES
def test_errors_of_httpx2_without_words_get_some(make: Callable[[str], Any], mode: str) -> None:
    made = make(SPEC)

    def breaks(_: httpx2.Request) -> httpx2.Response:
        raise httpx2.ReadError("")

    with pytest.raises(made.module.TransportError, match="ReadError: the connection broke before the answer was there"):
        call(made, mode, **answering(mode, breaks))


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (httpx2.ConnectTimeout(""), "no connection within 2 s"),
        (httpx2.ReadTimeout(""), "no answer within 9 s"),
        (httpx2.WriteTimeout(""), "the request could not be sent within 8 s"),
        (httpx2.PoolTimeout(""), "no connection of the pool was free within 1 s"),
    ],
)
def test_a_timeout_says_which_one(make: Callable[[str], Any], error: Exception, told: str) -> None:
    made = make(SPEC)

    def late(_: httpx2.Request) -> httpx2.Response:
        raise error

    steps = {"connect": 2, "read": 9, "write": 8, "pool": 1}
    with pytest.raises(made.module.RequestTimeoutError, match=told):
        call(made, "sync", timeout=steps, **answering("sync", late))


HTML = "<html>请登录 k-secret-1</html>"


@MODES
@pytest.mark.parametrize(
    ("status", "content", "headers", "told"),
    [
        (
            200,
            HTML.encode(),
            {"content-type": "text/html"},
            "list: HTTP 200: the answer is text/html, not JSON, which begins: <html>请登录 ***</html> (tea.example",
        ),
        (
            200,
            HTML.encode("gbk"),
            {"content-type": "text/html; charset=gbk"},
            "which begins: <html>请登录 ***</html> (tea.example",
        ),
        (204, b"", {}, "list: HTTP 204: the answer is empty (tea.example"),
        (
            502,
            HTML.encode("gbk"),
            {"content-type": "text/html; charset=gbk"},
            "list: HTTP 502: <html>请登录 ***</html> (tea.example, 3 attempts in 0.0 s",
        ),
        (
            200,
            b"{\xff",
            {"content-type": "application/json", "content-encoding": "x"},
            "(its content encoding is x, which this client may not read)",
        ),
    ],
)
def test_the_first_words_of_what_is_no_json(
    make: Callable[[str], Any], status: int, content: bytes, headers: dict[str, str], told: str, mode: str
) -> None:
    made = make(SPEC)

    def answer(_: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(status, content=content, headers=headers)

    with pytest.raises(made.module.ClientError) as caught:
        call(made, mode, clock=lambda: 1.0, **answering(mode, answer))
    assert told in str(caught.value)
    assert caught.value.status == status


@MODES
@pytest.mark.parametrize("name", ["X-Request-Id", "x-acs-request-id", "X-Tt-Logid"])
def test_the_vendors_name_of_a_request(make: Callable[[str], Any], name: str, mode: str) -> None:
    made = make(SPEC)
    refused = httpx2.Response(404, json={"message": "no"}, headers={name: "r-17"})
    with pytest.raises(made.module.NotFoundError, match=r"HTTP 404: no \(tea\.example, request r-17\)") as caught:
        call(made, mode, **answering(mode, lambda _: refused))
    assert caught.value.request_id == "r-17"
    good = httpx2.Response(200, json={}, headers={name: "r-18"})
    client = made.module.TeaClient(api_key="k", **answering("sync", lambda _: good))
    response = client.teas.with_raw_response.list()
    assert (response.request_id, response.attempts, response.origin) == ("r-18", 1, "https://tea.example")


@MODES
def test_a_closed_client_says_so(make: Callable[[str], Any], mode: str) -> None:
    made = make(SPEC)

    async def run() -> None:
        client = made.module.AsyncTeaClient(api_key="k")
        await client.close()
        await client.with_options(timeout=1).teas.list()

    def run_sync() -> None:
        client = made.module.TeaClient(api_key="k")
        client.close()
        client.with_options(timeout=1).teas.list()

    with pytest.raises(made.module.InvalidRequestError, match="the client is closed"):
        asyncio.run(run()) if mode == "async" else run_sync()


def test_the_other_kind_of_connections_is_refused(make: Callable[[str], Any]) -> None:
    module = make(SPEC).module
    with pytest.raises(
        module.InvalidRequestError, match=r"AsyncClient: give a httpx2\.Client, or use the client .* Async"
    ):
        module.TeaClient(api_key="k", http_client=httpx2.AsyncClient())
    with httpx2.Client() as http, pytest.raises(module.InvalidRequestError, match=r"give a httpx2\.AsyncClient"):
        module.AsyncTeaClient(api_key="k", http_client=http)
    with pytest.raises(module.InvalidRequestError, match=r"http_client is a builtins\.str: give a httpx2\.Client$"):
        module.TeaClient(api_key="k", http_client="http://proxy.example")


@pytest.mark.parametrize("address", ["socks5://me:pass@127.0.0.1:1080", "socks://127.0.0.1:1080"])
@pytest.mark.parametrize("variable", ["ALL_PROXY", "all_proxy"])
def test_a_proxy_that_cannot_be_used_is_named_by_its_variable(
    make: Callable[[str], Any], address: str, variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = make(SPEC).module
    monkeypatch.setenv(variable, address)
    for form in (module.TeaClient, module.AsyncTeaClient):
        with pytest.raises(module.InvalidRequestError, match=r"ALL_PROXY=.*trust_env=False") as caught:
            form(api_key="k")
        assert "pass" not in str(caught.value)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"base_url": lambda: "http://tea.example"}, "base_url is a text, not function"),
        ({"base_url": "http://tea.example:99999"}, "no port from 1 to 65535"),
        ({"base_url": "http://tea.example:http"}, "no port from 1 to 65535"),
        ({"api_key": 17}, "api_key is a text, not int"),
    ],
)
def test_options_that_cannot_be_meant(make: Callable[[str], Any], wrong: dict[str, Any], told: str) -> None:
    module = make(SPEC).module
    with pytest.raises(module.InvalidRequestError, match=told):
        module.TeaClient(**{"api_key": "k", **wrong})


LEAVES = [{"abstract": "a"}]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"picked": "2026-02-29"}, "/picked: a date YYYY-MM-DD; came text(10)"),
        ({"picked": 20260228}, "/picked: a date YYYY-MM-DD; came integer"),
        ({"at": "noon"}, "/at: a date and time YYYY-MM-DDThh:mm:ss; came text(4)"),
        ({"cups": "many"}, "/cups: a whole number; came text(4)"),
        ({"cups": 1.5}, "/cups: a whole number; came number"),
        ({"sold": "perhaps"}, "/sold: true or false; came text(7)"),
        ({"notes": {"a": 1}}, "/notes: a list; came object(1)"),
        ({"notes": [1]}, "/notes/0: text; came integer"),
        ({"leaves": [{"abstrakt": "a"}]}, "/leaves/0/abstract: required, did you mean it by abstrakt?"),
        ({"leaves": [{"colour": "a"}]}, "/leaves/0/abstract: required"),
        ({"leaves": [{"abstract": "a", "price": "dear"}]}, "/leaves/0/price: a decimal number; came text(4)"),
        (
            {"leaves": [{"abstract": "a", "price": float("nan")}]},
            "/leaves/0/price: a decimal number; came no finite number",
        ),
        ({"leaves": ["leaf"]}, "/leaves/0: an object; came text(4)"),
    ],
)
def test_a_refusal_says_what_is_wanted(make: Callable[[str], Any], wire: Any, given: dict[str, Any], told: str) -> None:
    made = make(SPEC)
    with pytest.raises(made.module.InvalidRequestError) as caught:
        made.client(wire, api_key="k").teas.add(**{"picked": "2026-02-28", "leaves": LEAVES, **given})
    assert told in str(caught.value).removeprefix("add: ").split("; /")
    assert wire.sent == []
