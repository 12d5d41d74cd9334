"""Form encoding: an urlencoded form, written as the document wants it.

In: the values by name, and what the document says of the encoding of each. Out: bytes. A list is a field for each
item, an object is JSON; an encoding with a style writes them as in a query.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

from qiyue.base import json
from qiyue.values import Plain

_STYLES = {"style", "explode", "allowReserved"}
_DELIMITERS = {"spaceDelimited": " ", "pipeDelimited": "|"}


def encode_form(values: Mapping[str, Plain], encodings: Mapping[str, Mapping[str, Any]]) -> bytes:
    """Write a form."""
    pairs = (pair for name, value in values.items() for pair in _field(name, value, encodings.get(name, {})))
    return urlencode(list(pairs)).encode()


def _field(name: str, value: Plain, encoding: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if not isinstance(value, dict | list):
        yield from [] if value is None else [(name, _text(value))]
    elif not _STYLES.isdisjoint(encoding):
        yield from _styled(name, value, encoding)
    else:
        items = value if isinstance(value, list) else [value]
        yield from ((name, _text(each)) for each in items if each is not None)


def _styled(name: str, value: Plain, encoding: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    style = encoding.get("style", "form")
    explode = encoding.get("explode", style == "form")
    if isinstance(value, dict):
        members = [(key, _text(each)) for key, each in value.items() if each is not None]
        if style == "deepObject":
            yield from ((f"{name}[{key}]", text) for key, text in members)
        elif explode:
            yield from members
        elif members:
            yield name, _DELIMITERS.get(style, ",").join(text for member in members for text in member)
    elif explode:
        yield from ((name, _text(each)) for each in value)
    elif value:
        yield name, _DELIMITERS.get(style, ",").join(map(_text, value))


def _text(value: Plain) -> str:
    return value if isinstance(value, str) else json.text(value)
