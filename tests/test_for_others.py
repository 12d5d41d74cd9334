"""What other repositories use as it is, the workflow and the hooks: their commands are run in a project like theirs."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
WORKFLOW = yaml.safe_load((ROOT / ".github/workflows/contract.yml").read_text("utf-8"))
STEPS = WORKFLOW["jobs"]["contract"]["steps"]
SPEC = """
openapi: 3.1.0
info: {title: Larks, version: "1"}
security: [{key: []}]
paths:
  /larks:
    get:
      operationId: listLarks
      responses:
        "200": {description: all, content: {application/json: {schema: {type: array, items: {type: string}}}}}
components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}
"""


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Somebody's repository: a spec, and the client that was generated from it."""
    folder = tmp_path_factory.mktemp("generated")
    (folder / "larks.yaml").write_text(SPEC, "utf-8")
    (folder / "qiyue.toml").write_text('[editions.larks]\nspec = "larks.yaml"\npackage = "larks"\n', "utf-8")
    assert shell("qiyue generate", folder).returncode == 0
    return folder


@pytest.fixture
def project(generated: Path, tmp_path: Path) -> Path:
    """A copy of it, to do with as a test likes."""
    return shutil.copytree(generated, tmp_path / "project")


def shell(script: str, folder: Path, environment: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run a script as a runner of workflows does."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": path, **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def step(name: str) -> Any:
    return next(each for each in STEPS if each.get("name") == name)


def with_inputs(**given: str) -> dict[str, str]:
    """Give the environment of the step with these inputs, the others as the workflow has them."""
    inputs = WORKFLOW[True]["workflow_call"]["inputs"]  # YAML 1.1 reads `on` as true
    values = {name: given.get(name, each["default"]) for name, each in inputs.items()}
    known = {f"${{{{ inputs.{name} }}}}": value for name, value in values.items()}
    known["${{ secrets.environment }}"] = given.get("environment", "")
    return {name: known[value] for name, value in step("Hold it to the spec")["env"].items()}


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_passes_and_bites(hook: Any, project: Path) -> None:
    done = shell(hook["entry"], project)
    assert done.returncode == 0, done.stdout + done.stderr
    unsatisfiable = (
        "parameters: [{name: at, in: query, required: true, schema: {type: integer, minimum: 3, maximum: 2}}]"
    )
    bad = SPEC.replace("responses:", f"{unsatisfiable}\n      responses:").replace("/larks:", "/larks/new:")
    (project / "larks.yaml").write_text(bad, "utf-8")
    assert shell(hook["entry"], project).returncode == 1


def test_hooks_are_verbs_that_take_no_files() -> None:
    assert [shlex.split(hook["entry"])[0] for hook in HOOKS] == ["qiyue"] * 3
    assert all(hook["language"] == "python" and hook["pass_filenames"] is False for hook in HOOKS)


@pytest.mark.parametrize("given", [{}, {"documents": "larks larks.yaml", "target": "client", "options": "--seed 3"}])
def test_the_workflow_holds_a_project_to_its_spec(given: dict[str, str], project: Path) -> None:
    done = shell(step("Hold it to the spec")["run"], project, with_inputs(**given))
    assert done.returncode == 0, done.stdout + done.stderr
    assert {"junit.xml", "report.html", "report.json"} <= {
        each.name for each in (project / "contract-report").iterdir()
    }


def test_the_workflow_calls_a_live_server_in_the_name_of_its_secrets(project: Path) -> None:
    given = with_inputs(
        target="http://127.0.0.1:1", options="--dry-run --max-requests 2", environment="LARKS_API_KEY=abc=def\n\n"
    )
    done = shell(step("Hold it to the spec")["run"], project, given)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "-H 'x-key: '\"$LARKS_API_KEY\"" in done.stdout
    assert "abc=def" not in done.stdout + done.stderr


def test_the_workflow_installs_from_its_own_repository(tmp_path: Path) -> None:
    own = next(each for each in STEPS if each.get("with", {}).get("path"))
    assert own["with"]["repository"] == "${{ job.workflow_repository }}"
    (tmp_path / own["with"]["path"]).symlink_to(ROOT)
    alone = {"PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0", "PIP_TARGET": str(tmp_path / "site")}
    done = shell(step("Install qiyue")["run"], tmp_path, alone | {"PIP_NO_INDEX": "1"})
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site/qiyue/_data/templates/report/page.html.jinja").is_file()


def test_no_input_becomes_part_of_a_script() -> None:
    assert all("${{" not in each.get("run", "") for each in STEPS)
