"""Response redaction: what may be told of the answers of a live server, which are its customer's business.

In: Api; answers and verdicts. Out: place and shape of every value. Of a refusal also the code, and its message without
numbers, addresses of mail and quotations, which may be somebody's.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from http import HTTPStatus
from typing import TypeAlias
from urllib.parse import urlsplit

import httpx2

from qiyue.api import Api, Operation, Where
from qiyue.base.media import essence
from qiyue.base.shape import shape
from qiyue.base.where import pointer
from qiyue.contract.http.redaction import HIDDEN
from qiyue.contract.oracle.verdict import Verdict
from qiyue.values import Plain

_Tell: TypeAlias = Callable[[Plain], Plain]
_LONGEST = 2000
_LONGEST_MESSAGE = 300
_DATA = re.compile(r"[\w.+:/@-]*[\d@][\w.+:/@-]*", re.ASCII)
"""Words that are, or may hold, somebody's data: numbers, dates, ids, addresses of mail."""
_WIDE_DIGITS = re.compile(r"\d+")
_QUOTED = re.compile(r"""(["'`])(.*?)\1|“(.*?)”|「(.*?)」|『(.*?)』|《(.*?)》|\[(.*?)\]""", re.DOTALL)
_CODE = re.compile(r"(?=.{1,40}\Z)[A-Za-z_.:-]*\d{0,6}[A-Za-z_.:-]*")
_MESSAGES = ("/message", "/msg", "/error", "/error/message", "/error_description", "/detail", "/title")
"""Where most services say why they refuse, for those whose spec does not tell."""


class ResponseRedactor:
    """Tells of the answers of one Api. Names that the spec has are told; other keys of objects may be values."""

    def __init__(self, api: Api) -> None:
        self._api = api

    def verdict(self, verdict: Verdict) -> Verdict:
        """Give a verdict without values: an undocumented code that looks like one, and data in the message."""
        code = verdict.code if verdict.documented else _code(verdict.code)
        return replace(verdict, code=code, message=self.message(verdict.message))

    def message(self, text: str) -> str:
        """Give the words of a message; a quotation only where it is a name of the spec."""

        def unquoted(found: re.Match[str]) -> str:
            quoted = next((each for each in found.groups()[1:] if each is not None), "")
            return found[0] if quoted in self._names else found[0].replace(quoted, HIDDEN) if quoted else found[0]

        text = " ".join(text.split())[:_LONGEST_MESSAGE]
        return _WIDE_DIGITS.sub(HIDDEN, _DATA.sub(HIDDEN, _QUOTED.sub(unquoted, text)))

    def answer(self, operation: Operation, response: httpx2.Response, *, success: bool) -> str:
        """Give status, media type and the shape of the body; of a refusal, code and message."""
        status, media = response.status_code, essence(response.headers.get("content-type", ""))
        known = next((each.phrase for each in HTTPStatus if each == status), "")
        head = [f"HTTP {status} {known}".strip(), *([f"content-type: {media}"] if media else [])]
        if location := response.headers.get("location", ""):
            head.append(f"location: {redact_location(location)}")
        try:
            body = json.loads(response.content, parse_float=Decimal)
        except ValueError:
            return "\n".join([*head, "", f"({len(response.content)} bytes)"])
        messages = dict.fromkeys(_messages(operation), lambda value: self.message(str(value)))
        told = {} if success else messages | dict.fromkeys(_codes(operation), _code)
        text = json.dumps(self._shapes(body, told, ""), ensure_ascii=False)
        return "\n".join([*head, "", text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"])

    def _shapes(self, value: Plain, told: Mapping[Where, _Tell], at: Where) -> Plain:
        if at in told and isinstance(value, str | int) and not isinstance(value, bool):
            return told[at](value)
        if isinstance(value, dict):
            pairs = ((name, self._shapes(each, told, at + pointer([name]))) for name, each in value.items())
            return {name if name in self._names else HIDDEN: each for name, each in pairs}
        if isinstance(value, list):
            return [self._shapes(each, told, f"{at}/{index}") for index, each in enumerate(value[:1])]
        return shape(value)

    @cached_property
    def _names(self) -> frozenset[str]:
        spots = (at.removeprefix("/") for operation in self._api.operations for at in _messages(operation))
        parameters = (each.name for operation in self._api.operations for each in operation.parameters)
        usual = (part for at in _MESSAGES for part in at.split("/"))
        return frozenset((*parameters, *spots, *usual, *_properties(tuple(self._api.types.values()))))


def redact_location(address: str) -> str:
    """Give where an address leads: without user, password and query, and without what in its path may be data."""
    try:
        parts = urlsplit(address)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return HIDDEN
    host = f"{parts.scheme}://{parts.hostname or ''}{port}" if parts.hostname else ""
    return host + "/".join(_DATA.sub(HIDDEN, segment) for segment in parts.path.split("/"))


def _code(code: Plain) -> Plain:
    """Give a code that looks like one: few digits, no sentence."""
    return code if code is None or _CODE.fullmatch(str(code)) else HIDDEN


def _messages(operation: Operation) -> Iterator[Where]:
    answer = operation.envelope.answer if operation.envelope else None
    rows = operation.errors.codes if operation.errors else ()
    yield from filter(None, (answer.message if answer else "", *(row.message_at for row in rows), *_MESSAGES))


def _codes(operation: Operation) -> list[Where]:
    answer = operation.envelope.answer if operation.envelope else None
    rows = operation.errors.codes if operation.errors else ()
    places = (operation.errors.at if operation.errors else "", answer.code if answer else "", *(row.at for row in rows))
    return [at for at in places if at.startswith("/")]


def _properties(node: Plain) -> Iterator[str]:
    """Give the names of all properties in schemas."""
    if isinstance(node, Mapping):
        properties = node.get("properties")
        yield from properties if isinstance(properties, Mapping) else ()
        for each in node.values():
            yield from _properties(each)
    elif isinstance(node, tuple | list):
        for each in node:
            yield from _properties(each)
