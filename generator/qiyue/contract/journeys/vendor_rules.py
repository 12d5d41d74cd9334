"""Vendor rules: what a vendor's rules promise beside its schemas. In: an observation; steps and an operation. Out:
problems.

What an answer repeats of a request is what was said. Where a value must be the only one of its kind, the same request
is refused the second time.
"""

from collections.abc import Iterator
from contextlib import suppress

from qiyue.api import Kind, Operation
from qiyue.base import where
from qiyue.base.absent import ABSENT
from qiyue.contract.http.message import value_at
from qiyue.contract.journeys.calls import JourneyCalls
from qiyue.contract.oracle.checks import Observation, Problem
from qiyue.mock.answered import spot
from qiyue.mock.compare import alike, number
from qiyue.values import Missing, Plain


def check_idempotency(seen: Observation) -> Iterator[Problem]:
    """Say where an answer repeats something else than was said."""
    rules = seen.operation.mock.rules if seen.operation.mock and seen.verdict.success else ()
    for rule in (rule["copy"] for rule in rules if "copy" in rule and "part" not in rule["copy"]):
        sent = value_at(seen.request, rule["from"])
        with suppress(Missing):
            body = seen.answer.received.body()
            said = [where.get(body, at) for at in (rule["to"], spot(seen.operation) + rule["to"])]
            if any(_differs(sent, each) for each in said):
                yield Problem("repeated", f"The answer repeats another {rule['from']} than was sent.", "/responses")


def check_vendor_rules(steps: JourneyCalls, operation: Operation) -> None:
    """Send twice what must be the only one of its kind."""
    role = operation.mock
    rules = role.rules if role and role.do == "create" else ()
    for rule in (rule["unique"] for rule in rules if "unique" in rule):
        planned = steps.example(operation)
        steps.send(operation, planned)
        about = f"the same {rule['at']} for the second time"
        steps.refused(operation, planned, about, "unique", frozenset({Kind(rule["else"])}))


def _differs(sent: Plain, said: Plain) -> bool:
    if ABSENT in (sent, said) or said is None or isinstance(sent, dict | list):
        return False
    return not alike(sent, said) and (number(sent) is None or number(sent) != number(said))
