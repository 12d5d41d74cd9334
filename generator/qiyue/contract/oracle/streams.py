"""Streams: answers that come bit by bit, and files, which no validator of JSON looks into.

In: an operation, a content type, the bytes of an answer. Out: what is wrong, in words. Each event, or line, is JSON of
the type that is promised, and the last event is whole; a file is what its content type says.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from qiyue.api import Media, Operation
from qiyue.base import json
from qiyue.base.media import essence, is_json
from qiyue.mock.schemas import Schemas
from qiyue.mock.streams import is_stream
from qiyue.schema.json_types import json_types

_EVENTS: Final = "text/event-stream"
_BEGINNINGS: Final = {
    "application/pdf": b"%PDF-",
    "application/zip": b"PK",
    "image/gif": b"GIF8",
    "image/jpeg": b"\xff\xd8\xff",
    "image/png": b"\x89PNG\r\n\x1a\n",
}
"""Content type → how its files begin."""
_END: Final = "[DONE]"
"""What many services send as the last event."""
_BREAK: Final = re.compile(r"\r\n|\r|\n")


class StreamValidator:
    """The answers of success of one operation that are no JSON as a whole."""

    def __init__(self, operation: Operation, answered: Schemas) -> None:
        good = (answer for answer in operation.answers if answer.status.startswith("2"))
        self._validators: dict[str, Any] = {
            essence(media.content_type): _item(media, answered)
            for answer in good
            for media in answer.media
            if not is_json(media.content_type)
        }

    def wrong(self, content_type: str, content: bytes) -> Iterator[str]:
        """Say what is wrong with the bytes of an answer."""
        media = essence(content_type)
        if media not in self._validators:
            return
        if not is_stream(media):
            if not content.startswith(_BEGINNINGS.get(media, b"")):
                yield f"What is answered is no {media}."
            return
        try:
            text = content.decode("utf-8-sig" if media == _EVENTS else "utf-8")
        except UnicodeDecodeError:
            yield "The stream is no text in UTF-8."
            return
        items = _events(text) if media == _EVENTS else [line.lstrip("\x1e").strip() for line in text.split("\n")]
        yield from self._wrong_items([item for item in items if item], self._validators[media])

    def _wrong_items(self, items: list[str], validator: Any) -> Iterator[str]:
        for item in items if validator is not None else ():
            try:
                value = json.loads(item.encode())
            except json.JsonError:
                yield "An item of the stream is no JSON."
                continue
            if not validator.is_valid(value):
                yield "An item of the stream breaks its schema."


def _item(media: Media, answered: Schemas) -> Any:
    """Give the validator of one item; ``None`` where it may be any text."""
    if media.type is None or not is_stream(media.content_type):
        return None
    shape = answered.shape(media.type)
    if json_types(shape) == ("string",):
        return None
    return answered.validator_of(shape["items"], "") if "items" in shape else answered.validator(media.type)


def _events(text: str) -> list[str]:
    """Give the data of each event that is complete."""
    events: list[str] = []
    data: list[str] = []
    *lines, rest = _BREAK.split(text)
    for line in lines:
        name, _, value = line.partition(":")
        if name == "data":
            data.append(value.removeprefix(" "))
        elif not line and data:
            events.append("\n".join(data))
            data = []
    return [event for event in events if event != _END] + (["an event without its end"] if data or rest else [])
