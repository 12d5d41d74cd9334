"""Uploads: whether a generated client puts a file where it is told, and nothing else. In: a client. Out: problems."""

from collections.abc import Iterator
from typing import Any

from qiyue.api import Upload
from qiyue.caller import Package, upload
from qiyue.contract.checks import Problem
from qiyue.contract.oracle import Received
from qiyue.contract.wire import Wire
from qiyue.sample import sample_file
from qiyue.values import same

_HEADERS = {"accept", "accept-encoding", "connection", "content-length", "content-type", "host", "user-agent"}
"""What may go along: whatever else a client adds could be a secret of its owner."""


def uploaded(package: Package, client: Any, wire: Wire, operation: str, rule: Upload) -> Iterator[Problem]:
    """Upload a file, and say what is wrong with how it was done."""
    file = sample_file("image/png")
    try:
        result = upload(package, client, operation, file)
    except Exception as error:  # noqa: BLE001 - whatever a client raises is what is judged
        yield Problem("upload", f"The client raised {type(error).__name__} for an upload: {error}")
        return
    asked, put = wire.take()[-2:]
    told = Received(asked.response.status_code, asked.response.headers, asked.response.content)
    if str(put.request.url) != told.read(rule.address) or put.request.method != rule.method:
        yield Problem("upload", "The client sent the file elsewhere than it was told.")
    if put.request.content != file.content or put.request.headers.get("content-type") != file.content_type:
        yield Problem("upload", "The client sent another file than it was given.")
    if {name.lower() for name in put.request.headers} - _HEADERS:
        yield Problem("upload", "The client sent headers of its own to the address of an upload.")
    if not same(result, told.read(rule.result)):
        yield Problem("upload", "What the client gave for an upload is not what the server calls the file.")
