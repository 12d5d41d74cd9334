"""Contract: does a server, or a generated client, keep what the spec promises.

In: Api; schemathesis draws the cases from it, an envelope oracle of our own judges the answers. Out: an ``Outcome``.
A run is green only if every operation reached a business success and no check failed.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from starlette.types import ASGIApp

from qiyue import mock
from qiyue.api import Api
from qiyue.contract.auth.credentials import mock_credentials
from qiyue.contract.client.target import ClientTarget
from qiyue.contract.failure_reporter import FailureReporter
from qiyue.contract.generators.plan import load_plan
from qiyue.contract.http.redaction import Redactor
from qiyue.contract.live.dry_run import DryRunRequest
from qiyue.contract.live.session import MOST, RATE, LiveRunConfig, dry_run, run_live
from qiyue.contract.model.case import PHASES, Phase
from qiyue.contract.model.clock import Clock, ManualClock, SystemClock
from qiyue.contract.model.outcome import Failure, OperationResult, Outcome, Skipped
from qiyue.contract.suite import Progress, run_suite
from qiyue.contract.target import ServerTarget, Target
from qiyue.diagnostics import Report
from qiyue.drivers import Package
from qiyue.targets import DEFAULT, open_client

__all__ = [
    "MOST",
    "PHASES",
    "RATE",
    "TARGETS",
    "DryRunRequest",
    "Failure",
    "LiveRunConfig",
    "ManualClock",
    "OperationResult",
    "Outcome",
    "Phase",
    "Progress",
    "Skipped",
    "dry_run",
    "run",
    "run_live",
    "server",
]

TARGETS = ("mock", "client")


def run(
    api: Api,
    target: str = "mock",
    *,
    app: ASGIApp | None = None,
    clock: Clock | None = None,
    package: Package | None = None,
    language: str = DEFAULT,
    seed: int = 0,
    max_examples: int = 50,
    max_cases: int | None = None,
    time_budget: float | None = None,
    operations: Sequence[str] | None = None,
    phases: Sequence[Phase] = PHASES,
    watch: Callable[[Progress], None] = lambda _: None,
) -> Outcome:
    """Run the suite against the mock, or against the generated client over the mock.

    ``app`` stands in for the mock, and goes by ``clock`` or by the machine's; ``package`` for the client. Without them
    all are made from the Api, a new mock for each phase, the client in ``language``: the name of a target."""
    time, planned = clock or (ManualClock() if app is None else SystemClock()), load_plan(api, seed)
    source = mock.Ready(api, Report()) if app is None else app

    def serve() -> ASGIApp:
        return server(source, time, seed) if isinstance(source, mock.Ready) else source

    @cache
    def client() -> Package:
        return package or open_client(api, target=language)

    chosen: Target = (
        ClientTarget(planned, client(), serve, time) if target == "client" else ServerTarget(planned, serve, time)
    )
    witness = FailureReporter(api, client, Redactor(), discreet=False)
    options: dict[str, Any] = {"max_examples": max_examples, "max_cases": max_cases, "time_budget": time_budget}
    try:
        return run_suite(planned, chosen, witness=witness, operations=operations, phases=phases, watch=watch, **options)
    finally:
        if package is None and client.cache_info().currsize:
            client().forget()


def server(source: Api | mock.Ready, clock: Clock, seed: int = 0) -> ASGIApp:
    """Make the mock that takes the suite's own credentials, without quotas: the suite calls faster than a customer."""
    ready = source if isinstance(source, mock.Ready) else mock.Ready(source, Report())
    return mock.Mock(ready, mock.Options(seed=seed, clock=clock, accepted=mock_credentials(ready.api), quotas=False))
