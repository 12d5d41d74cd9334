"""Unnoticed: documented failures that come back as successes. In: an operation, and how it refuses. Out: problems.

The mock makes the vendor's answer for each row of the code table; whoever reads the document must be able to tell it
from a success, else no client can.
"""

from collections.abc import Iterable, Iterator

import httpx2

from qiyue.api import Operation
from qiyue.contract.checks import Problem
from qiyue.contract.oracle import Received, judge
from qiyue.values import Plain


def unnoticed(operation: Operation, refusals: Iterable[tuple[Plain, httpx2.Response]]) -> Iterator[Problem]:
    """Say which documented failures are answered as successes, as the document tells the two apart."""
    for code, response in refusals:
        if judge(operation, Received(response.status_code, response.headers, response.content)).success:
            yield Problem(
                "code", f"The documented failure {code!r} comes back as a success: nothing in the answer tells."
            )
