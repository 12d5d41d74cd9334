"""Uploads: whether a client puts a file where it is told, and nothing else. In: a scene whose operation gives an
address for a file. Out: problems."""

from collections.abc import Iterator, Sequence
from functools import partial

import httpx2

from qiyue.api import IDEMPOTENT_METHODS
from qiyue.base.absent import ABSENT
from qiyue.base.equality import json_equal
from qiyue.base.where import get, put
from qiyue.contract.client.scenarios.failures import html_response
from qiyue.contract.client.scenarios.recorded_call import RecordedCall, secret_text
from qiyue.contract.client.scenarios.scripted_server import Act, ReceivedRequest, ScriptedClient
from qiyue.contract.oracle.checks import Problem
from qiyue.drivers import CallOutcome, Form
from qiyue.examples import Request
from qiyue.sample import sample_file

_ADDRESS = f"https://store.invalid/a%2Fb.png?mark={secret_text('upload')}%2B"
"""Of another party; who knows it may put a file there."""
_HEADERS = {"accept", "accept-encoding", "connection", "content-length", "content-type", "host", "user-agent"}
"""What may go along: whatever else a client adds could be a secret of its owner."""
_FILE = sample_file("image/png")


def check_uploads(scene: RecordedCall, form: Form) -> Iterator[Problem]:
    """Upload files."""
    rule = scene.operation.upload
    if rule is None or not scene.offer.uploads or get(scene.body(), rule.address) is ABSENT:
        return
    for sentence in (*_stored(scene, form), *_failed(scene, form)):
        yield Problem("upload", f"The {form} client {sentence}.")


def _stored(scene: RecordedCall, form: Form) -> Iterator[str]:
    rule = scene.operation.upload
    puts, came = _uploaded(scene, form, partial(httpx2.Response, 200))
    if rule is None:
        return
    if came.raised is not None:
        yield f"raises {came.raised.name} for an upload"
    elif [(each.method, str(each.url)) for each in puts] != [(rule.method, _ADDRESS)]:
        yield "sends the file elsewhere than it was told"
    elif (puts[0].content, puts[0].headers.get("content-type")) != (_FILE.content, _FILE.content_type):
        yield "sends another file than it was given"
    elif {name.lower() for name in puts[0].headers} - _HEADERS:
        yield "sends headers of its own to the address of an upload"
    elif not json_equal(came.returned, get(scene.body(), rule.result)):
        yield "gives something else than what the server calls the file"


def _failed(scene: RecordedCall, form: Form) -> Iterator[str]:
    """Let the address refuse the file, be busy, or be none."""
    method = scene.operation.upload.method if scene.operation.upload else ""
    often = 3 if method in IDEMPOTENT_METHODS else 1
    for status, times, name in ((403, 1, "ForbiddenError"), (503, often, "ServerError")):
        puts, came = _uploaded(scene, form, partial(html_response, status))
        if (len(puts), came.raised and came.raised.name) != (times, name):
            yield f"sends the file {len(puts)} times to an address that answers {status}, where {times} is right"
    puts, came = _uploaded(scene, form, partial(httpx2.Response, 200), address="no address")
    if puts or came.raised is None or came.raised.name != "UndecodableError":
        yield "does not raise UndecodableError where it is told no address"


def _uploaded(
    scene: RecordedCall, form: Form, store: Act, address: str = _ADDRESS
) -> tuple[list[httpx2.Request], CallOutcome]:
    """Upload the file to a store; give what was sent to any other address than the vendor's, and what came of it."""
    at = scene.operation.upload.address if scene.operation.upload else ""
    told = put(scene.body(), at, address)

    def server(asked: Sequence[ReceivedRequest]) -> httpx2.Response | Exception:
        return scene.with_body(told) if _is_own(scene, asked[-1].request) else store()

    stage = ScriptedClient(scene, form, server)
    came = stage.call(way="upload", request=Request(scene.operation.id, files=(("", _FILE),)))
    return [each.request for each in stage.asked if not _is_own(scene, each.request)], came


def _is_own(scene: RecordedCall, request: httpx2.Request) -> bool:
    return request.url.host == scene.success.request.url.host
