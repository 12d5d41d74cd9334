"""Any text → a Python identifier. In: a name from a spec, however hostile. Out: a class, member or argument name.

Letters of every script stay (``发票`` is a fine identifier); everything that cannot stand in one is a word break.
"""

import builtins
import keyword
import re
import unicodedata
from collections.abc import Collection, Iterable

LONGEST = 100
"""Names are cut here: file systems and readers give up not much later."""

KEYWORDS = frozenset(keyword.kwlist) | {"self", "cls"}
BUILTINS = frozenset(dir(builtins))

_WORD = re.compile(r"[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z][a-z0-9]*|[0-9]+[a-z0-9]*|[^\W_A-Za-z]+")
_PIECE = re.compile(r"[^\W_]+")


def pascal(text: str, fallback: str = "Unnamed") -> str:
    """``create_voucher`` → ``CreateVoucher``; capitals inside a word stay: ``OAuth2Token``."""
    pieces = _PIECE.findall(_letters(text))
    name = "".join(piece[0].upper() + piece[1:] for piece in pieces)[:LONGEST]
    return _begun(name, fallback)


def snake(text: str, fallback: str = "value", keywords: Collection[str] = KEYWORDS) -> str:
    """``pageSize`` → ``page_size``, ``md5Hash`` → ``md5_hash``; a keyword gets a trailing underscore."""
    name = "_".join(word.lower() for word in _WORD.findall(_letters(text)))[:LONGEST].strip("_")
    name = _begun(name, fallback + "_")
    return name + "_" if name in keywords else name


def constant(text: str, fallback: str = "VALUE") -> str:
    """``createVoucher`` → ``CREATE_VOUCHER``."""
    name = "_".join(word.upper() for word in _WORD.findall(_letters(text)))[:LONGEST].strip("_")
    return _begun(name, fallback + "_")


def _letters(text: str) -> str:
    """Keep what may stand in an identifier, in the normal form that Python compares."""
    normal = unicodedata.normalize("NFKC", text)
    return "".join(c if ("a" + c).isidentifier() else " " for c in normal)


def _begun(name: str, start: str) -> str:
    """Put ``start`` before a name that cannot begin an identifier, or is empty."""
    if not name:
        return start.rstrip("_")
    return name if name.isidentifier() else start + name


class Scope:
    """Names already taken in one namespace, without regard to case. The one changeable value of naming."""

    def __init__(self, reserved: Iterable[str] = ()) -> None:
        self._taken = {name.casefold() for name in reserved}

    def take(self, wanted: str, joint: str = "") -> str:
        """Give ``wanted``, or the first of ``wanted2``, ``wanted3`` … that is free."""
        name, number = wanted, 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{wanted}{joint}{number}"
        self._taken.add(name.casefold())
        return name
