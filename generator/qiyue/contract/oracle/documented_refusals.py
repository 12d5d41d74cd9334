"""Documented refusals: documented failures that come back as successes. In: an operation, and how it refuses. Out:
problems.

The mock makes the vendor's answer for each row of the code table; whoever reads the document must be able to tell it
from a success, else no client can.
"""

from collections.abc import Iterable, Iterator

import httpx2

from qiyue.api import Api, Operation
from qiyue.contract.http.response import ReceivedResponse
from qiyue.contract.oracle.checks import Problem
from qiyue.contract.oracle.verdict import judge
from qiyue.mock.refuse import Refusals
from qiyue.mock.schemas import Schemas
from qiyue.values import Plain


def check_refusals(operation: Operation, refusals: Iterable[tuple[Plain, httpx2.Response]]) -> Iterator[Problem]:
    """Say which documented failures are answered as successes, as the document tells the two apart."""
    for code, response in refusals:
        if judge(operation, ReceivedResponse(response.status_code, response.headers, response.content)).success:
            yield Problem(
                "code", f"The documented failure {code!r} comes back as a success: nothing in the answer tells."
            )


def build_refusals(api: Api, operation: Operation, schemas: Schemas) -> Iterator[tuple[Plain, httpx2.Response]]:
    """Give every documented refusal, with its code."""
    made = Refusals(api, operation, schemas)
    for row in operation.errors.codes if operation.errors else ():
        reply = made.reply_with(row)
        if reply is not None:
            yield row.code, httpx2.Response(reply.status, headers=list(reply.headers), content=reply.body)
