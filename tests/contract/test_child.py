"""A client in a program of its own is held to the same, and found to keep or break the same, as one in this process."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from qiyue import contract
from qiyue.api import Api
from qiyue.config import load_project
from qiyue.contract import Outcome
from qiyue.diagnostics import Report
from qiyue.drivers import ChildDriver
from qiyue.files import File
from qiyue.pipeline import compile_edition
from qiyue.targets import TargetInput, find_target

PROJECT = load_project(Path(__file__))
PROGRAM = [sys.executable, "-m", "qiyue.drivers.program"]
SPEC = """\
openapi: 3.1.0
info: {title: Tea, version: "1"}
servers: [{url: "https://tea.example"}]
paths:
  /teas:
    get:
      operationId: listTeas
      responses:
        "200": {description: all, content: {application/json: {schema: {type: array, items: {type: string}}}}}
"""


def in_child(files: Sequence[File], package: str) -> ChildDriver:
    return ChildDriver([*PROGRAM, package], files)


CHILD = replace(find_target("python"), name="python-in-child", driver=in_child)
SILENT = replace(CHILD, name="silent", driver=lambda files, _: ChildDriver(["false"], files))


def held(api: Api) -> Iterator[Outcome]:
    """What is found in this process, and then in a program of its own."""
    files = CHILD.generate(TargetInput(api, "client", Report()))
    yield replace(contract.run(api, "client", max_examples=2), seconds=0.0)
    with closing(in_child(files, "client")) as driver:
        yield replace(contract.run(api, "client", driver=driver, max_examples=2), seconds=0.0)


def editions(names: Sequence[str]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("name", names)


def test_an_edition_has_the_same_outcome(name: str = "zhangxiaoer") -> None:
    here, there = held(compile_edition(PROJECT.edition(name)).api)
    assert here.green
    assert there == here
