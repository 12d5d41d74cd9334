"""Response tolerance: what a generated client makes of answers that are not as promised, and of every refusal that is
documented.

In: a client, a call of it that succeeded, the answer. Out: problems. An odd field loses no answer and no digit of it;
what is no JSON, or is cut off, is ``undecodable``; a refusal is raised with the kind that the document gives it, and
with the server's own words, and never with a key.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import httpx2
from starlette.responses import Response
from starlette.types import ASGIApp

from qiyue.api import Api, Kind, Operation, Where
from qiyue.base import json
from qiyue.base.absent import ABSENT
from qiyue.base.equality import json_equal
from qiyue.base.media import is_json, preferred
from qiyue.base.where import get, put
from qiyue.contract.auth.credentials import KEY
from qiyue.contract.client.response_mutations import mutate_response_body
from qiyue.contract.http.response import ReceivedResponse
from qiyue.contract.oracle.checks import Problem
from qiyue.contract.oracle.verdict import Verdict, judge
from qiyue.drivers import CallOutcome
from qiyue.examples import property_locations
from qiyue.mock.answer import success
from qiyue.mock.incoming import Reply
from qiyue.mock.refuse import Refusals
from qiyue.mock.schemas import Schemas
from qiyue.values import Plain

Call = Callable[[ASGIApp], CallOutcome]
"""Makes the call again, against another server."""
_HTML = b"<html><body><h1>502 Bad Gateway</h1></body></html>"


@dataclass(frozen=True, slots=True)
class MutatedResponse:
    """An answer, and the kind that is to be raised for it; ``""`` where it is to be read."""

    about: str
    reply: Reply
    kind: str = ""
    message: str = ""
    """What the server says, which the error must tell."""


class ResponseTolerance:
    """The answers that are tried on one client."""

    def __init__(self, api: Api, answers: Schemas) -> None:
        self._api, self._answered = api, answers

    def problems(self, operation: Operation, response: httpx2.Response, call: Call) -> Iterator[Problem]:
        """Try every twist of an answer of success."""
        for twist in (*self._odd(operation, response), *self._refusals(operation)):
            heard = call(_constant(twist.reply))
            raised = heard.raised
            kind = (raised.kind or raised.name) if raised else ""
            if kind != twist.kind:
                said = f"raised {kind}" if kind else "raised nothing"
                wanted = f"{twist.kind} is right" if twist.kind else "it can be read"
                yield Problem("heard", f"For {twist.about} the client {said}, where {wanted}.", "/responses")
            elif raised is None:
                if not _is_given(operation, heard.returned, twist.reply):
                    message = f"Of {twist.about} the client gave something else than was answered."
                    yield Problem("heard", message, "/responses")
            elif any(KEY in text for text in raised.texts):
                yield Problem("secret", f"What the client raised for {twist.about} tells a key.", "/responses")
            elif twist.message not in raised.text:
                yield Problem("told", f"For {twist.about} the client does not tell what the server said.", "/responses")

    def _odd(self, operation: Operation, response: httpx2.Response) -> Iterator[MutatedResponse]:
        answer = success(operation)
        media = preferred(answer.media) if answer else None
        try:
            body = json.loads(response.content)
        except json.JsonError:
            return
        if media is None or media.type is None or not is_json(media.content_type) or not isinstance(body, dict):
            return
        headers = (("content-type", response.headers.get("content-type", "application/json")),)
        nodes = dict(property_locations(self._api, media.type))
        own = _of_envelope(operation)
        told = {at: node for at, node in nodes.items() if at not in own}
        for about, changed in mutate_response_body(self._api, operation, media.type, body, told):
            yield MutatedResponse(about, Reply(response.status_code, headers, json.dumps(changed)))
        undecodable = Kind.UNDECODABLE.value
        yield MutatedResponse(
            "a page of HTML", Reply(response.status_code, (("content-type", "text/html"),), _HTML), undecodable
        )
        for about, content in (
            ("JSON that is cut off", response.content.rstrip()[:-1]),
            ("nothing where a body is promised", b""),
        ):
            yield MutatedResponse(about, Reply(response.status_code, headers, content), undecodable)
        yield MutatedResponse(
            "a gateway that is down", Reply(503, (("content-type", "text/html"),), _HTML), Kind.SERVER.value
        )

    def _refusals(self, operation: Operation) -> Iterator[MutatedResponse]:
        refusals = Refusals(self._api, operation, self._answered)
        for row in operation.errors.codes if operation.errors else ():
            reply = refusals.reply_with(row)
            if reply is not None:
                verdict = judge(operation, ReceivedResponse(reply.status, dict(reply.headers), reply.body))
                if not verdict.success and verdict.kind is not None:
                    yield MutatedResponse(f"the code {row.code!r}", reply, verdict.kind.value, verdict.message)
                    yield from _garnished(operation, row.code, reply, verdict)


def _is_given(operation: Operation, gave: Plain, reply: Reply) -> bool:
    """Tell whether a client gave what was answered, where there is anything to give."""
    answer = operation.envelope.answer if operation.envelope else None
    payload = get(json.loads(reply.body), answer.payload if answer else "")
    return payload is ABSENT or json_equal(gave, payload)


def _garnished(operation: Operation, code: Plain, reply: Reply, verdict: Verdict) -> Iterator[MutatedResponse]:
    """Give a refusal with more in it than is documented, and with a payload that is none."""
    body, answer = json.loads(reply.body), operation.envelope.answer if operation.envelope else None
    if isinstance(body, dict) and verdict.kind is not None:
        odd = {**body, "x-unheard-of": [None]}
        odd = put(odd, answer.payload, 7) if answer and answer.payload.count("/") == 1 else odd
        if judge(operation, ReceivedResponse(reply.status, dict(reply.headers), json.dumps(odd))) == verdict:
            about = f"the code {code!r} beside odd fields"
            yield MutatedResponse(about, replace(reply, body=json.dumps(odd)), verdict.kind.value, verdict.message)


def _of_envelope(operation: Operation) -> set[Where]:
    answer = operation.envelope.answer if operation.envelope else None
    condition = answer.success if answer else None
    tested = {part.at for part in (condition, *condition.parts)} if condition else set()
    return tested | ({answer.code, answer.message} if answer else set())


def _constant(reply: Reply) -> ASGIApp:
    headers = {name: value for name, value in reply.headers if name != "content-length"}
    return Response(reply.body, reply.status, headers)
