"""``qiyue ir`` prints the Api, and with ``--plan`` what its client offers."""

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
