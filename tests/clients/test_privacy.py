"""No frame of a client shows a key, neither in a local nor in what led to an error: Sentry and loguru print them."""

import asyncio
import traceback
from base64 import b64encode
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any
from urllib.parse import quote

import httpx2
import pytest

KEY = "sk_live/Zq7+8842 51"
USER = "tea-house-7"
HEAD = "openapi: 3.1.0\ninfo: {title: Tea House, version: '1.2'}\n"
SERVED = f"{HEAD}servers: [{{url: https://tea.example}}]\n"
SPEC = """
paths:
  /teas/{id}:
    get:
      operationId: get
      tags: [teas]
      security: [SECURITY]
      parameters:
        - {name: id, in: path, required: true, schema: {type: integer}}
        - {name: kind, in: query, schema: {type: array, items: {type: string}}}
      responses: {'200': {description: a, content: {application/json: {schema: {$ref: '#/components/schemas/Tea'}}}}}
  /signed:
    post:
      operationId: sign
      tags: [teas]
      x-qiyue-signature: {over: body, join: key-value, steps: [{append: secret}, {digest: DIGEST}], put: /sign}
      requestBody: {content: {application/json: {schema: {type: object, properties: {
        note: {type: string}, inner: {type: object}, sign: {type: string}}}}}}
      responses: {'200': {description: a, content: {application/json: {schema: {$ref: '#/components/schemas/Tea'}}}}}
  /token:
    post:
      operationId: makeToken
      tags: [tokens]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Asked'}}}}
      responses: {'200': {description: a, content: {application/json: {schema: {$ref: '#/components/schemas/Token'}}}}}
  /places:
    post:
      operationId: store
      tags: [files]
      x-qiyue-upload: {address: /url, result: /name}
      responses: {'200': {description: one, content: {application/json: {schema: {type: object, properties: {
        url: {type: string}, name: {type: string}}}}}}}
components:
  schemas:
    Tea: {type: object, required: [id], properties: {id: {type: integer}}}
    Asked: {type: object, required: [secret], properties: {secret: {type: string, maxLength: LONGEST}}}
    Token: {type: object, required: [for], properties: {token: {type: string}, for: {type: integer}}}
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    app: {type: apiKey, in: query, name: app}
    jar: {type: apiKey, in: cookie, name: sid}
    user: {type: http, scheme: basic}
    other: {type: http, scheme: bearer}
    token:
      type: http
      scheme: bearer
      x-qiyue-token: {operation: makeToken, request: {/secret: client_secret}, token: /token, lifetime: /for}
"""
ALL_KEYS = ("api_key", "app", "jar", "password", "other_token", "client_secret", "secret")


def echo(request: httpx2.Request) -> httpx2.Response:
    said = " ".join([*request.headers.values(), *request.url.params.values(), request.content.decode("latin-1")])
    return httpx2.Response(500, json={"message": f"no: {said}", "asked": [said, KEY]})


def echo_bare(request: httpx2.Request) -> httpx2.Response:
    return httpx2.Response(200, content=f"<p>{dict(request.headers)} {KEY}</p>", headers={"content-type": "text/html"})


def without_id(_: httpx2.Request) -> httpx2.Response:
    return httpx2.Response(200, json={"other": KEY})


def token_without_lifetime(_: httpx2.Request) -> httpx2.Response:
    return httpx2.Response(200, json={"token": KEY, "for": None, "url": f"https://far.example/{KEY}?{KEY}"})


def no_file(request: httpx2.Request) -> httpx2.Response:
    if request.url.host == "far.example":
        raise httpx2.ReadError("gone", request=request)
    return httpx2.Response(200, json={"url": f"https://far.example/f?signature={quote(KEY)}", "name": "f-1"})


def raising(error: Exception) -> Callable[[httpx2.Request], httpx2.Response]:
    def answer(_: httpx2.Request) -> httpx2.Response:
        raise error

    return answer


def get(client: Any) -> Any:
    return client.teas.get(id=1)


GET: dict[str, Any] = {"do": get}
# what is changed in the document, what answers, what is called, with which constructor's arguments
CALLS: dict[str, dict[str, Any]] = {
    "not reached": {"answer": raising(httpx2.ConnectError("no route"))},
    "cut": {"answer": raising(httpx2.ReadError(""))},
    "too slow": {"answer": raising(httpx2.ReadTimeout(""))},
    "an error of the transport's own": {"answer": raising(RuntimeError("what"))},
    "a server error that echoes": {"answer": echo},
    "a page of HTML that echoes": {"answer": echo_bare},
    "an answer of another type": {"answer": without_id},
    "a wrong argument": {"do": lambda client: client.teas.get(id="x")},
    "a wrong value of a header": {"do": lambda client: client.teas.get(id=1, extra_headers={"X-Key": f"{KEY}\n"})},
    "a key of one call": {
        "do": lambda client: client.teas.get(id=1, extra_headers={"X-Key": KEY}, extra_query={"a": KEY}),
        "answer": echo,
    },
    "an option that is none": {"do": lambda client: client.teas.get(id=1, api_key=KEY)},
    "options that are none": {"do": lambda client: client.with_options(api_key=KEY)},
    "a key of two lines": {"keys": {"api_key": f"{KEY}\nx"}},
    "a key with half a character": {"keys": {"api_key": f"{KEY}\udc80"}},
    "a key as bytes": {"keys": {"api_key": KEY.encode()}},
    "a cookie of two lines": {"security": "{jar: []}", "keys": {"jar": f"{KEY}\nx"}},
    "a key in the query": {"security": "{app: []}", "answer": echo},
    "a key in a cookie": {"security": "{jar: []}", "answer": echo},
    "user and password": {"security": "{user: []}", "answer": raising(httpx2.ConnectError(""))},
    "a bearer": {"security": "{other: []}", "answer": echo},
    "one of two keys": {"security": "{key: [], app: []}", "keys": {"app": None}},
    "a misspelt argument": {"keys": {"api_kye": KEY}},
    "no address": {"head": HEAD},
    "a password in the address": {"keys": {"base_url": f"https://u:{quote(KEY, safe='')}@tea.example"}, "answer": echo},
    "a wrong address": {"keys": {"base_url": f"ftp://u:{quote(KEY, safe='')}@tea.example"}},
    "an address without a host": {"keys": {"base_url": f"https://:{quote(KEY, safe='')}@"}},
    "a digest that nobody has": {"digest": "sm3", "do": lambda client: client.teas.sign(note="n")},
    "what cannot be signed": {"do": lambda client: client.teas.sign(inner={"a": [1]})},
    "a refused signature": {"do": lambda client: client.teas.sign(note="n"), "answer": echo},
    "no token": {"security": "{token: []}", "answer": echo},
    "no token comes": {"security": "{token: []}", "answer": raising(httpx2.ReadError(""))},
    "a token that cannot be read": {"security": "{token: []}", "answer": token_without_lifetime},
    "a secret that is too long for its token": {"security": "{token: []}", "longest": "3"},
    "an upload whose address is refused": {"do": lambda client: client.files.store(file=b"1"), "answer": echo},
    "an upload without a result": {
        "do": lambda client: client.files.store(file=b"1"),
        "answer": token_without_lifetime,
    },
    "a lost upload": {"do": lambda client: client.files.store(file=b"1"), "answer": no_file},
}


@pytest.mark.parametrize("source", ["arguments", "environment"])
@pytest.mark.parametrize("mode", ["sync", "async"])
@pytest.mark.parametrize("name", CALLS)
def test_no_frame_shows_a_key(make: Callable[..., Any], name: str, mode: str, source: str) -> None:
    case = {"answer": without_id, "head": SERVED, "security": "{key: []}", "keys": {}, **GET, **CALLS[name]}
    text = SPEC.replace("SECURITY", case["security"]).replace("DIGEST", case.get("digest", "hmac-sha256"))
    made = make(text.replace("LONGEST", case.get("longest", "100")), head=case["head"])
    options = _given(made, source) | case["keys"]
    with pytest.raises(Exception) as caught:  # noqa: PT011  whatever it is, it shows no key
        _call(made, mode, case, options)
    shown = list(_shown(caught.value, made.folder / made.package))
    assert shown
    assert [text for text in shown if any(form in text for form in FORMS)] == []


def _given(made: Any, source: str) -> dict[str, Any]:
    code = (made.folder / made.package / "_client.py").read_text("utf-8")
    keys = {name: KEY for name in ALL_KEYS if f" {name}: str | None" in code} | {"username": USER}
    assert len(keys) > 5
    if source == "arguments":
        return {**keys, "environment": {"SOME_KEY": KEY}}
    return {"environment": {f"{made.package}_{name}".upper(): value for name, value in keys.items()}}


def _call(made: Any, mode: str, case: dict[str, Any], options: dict[str, Any]) -> None:
    transport = httpx2.MockTransport(case["answer"])
    options = {"max_retries": 0, **options}
    if mode == "sync":
        case["do"](made.module.TeaClient(http_client=httpx2.Client(transport=transport), **options))
        return

    async def run() -> None:
        client = made.module.AsyncTeaClient(http_client=httpx2.AsyncClient(transport=transport), **options)
        await case["do"](client)

    asyncio.run(run())


def _shown(error: BaseException | None, package: Path) -> Iterator[str]:
    """Give all texts of an error and of what it came of, and each local of the client's frames."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield f"{error} {error!r}"
        told = traceback.TracebackException.from_exception(error, capture_locals=True)
        for frame, summary in zip(_frames(error), told.stack, strict=True):
            if frame.f_code.co_filename.startswith(str(package)):
                yield from (summary.locals or {}).values()
                yield from map(_deep, frame.f_locals.values())
        error = error.__cause__ or error.__context__


def _deep(value: Any) -> str:
    """Write a value as tools do that look into containers, and into whatever shows its fields."""
    if isinstance(value, dict):
        return " ".join(f"{_deep(name)} {_deep(each)}" for name, each in value.items())
    if isinstance(value, list | tuple | set):
        return " ".join(map(_deep, value))
    return f"{value!r} {value}"


def _frames(error: BaseException) -> Iterator[FrameType]:
    yield from (frame for frame, _ in traceback.walk_tb(error.__traceback__))


def _forms(key: str) -> Iterator[str]:
    raw = key.encode()
    yield from (key, quote(key), quote(key, safe=""), raw.hex(), raw.hex().upper())
    yield from (b64encode(each).decode() for each in (raw, f"{USER}:{key}".encode(), f"u:{key}".encode()))


FORMS = tuple(_forms(KEY))


def test_a_masked_key_is_sent(make: Callable[..., Any], wire: Any) -> None:
    text = SPEC.replace("SECURITY", "{key: [], app: []}").replace("DIGEST", "md5").replace("LONGEST", "9")
    wire.content = b'{"id": 1}'
    teas = make(text).client(wire, api_key="k-1", app="k-2").teas
    teas.get(id=1, extra_headers={"X-More": "m"}, extra_query={"q": "n"})
    assert (wire.sent[-1].headers["x-key"], wire.sent[-1].headers["x-more"]) == ("k-1", "m")
    assert wire.url == "https://tea.example/teas/1?q=n&app=k-2"
