"""Heard: what a generated client makes of answers that are not as promised, and of every refusal that is documented.

In: a client, a call of it that succeeded, the answer. Out: problems. An odd field loses no answer; what is no JSON, or
is cut off, is ``undecodable``; a refusal is raised with the kind that the document gives it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import httpx2
from starlette.responses import Response
from starlette.types import ASGIApp

from qiyue.api import Api, Kind, Operation, Where
from qiyue.contract.checks import Problem
from qiyue.contract.oracle import Received, judge
from qiyue.diagnostics import Report
from qiyue.examples import spots
from qiyue.mock.answer import preferred, success
from qiyue.mock.failure import Failure
from qiyue.mock.incoming import Reply
from qiyue.mock.refuse import Refusals
from qiyue.mock.schemas import Schemas
from qiyue.runtime import json
from qiyue.runtime.where import get, put
from qiyue.values import Plain

Call = Callable[[ASGIApp], Exception | None]
"""Makes the call again, against another server; gives what it raised."""
_HTML = b"<html><body><h1>502 Bad Gateway</h1></body></html>"


@dataclass(frozen=True, slots=True)
class Twist:
    """An answer, and the kind that is to be raised for it; ``""`` where it is to be read."""

    about: str
    reply: Reply
    kind: str = ""


class Twists:
    """The answers that are tried on one client."""

    def __init__(self, api: Api) -> None:
        self._api, self._answered = api, Schemas(api, "answer", Report())

    def problems(self, operation: Operation, response: httpx2.Response, call: Call) -> Iterator[Problem]:
        """Try every twist of an answer of success."""
        for twist in (*self._odd(operation, response), *self._refusals(operation)):
            raised = call(_constant(twist.reply))
            kind = str(getattr(raised, "kind", "") or type(raised).__name__) if raised else ""
            if kind != twist.kind:
                said = f"raised {kind}" if kind else "raised nothing"
                wanted = f"{twist.kind} is right" if twist.kind else "it can be read"
                yield Problem("heard", f"For {twist.about} the client {said}, where {wanted}.", "/responses")

    def _odd(self, operation: Operation, response: httpx2.Response) -> Iterator[Twist]:
        answer = success(operation)
        media = preferred(answer.media) if answer else None
        try:
            body = json.loads(response.content)
        except json.JsonError:
            return
        if media is None or media.type is None or not isinstance(body, dict):
            return
        headers = (("content-type", response.headers.get("content-type", "application/json")),)
        nodes = dict(spots(self._api, media.type))
        own = _of_envelope(operation)
        for about, changed in _changes(body, {at: node for at, node in nodes.items() if at not in own}):
            yield Twist(about, Reply(response.status_code, headers, json.dumps(changed)))
        undecodable = Kind.UNDECODABLE.value
        yield Twist("a page of HTML", Reply(response.status_code, (("content-type", "text/html"),), _HTML), undecodable)
        cut = response.content.rstrip()[:-1]
        yield Twist("JSON that is cut off", Reply(response.status_code, headers, cut), undecodable)

    def _refusals(self, operation: Operation) -> Iterator[Twist]:
        refusals = Refusals(self._api, operation, self._answered)
        for row in operation.errors.codes if operation.errors else ():
            if row.kind is not None and row.emit:
                reply = refusals.reply(Failure(row.kind, row.spots[0] if row.spots else ""))
                verdict = judge(operation, Received(reply.status, dict(reply.headers), reply.body))
                if not verdict.success and verdict.kind is not None:
                    yield Twist(f"the code {row.code!r}", reply, verdict.kind.value)


def _changes(body: dict[str, Plain], nodes: Mapping[Where, Mapping[str, Any]]) -> Iterator[tuple[str, Plain]]:
    """Give the body with one thing odd, each in the first place that has it."""
    yield "a field that nobody declared", {**body, "x-unheard-of": {"a": [1]}}
    there = {at: node for at, node in nodes.items() if "*" not in at and get(body, at) not in ({}, [])}
    held = {at: node for at, node in there.items() if isinstance(get(body, at), str)}
    chosen = next((at for at, node in held.items() if node.get("enum")), "")
    if chosen:
        yield "an unknown value of an enumeration", put(body, chosen, "unheard-of")


def _of_envelope(operation: Operation) -> set[Where]:
    answer = operation.envelope.answer if operation.envelope else None
    condition = answer.success if answer else None
    tested = {part.at for part in (condition, *condition.parts)} if condition else set()
    return tested | ({answer.code, answer.message} if answer else set())


def _constant(reply: Reply) -> ASGIApp:
    headers = {name: value for name, value in reply.headers if name != "content-length"}
    return Response(reply.body, reply.status, headers)
