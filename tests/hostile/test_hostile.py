"""Every text of a document is data: nothing of it runs, nothing is written elsewhere, the wire carries it as it is."""

import importlib
import json as standard
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote

import httpx2
import pytest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
from attacks import ATTACKS, document  # noqa: E402

from qiyue import drivers, dump, files, mock, pipeline, publish  # noqa: E402
from qiyue.base import json  # noqa: E402
from qiyue.contract.http.asgi_transport import ASGITransport  # noqa: E402
from qiyue.diagnostics import Severity  # noqa: E402
from qiyue.drivers.call import method  # noqa: E402
from qiyue.targets import python  # noqa: E402


@pytest.fixture(params=ATTACKS.values(), ids=ATTACKS)
def text(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An attack, where it would leave its mark in a folder of its own."""
    folder = tmp_path / "a" / "b" / "here"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    yield request.param
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    assert {path for path in left if not path.startswith("a/b/here/out/")} <= {"a", "a/b", "a/b/here", "a/b/here/out"}


def compiled(text: str) -> pipeline.Compiled:
    found = pipeline.compile_text(json.dumps(document(text)).decode(), "openapi.json")
    assert not [each for each in found.report if each.severity is Severity.ERROR]
    return found


def test_the_client_runs_nothing_and_sends_the_text(text: str) -> None:
    found = compiled(text)
    planned = python.generate(found.api, "client", found.report, found.places.place)
    files.write(planned, Path("out"))
    assert [path for path in planned if ".." in path.path or path.path.startswith("/")] == []
    assert [each.code for each in found.report if each.code == "not-formatted"] == []
    package = drivers.in_memory(planned, "client")
    for name in ("models", "_client", "_operations", "resources", "webhooks"):
        importlib.import_module(f"{package.module.__name__}.{name}")
    assert len(package.operations) == 6
    _send(package, text)


def _send(package: drivers.Package, text: str) -> None:
    """Call an operation whose names are the text, and look at what passes."""
    passed: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        passed.append(request)
        return httpx2.Response(200, json={text: text, "unknown": 1})

    declared = next(each for each in package.operations.values() if each.path == "/first")
    keys = dict.fromkeys(package.credentials()[text], "key")
    http_client = httpx2.Client(transport=httpx2.MockTransport(answer))
    client = package.client(**keys, base_url="http://wire.invalid", http_client=http_client)
    names = [name for name in (text, text + "2") if name]  # a parameter without a name cannot be sent
    given = {each.argument: text for each in declared.parameters if each.location == "query"}
    assert [each.name for each in declared.parameters if each.location == "query"] == names
    body = {text: text, text + "2": text, text + "3": text}
    result = method(client, declared.caller)(**given, **_body(declared.body, body))

    assert (str(passed[0].url).partition("?")[0], passed[0].method) == ("http://wire.invalid/first", "POST")
    query = parse_qsl(passed[0].url.query.decode(), keep_blank_values=True)
    assert query == [*((name, text) for name in names), (text + "6", "key")]
    assert standard.loads(passed[0].content) == body
    reading = importlib.import_module(f"{package.module.__name__}._runtime.reading")
    assert reading.plain(result)[text] == text


def _body(declared: Any, body: dict[str, str]) -> dict[str, Any]:
    """Give a body as arguments, in one or in many."""
    if declared.argument:
        return {declared.argument: body}
    return {each.argument: body[each.name] for each in declared.properties if each.name in body}


def test_ir_and_bundles_keep_the_text_and_the_mock_answers(text: str) -> None:
    api = compiled(text).api
    shown = standard.loads(dump.text(dump.plain(api)))
    assert shown["title"] == text
    assert text in {each["id"] for each in shown["operations"]} or not text
    bundles = {each.path: each.content for each in publish.files((publish.Published("tea", api),))}
    assert {Path(path).parts[0] for path in bundles} == {"tea", "SHA256SUMS", "index.json"}
    for name in ("openapi.json", "openapi.yaml"):
        again = pipeline.compile_text(bundles[f"tea/{name}"].decode(), name).api
        assert (again.title, again.types, again.operations) == (api.title, api.types, api.operations)
    wire = ASGITransport(mock.app(api))
    client = httpx2.Client(transport=wire, base_url="http://mock.invalid")
    response = client.get("/plain", params={text + "6": "key"})
    wire.close()
    assert response.status_code < 500


def test_names_of_files_are_data_too(text: str) -> None:
    name = text.replace("/", "_").replace("\0", "_").encode()[:200].decode(errors="ignore")
    main, other = Path(f"{name}.json"), Path(f"{name}2.json")
    told = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {"/a": {"get": {}}}}
    reference = "./" + quote(other.name) + "#/components/schemas/A"
    told["paths"]["/a"]["get"]["responses"] = {
        "200": {"content": {"application/json": {"schema": {"$ref": reference}}}}
    }
    main.write_text(standard.dumps(told), "utf-8")
    other.write_text(standard.dumps({"components": {"schemas": {"A": {"properties": {"a": {}}}}}}), "utf-8")
    found = pipeline.compile_file(main)
    planned = python.generate(found.api, "client", found.report, found.places.place)
    assert not [each for each in found.report if each.severity is not Severity.NOTE]
    files.write(planned, Path("out"))
    package = drivers.in_memory(planned, "client")
    assert "a" in next(iter(vars(package.module.models)["A"].model_fields))
    main.unlink()
    other.unlink()
