"""Response reader: an answer by the words of the spec: what it means, and where it is none that the spec describes.

In: an operation, a case, an answer. Out: ``ParsedResponse``. A server refuses many cases with one answer: that is
judged once.
"""

from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import TypeAlias

import httpx2

from qiyue.api import Operation
from qiyue.contract.generators.schemathesis_adapter import is_probe
from qiyue.contract.http.request_values import RequestValues
from qiyue.contract.http.response import ReceivedResponse
from qiyue.contract.oracle.conformance import validate_response
from qiyue.contract.oracle.verdict import Verdict, judge
from qiyue.mock.refuse import REASON

VerdictFilter: TypeAlias = Callable[[Verdict], Verdict]
"""Gives a verdict as it may be told."""
_KEPT = 512
"""Answers that are remembered."""


class ParsedResponse:
    """One answer; equal to another that says the same. Why a mock refuses is its own affair, and not looked at."""

    def __init__(
        self, operation: Operation, case: RequestValues, response: httpx2.Response, told: VerdictFilter
    ) -> None:
        self._operation, self._case, self._response, self._told = operation, case, response, told
        headers = tuple(header for header in response.headers.items() if header[0] != REASON)
        self._key = operation.id, is_probe(case), response.status_code, headers, response.content

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ParsedResponse) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    @cached_property
    def received(self) -> ReceivedResponse:
        """The answer as it came."""
        return ReceivedResponse(self._response.status_code, self._response.headers, self._response.content)

    @cached_property
    def verdict(self) -> Verdict:
        """What it means."""
        return self._told(judge(self._operation, self.received))

    @cached_property
    def schema_errors(self) -> tuple[tuple[str, str], ...]:
        """The name of each check that says that the spec does not describe it, and why."""
        return tuple(validate_response(self._case, self._response))


class ResponseReader:
    """The answers of one run."""

    def __init__(self, told: VerdictFilter) -> None:
        self._told = told
        self._first = lru_cache(_KEPT)(_itself)

    def read(self, operation: Operation, case: RequestValues, response: httpx2.Response) -> ParsedResponse:
        """Judge an answer, or give the judgement of an equal one."""
        return self._first(ParsedResponse(operation, case, response, self._told))


def _itself(judged: ParsedResponse) -> ParsedResponse:
    return judged
