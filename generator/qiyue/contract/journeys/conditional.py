"""Conditional requests: where a document declares 304, an answer's ETag has to bring it (RFC 9110, 13.1.2)."""

from collections.abc import Iterator
from dataclasses import replace

from qiyue.api import Operation
from qiyue.contract.journeys.calls import LiveCalls
from qiyue.contract.oracle.checks import Problem


def check_not_modified(calls: LiveCalls, operation: Operation) -> Iterator[Problem]:
    """Ask twice, the second time with the tag of the first answer: that may be answered without a body."""
    if operation.method != "GET" or not any(answer.status == "304" for answer in operation.answers):
        return
    first = calls.answer(operation, calls.example(operation))
    tag = first.received.headers.get("etag", "") if first is not None and first.verdict.success else ""
    if not tag:
        return
    case = calls.example(operation)
    again = replace(
        case,
        positive=False,
        mutation=None,
        case=replace(case.case, headers={**case.case.headers, "If-None-Match": tag}),
    )
    answered = calls.answer(operation, again)
    if answered is not None and answered.verdict.success and answered.received.status != 304:
        message = "If-None-Match with the ETag of the answer brings the whole answer again, not 304 (RFC 9110, 13.1.2)."
        yield Problem("not-modified", message)
