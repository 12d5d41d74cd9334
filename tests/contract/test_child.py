"""A client in a program of its own is found to keep, or to break, the same as one in this process."""

from dataclasses import replace
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest

from qiyue.api import Api
from qiyue.cli.main import run
from qiyue.drivers import ChildDriver
from qiyue.pipeline import compile_text
from qiyue.targets import find_target, registry

from .in_child import hold_twice, start

SPEC = """\
openapi: 3.1.0
info: {title: Tea, version: "1"}
servers: [{url: "https://tea.example"}]
paths:
  /teas:
    get:
      operationId: listTeas
      x-qiyue-quota: {calls: 3, per: 1m}
      responses:
        "200":
          description: all
          content:
            application/json:
              schema: {type: object, properties: {id: {type: integer, format: int64}, class: {type: string}}}
  /steps:
    get:
      operationId: watch
      responses:
        "200": {description: Steps., content: {text/event-stream: {schema: {type: object}}}}
  /photos/{name}:
    put:
      operationId: putPhoto
      parameters: [{name: name, in: path, required: true, schema: {type: string}}]
      requestBody: {required: true, content: {image/png: {schema: {type: string, format: binary}}}}
      responses: {"200": {description: fine, content: {image/png: {schema: {type: string, format: binary}}}}}
"""
PROJECT = '[editions.tea]\nspec = "tea.yaml"\ntarget = "python-in-child"\n'


def test_an_edition_has_the_same_outcome(api: Api) -> None:
    here, there = hold_twice(api)
    assert here.green
    assert there == here


def test_streams_files_and_what_is_broken_have_the_same_outcome() -> None:
    here, there = hold_twice(compile_text(SPEC).api)
    assert there == here
    assert {each.operation for each in here.tested if each.successes} == {"listTeas", "watch", "putPhoto"}


@pytest.mark.parametrize(("command", "status", "said"), [(None, 0, "green"), (["false"], 2, "ended with code 1")])
def test_the_command_line_takes_any_driver(
    command: list[str] | None,
    status: int,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    make = start if command is None else lambda files, _: ChildDriver(command, files)
    target = replace(find_target("python"), name="python-in-child", driver=make)
    point = EntryPoint("python-in-child", "nowhere:TARGET", registry.GROUP)
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: EntryPoints([point]).select(group=group))
    monkeypatch.setattr(EntryPoint, "load", lambda _: target)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tea.yaml").write_text(SPEC)
    (tmp_path / "qiyue.toml").write_text(PROJECT)
    assert run(["contract", "tea", "--target", "client", "--max-examples", "1"]) == status
    told = capsys.readouterr()
    assert said in told.out + told.err
