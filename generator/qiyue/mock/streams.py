"""Streams: answers that come bit by bit. In: a media type and a value. Out: the bytes of a short stream of it."""

from qiyue.base import json
from qiyue.base.media import essence
from qiyue.values import Plain

_LINES = frozenset(
    f"application/{name}"
    for name in "x-ndjson ndjson jsonl jsonlines x-jsonlines json-seq stream+json x-json-stream".split()
)


def is_stream(content_type: str) -> bool:
    """Tell whether a media type is read while it comes."""
    return essence(content_type) in _LINES | {"text/event-stream"}


def streamed(content_type: str, value: Plain) -> bytes | None:
    """Write the items of a list, else the one value; ``None`` where the media type is no stream."""
    if not is_stream(content_type):
        return None
    items = [json.dumps(item) for item in value] if isinstance(value, list | tuple) else _whole(value)
    if essence(content_type) == "text/event-stream":
        return b"".join(b"data: " + item.replace(b"\n", b"\ndata: ") + b"\n\n" for item in items)
    return b"".join(item + b"\n" for item in items)


def _whole(value: Plain) -> list[bytes]:
    if value is None:
        return [b"{}"]
    return [value.encode()] if isinstance(value, str) else [json.dumps(value)]
