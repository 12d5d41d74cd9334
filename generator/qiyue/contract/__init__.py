"""Contract: does a server, or a generated client, keep what the spec promises.

In: Api; schemathesis draws the cases from it, an envelope oracle of our own judges the answers. Out: an ``Outcome``.
A run is green only if every operation reached a business success and no check failed.
"""

from collections.abc import Sequence
from typing import Any

from starlette.types import ASGIApp

from qiyue import mock
from qiyue.api import Api
from qiyue.caller import Package, in_memory
from qiyue.contract.cases import PHASES, Phase
from qiyue.contract.client import ClientTarget
from qiyue.contract.credentials import accepted
from qiyue.contract.outcome import Failure, Outcome, Tested
from qiyue.contract.suite import execute
from qiyue.contract.targets import ServerTarget, Target
from qiyue.diagnostics import Report
from qiyue.targets import python

__all__ = ["PHASES", "TARGETS", "Failure", "Outcome", "Phase", "Tested", "run"]

TARGETS = ("mock", "client")


def run(
    api: Api,
    target: str = "mock",
    *,
    app: ASGIApp | None = None,
    package: Package | None = None,
    seed: int = 0,
    max_examples: int = 50,
    time_budget: float | None = None,
    operations: Sequence[str] = (),
    phases: Sequence[Phase] = PHASES,
) -> Outcome:
    """Run the suite against the mock, or against the generated client over the mock, in this process.

    ``app`` stands in for the mock, ``package`` for the client; without them both are made from the Api.
    """
    server = app if app is not None else mock.app(api, seed=seed, accepted=accepted(api))
    chosen: Target
    if target == "client":
        client = package or in_memory(python.generate(api, "client", Report()), "client")
        chosen = ClientTarget(api, client, server)
    else:
        chosen = ServerTarget(api, server)
    options: dict[str, Any] = {"max_examples": max_examples, "time_budget": time_budget}
    return execute(api, chosen, seed=seed, operations=operations, phases=phases, **options)
