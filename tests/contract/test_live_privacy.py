"""Whatever a live server says, and however its address is written: no report shows a value, a password or a key."""

import json
from base64 import b64encode
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest

from qiyue.cli.main import run

from . import hostile

SPEC = """
openapi: 3.1.0
info: {title: Live, version: "1"}
servers: [{url: "https://prod.example.com"}]
security: [{user: []}]
x-qiyue-errors: {at: /code, codes: [{code: 0, kind: success}, {code: 41, kind: forbidden}]}
x-qiyue-envelope: {answer: {code: /code, message: /words}}
paths:
  /things:
    get:
      operationId: listThings
      responses:
        "200":
          description: ok
          headers: {X-Rest: {schema: {type: integer}}}
          content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Thing"}}}}
        4XX: {description: no, content: {application/json: {schema: {type: object}}}}
  /things/{id}:
    get:
      operationId: getThing
      parameters: [{name: id, in: path, required: true, schema: {type: string}, example: shown}]
      responses:
        "200":
          description: ok
          headers: {X-Rest: {schema: {type: integer}}}
          content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}
        4XX: {description: no, content: {application/json: {schema: {type: object}}}}
components:
  securitySchemes: {user: {type: http, scheme: basic}}
  schemas:
    Thing:
      type: object
      required: [id, name, n]
      additionalProperties: {type: integer}
      properties:
        id: {type: string}
        name: {type: string, maxLength: 3}
        n: {type: integer, maximum: 9}
        day: {type: string, format: date}
        kind: {enum: [tea, cup]}
        tags: {type: array, uniqueItems: true, items: {pattern: "^x"}}
        balances: {type: object, additionalProperties: {type: integer}}
        made: {anyOf: [{type: integer}, {type: boolean}]}
"""
DATA = ("IDCARD-110101199003077777", "987654.32", "13800138000", "Wang Xiaoming", "李雷", "lei@tea.example")
VALUES = [
    {"id": DATA[0], "name": DATA[3], "n": DATA[0]},
    {"id": DATA[2], "name": "x", "n": 987654.32, "day": DATA[2], "kind": DATA[3], "made": DATA[5]},
    {"id": DATA[4], "name": "x", "n": 987654, "tags": [DATA[3], DATA[3]], "balances": {DATA[5]: DATA[4]}},
    {"id": "1", "name": "x", "n": 1, DATA[3]: DATA[5]},
    {"id": DATA[2]},
    {"owner": {"of": DATA[3], DATA[4]: [DATA[1]]}},
    DATA[3],
    [{"id": DATA[0], "name": DATA[4], "n": 1}, [DATA[5]]],
    [[DATA[0]]],
]
JSON = "Content-Type: application/json"
REFUSALS = [
    {"code": 41, "words": f"{DATA[0]} may not see 987654.32 of '{DATA[3]}' <{DATA[5]}>", "owner": DATA[3]},
    {"code": DATA[0], "words": f"“{DATA[4]}” {DATA[2]}"},
    {"error": {"message": f"no {DATA[2]}", "of": DATA[3]}, DATA[5]: 1},
]
ANSWERS = {
    **{f"success {index}": hostile.says(json.dumps(value).encode()) for index, value in enumerate(VALUES)},
    **{
        f"refusal {index}": hostile.says(json.dumps(value).encode(), hostile.head("403 Wang Xiaoming", JSON))
        for index, value in enumerate(REFUSALS)
    },
    "no JSON": hostile.says(f'{{"id": "{DATA[0]}", "{DATA[3]}'.encode()),
    "a page": hostile.says(f"<p>{' '.join(DATA)}</p>".encode(), hostile.head("200 OK", "Content-Type: text/html")),
    "a refusing page": hostile.says(" ".join(DATA).encode(), hostile.head("500 No", "Content-Type: text/plain")),
    "headers": hostile.says(b"[]", hostile.head("200 OK", JSON, f"X-Rest: {DATA[3]}")),
    "a media type": hostile.says(b"[]", hostile.head("200 OK", f"Content-Type: text/x; name={DATA[3]}")),
    "a redirect": hostile.says(
        b"", hostile.head("302 Found", f"Location: https://{DATA[0]}:x@else.example/of/{DATA[2]}?a={DATA[5]}")
    ),
    "no HTTP": hostile.says(b"", f"HTTP {DATA[3]} {DATA[0]}\r\n".encode()),
}


@pytest.fixture
def spec(tmp_path: Path) -> str:
    path = tmp_path / "live.yaml"
    path.write_text(SPEC, "utf-8")
    return str(path)


def reported(spec: str, target: str, folder: Path, capsys: pytest.CaptureFixture[str], *options: str) -> Iterator[str]:
    """Give all that a run tells: on the terminal, in its files, as JSON."""
    command = ["contract", spec, "--target", target, "--rate", "1000", "--max-requests", "12", "--max-examples", "2"]
    run([*command, "--report", str(folder / "report"), *options])
    yield from capsys.readouterr()
    run([*command, "--json", *options])
    yield from capsys.readouterr()
    for path in (folder / "report").glob("*"):
        yield unescape(path.read_text("utf-8"))


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_no_report_shows_what_was_answered(
    spec: str, answer: hostile.Answer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with hostile.listening(answer) as url:
        texts = list(reported(spec, url, tmp_path, capsys))
    assert len(texts) >= 7
    assert any("listThings" in text for text in texts)
    for form in (form for value in DATA for form in (value, json.dumps(value)[1:-1], quote(value), "987654")):
        assert [text[max(0, at - 60) : at + 60] for text in texts if (at := text.find(form)) >= 0] == []


def test_place_and_shape_are_told(spec: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with hostile.listening(hostile.says(json.dumps([VALUES[0]]).encode())) as url:
        terminal, *_ = reported(spec, url, tmp_path, capsys)
    assert 'text(25) at /0/n is not of type "integer"' in terminal
    assert "text(13) at /0/name is longer than 3 characters" in terminal
    assert '[{"id": "text(25)", "name": "text(13)", "n": "text(25)"}]' in terminal
    with hostile.listening(hostile.says(json.dumps(REFUSALS[0]).encode(), hostile.head("403 No", JSON))) as url:
        terminal, *_ = reported(spec, url, tmp_path, capsys)
    assert "code 41: *** may not see *** of '***' <***>" in terminal


PASSWORD = "p:s/w @rd+1"
KEY = "a-key-of the=query"
TARGETS = {
    "plain": "http://tea:Pw-7531@{host}/v1",
    "of two letters": "http://tea:Q7@{host}",
    "percent-encoded": f"http://tea:{quote(PASSWORD, safe='')}@{{host}}/",
    "user alone": "http://Pw-7531@{host}",
    "in the query": f"http://{{host}}/v1?key={quote(KEY)}",
    "both": f"http://tea:Pw-7531@{{host}}/v1?a=1&key={quote(KEY, safe='')}",
}


def _echo(connection: hostile.socket.socket) -> None:
    """Refuse, and say again what was asked."""
    asked = connection.recv(65536).decode("latin-1")
    body = json.dumps({"code": 41, "words": asked, "of": asked.split()}).encode()
    connection.sendall(hostile.head("403 No", JSON, "Connection: close", f"Content-Length: {len(body)}"))
    connection.sendall(b"\r\n" + body)


@pytest.mark.parametrize("options", [(), ("--dry-run",)], ids=["sent", "dry"])
@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
def test_no_report_shows_a_credential(
    spec: str,
    target: str,
    options: tuple[str, ...],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LIVE_USERNAME", "tea-customer")
    monkeypatch.setenv("LIVE_PASSWORD", PASSWORD)
    seen: list[bytes] = []
    with hostile.listening(hostile.noting(_echo, seen)) as url:
        texts = list(reported(spec, target.format(host=url.removeprefix("http://")), tmp_path, capsys, *options))
    assert bool(seen) is not bool(options)
    assert any("curl" in text or "GET" in text for text in texts)
    pairs = (f"tea:{word}" for word in ("Pw-7531", "Q7", PASSWORD))
    secret = ("Pw-7531", ":Q7@", PASSWORD, KEY, f"tea-customer:{PASSWORD}", *pairs)
    encoded = (b64encode(each.encode()).decode() for each in secret)
    quoted = (form for each in secret for form in (quote(each), quote(each, safe=""), each.encode().hex()))
    for form in {*secret, *encoded, *quoted}:
        assert [text[max(0, at - 60) : at + 60] for text in texts if (at := text.find(form)) >= 0] == []


def test_the_query_of_a_target_goes_along(spec: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seen: list[bytes] = []
    with hostile.listening(hostile.noting(hostile.says(b"[]"), seen)) as url:
        list(reported(spec, f"{url}/v1?key=k-1", tmp_path, capsys))
    assert seen
    assert {request.split(b" ")[1].partition(b"?")[2] for request in seen} == {b"key=k-1"}
