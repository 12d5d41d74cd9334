"""Checks run: which checks looked at one call, so that a report does not call good what nobody looked at.

In: a case, what came of it. Out: names of checks.
"""

from collections.abc import Iterator

from qiyue.contract.model.case import Case
from qiyue.contract.oracle.verdict import Verdict

ANSWERS = ("server-error", "status", "content-type", "headers", "body")
"""The checks of every answer."""


def list_checks_run(planned: Case, verdict: Verdict, others: tuple[str, ...]) -> Iterator[str]:
    """Give the checks of one call; ``others`` are those of the target."""
    yield from ANSWERS
    if not planned.positive:
        yield planned.check
    else:
        yield "example" if planned.phase == "examples" else "success"
    if not verdict.success:
        yield "code"
    yield from others
