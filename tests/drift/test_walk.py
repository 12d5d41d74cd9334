"""The page changed: what the README tells, done with an invented vendor from the drift to the contract."""

import json
import re
import shutil
from difflib import unified_diff
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from qiyue.cli.main import run

KESTREL = Path(__file__).parent / "kestrel"
EDITS = {
    "maximum: 100": "maximum: 50",
    "enum: [packed, sent, lost]": "enum: [packed, sent, lost, returned]",
    '      responses:\n        "200":': (
        "        - name: depot\n"
        "          in: query\n"
        "          schema: {type: string}\n"
        "          x-qiyue-source: stated new:L17\n"
        '      responses:\n        "200":'
    ),
}
"""What a keeper of the spec edits."""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "kestrel"
    shutil.copytree(KESTREL, folder, ignore=shutil.ignore_patterns("generated"))
    monkeypatch.chdir(folder)
    return folder


def report(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any]:
    code = run([*arguments, "--json"])
    return code, json.loads(capsys.readouterr().out)


def edit(spec: Path) -> None:
    text = spec.read_text("utf-8")
    for old, new in EDITS.items():
        assert old in text
        text = text.replace(old, new)
    spec.write_text(text, "utf-8")


def test_the_walk(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spec, today = project / "openapi.yaml", "page-today.md"
    assert report(capsys, "coverage")[0] == 0
    assert run(["generate"]) == 0
    method = project / "generated/kestrel/kestrel/resources/parcels.py"
    before = method.read_text("utf-8")

    capsys.readouterr()
    code, found = report(capsys, "drift", "kestrel", today)
    assert code == 1
    assert [(each["what"], each["subject"], each["fact"]) for each in found["drift"]] == [
        ("changed", "page_size", "maximum"),
        ("changed", "status", "enum/returned"),
        ("new", "depot", "row"),
    ]
    lock = (project / "source.lock").read_bytes()
    code, refused = report(capsys, "drift", "kestrel", today, "--accept")
    assert (code, refused["accepted"], len(refused["drift"])) == (1, False, 3)
    assert (project / "source.lock").read_bytes() == lock

    edit(spec)
    edited = spec.read_text("utf-8")
    code, accepted = report(capsys, "drift", "kestrel", today, "--accept")
    assert (code, accepted["accepted"]) == (0, True)
    assert report(capsys, "drift", "kestrel", today)[1]["drift"] == []
    assert report(capsys, "coverage")[0] == 0
    changed = list(unified_diff(edited.splitlines(), spec.read_text("utf-8").splitlines(), n=0))
    assert any("x-qiyue-source: stated L17" in line for line in changed)

    assert run(["generate"]) == 0
    after = "\n".join(unified_diff(before.splitlines(), method.read_text("utf-8").splitlines(), n=0))
    assert "+        depot: str | Absent = ABSENT," in after
    assert "returned" in after
    assert run(["contract", "kestrel", "--target", "client", "--max-examples", "5"]) == 0


@pytest.mark.parametrize(
    ("citation", "lost", "left"),
    [
        ('{type: string, x-qiyue-source: "stated L23; sample L29"}', {(23, "id"), (29, "id")}, {(23,)}),
        ("x-qiyue-source: stated L23-24; sample L29", {(23, "Parcel"), (24, "Parcel"), (29, "Parcel")}, set()),
    ],
)
def test_a_citation_deleted_by_mistake_is_missed(
    project: Path, capsys: pytest.CaptureFixture[str], citation: str, lost: set[Any], left: set[Any]
) -> None:
    """A deliberate one is kept, unless nobody else cites the row."""
    spec = project / "openapi.yaml"
    text = spec.read_text("utf-8")
    spec.write_text(text.replace(citation, "{type: string}" if "{" in citation else "", 1), "utf-8")
    for arguments, wanted in ((["coverage"], lost), (["coverage", "--accept"], left), (["coverage"], left)):
        code, said = report(capsys, *arguments)
        (page,) = said["pages"]
        assert {(*each["lines"], *each["lost"]) for each in page["open"]} == wanted
        assert code == bool(wanted)


def test_citations_in_a_file_that_the_spec_refers_to_are_renumbered(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec, parts, page, settings = (project / name for name in ("openapi.yaml", "parts.yaml", "page.md", "qiyue.toml"))
    text = spec.read_text("utf-8")
    start = text.index("    Parcel:\n")
    schema = dedent(text[start:])
    spec.write_text(text[:start].replace('#/components/schemas/Parcel"', 'parts.yaml#/Parcel"'), "utf-8")
    parts.write_text(schema, "utf-8")
    settings.write_text(settings.read_text("utf-8").replace('"live.overlay.yaml"', ""), "utf-8")
    page.write_text(f"\n\n\n{page.read_text('utf-8')}", "utf-8")
    assert report(capsys, "drift", "kestrel", "page.md", "--accept")[0] == 0
    assert parts.read_text("utf-8") == re.sub(r"(?<=[L-])\d\d", lambda line: str(int(line[0]) + 3), schema)
    assert report(capsys, "coverage")[0] == 0
