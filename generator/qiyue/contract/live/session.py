"""Session of a live run: a live run from beginning to end. In: Api, its client, an address, the environment. Out: an
``Outcome``; or, dry, the requests that would be sent."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from qiyue.api import Api
from qiyue.contract.auth.environment import EnvironmentConfig, read_environment
from qiyue.contract.failure_reporter import FailureReporter
from qiyue.contract.generators.plan import load_plan
from qiyue.contract.http import server_url
from qiyue.contract.http.redaction import Redactor
from qiyue.contract.live.budget import RequestBudget
from qiyue.contract.live.dry_run import DryRunRequest, DryRunTarget
from qiyue.contract.live.target import LiveTarget
from qiyue.contract.live.untested import add_untested, find_uncallable
from qiyue.contract.model.case import PHASES, Phase
from qiyue.contract.model.effect import reason_to_skip
from qiyue.contract.model.outcome import Outcome, Skipped
from qiyue.contract.suite import Progress, run_suite
from qiyue.drivers import Package

MOST, RATE = 200, 5.0
"""Requests in all, and in a second, where nobody says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveRunConfig:
    """How to call on a live server."""

    url: str
    allow_writes: bool = False
    max_requests: int | None = MOST
    rate: float = RATE
    seed: int = 0
    max_examples: int = 50
    max_cases: int | None = None
    """In all; each operation gets an equal share."""
    time_budget: float | None = None
    phases: Sequence[Phase] = PHASES[:-1]
    """Journeys would make and find what a live run may not touch."""


def run_live(
    api: Api,
    package: Package,
    environment: Mapping[str, str],
    visit: LiveRunConfig,
    watch: Callable[[Progress], None] = lambda _: None,
) -> Outcome:
    """Hold a live server to the spec."""
    planned, found = load_plan(api, visit.seed), read_environment(api, package, environment)
    masks = _masks(found, visit)
    limits = RequestBudget(api, rate=visit.rate, max_requests=visit.max_requests, time_budget=visit.time_budget)
    chosen, left_alone = _chosen(api, visit)
    target = LiveTarget(planned, visit.url, found.customer, limits, masks, _share(visit, len(chosen)))
    outcome = run_suite(
        planned,
        target,
        witness=FailureReporter(api, lambda: package, masks, discreet=True),
        max_examples=visit.max_examples,
        max_cases=visit.max_cases,
        time_budget=visit.time_budget,
        operations=chosen,
        phases=visit.phases,
        watch=watch,
    )
    named = add_untested(api, outcome, target.ownership)
    return replace(
        named, barred=(*left_alone, *named.barred), left=tuple(map(masks.plain, target.left)), missing=found.missing
    )


def dry_run(
    api: Api, package: Package, environment: Mapping[str, str], visit: LiveRunConfig
) -> tuple[DryRunRequest, ...]:
    """Give the requests of a live run, and send none."""
    planned, found = load_plan(api, visit.seed), read_environment(api, package, environment)
    witness = FailureReporter(api, lambda: package, _masks(found, visit), discreet=True)
    chosen, _ = _chosen(api, visit)
    share = _share(visit, len(chosen))
    target = DryRunTarget(planned, visit.url, found.customer, witness.command, most=visit.max_requests, share=share)
    run_suite(planned, target, witness=witness, max_examples=visit.max_examples, operations=chosen, phases=visit.phases)
    return tuple(target.sent)


def _masks(found: EnvironmentConfig, visit: LiveRunConfig) -> Redactor:
    masks = Redactor(found.variables)
    for secret in (*found.customer.keys.values(), *server_url.find_secrets(visit.url)):
        masks.hide(secret)
    return masks


def _chosen(api: Api, visit: LiveRunConfig) -> tuple[list[str], tuple[Skipped, ...]]:
    reasons = {each.id: reason_to_skip(each, allow_writes=visit.allow_writes) for each in api.operations}
    reasons |= find_uncallable(api, [operation for operation, reason in reasons.items() if not reason])
    chosen = [operation for operation, reason in reasons.items() if not reason]
    return chosen, tuple(Skipped(operation, reason) for operation, reason in reasons.items() if reason)


def _share(visit: LiveRunConfig, operations: int) -> float:
    """Give how many cases one operation may have, so that those after it have some too."""
    return float("inf") if visit.max_requests is None else max(1, visit.max_requests // max(operations, 1))
