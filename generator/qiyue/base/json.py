"""Exact JSON. In: bytes or text; out: plain data whose numbers keep every digit; and back.

A number with a fraction or an exponent is a ``Decimal``, never a float.
"""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from json.encoder import encode_basestring
from types import NoneType
from typing import Any, Never, Self
from uuid import UUID

_SCALARS = (str, int, Decimal, NoneType)
_SURROGATE = re.compile("[\ud800-\udfff]")
_LONGEST_PLAIN = 400
"""Digits up to which a number is written without an exponent."""


class JsonError(ValueError):
    """The text is not JSON. Says where, never what."""


def loads(data: bytes | str) -> Any:
    """Read JSON exactly.

    Raises:
        JsonError: it is not JSON, or holds NaN or Infinity.
    """
    try:
        text = data if isinstance(data, str) else data.decode("utf-8-sig")
        return _EXACT.decode(text)
    except json.JSONDecodeError as error:
        raise JsonError(f"not JSON at character {error.pos}: {error.msg}") from None
    except UnicodeDecodeError as error:
        raise JsonError(f"not JSON: byte {error.start} is not UTF-8") from None
    except RecursionError:
        raise JsonError("not usable JSON: nested too deeply") from None
    except (ValueError, ArithmeticError):
        raise JsonError("not usable JSON: a number is out of range") from None


def dumps(value: Any) -> bytes:
    """Write JSON exactly, without spaces, members in the order they have.

    Raises:
        TypeError: a value or key has no JSON form.
        ValueError: a number is not finite, or data contains itself.
    """
    return text(value).encode()


def text(value: Any) -> str:
    """Write JSON as text; see ``dumps``."""
    parts: list[str] = []
    try:
        _write(value, parts.append)
    except RecursionError:
        raise ValueError("nested too deeply for JSON") from None
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", "".join(parts))


def number(value: Decimal | float) -> str:
    """Write a number with every digit it has: ``43.50``, ``-0``, and ``100`` for ``1E+2``.

    Raises:
        ValueError: it is not finite.
    """
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    exponent = exact.as_tuple().exponent
    if not isinstance(exponent, int):
        raise ValueError("NaN and Infinity have no JSON form")
    return format(exact, "f") if abs(exponent) <= _LONGEST_PLAIN else str(exact)


def _integer(digits: str) -> int | Decimal:
    return int(digits) if digits != "-0" else Decimal(digits)


def _refuse(_word: str) -> Never:
    raise ValueError


_EXACT = json.JSONDecoder(parse_float=Decimal, parse_int=_integer, parse_constant=_refuse)


def _write(value: Any, put: Callable[[str], None]) -> None:
    if isinstance(value, _SCALARS):
        put(_scalar(value))
    elif isinstance(value, Mapping):
        separator = "{"
        for key, item in value.items():
            put(f"{separator}{encode_basestring(_key(key))}:")
            _write(item, put)
            separator = ","
        put("}" if value else "{}")
    elif isinstance(value, list | tuple):
        separator = "["
        for item in value:
            put(separator)
            _write(item, put)
            separator = ","
        put("]" if value else "[]")
    else:
        put(_scalar(value))


def _key(key: Any) -> str:
    if isinstance(key, Enum):
        key = key.value
    if isinstance(key, str):
        return key
    if isinstance(key, int) and not isinstance(key, bool):
        return int.__repr__(key)
    raise TypeError(f"a {type(key).__name__} cannot be a key of a JSON object")


def _scalar(value: Any) -> str:
    if isinstance(value, Enum):
        value = value.value
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return str(encode_basestring(value))
        case int():
            return int.__repr__(value)
        case Decimal() | float():
            return number(value)
        case datetime() | date() | time() | UUID():
            return str(encode_basestring(moment(value)))
        case bytes():
            return str(encode_basestring(characters(value)))
    raise TypeError(f"a {type(value).__name__} has no JSON form")


def characters(value: bytes) -> str:
    """Give bytes as the text that they are.

    Raises:
        TypeError: they are none, in UTF-8.
    """
    try:
        return value.decode()
    except UnicodeDecodeError:
        raise TypeError("bytes that are not UTF-8 text have no JSON form") from None


class TextDateTime(datetime):
    """A moment that came as text, and goes out again as that very text; what is calculated from it has no text."""

    text = ""

    @classmethod
    def of(cls, when: datetime, text: str) -> Self:
        """Give a moment that was read from a text."""
        clock = (when.hour, when.minute, when.second, when.microsecond, when.tzinfo)
        made = cls(when.year, when.month, when.day, *clock, fold=when.fold)
        made.text = text
        return made

    def __reduce_ex__(self, _protocol: Any) -> Any:
        return TextDateTime.of, (datetime.combine(self.date(), self.timetz()), self.text)


def moment(value: datetime | date | time | UUID) -> str:
    """Write a date, time or UUID; UTC as ``Z``."""
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, TextDateTime) and value.text:
        return value.text
    written = value.isoformat()
    return written.removesuffix("+00:00") + "Z" if written.endswith("+00:00") else written
