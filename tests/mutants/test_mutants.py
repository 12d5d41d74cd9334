"""Mutants of the runtime of our clients: the contract suite finds each by the check that is meant for it."""

from qiyue import mutation
from qiyue.mutation import Fault

from . import client_state, lists_and_streams, retries
from .runtime_line import build_faults

FAULTS: list[Fault] = [*build_faults((*retries.ROWS, *client_state.ROWS, *lists_and_streams.ROWS))]
ELSEWHERE = {
    "sends its keys to the address of an upload",
    "loses the first byte of an upload",
    "sends an upload to the address without its query",
}
"""Faults that need an upload, which that Api does not have."""


def test_each_mutant_has_a_name_of_its_own() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)
    assert {fault.name for fault in FAULTS}.isdisjoint(fault.name for fault in mutation.CATALOGUE)


def test_what_one_exchange_does_not_show_is_found_in_an_api_of_several() -> None:
    proven = list(mutation.run_faults({"several": mutation.build_multi_call_api()}, FAULTS))
    assert len(FAULTS) >= 70
    assert [each.fault for each in proven if each.api and not each.said] == []
    assert {each.fault for each in proven if not each.api} == ELSEWHERE
