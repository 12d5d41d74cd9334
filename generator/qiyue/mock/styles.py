"""Styles: how OpenAPI writes lists and objects in paths, queries, headers and cookies. In: text. Out: its parts."""

from collections.abc import Callable, Sequence
from typing import Literal, TypeAlias
from urllib.parse import unquote, unquote_plus

from qiyue.api import Parameter
from qiyue.mock.text import Written

Wanted: TypeAlias = Literal["text", "list", "object"]
"""What the schema of a parameter wants."""
Pairs: TypeAlias = Sequence[tuple[str, str]]
"""A query: decoded names, values as sent."""

_DELIMITERS = {"spaceDelimited": "%20", "pipeDelimited": "|"}


def in_path(parameter: Parameter, wanted: Wanted, text: str) -> Written:
    """Read a path value: ``simple``, ``label`` (``.a.b``), ``matrix`` (``;name=a,b``)."""
    explode = parameter.explode
    if parameter.style == "label":
        return _split(text.removeprefix("."), "." if explode else ",", wanted, explode, unquote)
    if parameter.style != "matrix":
        return _split(text, ",", wanted, explode, unquote)
    text, opening = text.removeprefix(";"), f"{parameter.name}="
    if wanted == "list" and explode:
        return [unquote(part.removeprefix(opening)) for part in text.split(";")]
    if wanted == "object" and explode:
        return _split(text, ";", wanted, explode, unquote)
    return _split(text.removeprefix(opening), ",", wanted, explode, unquote)


def in_header(parameter: Parameter, wanted: Wanted, text: str) -> Written:
    """Read a header or cookie value."""
    decode = unquote if parameter.location == "cookie" else str
    return _split(text, ",", wanted, parameter.explode, decode)


def in_query(parameter: Parameter, wanted: Wanted, query: Pairs, is_member: Callable[[str], bool]) -> Written | None:
    """Read a parameter out of a query; ``is_member`` knows the object's members. ``None`` where it is not there."""
    if wanted == "object" and parameter.style == "deepObject":
        return _deep(parameter.name, query) or None
    if wanted == "object" and parameter.explode:
        return {name: unquote_plus(value) for name, value in query if is_member(name)} or None
    sent = [value for name, value in query if name == parameter.name]
    if not sent:
        return None
    if wanted == "list" and parameter.explode:
        return [unquote_plus(value) for value in sent]
    delimiter = _DELIMITERS.get(parameter.style, ",")
    return _split(_unified(sent[0], parameter.style), delimiter, wanted, parameter.explode, unquote_plus)


def _split(text: str, delimiter: str, wanted: Wanted, explode: bool, decode: Callable[[str], str]) -> Written:
    if wanted == "text":
        return decode(text)
    parts = [part.strip() for part in text.split(delimiter)]
    if wanted == "list":
        return [decode(part) for part in parts]
    pairs = [part.partition("=")[::2] for part in parts] if explode else zip(parts[::2], parts[1::2], strict=False)
    return {decode(name): decode(value) for name, value in pairs}


def _deep(name: str, query: Pairs) -> dict[str, str]:
    """Read ``filter[from]=…&filter[to]=…`` into ``{"from": …, "to": …}``."""
    opening = name + "["
    return {
        key[len(opening) : -1]: unquote_plus(value)
        for key, value in query
        if key.startswith(opening) and key.endswith("]")
    }


def _unified(text: str, style: str) -> str:
    """Write a delimiter that may or may not be percent-encoded in one way."""
    if style == "spaceDelimited":
        return text.replace("+", "%20")
    return text.replace("%7C", "|").replace("%7c", "|") if style == "pipeDelimited" else text
