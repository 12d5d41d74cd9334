"""Which answers come bit by bit. In: an answer and its media types. Out: how they are read.

A file can be taken as a whole too; events and lines cannot.
"""

from typing import Literal

from qiyue.api import Answer, Media, Types
from qiyue.base.media import essence, is_json, is_json_lines
from qiyue.schema.json_types import is_binary
from qiyue.schema.merge import resolve


def stream_of(media: str) -> Literal["events", "lines", ""]:
    """Tell how a media type comes bit by bit: as ``events`` or as ``lines``; else ``""``."""
    if essence(media) == "text/event-stream":
        return "events"
    return "lines" if is_json_lines(media) else ""


def is_bytes(media: Media, types: Types) -> bool:
    """Tell whether an answer is neither JSON nor text: by its media type, or by a schema that says ``binary``."""
    if is_json(media.content_type):
        return False
    said = {"$ref": media.type} if media.type else {}
    return not media.content_type.startswith("text/") or is_binary(resolve(said, types))


def is_streamed(answer: Answer, types: Types) -> bool:
    """Tell whether an answer can be read while it comes."""
    if any(stream_of(media.content_type) for media in answer.media):
        return True
    return bool(answer.media) and all(is_bytes(media, types) for media in answer.media)


def is_whole(answer: Answer) -> bool:
    """Tell whether an answer can be taken as a whole."""
    return not answer.media or any(not stream_of(media.content_type) for media in answer.media)
