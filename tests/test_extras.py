"""Install what you use: what `pip install qiyue` brings, what each extra adds, and a verb whose extra is missing.

A process in which every other package cannot be imported stands for an environment that has only those named.
"""

import json
import os
import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from qiyue.cli.app import VERBS
from qiyue.cli.extras import EXTRAS

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
MOST = 20
"""Packages that `pip install qiyue` may bring."""

SPEC = """\
openapi: 3.1.0
info: {title: Pots, version: "1"}
paths: {/pots: {get: {operationId: list, tags: [pots], responses: {"200": {description: ok, content: {application/json:
  {schema: {type: array, items: {type: object, properties: {price: {type: number}}}}}}}}}}}
"""
PROJECT_FILE = '[editions.pots]\nspec = "spec.yaml"\npackage = "pots"\n'
PAGE = "# Pots\n\nGET /pots\n\n| name | type | required |\n|---|---|---|\n| size | int | no |\n"

BASE = {
    "generate": ["generate", "spec.yaml", "--out", "out"],
    "check": ["check"],
    "ir": ["ir", "spec.yaml"],
    "explain": ["explain", "duplicate-key"],
    "init": ["init", "page.md", "--out", "new"],
}
"""Verb → a call of it that works without any extra; 1 is a finding, no failure."""
NEEDY = {
    "mock": ["mock", "nowhere.yaml"],
    "contract": ["contract", "pots", "--max-cases", "10"],
    "demo": ["demo", "--help"],
    "publish": ["publish", "--out", "bundles"],
}
"""Verb → a call of it that needs its extra."""

SCRIPT = """\
import sys
sys.modules.update(dict.fromkeys(HIDDEN))
from qiyue.cli.main import run
sys.exit(run(sys.argv[1:]))
"""


def normalize(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def close_over(wanted: list[str]) -> set[str]:
    """Every distribution that requirements bring, by the metadata of what is installed here."""
    found: set[str] = set()
    waiting = [(each, "") for each in wanted]
    while waiting:
        text, extra = waiting.pop()
        requirement = Requirement(text)
        name = normalize(requirement.name)
        if requirement.marker and not requirement.marker.evaluate({"extra": extra}):
            continue
        if name == "qiyue":
            waiting += [(each, "") for one in requirement.extras for each in PROJECT["optional-dependencies"][one]]
        elif name not in found:
            found.add(name)
            for one in ("", *requirement.extras):
                waiting += [(each, one) for each in metadata.requires(name) or []]
    return found


def run_with(extra: str, arguments: list[str], folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run a verb where only the packages of qiyue and one extra can be imported."""
    seen = close_over([*PROJECT["dependencies"], *(PROJECT["optional-dependencies"][extra] if extra else [])])
    hidden = {
        module
        for module, owners in metadata.packages_distributions().items()
        if not ({normalize(owner) for owner in owners} & seen) and module not in ("qiyue", "_virtualenv")
    }
    script = SCRIPT.replace("HIDDEN", repr(hidden))
    for name, text in {"spec.yaml": SPEC, "qiyue.toml": PROJECT_FILE, "page.md": PAGE}.items():
        (folder / name).write_text(text, "utf-8")
    command = [sys.executable, "-c", script, *arguments]
    # Hidden packages still have their entry points, and hypothesis would load theirs.
    environment = os.environ | {"HYPOTHESIS_NO_PLUGINS": "1"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_what_generates_is_few_packages() -> None:
    brought = close_over(PROJECT["dependencies"])
    assert len(brought) <= MOST
    assert not {"httpx2", "datamodel-code-generator", "pydantic"} & brought


def test_every_verb_that_is_not_listed_needs_nothing_more() -> None:
    assert EXTRAS.keys() == NEEDY.keys()
    assert set(EXTRAS.values()) < PROJECT["optional-dependencies"].keys()
    assert set(VERBS) - EXTRAS.keys() >= BASE.keys()


@pytest.mark.parametrize("verb", BASE)
def test_a_verb_works_without_extras(verb: str, tmp_path: Path) -> None:
    if verb == "check":
        run_with("", ["generate", "pots"], tmp_path)
    done = run_with("", BASE[verb], tmp_path)
    assert "No module" not in done.stderr
    assert done.returncode in (0, 1), done.stdout + done.stderr


@pytest.mark.parametrize("verb", NEEDY)
def test_a_verb_whose_extra_is_missing_says_which_in_one_line(verb: str, tmp_path: Path) -> None:
    done = run_with("", [*NEEDY[verb], "--json"], tmp_path)
    [told] = json.loads(done.stdout)["diagnostics"]
    assert (done.returncode, told["code"]) == (2, "extra-missing")
    assert f"[{EXTRAS[verb]}]" in told["message"]


@pytest.mark.parametrize("verb", NEEDY)
def test_its_extra_alone_makes_a_verb_work(verb: str, tmp_path: Path) -> None:
    done = run_with(EXTRAS[verb], NEEDY[verb], tmp_path)
    assert "extra-missing" not in done.stderr
    assert "No module" not in done.stdout + done.stderr
    assert done.returncode == (2 if verb == "mock" else 0), done.stdout + done.stderr
