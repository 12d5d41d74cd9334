"""Client bodies: clients that send another body than they were told. In: a JSON body of the right one. Out: a wrong
one."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

import httpx2

from qiyue.api import Operation
from qiyue.base import json
from qiyue.base.absent import ABSENT
from qiyue.base.where import get
from qiyue.examples import nodes_of
from qiyue.mutation.api_changes import decimals_to_floats
from qiyue.mutation.client_wrappers import RequestMutation, request_fault, with_body
from qiyue.mutation.exchange_wrappers import RequestChange
from qiyue.mutation.fault import Fault
from qiyue.mutation.fault_target import FaultTarget
from qiyue.values import Plain

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def faults() -> Iterator[Fault]:
    """Give the faults of this kind."""
    for name, twist in _TWISTS:
        yield replace(request_fault(name, "sent", twist), others=("signature",))


def _body(change: Callable[[Plain], Plain]) -> RequestMutation:
    """Give a twist of JSON bodies."""

    def sent(request: httpx2.Request) -> httpx2.Request:
        try:
            body = json.loads(request.content)
        except json.JsonError:
            return request
        return with_body(request, json.dumps(change(body)))

    return lambda _, operation: sent if operation.body else None


def _every(change: Callable[[Plain], Plain]) -> RequestMutation:
    """Give a twist of every value inside of JSON bodies, the innermost first."""

    def inside(value: Plain) -> Plain:
        if isinstance(value, dict):
            return change({name: inside(each) for name, each in value.items()})
        return change([inside(each) for each in value]) if isinstance(value, list) else change(value)

    return _body(inside)


def _first(form: Callable[[Plain], bool], change: Callable[[Plain], Plain]) -> Callable[[Plain], Plain]:
    """Give a change of the values of one form."""
    return lambda value: change(value) if form(value) else value


def _is_number(value: Plain) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _as_number(text: str) -> Plain:
    return Decimal(text) if "." in text else int(text)


def _less(value: dict[str, Plain]) -> dict[str, Plain]:
    return dict(list(value.items())[:-1])


def _renamed(value: dict[str, Plain]) -> dict[str, Plain]:
    name, last = list(value.items())[-1]
    return {**_less(value), f"{name}_": last}


def _nulls(subject: FaultTarget, operation: Operation) -> RequestChange | None:
    """Send null for members that were not given."""
    names = [at for at in nodes_of(subject.api, operation) if at.count("/") == 1 and at.startswith("/")]

    def sent(request: httpx2.Request) -> httpx2.Request:
        try:
            body = json.loads(request.content)
        except json.JsonError:
            return request
        missing = {at[1:]: None for at in names if get(body, at) is ABSENT}
        return with_body(request, json.dumps({**body, **missing})) if isinstance(body, dict) else request

    return sent if names else None


_is_text: Callable[[Plain], bool] = lambda value: isinstance(value, str)  # noqa: E731
_TWISTS: tuple[tuple[str, RequestMutation], ...] = (
    (
        "leaves out a member of what it sends",
        _every(_first(lambda each: isinstance(each, dict) and len(each) > 1, _less)),
    ),
    (
        "renames a member of what it sends",
        _every(_first(lambda each: isinstance(each, dict) and bool(each), _renamed)),
    ),
    (
        "sends a member that it was not given",
        _every(_first(lambda each: isinstance(each, dict), lambda each: {**each, "extra": 1})),
    ),
    ("sends null for what it was not given", _nulls),
    (
        "leaves out what is null",
        _every(
            _first(lambda each: isinstance(each, dict), lambda each: {k: v for k, v in each.items() if v is not None})
        ),
    ),
    ("sends numbers as text", _every(_first(_is_number, json.text))),
    (
        "sends text of digits as numbers",
        _every(_first(lambda each: isinstance(each, str) and bool(re.fullmatch(r"\d{1,9}(\.\d+)?", each)), _as_number)),
    ),
    ("sends amounts as doubles", _every(_first(lambda each: isinstance(each, Decimal), decimals_to_floats))),
    ("sends ids as doubles", _every(_first(lambda each: isinstance(each, int), decimals_to_floats))),
    (
        "sends amounts with two digits",
        _every(_first(lambda each: isinstance(each, Decimal), lambda each: each.quantize(Decimal("0.01")))),
    ),
    (
        "sends truth as text",
        _every(_first(lambda each: isinstance(each, bool), lambda each: str(each).lower())),
    ),
    (
        "sends the first item of a list alone",
        _every(_first(lambda each: isinstance(each, list), lambda each: each[:1])),
    ),
    (
        "sends a list the other way round",
        _every(_first(lambda each: isinstance(each, list), lambda each: each[::-1])),
    ),
    (
        "leaves out empty lists",
        _every(_first(lambda each: isinstance(each, dict), lambda each: {k: v for k, v in each.items() if v != []})),
    ),
    ("trims and shortens texts", _every(_first(_is_text, lambda each: each.strip()[:30]))),
    ("sends texts in small letters", _every(_first(_is_text, str.lower))),
    (
        "sends question marks for Chinese",
        _every(_first(_is_text, lambda each: each.encode("ascii", "replace").decode())),
    ),
    (
        "writes dates in another form",
        _every(_first(_is_text, lambda each: _DATE.sub(lambda day: day[0].replace("-", "/"), each))),
    ),
    ("wraps what it sends once more", _body(lambda value: {"wrapped": value})),
)
