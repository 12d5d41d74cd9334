"""Witness: what a broken promise looked like. In: a case that failed, its request and answer. Out: texts for a report,
without secrets: a ``curl`` command, a call of the generated client, an excerpt of the answer, lines of the page.

What a live server answers to a success is its customer's business: of that only the shape is told, unless it is nothing
of what the spec promises.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property

import httpx2

from qiyue import evidence
from qiyue.api import Api, Evidence, Operation
from qiyue.base.absent import ABSENT
from qiyue.base.shape import shape
from qiyue.caller import Package, typed
from qiyue.contract.cases import Planned
from qiyue.contract.line import addressed
from qiyue.contract.masks import Masks
from qiyue.contract.reader import Reader, readers
from qiyue.contract.reproduction import curl
from qiyue.contract.said import said, sayable
from qiyue.contract.wire import BASE_URL
from qiyue.examples import properties
from qiyue.values import Plain

MOCK = "http://127.0.0.1:8000"
_LONGEST = 2000
_TOLD_HEADERS = ("content-type", "location", "retry-after")


class Witness:
    """Tells what was seen in one run."""

    def __init__(self, api: Api, package: Callable[[], Package], masks: Masks, *, discreet: bool) -> None:
        self._api, self._package, self._masks, self._discreet = api, package, masks, discreet

    def sentence(self, text: str) -> str:
        return self._masks.plain(text)

    def command(self, request: httpx2.Request) -> str:
        """Write a request as a command; one that never left this process goes to where ``qiyue mock`` listens."""
        inside = str(request.url).startswith(BASE_URL)
        return curl(addressed(request, MOCK) if inside else request, self._masks)

    def call(self, operation: Operation, planned: Planned) -> str:
        """Write the case as a call of the client, ``""`` where its arguments cannot say it."""
        declared = self._package().operations.get(operation.id)
        case = sayable(operation, planned.case, declared, ()) if declared is not None and planned.positive else None
        if case is None:
            return ""
        request = said(operation, case, self._readers[operation.id], planned.request())
        return self._masks.plain(typed(declared, request))

    def answer(self, operation: Operation, response: httpx2.Response, *, success: bool) -> str:
        """Give status, telling headers and the beginning of the body."""
        head = [f"HTTP {response.status_code} {response.reason_phrase}".strip()]
        head += [f"{name}: {response.headers[name]}" for name in _TOLD_HEADERS if name in response.headers]
        discreet = success and self._discreet and self._is_promised(operation, response)
        body = _shape(response) if discreet else _text(response.content)
        return self._masks.plain("\n".join([*head, "", body]).strip())

    def _is_promised(self, operation: Operation, response: httpx2.Response) -> bool:
        """Tell whether an answer is JSON that has anything in common with what the spec describes."""
        described = [
            properties(self._api, self._api.schema(media.type))
            for answer in operation.answers
            for media in answer.media
            if media.type is not None and answer.status.startswith("2")
        ]
        body = _json(response)
        return not isinstance(body, dict) or any(name in names for name in body for names in described)

    @cached_property
    def _readers(self) -> Mapping[str, Reader]:
        return readers(self._api)


def sources(operation: Operation, status: int | None) -> str:
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


def _shape(response: httpx2.Response) -> str:
    body = _json(response)
    if body is ABSENT:
        return f"({len(response.content)} bytes)"
    text = json.dumps(_shapes(body), ensure_ascii=False)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _json(response: httpx2.Response) -> Plain:
    try:
        return json.loads(response.content, parse_float=Decimal)
    except ValueError:
        return ABSENT


def _shapes(value: Plain) -> Plain:
    if isinstance(value, dict):
        return {name: _shapes(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_shapes(each) for each in value[:1]]
    return value if value is None or isinstance(value, bool) else shape(value)
