"""Untested operations: what a live run does not test, so that it changes nothing that it did not make. In: Api, an
outcome. Out: the operations that are left alone, each with the reason; gaps for cases that were not sent."""

from collections.abc import Iterable
from dataclasses import replace

from qiyue.api import Api, Kind
from qiyue.contract.live.key_places import KeyPlaces
from qiyue.contract.live.ownership import Ownership
from qiyue.contract.model.effect import Effect, classify_effect
from qiyue.contract.model.outcome import Failure, OperationResult, Outcome, Skipped


def find_excluded(api: Api, callable_ids: Iterable[str]) -> dict[str, str]:
    """Give the operations that cannot be called with keys of the run's own alone, with the reason.

    What needs a key of what is left alone is left alone, too.
    """
    keys, called = KeyPlaces(api), set(callable_ids)
    reasons: dict[str, str] = {}
    while True:
        found = {
            each.id: reason for each in api.operations if each.id in called if (reason := keys.missing(each, called))
        }
        if not found:
            return reasons
        reasons |= found
        called -= found.keys()


NOT_THERE = "it names what must be there, and no list and no creation tells of any"


def add_untested(api: Api, outcome: Outcome, ownership: Ownership) -> Outcome:
    """Give the outcome with what was not sent: an operation of which nothing was is none of those selected."""
    sent = {each.operation for each in outcome.tested if each.cases}
    barred: dict[str, str] = {}
    gaps = []
    for (operation, reason), count in ownership.blocked.items():
        if operation not in sent:
            barred.setdefault(operation, reason)
        else:
            message = f"{count:,} cases were not sent: {reason}."
            gaps.append(Failure(operation, "keys", message, "", "", api.operation(operation).place))
    barred |= {each.operation: NOT_THERE for each in outcome.tested if _found_nothing(api, each, outcome)}
    return replace(
        outcome,
        selected=tuple(each for each in outcome.selected if each not in barred),
        tested=tuple(each for each in outcome.tested if each.operation not in barred),
        barred=tuple(Skipped(operation, reason) for operation, reason in barred.items()),
        gaps=(*outcome.gaps, *gaps),
    )


def _found_nothing(api: Api, tested: OperationResult, outcome: Outcome) -> bool:
    """Tell whether an operation was refused for nothing but that no object has the keys that were tried."""
    refused = dict(tested.refusals).get(Kind.NOT_FOUND, 0)
    is_read = classify_effect(api, api.operation(tested.operation)) is Effect.READS
    names_one = "{" in api.operation(tested.operation).path
    is_broken = any(failure.operation == tested.operation for failure in outcome.failures)
    return is_read and names_one and not tested.successes and refused >= tested.positive > 0 and not is_broken
