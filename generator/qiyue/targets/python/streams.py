"""Which answers come bit by bit. In: an operation and its media types. Out: how they are read.

A file can be taken as a whole too; events and lines cannot.
"""

from qiyue.api import Answer, Operation
from qiyue.runtime.media import essence, is_json

_STREAMS = {
    "text/event-stream": "events",
    "application/x-ndjson": "lines",
    "application/ndjson": "lines",
    "application/jsonl": "lines",
    "application/jsonlines": "lines",
    "application/x-jsonlines": "lines",
    "application/json-seq": "lines",
    "application/stream+json": "lines",
    "application/x-json-stream": "lines",
}


def stream_of(media: str) -> str:
    """Tell how a media type comes bit by bit: as ``events`` or as ``lines``; else ``""``."""
    return _STREAMS.get(essence(media), "")


def is_bytes(media: str) -> bool:
    """Tell whether a media type is neither JSON nor text."""
    return not is_json(media) and not media.startswith("text/")


def good_answers(operation: Operation) -> list[Answer]:
    """Give the answers of success: those of 2xx, else ``default``."""
    good = [answer for answer in operation.answers if answer.status.startswith("2")]
    return good or [answer for answer in operation.answers if answer.status == "default"]


def is_streamed(answer: Answer) -> bool:
    """Tell whether an answer can be read while it comes."""
    if any(stream_of(media.content_type) for media in answer.media):
        return True
    return bool(answer.media) and all(is_bytes(media.content_type) for media in answer.media)


def is_whole(answer: Answer) -> bool:
    """Tell whether an answer can be taken as a whole."""
    return not answer.media or any(not stream_of(media.content_type) for media in answer.media)
