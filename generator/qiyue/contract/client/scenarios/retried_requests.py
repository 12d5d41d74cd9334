"""Retried requests: whether what is sent again is the same call. In: the attempts of one call. Out: problems."""

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

import httpx2

from qiyue.api import Fill
from qiyue.base.absent import ABSENT
from qiyue.base.equality import json_equal
from qiyue.base.fill_value import Moment, make
from qiyue.contract.auth.completion import compute_signature
from qiyue.contract.auth.credentials import build_credentials, client_fills
from qiyue.contract.client.scenarios.recorded_call import RecordedCall, signing_secret
from qiyue.contract.client.scenarios.scripted_server import ReceivedRequest
from qiyue.contract.http.comparable_request import to_comparable
from qiyue.contract.http.message import value_at, with_value
from qiyue.contract.oracle.checks import Problem
from qiyue.drivers import Form

_BY_CHANCE = frozenset({"uuid", "random"})


def compare_attempts(scene: RecordedCall, form: Form, attempts: Sequence[ReceivedRequest]) -> Iterator[Problem]:
    """Say what is another value in a later attempt, or should be and is not."""
    for attempt in attempts[1:]:
        yield from (
            Problem("retries", f"What the {form} client sends again {sentence}.")
            for sentence in _changes(scene, attempts[0], attempt)
        )


def _changes(scene: RecordedCall, first: ReceivedRequest, later: ReceivedRequest) -> Iterator[str]:
    operation, other = scene.operation, later.request
    for fill in client_fills(operation):
        before, now = value_at(first.request, fill.at), value_at(other, fill.at)
        if before is ABSENT or now is ABSENT:
            continue
        if _is_wrong(fill, before, now, later.at):
            yield f"has {'another' if fill.per == 'call' else 'the old'} value at {fill.at}"
        other = with_value(other, fill.at, before)
    rule = operation.signature
    if rule is not None:
        before, now = value_at(first.request, rule.put), value_at(later.request, rule.put)
        if now != compute_signature(operation, later.request, signing_secret(scene.api, rule.secret)):
            yield "has a signature that is not its own"
        if rule.unique and now == before:
            yield "has a signature that was used before"
        other = with_value(other, rule.put, before)
    if _differ(scene, first.request, other):
        yield "is another call"


def _is_wrong(fill: Fill, before: Any, now: Any, at: float) -> bool:
    if fill.per == "call" or fill.make == "const":
        return bool(before != now)
    if fill.make in _BY_CHANCE:
        return bool(before == now)
    rule: Any = fill
    due = make(rule, Moment(at, Random(0)))
    return not json_equal(now, due) and str(now) != str(due)


def _headers(scene: RecordedCall) -> list[str]:
    """Name the headers that say something."""
    named = [each.name for each in scene.operation.parameters if each.location == "header"]
    return [*named, *build_credentials(scene.api, scene.operation, {}).headers]


def is_same_request(scene: RecordedCall, left: httpx2.Request, right: httpx2.Request) -> bool:
    """Tell whether two requests say the same, but for what a client makes by itself."""
    rule = scene.operation.signature
    for at in (*(fill.at for fill in client_fills(scene.operation)), *([rule.put] if rule else [])):
        value = value_at(left, at)
        right = right if value is ABSENT else with_value(right, at, value)
    return not _differ(scene, left, right)


def _differ(scene: RecordedCall, left: httpx2.Request, right: httpx2.Request) -> bool:
    """Tell whether two requests differ; what is made inside of a form of several parts is not looked at."""
    found = to_comparable(left, _headers(scene)).differences(to_comparable(right, _headers(scene)))
    is_form = left.headers.get("content-type", "").startswith("multipart/")
    return any(part != "body" or not is_form or not client_fills(scene.operation) for part in found)
