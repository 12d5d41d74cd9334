"""References into the network: read only where that is permitted, within bounds, and remembered by hash."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from qiyue import pipeline
from qiyue.cli.main import run
from qiyue.diagnostics import Refused
from qiyue.pipeline import Compiled
from qiyue.source import remote

HEAD = 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\npaths: {/a: {get: {}}}\n'


class Server(HTTPServer):
    """Serves what ``pages`` holds: text, or the address to go on to."""

    pages: dict[str, str]
    asked: list[str]


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        page = self.server.pages.get(self.path)
        if page is None:
            self.send_error(404)
        elif page.startswith(("http", "file", "/")):
            self.send_response(302)
            self.send_header("location", page)
            self.end_headers()
        else:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(page.encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(("127.0.0.1", 0), Handler) as server:
        server.pages, server.asked = {}, []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def compiled(folder: Path, server: Server, path: str, *, allow_urls: bool = True) -> Compiled:
    address = f"http://127.0.0.1:{server.server_port}{path}"
    spec = folder / "spec.yaml"
    spec.write_text(f'{HEAD}components:\n  schemas:\n    A: {{properties: {{a: {{$ref: "{address}"}}}}}}\n')
    return pipeline.compile_file(spec, allow_urls=allow_urls)


def test_without_permission_nobody_is_asked(tmp_path: Path, server: Server) -> None:
    server.pages["/tea.yaml"] = "type: string"
    found = compiled(tmp_path, server, "/tea.yaml", allow_urls=False)
    assert [(each.code, str(each.severity)) for each in found.report] == [("external-ref", "gap")]
    assert server.asked == []
    assert not (tmp_path / remote.LOCK).exists()


def test_what_is_read_is_remembered_and_may_not_change(tmp_path: Path, server: Server) -> None:
    server.pages |= {"/tea.yaml": "Tea: {$ref: 'leaf.json#/Leaf'}", "/leaf.json": '{"Leaf": {"type": "string"}}'}
    found = compiled(tmp_path, server, "/tea.yaml#/Tea")
    assert {"type": "string"} in found.api.types.values()
    assert list(found.report) == []
    lock = (tmp_path / remote.LOCK).read_text()
    assert [line.rpartition("/")[2] for line in lock.splitlines()[1:]] == ["leaf.json", "tea.yaml"]

    assert compiled(tmp_path, server, "/tea.yaml#/Tea").api == found.api
    assert (tmp_path / remote.LOCK).read_text() == lock
    for change in ('{"Leaf": {"type": "integer"}}', None):
        if change is None:
            del server.pages["/leaf.json"]
        else:
            server.pages["/leaf.json"] = change
        with pytest.raises(Refused) as refused:
            compiled(tmp_path, server, "/tea.yaml#/Tea")
        [diagnostic] = refused.value.diagnostics
        assert diagnostic.code == "ref-changed"
        assert str(diagnostic.place) == f"{remote.LOCK}:2:1"
    assert (tmp_path / remote.LOCK).read_text() == lock


UNREACHABLE = {
    "nothing is there": ({}, "status 404"),
    "another kind of address": ({"/tea.yaml": "file:///etc/hostname"}, "no http address"),
    "no address": ({"/tea.yaml": "http://[x"}, "no address"),
    "round and round": ({"/tea.yaml": "/tea.yaml"}, "more than 5 times"),
    "too large": ({"/tea.yaml": "a: " + "x" * 2_000}, "larger than 1,000 bytes"),
}


@pytest.mark.parametrize(("pages", "why"), UNREACHABLE.values(), ids=UNREACHABLE)
def test_what_cannot_be_read_is_a_gap(
    pages: dict[str, str], why: str, tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote, "MAX_BYTES", 1_000)
    server.pages |= pages
    [gap] = compiled(tmp_path, server, "/tea.yaml").report
    assert (gap.code, str(gap.severity)) == ("external-ref", "gap")
    assert why in gap.message


def test_a_redirect_is_followed(tmp_path: Path, server: Server) -> None:
    server.pages |= {"/tea.yaml": "/new/tea.yaml", "/new/tea.yaml": "type: string"}
    assert list(compiled(tmp_path, server, "/tea.yaml").report) == []


@pytest.mark.parametrize(("text", "code"), [("a: [", "yaml-syntax"), ("<html>", "dangling-ref")])
def test_what_is_no_document_is_said(text: str, code: str, tmp_path: Path, server: Server) -> None:
    server.pages["/tea.yaml"] = text
    try:
        codes = [each.code for each in compiled(tmp_path, server, "/tea.yaml#/Tea").report]
    except Refused as refused:
        codes = [each.code for each in refused.diagnostics]
    assert codes == [code]


def test_a_damaged_lock_is_named(tmp_path: Path, server: Server) -> None:
    (tmp_path / remote.LOCK).write_text("# a comment\n\nhello\n")
    with pytest.raises(Refused) as refused:
        compiled(tmp_path, server, "/tea.yaml")
    assert [(each.code, str(each.place)) for each in refused.value.diagnostics] == [
        ("invalid-lock", f"{remote.LOCK}:3:1")
    ]


def test_the_command_line_permits_it(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    server.pages["/tea.yaml"] = "type: string"
    compiled(tmp_path, server, "/tea.yaml", allow_urls=False)
    monkeypatch.chdir(tmp_path)
    assert run(["ir", "spec.yaml", "--allow-urls"]) == 0
    assert '"type": "string"' in capsys.readouterr().out
    assert run(["generate", "--allow-urls"]) == 2
    capsys.readouterr()
    for line, told in (("", "external-ref"), ("allow-urls = true", "")):
        (tmp_path / "qiyue.toml").write_text(f'[editions.tea]\nspec = "spec.yaml"\n{line}\n', "utf-8")
        assert run(["generate", "tea", "--strict"]) == (1 if told else 0)
        assert told in capsys.readouterr().err
