"""Where: reading and writing spots of a message's body by JSON Pointer."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from .absent import ABSENT


def pointer(parts: Iterable[str | int]) -> str:
    """Write a JSON Pointer (RFC 6901): ``("a/b", 0)`` → ``/a~1b/0``."""
    return "".join(["/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts])


@lru_cache(maxsize=1024)
def parts_of(text: str) -> tuple[str, ...]:
    """Read a JSON Pointer: ``/a~1b/0`` → ``("a/b", "0")``."""
    return tuple(part.replace("~1", "/").replace("~0", "~") for part in text.split("/")[1:])


def get(data: Any, text: str) -> Any:
    """Give what lies at a pointer, else ``ABSENT``."""
    for part in parts_of(text):
        data = _child(data, part)
    return data


def put(data: Any, text: str, value: Any) -> Any:
    """Give a copy of the data with the value at the pointer; missing objects and first items on the way are made."""
    parts = parts_of(text)
    return _put(data, parts, value) if parts else value


def each(data: Any, text: str) -> Iterator[tuple[str, Any]]:
    """Give every ``(pointer, value)`` that a pointer with ``*`` parts reaches."""
    yield from _each(data, parts_of(text), ())


def _each(data: Any, rest: tuple[str, ...], so_far: tuple[str | int, ...]) -> Iterator[tuple[str, Any]]:
    if not rest:
        yield pointer(so_far), data
        return
    part, rest = rest[0], rest[1:]
    if part == "*" and isinstance(data, list | tuple):
        for index, item in enumerate(data):
            yield from _each(item, rest, (*so_far, index))
    elif part == "*" and isinstance(data, dict) and "*" not in data:
        for key, item in data.items():
            yield from _each(item, rest, (*so_far, key))
    elif (child := _child(data, part)) is not ABSENT:
        yield from _each(child, rest, (*so_far, part))


def _child(data: Any, part: str) -> Any:
    if isinstance(data, dict):
        return data.get(part, ABSENT)
    if isinstance(data, list | tuple) and part.isascii() and part.isdigit() and int(part) < len(data):
        return data[int(part)]
    return ABSENT


def _put(data: Any, parts: tuple[str, ...], value: Any) -> Any:
    first, rest = parts[0], parts[1:]
    if first == "0" and (data is None or data is ABSENT or data == []):
        return [_put(None, rest, value) if rest else value]
    if isinstance(data, list) and first.isdigit() and int(first) < len(data):
        index = int(first)
        return [*data[:index], _put(data[index], rest, value) if rest else value, *data[index + 1 :]]
    inner = dict(data) if isinstance(data, dict) else {}
    inner[first] = _put(inner.get(first), rest, value) if rest else value
    return inner
