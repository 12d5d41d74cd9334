"""Which answers come bit by bit. In: an operation and its media types. Out: how they are read.

A file can be taken as a whole too; events and lines cannot.
"""

from collections.abc import Mapping

from qiyue.api import Answer
from qiyue.api.types import name_of
from qiyue.base.media import essence, is_json, is_json_lines
from qiyue.targets.python.uses import NULL, Use


def stream_of(media: str) -> str:
    """Tell how a media type comes bit by bit: as ``events`` or as ``lines``; else ``""``."""
    if essence(media) == "text/event-stream":
        return "events"
    return "lines" if is_json_lines(media) else ""


_PARTS = frozenset({"event", "data", "id", "retry"})


def is_whole_event(use: Use, classes: Mapping[str, Use]) -> bool:
    """Tell whether a type describes events as such: ``data`` beside other parts of an event, and nothing else."""
    branches = [each for part in use.get("anyOf", (use,)) for each in part.get("tagged", (part,)) if part != NULL]
    nodes = [classes[name_of(each["$ref"])] if "$ref" in each else {} for each in branches]
    names = [frozenset(node.get("properties", ())) for node in nodes]
    return bool(names) and all({"data"} < each <= _PARTS for each in names)


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
