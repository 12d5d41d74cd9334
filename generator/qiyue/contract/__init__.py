"""Contract: does a server, or a generated client, keep what the spec promises.

In: Api; schemathesis draws the cases from it, an envelope oracle of our own judges the answers. Out: an ``Outcome``.
A run is green only if every operation reached a business success and no check failed.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
from qiyue.contract.live.session import dry_run, run_live
from qiyue.contract.model.case import PHASES, Phase
from qiyue.contract.model.clock import Clock, ControlledClock, RealClock
from qiyue.contract.model.outcome import Failure, OperationResult, Outcome, Skipped
from qiyue.contract.model.run_config import MOST, RATE, LiveRunConfig, RunConfig
from qiyue.contract.suite import Progress, run_suite
from qiyue.contract.target import ServerTarget, Target
from qiyue.diagnostics import Report
from qiyue.drivers import Driver
from qiyue.targets import DEFAULT, open_client

__all__ = [
    "MOST",
    "PHASES",
    "RATE",
    "TARGETS",
    "ControlledClock",
    "DryRunRequest",
    "Failure",
    "LiveRunConfig",
    "OperationResult",
    "Outcome",
    "Phase",
    "Progress",
    "RunConfig",
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
    driver: Driver | None = None,
    language: str = DEFAULT,
    config: RunConfig | None = None,
    watch: Callable[[Progress], None] = lambda _: None,
    **options: Any,
) -> Outcome:
    """Run the suite against the mock, or against the generated client over the mock.

    ``app`` stands in for the mock, and goes by ``clock`` or by the machine's; ``driver`` for the client. Without them
    all are made from the Api, a new mock for each phase, the client in ``language``: the name of a target. ``options``
    are those of a ``RunConfig``, for which no ``config`` is made before.

    Raises:
        DriverError: the client cannot be driven any more.
    """
    config = config or RunConfig(**options)
    time, planned = clock or (ControlledClock() if app is None else RealClock()), load_plan(api, config.seed)
    source = mock.Ready(api, Report()) if app is None else app

    def serve() -> ASGIApp:
        return server(source, time, config.seed) if isinstance(source, mock.Ready) else source

    with _first_asked(lambda: driver or open_client(api, target=language), keeps=driver is not None) as client:
        chosen: Target = (
            ClientTarget(planned, client(), serve, time) if target == "client" else ServerTarget(planned, serve, time)
        )
        witness = FailureReporter(api, client, Redactor(), discreet=False)
        return run_suite(planned, chosen, config, witness=witness, watch=watch)


@contextmanager
def _first_asked(make: Callable[[], Driver], *, keeps: bool) -> Iterator[Callable[[], Driver]]:
    """Make a driver when it is first asked for, and close it in the end, unless it is the caller's."""
    driver = cache(make)
    try:
        yield driver
    finally:
        if driver.cache_info().currsize and not keeps:
            driver().close()


def server(source: Api | mock.Ready, clock: Clock, seed: int = 0) -> ASGIApp:
    """Make the mock that takes the suite's own credentials, without quotas: the suite calls faster than a customer."""
    ready = source if isinstance(source, mock.Ready) else mock.Ready(source, Report())
    return mock.Mock(ready, mock.Options(seed=seed, clock=clock, accepted=mock_credentials(ready.api), quotas=False))
