"""JSON text to plain data, exactly: every digit kept, nothing taken that JSON does not allow.

In: a ``Source``. Out: ``dict``, ``list``, ``str``, ``int``, ``Decimal``, ``bool``, ``None``; or ``Refused``.
"""

import json
import re
from collections.abc import Iterator
from typing import Never

from qiyue.diagnostics import Refused, refuse
from qiyue.source.numbers import MAX_DIGITS, TooLarge, decimal
from qiyue.source.spots import Token
from qiyue.source.text import MAX_DEPTH, Source
from qiyue.values import Plain

_TOKEN = re.compile(r'[\s,:]*(?:(?P<begin>[{\[])|(?P<end>[}\]])|(?P<scalar>"(?:[^"\\]|\\.)*+"|[^\s,:{}\[\]"]+))')
_STRING = re.compile(r'"(?:[^"\\]|\\.)*+"')
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|.)")
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_LONG_NUMBER = rf"[0-9.]{{{MAX_DIGITS},}}|[0-9][eE][-+]?[0-9]{{4,}}"


class _Constant(Exception):
    pass


def load(source: Source) -> tuple[Plain, bool]:
    """The plain data of a JSON text, and whether a key stands twice in an object of it: the last one counts.

    Raises:
        Refused: the text is not exactly one JSON value.
    """
    objects = _Objects()
    try:
        data = json.loads(
            source.text, parse_float=decimal, parse_constant=_no_constant, object_pairs_hook=objects.build
        )
    except json.JSONDecodeError as error:
        raise refuse("json-syntax", error.msg, source.place(error.pos), _hint(source.text, error.pos)) from None
    except _Constant as error:
        offset = _offset_outside_strings(source.text, re.compile(str(error)))
        raise refuse("json-syntax", f"{error} is not a JSON number", source.place(offset)) from None
    except RecursionError:
        raise _too_deep(source) from None
    except ValueError:  # TooLarge, or an integer that int() itself refuses
        offset = _offset_outside_strings(source.text, re.compile(_LONG_NUMBER))
        raise refuse("number-too-large", str(TooLarge()), source.place(offset)) from None
    if _deeper_than(data, MAX_DEPTH):
        raise _too_deep(source)
    if (half := _half_character(source.text)) is not None:
        raise refuse("lone-surrogate", "half a character: its other half is missing", source.place(half))
    return data, objects.has_doubled


def tokens(source: Source) -> Iterator[Token]:
    """Give the values of a JSON text in order, each with its offset."""
    for found in _TOKEN.finditer(source.text):
        kind = found.lastgroup or ""
        offset = found.start(kind)
        match found[kind][0]:
            case "{":
                yield Token("map", offset)
            case "[":
                yield Token("list", offset)
            case "}" | "]":
                yield Token("end", offset)
            case '"':
                text = found[kind]
                yield Token("scalar", offset, json.loads(text) if "\\" in text else text[1:-1])
            case _:
                yield Token("scalar", offset, found[kind])


def _no_constant(text: str) -> Never:
    raise _Constant(text)


class _Objects:
    """Builds objects; ``has_doubled`` tells whether one of them had a key twice."""

    has_doubled = False

    def build(self, pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
        members = dict(pairs)
        self.has_doubled |= len(members) != len(pairs)
        return members


def _hint(text: str, offset: int) -> str:
    match text[offset : offset + 1]:
        case "'":
            return "JSON takes double quotes only"
        case "}" | "]":
            return "take out the comma before it"
        case "/" | "#":
            return "JSON has no comments"
    return ""


def _offset_outside_strings(text: str, wanted: re.Pattern[str]) -> int:
    position = 0
    for string in _STRING.finditer(text):
        if found := wanted.search(text, position, string.start()):
            return found.start()
        position = string.end()
    found = wanted.search(text, position)
    return found.start() if found else 0


def _too_deep(source: Source) -> Refused:
    depth = 0
    for token in tokens(source):
        depth += {"map": 1, "list": 1, "end": -1}.get(token.kind, 0)
        if depth > MAX_DEPTH:
            return refuse("too-deep", f"values lie more than {MAX_DEPTH} levels deep", source.place(token.offset))
    return refuse("too-deep", f"values lie more than {MAX_DEPTH} levels deep", source.place(0))


def _deeper_than(data: Plain, limit: int) -> bool:
    level = [data]
    for _ in range(limit):
        if not level:
            return False
        open_ = [value for value in level if isinstance(value, dict | list)]
        level = [item for value in open_ for item in (value.values() if isinstance(value, dict) else value)]
    return any(isinstance(value, dict | list) for value in level)


def _half_character(text: str) -> int | None:
    """Find ``\\ud83d`` without its other half: no file could be written with it."""
    if not _SURROGATE.search(text):
        return None
    high: int | None = None
    for escape in _ESCAPE.finditer(text):
        code = int(escape[1] or "0", 16)
        low = 0xDC00 <= code <= 0xDFFF
        if high is not None:
            if not low or escape.start() != high + 6:
                return high
            high = None
        elif low:
            return escape.start()
        elif 0xD800 <= code <= 0xDBFF:
            high = escape.start()
    return high
