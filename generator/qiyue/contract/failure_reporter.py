"""Failure reporter: what a broken promise looked like. In: a case that failed, its request and answer. Out: texts for
a report, without secrets: a ``curl`` command, a call of the generated client, an excerpt of the answer, lines of the
page.

What a live server answers is its customer's business: see ``discretion``.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

import httpx2

from qiyue import evidence
from qiyue.api import Api, Evidence, Operation
from qiyue.contract.client.arguments import to_call_arguments, to_callable_case
from qiyue.contract.http.asgi_transport import BASE_URL
from qiyue.contract.http.curl import curl
from qiyue.contract.http.network_transport import with_base_url
from qiyue.contract.http.redaction import Redactor
from qiyue.contract.model.case import Case
from qiyue.contract.oracle.request_reader import RequestReader, request_readers
from qiyue.contract.oracle.response_redaction import ResponseRedactor
from qiyue.contract.oracle.verdict import Verdict
from qiyue.drivers import Driver

MOCK = "http://127.0.0.1:8000"
_LONGEST = 2000
_TOLD_HEADERS = ("content-type", "location", "retry-after")


class FailureReporter:
    """Tells what was seen in one run."""

    def __init__(self, api: Api, driver: Callable[[], Driver], masks: Redactor, *, discreet: bool) -> None:
        self._api, self._driver, self._masks = api, driver, masks
        self._discretion = ResponseRedactor(api) if discreet else None

    def format_message(self, text: str) -> str:
        return self._masks.plain(text)

    def command(self, request: httpx2.Request) -> str:
        """Write a request as a command; one that never left this process goes to where ``qiyue mock`` listens."""
        inside = str(request.url).startswith(BASE_URL)
        return curl(with_base_url(request, MOCK) if inside else request, self._masks)

    def call(self, operation: Operation, planned: Case) -> str:
        """Write the case as a call of the client, ``""`` where its arguments cannot say it."""
        offer = self._driver().offers.get(operation.id)
        case = to_callable_case(operation, planned.case, offer, ()) if offer is not None and planned.positive else None
        if case is None:
            return ""
        request = to_call_arguments(operation, case, self._readers[operation.id], planned.request())
        return self._masks.plain(self._driver().write(request))

    def verdict(self, verdict: Verdict) -> Verdict:
        """Give a verdict as it may be told."""
        told = replace(verdict, message=self._masks.plain(verdict.message))
        return self._discretion.verdict(told) if self._discretion else told

    def answer(self, operation: Operation, response: httpx2.Response, *, success: bool) -> str:
        """Give status, telling headers and the beginning of the body; of a live server's what discretion allows."""
        if self._discretion:
            return self._masks.plain(self._discretion.answer(operation, response, success=success))
        head = [f"HTTP {response.status_code} {response.reason_phrase}".strip()]
        head += [f"{name}: {response.headers[name]}" for name in _TOLD_HEADERS if name in response.headers]
        return self._masks.plain("\n".join([*head, "", _text(response.content)]).strip())

    @cached_property
    def _readers(self) -> Mapping[str, RequestReader]:
        return request_readers(self._api)


def source_locations(operation: Operation, status: int | None) -> str:
    """Give where the operation, and its answer of this status, are known from: ``stated L39; sample L101``."""
    answers = (
        each.evidence for each in operation.answers if status and each.status in (str(status), f"{status // 100}XX")
    )
    told = dict.fromkeys(text for each in (operation.evidence, *answers) for text in _told(each))
    return "; ".join(told)


def _told(found: Evidence) -> Iterator[str]:
    text = evidence.format(found) if found else {}
    yield from text.values() if isinstance(text, dict) else [text]


def _text(content: bytes) -> str:
    text = content[: _LONGEST * 4].decode("utf-8", "replace")
    shown = "".join(char if char.isprintable() or char == "\n" else "\N{REPLACEMENT CHARACTER}" for char in text)
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}… ({len(content)} bytes)"
