"""Session of a live run: a live run from beginning to end. In: Api, its client, an address, the environment. Out: an
``Outcome``; or, dry, the requests that would be sent."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from qiyue.api import Api, Operation
from qiyue.contract.auth.environment import EnvironmentConfig, read_environment
from qiyue.contract.failure_reporter import FailureReporter
from qiyue.contract.generators.plan import load_plan
from qiyue.contract.http import server_url
from qiyue.contract.http.redaction import Redactor
from qiyue.contract.journeys.calls import LiveCalls
from qiyue.contract.journeys.live import run_live_journeys
from qiyue.contract.live.budget import RequestBudget
from qiyue.contract.live.dry_run import DryRunRequest, DryRunTarget
from qiyue.contract.live.target import LiveTarget
from qiyue.contract.live.untested_operations import add_untested, find_excluded
from qiyue.contract.model.effect import reason_to_skip
from qiyue.contract.model.outcome import Outcome, Skipped
from qiyue.contract.model.run_config import LiveRunConfig
from qiyue.contract.oracle.checks import Problem
from qiyue.contract.suite import Journeys, Progress, SuiteRun, run_suite
from qiyue.drivers import Driver


def run_live(
    api: Api,
    driver: Driver,
    environment: Mapping[str, str],
    config: LiveRunConfig,
    watch: Callable[[Progress], None] = lambda _: None,
) -> Outcome:
    """Hold a live server to the spec."""
    planned, found = load_plan(api, config.drawn_from), read_environment(api, driver.variables, environment)
    masks = _masks(found, config)
    limits = RequestBudget(api, rate=config.rate, max_requests=config.max_requests, time_budget=config.time_budget)
    chosen, left_alone = _chosen(api, config)
    share = _share(config, len(chosen))
    target = LiveTarget(planned, config.url, found.customer, limits, masks, share, config.run_id)
    outcome = run_suite(
        planned,
        target,
        replace(config, operations=tuple(chosen)),
        witness=FailureReporter(api, lambda: driver, masks, discreet=True),
        journeys=_journeys(target, chosen, config),
        strict_behaviour=config.strict_behaviour,
        watch=watch,
    )
    named = add_untested(api, outcome, target.ownership)
    return replace(
        named,
        seed=config.seed,
        run_id=config.run_id,
        barred=(*left_alone, *named.barred),
        left=tuple(map(masks.plain, target.left)),
        missing=found.missing,
        needs_all=config.require_all,
    )


def dry_run(
    api: Api, driver: Driver, environment: Mapping[str, str], config: LiveRunConfig
) -> tuple[DryRunRequest, ...]:
    """Give the requests of a live run, and send none."""
    planned, found = load_plan(api, config.drawn_from), read_environment(api, driver.variables, environment)
    witness = FailureReporter(api, lambda: driver, _masks(found, config), discreet=True)
    chosen, _ = _chosen(api, config)
    share = _share(config, len(chosen))
    target = DryRunTarget(planned, config.url, found.customer, witness.command, most=config.max_requests, share=share)
    phases = tuple(each for each in config.phases if each != "stateful")
    asked = replace(config, operations=tuple(chosen), time_budget=None, max_cases=None, phases=phases)
    run_suite(planned, target, asked, witness=witness)
    return tuple(target.sent)


def _journeys(target: LiveTarget, chosen: Sequence[str], config: LiveRunConfig) -> Journeys:
    mark, resources = f"qy{config.run_id or config.seed}n", target.ownership.keys.resources

    def begin(run: SuiteRun, operation: Operation) -> Iterable[Problem]:
        calls = LiveCalls(run.plan, run.send_step, run.answer, frozenset(chosen), target.is_key, mark, run.habits.keep)
        return run_live_journeys(calls, operation, resources)

    return begin


def _masks(found: EnvironmentConfig, config: LiveRunConfig) -> Redactor:
    masks = Redactor(found.variables)
    for secret in (*found.customer.keys.values(), *server_url.find_secrets(config.url)):
        masks.add_secret(secret)
    return masks


def _chosen(api: Api, config: LiveRunConfig) -> tuple[list[str], tuple[Skipped, ...]]:
    reasons = {each.id: reason_to_skip(each, allow_writes=config.allow_writes) for each in api.operations}
    reasons |= find_excluded(api, [operation for operation, reason in reasons.items() if not reason])
    chosen = [operation for operation, reason in reasons.items() if not reason]
    return chosen, tuple(Skipped(operation, reason) for operation, reason in reasons.items() if reason)


def _share(config: LiveRunConfig, operations: int) -> float:
    """Give how many cases one operation may have, so that those after it have some too."""
    return float("inf") if config.max_requests is None else max(1, config.max_requests // max(operations, 1))
