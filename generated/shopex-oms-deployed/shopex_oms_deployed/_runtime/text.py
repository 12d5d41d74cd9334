"""Text: bytes of a vendor as characters, by the charset they are in; and the text of a caller that no charset has."""

import codecs
import re
from collections.abc import Iterator, Mapping
from email.message import Message
from functools import lru_cache
from typing import Any, Final

from .files import FilePart

_HALF: Final = re.compile("[\ud800-\udfff]")
_UTF_8: Final = "utf-8"
_CHINESE: Final = "gb18030"
_TAKE_ALL: Final = frozenset({"iso8859-1", "cp1252", "ascii"})
_SWITCHING: Final = (b"\0", b"\x1b")
"""Bytes that text in UTF-8 does not have, and text in UTF-16 or ISO-2022 does."""


@lru_cache(maxsize=128)
def charset_of(content_type: str) -> str:
    """Return the charset that a content type names, ``""`` if it names none."""
    message = Message()
    message["Content-Type"] = content_type
    try:
        return message.get_content_charset("")
    except (LookupError, ValueError):  # a broken form of RFC 2231
        return ""


def decode_json(content: bytes, charset: str = "") -> str:
    """Read JSON: as UTF-8, which it is in, else in the charset that it is said to be in, else in GB 18030.

    Raises:
        ValueError: it is in none of them.
    """
    switches = any(byte in content for byte in _SWITCHING)
    return _decode(content, (charset, _UTF_8, _CHINESE) if switches else (_UTF_8, charset, _CHINESE))[0]


def decode_text(content: bytes, charset: str = "", *, whole: bool = True) -> tuple[str, str]:
    """Read text that is no JSON: in the charset that it is said to be in, else as UTF-8, else in GB 18030.

    A charset in which every byte is a character is what servers name that know no better: then UTF-8 comes first.
    ``whole`` is false for the beginning of a text, which may end inside a character.

    Returns:
        The text without a byte order mark, and the charset that it was read in.

    Raises:
        ValueError: it is in none of them.
    """
    usual = (_UTF_8, charset) if _takes_all(charset) else (charset, _UTF_8)
    return _decode(content, (*usual, _CHINESE), whole=whole)


def _takes_all(charset: str) -> bool:
    try:
        return codecs.lookup(charset).name in _TAKE_ALL
    except LookupError:
        return False


def _decode(content: bytes, charsets: tuple[str, ...], *, whole: bool = True) -> tuple[str, str]:
    """Read text in the first charset that it is in. No byte is replaced."""
    for name in filter(None, charsets):
        try:
            "".encode(name)  # refuses codecs that are none of text, such as base64
            text = codecs.getincrementaldecoder(name)().decode(content, final=whole)
        except (LookupError, UnicodeError):
            continue
        return text.removeprefix("\ufeff"), name
    raise ValueError("the text is neither in UTF-8 nor in the charset that it names")


def begin_of(content: bytes, charset: str, length: int) -> str:
    """Return the first characters of a text for a person to read, on one line; bytes that are none are escaped."""
    begin = content[: 4 * length]
    try:
        text, _ = decode_text(begin, charset, whole=False)
    except ValueError:
        text = begin.decode(errors="backslashreplace")
    return " ".join(text.split())[:length]


def is_mislabelled(content: bytes, content_type: str) -> bool:
    """Tell whether JSON is not in UTF-8, or is and its header says otherwise."""
    if content.isascii():
        return any(byte in content for byte in _SWITCHING)
    try:
        text = content.decode("utf-8-sig")
        charset = charset_of(content_type)
        return bool(charset) and content.removeprefix(codecs.BOM_UTF8).decode(charset) != text
    except (LookupError, UnicodeError):
        return True


def half_characters(value: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Walk the places of texts and names that hold half a surrogate pair, which no charset can write."""
    if isinstance(value, str):
        if not value.isascii() and _HALF.search(value):
            yield at
    elif isinstance(value, FilePart):
        yield from half_characters(value.name, at)
    elif isinstance(value, Mapping):
        for name, item in value.items():
            if isinstance(name, str) and _HALF.search(name):
                yield at
            else:
                yield from half_characters(item, (*at, name))
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from half_characters(item, (*at, index))
