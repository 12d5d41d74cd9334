"""Bad input: one located diagnostic, exit 2, the previous output untouched, never a traceback."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from qiyue.cli.main import run
from qiyue.codes import CODES
from qiyue.source import MAX_BYTES

GOOD = """\
openapi: 3.1.0
info: {title: Tea, version: "1"}
servers: [{url: "https://tea.example"}]
paths:
  /teas:
    get:
      operationId: listTeas
      responses:
        "200":
          description: all teas
          content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Tea"}}}}
components:
  schemas:
    Tea: {type: object, properties: {name: {type: string}}}
"""
OVERLAY = """\
overlay: 1.0.0
info: {title: more, version: "1"}
actions:
  - target: $.paths['/coffees']
    update: {get: {summary: none}}
"""
PROJECT = """\
[editions.tea]
spec = "good.yaml"
package = "tea"
"""
OURS = PROJECT.replace("good.yaml", "bad.yaml") + "evidence = true\n"
"""An edition whose keeper can mend its spec."""
BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [*{old}, *{old}, *{old}, *{old}, *{old}, *{old}, *{old}, *{old}, *{old}, *{old}]\n"
    for old, new in zip("abcdefghi", "bcdefghij", strict=True)
)

UNPLACED = {"usage", "unknown-code", "project-missing"}
"""About the command line, not about a file."""


@dataclass(frozen=True)
class Bad:
    code: str
    arguments: str = "generate bad.yaml --out out"
    files: Mapping[str, str | bytes] = field(default_factory=dict)
    line: int = 0
    """Where the diagnostic must point; 0 where it is about a file as a whole, or the command line."""


CASES = {
    "missing file": Bad("file-missing", "generate nowhere.yaml --out out"),
    "missing overlay": Bad("file-missing", "generate good.yaml --overlay nowhere.yaml --out out"),
    "directory": Bad("file-is-directory", "generate ./folder --out out", {"folder/x": ""}),
    "binary": Bad("file-binary", files={"bad.yaml": b"\x7fELF\0\0\0"}),
    "not UTF-8": Bad("not-utf8", files={"bad.yaml": "info: 契约".encode("gb18030")}, line=1),
    "above the size limit": Bad("file-too-large", files={"bad.yaml": b" " * (MAX_BYTES + 1)}),
    "YAML bomb": Bad("alias-bomb", files={"bad.yaml": BOMB}, line=6),
    "duplicate key": Bad(
        "duplicate-key", "generate tea", {"bad.yaml": GOOD + "info: {title: Coffee}\n", "qiyue.toml": OURS}, line=15
    ),
    "duplicate key in JSON": Bad(
        "duplicate-key",
        "generate tea",
        {"bad.yaml": '{"openapi": "3.1.0",\n "openapi": "3.0.0"}', "qiyue.toml": OURS},
        line=2,
    ),
    "tab": Bad("tab-indent", files={"bad.yaml": GOOD.replace("  /teas", "\t/teas")}, line=5),
    "no YAML": Bad("yaml-syntax", files={"bad.yaml": "info: [1, 2\npaths: }"}, line=2),
    "Swagger 1.2": Bad("wrong-version", files={"bad.yaml": 'swagger: "1.2"\ninfo: {}\n'}, line=1),
    "version of the future": Bad("wrong-version", files={"bad.yaml": GOOD.replace("3.1.0", "4.0.0")}, line=1),
    "no version": Bad("wrong-version", files={"bad.yaml": GOOD.replace("openapi: 3.1.0", "hello: 1")}, line=1),
    "dangling $ref": Bad(
        "dangling-ref",
        "generate tea",
        {"bad.yaml": GOOD.replace('schemas/Tea"', 'schemas/Te"'), "qiyue.toml": OURS},
        line=11,
    ),
    "nothing to generate": Bad("no-operations", files={"bad.yaml": GOOD[: GOOD.index("paths:")]}, line=1),
    "looping $ref": Bad(
        "looping-ref",
        "generate tea",
        {
            "bad.yaml": GOOD.replace("Tea: {type", 'Tea: {$ref: "#/components/schemas/Tea"}\n    T: {type'),
            "qiyue.toml": OURS,
        },
        line=14,
    ),
    "unknown extension": Bad("unknown-extension", files={"bad.yaml": GOOD + "x-qiyue-envelop: {}\n"}, line=15),
    "unknown extension key": Bad(
        "invalid-extension", files={"bad.yaml": GOOD + "x-qiyue-quota: {calls: 1, per: 1s, burst: 2}\n"}, line=15
    ),
    "overlay that matches nothing": Bad(
        "overlay-no-match", "generate good.yaml --overlay o.yaml --out out", {"o.yaml": OVERLAY}, line=4
    ),
    "edition that does not exist": Bad("unknown-edition", "generate tee", {"qiyue.toml": PROJECT}),
    "no project": Bad("project-missing", "generate"),
    "output is a file": Bad("output-not-writable", "generate good.yaml --out good.yaml --package tea"),
    "package is a keyword": Bad("usage", "generate good.yaml --out out --package class"),
    "package is a module of Python": Bad("usage", "generate good.yaml --out json"),
    "spec without --out": Bad("usage", "generate good.yaml"),
    "no such verb": Bad("usage", "generat"),
    "no such option": Bad("usage", "generate --chek"),
    "code that does not exist": Bad("unknown-code", "explain duplicate-kez"),
}


@pytest.mark.parametrize("bad", CASES.values(), ids=CASES)
def test_bad_input(
    bad: Bad, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, content in {"good.yaml": GOOD, "out/kept.txt": "kept"}.items() | bad.files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    before = snapshot(tmp_path)

    assert run([*bad.arguments.split(), "--json"]) == 2

    printed = capsys.readouterr()
    found = json.loads(printed.out)["diagnostics"]
    assert [(d["code"], d["severity"]) for d in found] == [(bad.code, "error")]
    assert bad.code in UNPLACED or found[0]["place"]["file"]
    if bad.line:
        assert (found[0]["place"]["line"], found[0]["place"]["column"] > 0) == (bad.line, True)
    assert printed.err == ""
    assert bad.code in CODES
    assert snapshot(tmp_path) == before

    assert run(bad.arguments.split()) == 2
    printed = capsys.readouterr()
    assert f"error[{bad.code}]" in printed.err
    assert "Traceback" not in printed.out + printed.err


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
