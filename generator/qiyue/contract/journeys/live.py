"""Live journeys: what begins with an operation on a server that belongs to others. In: calls, an operation, inferred
resources. Out: problems. Whatever is written is the run's own; the guard holds every request to that."""

from collections.abc import Iterator, Sequence

from qiyue.api import Operation
from qiyue.contract.journeys.calls import LiveCalls
from qiyue.contract.journeys.conditional import check_not_modified
from qiyue.contract.journeys.list_behaviour import ListBehaviour
from qiyue.contract.journeys.resource_calls import ResourceCalls
from qiyue.contract.journeys.resource_lifecycle import Lifecycle
from qiyue.contract.oracle.checks import Problem
from qiyue.inference import Action, Resource

_FEW, _MANY = 3, 11
"""Objects that are made before a list is looked at, so that it has more than one page."""


def run_live_journeys(calls: LiveCalls, operation: Operation, resources: Sequence[Resource]) -> Iterator[Problem]:
    """Make the journeys that begin with an operation."""
    roles = [(each, role) for each in resources for role in each.roles if role.operation == operation.id]
    for resource, role in roles:
        if role.action is Action.CREATE:
            lives = ResourceCalls(calls, resource, calls.mark)
            for _ in range(_needed(lives)):
                lives.make_another()
            yield from Lifecycle(lives).problems()
    if operation.method == "GET" and "{" not in operation.path:
        key = next((each.key for each, role in roles if role.action is Action.LIST), "")
        yield from ListBehaviour(calls, operation, key).problems()
    yield from check_not_modified(calls, operation)


def _needed(lives: ResourceCalls) -> int:
    """Return how many objects it takes to have more than one page, where that is not too many."""
    listing = lives.role(Action.LIST)
    usual = lives.page_size(listing, {}) if listing is not None else 0
    return usual + 1 if _FEW <= usual < _MANY else _FEW
