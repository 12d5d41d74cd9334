"""Faults are found by the check that is meant for them; one that changes nothing, or that nobody looks for, is told."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from qiyue import mutation
from qiyue.api import Api
from qiyue.mutation import CATALOGUE, HARMLESS, Fault, FaultResult
from qiyue.mutation.server_responses import response_fault
from qiyue.pipeline import compile_file

CASES = Path(__file__).parents[2] / "cases"
BY_NAME = {fault.name: fault for fault in CATALOGUE}
TRIED = [
    "answers 500 to a good call",
    "answers a page of HTML",
    "leaves out a member that is promised",
    "refuses with a code that nobody named",
    "refuses for another reason than the right one",
    "compares all but the end of a signature",
    "verifies texts without the white space around them",
    "lets in clocks a second further than it may",
    "refuses clocks a second nearer than it may",
    "forgets a signature after a second",
    "takes every call for a good one",
    "refuses every call, with the status of a success",
    "takes a value of another type",
    "takes an object that lacks a member",
    "leaves out a member of what it sends",
    "calls with another method",
    "does not sign",
    "sends the time of its first call again",
    "loses a member of an answer",
    "takes a refusal for a success",
    "puts its signature elsewhere",
]
SMALL = [
    "breaks off in the middle of an event",
    "sends an event of another type",
    "sends a line that is no JSON",
    "answers a page of HTML as a file",
    "skips an item of a list",
    "gives pages of any length",
    "makes twice what is sent twice",
    "reads a list in a query in another style",
    "has lost an argument",
    "knows a member by another name",
]
KEPT = [
    "finds nothing that it is asked for",
    "finds what has exactly a value, and no part of it",
    "shows what belongs to others",
    "takes twice what must be the only one",
    "deletes more than it is asked for",
    "skips an item of a list",
    "leaves out the last item of a page",
    "repeats the last item of the page before",
    "gives the first page again and again",
    "gives longer pages than it is asked for",
    "goes on behind the last page",
    "gives an item twice on a page",
    "announces more items than there are",
    "announces fewer items than there are",
    "looks at no page",
    "keeps nothing that it is sent",
]


@pytest.fixture(scope="module")
def shelves() -> dict[str, Api]:
    return {"wren_library": compile_file(CASES / "wren_library" / "openapi.yaml", root=CASES).api}


@pytest.fixture(scope="module")
def apis() -> dict[str, Api]:
    return {"heron_press": compile_file(CASES / "heron_press" / "openapi.yaml", root=CASES).api}


def one(apis: dict[str, Api], fault: Fault) -> FaultResult:
    (proven,) = mutation.run_faults(apis, [fault])
    return proven


def test_the_catalogue_has_faults_enough_each_with_a_name_of_its_own() -> None:
    counted = Counter(fault.target for fault in CATALOGUE)
    assert counted["mock"] >= 60
    assert counted["client"] >= 40
    assert len(BY_NAME) == len(CATALOGUE)


def test_every_fault_is_found_by_its_own_check(apis: dict[str, Api]) -> None:
    proven = list(mutation.run_faults(apis, [BY_NAME[name] for name in TRIED]))
    assert [(each.fault, each.api) for each in proven] == [(name, "heron_press") for name in TRIED]
    assert [each.fault for each in proven if not each.said or not each.cases or not each.phase] == []


@pytest.mark.parametrize("name", SMALL)
def test_a_fault_that_few_can_have_is_found_in_the_small_api(name: str) -> None:
    assert one({"small": mutation.build_example_api()}, BY_NAME[name]).said


@pytest.mark.parametrize("name", KEPT)
def test_a_fault_that_one_call_does_not_show_is_found(shelves: dict[str, Api], name: str) -> None:
    proven = one(shelves, BY_NAME[name])
    assert (proven.phase, bool(proven.said)) == ("stateful", True)


@pytest.mark.parametrize("target", ["mock", "client"])
def test_the_suite_stays_green_at_harmless_differences(apis: dict[str, Api], target: str) -> None:
    proven = list(mutation.run_faults(apis, [each for each in HARMLESS if each.target == target]))
    assert [each.said for each in proven if each.said] == []
    assert len([each for each in proven if each.api]) >= 10


def test_what_is_kept_may_be_answered_in_another_spelling() -> None:
    (difference,) = (each for each in HARMLESS if (each.name, each.target) == ("answers 2.0 for 2", "mock"))
    proven = one({"small": mutation.build_example_api()}, difference)
    assert (proven.operation, proven.said) == ("saveSack", "")


def test_a_fault_that_no_check_looks_for_is_missed(apis: dict[str, Api]) -> None:
    fault = replace(BY_NAME["answers 500 to a good call"], check="no-such-check")
    missed = one(apis, fault)
    assert (missed.api, missed.phase, missed.said) == ("heron_press", "", "")
    assert missed.cases > 0


def test_a_fault_that_changes_nothing_is_not_planted(apis: dict[str, Api]) -> None:
    fault = response_fault("changes nothing", "status", lambda said: said.reply, lambda _: True)
    assert one(apis, fault).api == ""
