"""Media types: what a content type says, without its parameters."""

from typing import Final

_LINES: Final = frozenset(
    f"application/{name}"
    for name in "x-ndjson ndjson jsonl jsonlines x-jsonlines json-seq stream+json x-json-stream".split()
)


def essence(content_type: str) -> str:
    """Take the parameters off a content type: ``Text/HTML; charset=x`` → ``text/html``."""
    return content_type.partition(";")[0].strip().lower()


def is_json(content_type: str) -> bool:
    """Tell whether a media type is JSON: ``application/json; charset=utf-8``, ``application/problem+json``."""
    return essence(content_type).endswith(("/json", "+json"))


def is_json_lines(content_type: str) -> bool:
    """Tell whether a media type is JSON texts, one after the other: ``application/x-ndjson``."""
    return essence(content_type) in _LINES


def is_multipart(content_type: str) -> bool:
    """Tell whether a media type is several parts: ``multipart/form-data``, ``multipart/mixed``."""
    return essence(content_type).startswith("multipart/")
