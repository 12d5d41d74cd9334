"""Small pages of every typography, each held to what a reader knows of it; the number that are right only rises."""

from pathlib import Path
from runpy import run_path

import pytest
import yaml

from qiyue.cli.main import run

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").glob("*.yaml"))
WRONG: frozenset[str] = frozenset()
"""Pages that are not read right yet. A page is taken out of this set when it is, and none is put in."""

JUDGE = run_path(str(HERE / "judge.py"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_page_is_read_right(case: Path, tmp_path: Path) -> None:
    read = run(["init", str(JUDGE["page_of"](case)), "--out", str(tmp_path / "spec")]) == 0
    got = yaml.safe_load((tmp_path / "spec/openapi.yaml").read_text("utf-8")) if read else None
    faults = JUDGE["judge"](yaml.safe_load(case.read_text("utf-8")), got).faults if got else ["not read"]
    assert bool(faults) == (case.stem in WRONG), faults
