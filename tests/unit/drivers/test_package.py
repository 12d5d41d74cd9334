"""A client in memory: nothing of it is left behind in the interpreter."""

import sys

import pytest

from qiyue.diagnostics import Report
from qiyue.drivers import in_memory
from qiyue.drivers.call import method
from qiyue.files import File
from qiyue.pipeline import compile_text
from qiyue.targets.python import generate

SPEC = """
openapi: 3.1.0
info: {title: Tea, version: "1"}
servers: [{url: "https://tea.example"}]
paths:
  /teas: {get: {operationId: listTeas, responses: {"200": {description: Teas.}}}}
"""


def left() -> list[str]:
    return [name for name in sys.modules if name.startswith("_qiyue_client_")]


def test_importing_leaves_no_finder_and_forgetting_leaves_no_module() -> None:
    before, modules = list(sys.meta_path), left()
    package = in_memory(generate(compile_text(SPEC).api, "tea", Report()), "tea")
    assert sys.meta_path == before
    with package.client() as client:
        assert callable(method(client, package.operations["listTeas"].caller))
    package.forget()
    assert left() == modules


def test_a_package_that_breaks_leaves_nothing() -> None:
    before, modules = list(sys.meta_path), left()
    with pytest.raises(ZeroDivisionError):
        in_memory([File("tea/__init__.py", b""), File("tea/late.py", b"1 / 0")], "tea")
    assert sys.meta_path == before
    assert left() == modules
