"""Which answers come bit by bit. In: an answer and its media types. Out: how they are read.

A file can be taken as a whole too; events and lines cannot.
"""

from typing import Literal

from qiyue.api import Answer
from qiyue.base.media import essence, is_json, is_json_lines


def stream_of(media: str) -> Literal["events", "lines", ""]:
    """Tell how a media type comes bit by bit: as ``events`` or as ``lines``; else ``""``."""
    if essence(media) == "text/event-stream":
        return "events"
    return "lines" if is_json_lines(media) else ""


def is_bytes(media: str) -> bool:
    """Tell whether a media type is neither JSON nor text."""
    return not is_json(media) and not media.startswith("text/")


def is_streamed(answer: Answer) -> bool:
    """Tell whether an answer can be read while it comes."""
    if any(stream_of(media.content_type) for media in answer.media):
        return True
    return bool(answer.media) and all(is_bytes(media.content_type) for media in answer.media)


def is_whole(answer: Answer) -> bool:
    """Tell whether an answer can be taken as a whole."""
    return not answer.media or any(not stream_of(media.content_type) for media in answer.media)
