"""Server streams: servers whose events, lines or files are not what they say. In: bytes of a right answer. Out:
others."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from qiyue.base.media import essence
from qiyue.mock.incoming import Reply
from qiyue.mock.streams import is_stream
from qiyue.mutation.fault import Fault
from qiyue.mutation.server_responses import Change, ServerExchange, response_fault

_FILE: Final = "application/pdf"


def faults() -> Iterator[Fault]:
    """Give the faults of this kind."""
    for name, is_meant, change in _CHANGES:
        yield response_fault(name, "stream", _of(is_meant, change), lambda verdict: verdict.success)


def _of(is_meant: Callable[[str], bool], change: Callable[[bytes], bytes]) -> Change:
    def changed(said: ServerExchange) -> Reply | None:
        content_type = dict(said.reply.headers).get("content-type", "")
        meant = bool(said.reply.body) and is_meant(essence(content_type))
        return replace(said.reply, body=change(said.reply.body)) if meant else None

    return changed


def _has_events(media: str) -> bool:
    return media == "text/event-stream"


def _has_lines(media: str) -> bool:
    return is_stream(media) and not _has_events(media)


_CHANGES: tuple[tuple[str, Callable[[str], bool], Callable[[bytes], bytes]], ...] = (
    ("breaks off in the middle of an event", _has_events, lambda body: body[:-2]),
    ("sends an event that is no JSON", _has_events, lambda body: b"data: hello\n\n" + body),
    ("sends an event of another type", _has_events, lambda body: body + b"data: []\n\n"),
    ("sends events that are no text", _has_events, lambda body: body + b"data: \xff\n\n"),
    ("breaks off in the middle of a line", _has_lines, lambda body: body[:-2]),
    ("sends a line that is no JSON", _has_lines, lambda body: body + b"hello\n"),
    ("sends a line of another type", _has_lines, lambda body: body + b"{}\n"),
    ("sends a list where lines are promised", _has_lines, lambda body: b"[" + body.strip() + b"]\n"),
    ("answers a page of HTML as a file", _FILE.__eq__, lambda _: b"<html></html>"),
    ("answers a file without anything in it", _FILE.__eq__, lambda _: b""),
)
