"""``qiyue ir`` prints the Api, with ``--plan`` what its client offers, with ``--inferred`` what belongs together."""

import json
from pathlib import Path

import pytest

from qiyue.cli.main import run

SPEC = """
openapi: 3.1.0
info: {title: T, version: '1'}
paths: {/teas: {get: {operationId: brewTea, responses: {'200': {description: ok}}}}}
"""


@pytest.mark.parametrize(
    ("options", "key", "expected"),
    [
        ((), "operations", [("id", "brewTea")]),
        (("--plan",), "resources", [("name", ["teas"])]),
    ],
)
def test_what_is_printed(
    options: tuple[str, ...],
    key: str,
    expected: list[tuple[str, object]],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "teas.yaml"
    path.write_text(SPEC, "utf-8")
    assert run(["ir", str(path), *options]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert [(name, each[name]) for each in printed[key] for name, _ in expected] == expected


def test_inferred_resources_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tea = "{type: object, properties: {id: {type: string}}}"
    answer = f"responses: {{'200': {{description: ok, content: {{application/json: {{schema: {tea}}}}}}}}}"
    path = tmp_path / "teas.yaml"
    path.write_text(
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n"
        f"  /teas: {{post: {{operationId: make, {answer}}}}}\n"
        "  /teas/{id}:\n    parameters: [{name: id, in: path, required: true, schema: {type: string}}]\n"
        f"    get: {{operationId: find, {answer}}}\n",
        "utf-8",
    )
    assert run(["ir", str(path), "--inferred"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["path"], found["key"]) == ("/teas", "/id")
    assert [(each["action"], each["why"]) for each in found["roles"]] == [
        ("create", ["POST /teas"]),
        ("get", ["GET /teas/{id}"]),
    ]
    assert run(["ir", str(path), "--inferred", "--plan"]) == 2
