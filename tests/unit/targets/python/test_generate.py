"""A whole distribution: which files, always the same bytes, nothing in a spec becomes code."""

import ast
import hashlib
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from qiyue.api import Api, Operation, Parameter, Tag
from qiyue.diagnostics import Report
from qiyue.pipeline import compile_text
from qiyue.targets.python import generate
from qiyue.values import freeze

SPEC = """
openapi: 3.1.0
info: {title: Tea, version: v3.1-beta}
paths:
  /teas/{id}:
    get:
      operationId: getTea
      tags: [teas]
      parameters: [{name: id, in: path, required: true, schema: {type: integer, minimum: 1}}]
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Tea'}}}}}
components:
  schemas:
    Tea:
      type: object
      properties:
        kind: {enum: [a, b]}
        price: {type: number, multipleOf: 0.01}
        pot: {$ref: '#/components/schemas/Tea'}
"""


def files_of(text: str) -> dict[str, bytes]:
    compiled = compile_text(text)
    return {file.path: file.content for file in generate(compiled.api, "tea", compiled.report)}


def test_the_files_of_a_distribution() -> None:
    paths = {path for path in files_of(SPEC) if not path.startswith("tea/_runtime/")}
    assert paths == {
        "README.md",
        "pyproject.toml",
        "tea/__init__.py",
        "tea/_client.py",
        "tea/_operations.py",
        "tea/_service.py",
        "tea/models.py",
        "tea/py.typed",
        "tea/resources/__init__.py",
        "tea/resources/teas.py",
    }


def test_every_file_is_python_and_formatted() -> None:
    report = Report()
    for file in generate(compile_text(SPEC).api, "tea", report):
        if file.path.endswith(".py"):
            ast.parse(file.content)
    assert list(report) == []


def test_readme_shows_the_call_and_the_version_is_one() -> None:
    files = files_of(SPEC)
    assert "client.teas.get(id=" in files["README.md"].decode()
    assert 'version = "3.1"' in files["pyproject.toml"].decode()


def test_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    spec = tmp_path / "tea.yaml"
    spec.write_text(SPEC, encoding="utf-8")
    program = (
        "import sys, hashlib; from pathlib import Path; from qiyue.pipeline import compile_file;"
        "from qiyue.targets.python import generate; c = compile_file(Path(sys.argv[1]));"
        "print(hashlib.sha256(repr(generate(c.api, 'tea', c.report)).encode()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program, str(spec)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    compiled = compile_text(SPEC, "tea.yaml")
    here = repr(generate(compiled.api, "tea", compiled.report)).encode()
    assert digests == {hashlib.sha256(here).hexdigest() + "\n"}


HOSTILE = '"""\n\\ \' \0\u2028{{ x }}{% raw %}\nraise SystemExit("ran")\n../../up " """'


def hostile_api() -> Api:
    """An Api in which every text is hostile."""
    node: dict[str, Any] = {
        "type": "object",
        "description": HOSTILE,
        "properties": {HOSTILE: {"type": "string", "description": HOSTILE, "default": HOSTILE}},
    }
    enum = {"enum": [HOSTILE, "b"], "x-enum-descriptions": [HOSTILE, HOSTILE], "description": HOSTILE, "title": HOSTILE}
    types = freeze({"#/components/schemas/" + HOSTILE: node, "#x": enum})
    parameter = Parameter(HOSTILE, "query", "#x", description=HOSTILE)
    operation = Operation(
        HOSTILE,
        "GET",
        "/" + HOSTILE,
        tags=(HOSTILE,),
        summary=HOSTILE,
        description=HOSTILE,
        parameters=(parameter,),
    )
    return Api(HOSTILE, HOSTILE, HOSTILE, HOSTILE, tags=(Tag(HOSTILE, HOSTILE),), operations=(operation,), types=types)


def test_nothing_of_a_hostile_spec_becomes_code(tmp_path: Path) -> None:
    report = Report()
    for file in generate(hostile_api(), "tea", report):
        assert ".." not in file.path
        path = tmp_path / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
        if file.path.endswith(".py") and "_runtime" not in file.path:
            assert not [n for n in ast.walk(ast.parse(file.content)) if isinstance(n, ast.Raise)]
    assert [found.code for found in report] == []
    done = subprocess.run(
        [sys.executable, "-c", "import tea; print(tea.models.__name__)"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "tea.models\n", "")


@pytest.mark.parametrize("method", ["list", "str", "type", "date", "models"])
def test_a_method_may_be_called_like_a_type(method: str) -> None:
    responses = (
        "{'200': {description: ok, content: {application/json: {schema: {type: array, items: {type: string}}}}}}"
    )
    text = (
        "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths:\n  /x:\n    get:\n"
        f"      operationId: {method}\n      tags: [things]\n      responses: {responses}\n"
    )
    module = files_of(text)["tea/resources/things.py"].decode()
    assert ("builtins." in module) == (method in {"list", "str"})


def test_an_argument_is_called_as_the_field_of_the_same_name() -> None:
    wires = "pageSize v2 V3 address_line1 OAuth2Token line2Text HTTP2Server ipV4 SHA256 md5Hash x5c 发票2号 iOS class"
    object_ = {"type": "object", "properties": {wire: {"type": "string"} for wire in wires.split()}}
    api = Api("Tea", "1", types=freeze({"#/components/schemas/Pot": object_}))
    parameters = tuple(Parameter(wire, "query", f"#/components/schemas/Pot/{wire}") for wire in wires.split())
    api = replace(api, operations=(Operation("pour", "POST", "/", parameters=parameters),))
    files = {file.path: file.content.decode() for file in generate(api, "tea", Report())}
    fields = re.findall(r"^    (\w+): .* = None$", files["tea/models.py"], re.MULTILINE)
    arguments = re.findall(r"^        (\w+): .* = ABSENT,$", files["tea/resources/default.py"], re.MULTILINE)
    assert len(fields) == len(wires.split())
    assert fields == list(dict.fromkeys(arguments))
