"""Every edition is held to its spec: the mock, and the generated client over the mock."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from qiyue import contract
from qiyue.api import Api
from qiyue.contract.generators.schemathesis_adapter import fuzz, load_operations
from qiyue.contract.generators.schemathesis_schema import to_schemathesis_document
from qiyue.contract.http.request_values import RequestValues
from qiyue.emit import expand_paths

ROOT = Path(__file__).parents[2]
HASH = """
from pathlib import Path
from qiyue import contract
from qiyue.config import load_project
from qiyue.pipeline import compile_edition

api = compile_edition(load_project(Path.cwd()).edition("zhangxiaoer")).api
phases = ["coverage", "fuzzing"]
print(contract.run(api, operations=["createVoucher"], phases=phases, seed=7, max_examples=5).request_hash)
"""


@pytest.mark.parametrize("target", contract.TARGETS)
def test_edition_is_green(edition_api: Api, target: str) -> None:
    outcome = contract.run(edition_api, target, max_examples=3)
    assert list(outcome.reasons()) == []
    assert [tested.operation for tested in outcome.tested] == [operation.id for operation in edition_api.operations]
    assert all(tested.successes for tested in outcome.tested)
    assert outcome.green


def test_valid_cases_are_drawn_for_every_operation(edition_api: Api) -> None:
    drawn: dict[str, list[RequestValues]] = {operation.id: [] for operation in edition_api.operations}
    for operation, target in load_operations(
        to_schemathesis_document(edition_api, expand_paths(edition_api)), 0
    ).items():
        fuzz(target, 0, 1, drawn[operation].append, negative=False)
    assert [operation for operation, cases in drawn.items() if not cases] == []


def test_a_seed_sends_the_same_requests_in_every_process() -> None:
    running = [_start(seed) for seed in ("1", "2", "3")]
    hashes = [process.communicate()[0].strip() for process in running]
    assert [process.returncode for process in running] == [0, 0, 0]
    assert len(hashes[0]) == 64
    assert len(set(hashes)) == 1


def test_another_seed_sends_other_requests(api: Api) -> None:
    runs = [contract.run(api, operations=["createVoucher"], seed=seed, max_examples=10) for seed in (1, 2)]
    assert runs[0].request_hash != runs[1].request_hash


def test_what_the_time_budget_left_untested_is_said(api: Api) -> None:
    outcome = contract.run(api, time_budget=0)
    assert not outcome.green
    assert outcome.stopped
    assert list(outcome.reasons()) == [
        f"{operation.id} was not tested: the time budget is spent." for operation in api.operations
    ]


def test_nothing_selected_is_not_green(api: Api) -> None:
    outcome = contract.run(api, operations=["noSuchOperation"])
    assert list(outcome.reasons()) == ["No operation was selected: nothing was tested."]


def _start(seed: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.Popen([sys.executable, "-c", HASH], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
