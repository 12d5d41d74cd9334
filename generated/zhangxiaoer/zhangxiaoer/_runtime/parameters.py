"""Parameters: how values are written into path, query, header and cookie (the styles of OpenAPI)."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, Final, Protocol
from urllib.parse import quote

from . import json

_RESERVED: Final = ":/?@!$'()*,;"
"""Reserved characters that may stand in a query as they are."""

_DELIMITERS: Final = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}


class Parameter(Protocol):
    """How one is written; the words are those of OpenAPI."""

    @property
    def name(self) -> str: ...
    @property
    def style(self) -> str: ...
    @property
    def explode(self) -> bool | None: ...
    @property
    def allow_reserved(self) -> bool: ...
    @property
    def content_type(self) -> str: ...


def word(value: Any) -> str:
    """Write one plain value as text: ``true``, ``43.50``, ``""`` for null."""
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bytes):
        return json.characters(value)
    return json.text(value).strip('"')


def query_text(parameter: Parameter, value: Any) -> str:
    """Write a query parameter as it stands in a URL: ``a=1&a=2``; ``""`` for null and for an empty list."""
    return "&".join(f"{name}={text}" for name, text in query_pairs(parameter, value))


def query_pairs(parameter: Parameter, value: Any) -> list[tuple[str, str]]:
    """Give the percent-encoded names and values of a query parameter."""
    keep = _RESERVED if parameter.allow_reserved else ""
    name = quote(parameter.name, safe="")
    if value is None:
        return []
    if parameter.content_type:
        return [(name, quote(_written(parameter, value), safe=keep))]
    style, explode = parameter.style or "form", parameter.explode
    explode = style in {"form", "deepObject"} if explode is None else explode
    if style == "deepObject" and isinstance(value, Mapping | list | tuple):
        return list(_deep(name, value, keep))
    return _flat(name, value, keep, _DELIMITERS.get(style, ","), explode=explode)


def _flat(name: str, value: Any, keep: str, delimiter: str, *, explode: bool) -> list[tuple[str, str]]:
    if isinstance(value, Mapping):
        pairs = [(quote(str(key), safe=""), _quoted(item, keep)) for key, item in value.items() if item is not None]
        return pairs if explode else [(name, delimiter.join(text for pair in pairs for text in pair))] if pairs else []
    if isinstance(value, list | tuple):
        texts = [_quoted(item, keep) for item in value]
        return [(name, text) for text in texts] if explode else [(name, delimiter.join(texts))] if texts else []
    return [(name, _quoted(value, keep))]


def _deep(name: str, value: Any, keep: str) -> list[tuple[str, str]]:
    if isinstance(value, Mapping):
        inner = [(f"{name}%5B{quote(str(key), safe='')}%5D", item) for key, item in value.items() if item is not None]
        return [pair for key, item in inner for pair in _deep(key, item, keep)]
    if isinstance(value, list | tuple):
        return [pair for item in value for pair in _deep(name, item, keep)]
    return [(name, _quoted(value, keep))]


def path_text(parameter: Parameter, value: Any) -> str:
    """Write a path parameter: ``simple``, ``label`` or ``matrix``."""
    if parameter.content_type:
        return quote(_written(parameter, value), safe="")
    name, explode = quote(parameter.name, safe=""), bool(parameter.explode)
    texts = _texts(value, explode=explode, encode=True)
    match parameter.style or "simple":
        case "label":
            return "." + ("." if explode else ",").join(texts)
        case "matrix" if explode and isinstance(value, Mapping):
            return "".join(f";{text}" for text in texts)
        case "matrix" if explode and isinstance(value, list | tuple):
            return "".join(f";{name}={text}" for text in texts)
        case "matrix":
            return f";{name}={','.join(texts)}" if any(texts) else f";{name}"
    return ",".join(texts)


def header_text(parameter: Parameter, value: Any) -> str:
    """Write a header parameter; nothing is percent-encoded."""
    if parameter.content_type:
        return _written(parameter, value)
    return ",".join(_texts(value, explode=bool(parameter.explode), encode=False))


def cookie_text(parameter: Parameter, value: Any) -> str:
    """Write a cookie parameter: ``name=value``."""
    if parameter.content_type:
        return f"{parameter.name}={quote(_written(parameter, value), safe='')}"
    if isinstance(value, list | tuple | Mapping) and parameter.explode is not False:
        return query_text(parameter, value).replace("&", "; ")
    return f"{parameter.name}={','.join(_texts(value, explode=False, encode=True))}"


def _texts(value: Any, *, explode: bool, encode: bool) -> list[str]:
    write = _quoted if encode else word
    if isinstance(value, Mapping):
        pairs = [(write(key), write(item)) for key, item in value.items() if item is not None]
        return [f"{key}={text}" for key, text in pairs] if explode else [text for pair in pairs for text in pair]
    return [write(item) for item in value] if isinstance(value, list | tuple) else [write(value)]


def _quoted(value: Any, keep: str = "") -> str:
    return quote(word(value), safe=keep)


def _written(parameter: Parameter, value: Any) -> str:
    return json.text(value) if "json" in parameter.content_type else word(value)
