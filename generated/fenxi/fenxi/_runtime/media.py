"""Media types: what a content type says, without its parameters."""

from collections.abc import Iterable
from typing import Final, Protocol, TypeVar

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


class _Media(Protocol):
    @property
    def content_type(self) -> str: ...


M = TypeVar("M", bound=_Media)


def preferred(offered: Iterable[M]) -> M | None:
    """Choose what is written and read where there is a choice: JSON, then a form, then several parts, then whatever
    the document names first. Of kinds of JSON ``application/json`` is the first."""
    return min(offered, key=lambda media: _rank(essence(media.content_type)), default=None)


def _rank(media: str) -> int:
    if media == "application/json":
        return 0
    if is_json(media):
        return 1
    if media == "application/x-www-form-urlencoded":
        return 2
    return 3 if is_multipart(media) else 4
