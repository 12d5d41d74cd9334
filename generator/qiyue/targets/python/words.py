"""Words, or any text → a Python identifier. In: a name from a plan or a spec. Out: a class, member or argument name."""

import builtins
import keyword
from collections.abc import Collection, Iterable

from qiyue.client_plan.words import Words, split_words

KEYWORDS = frozenset(keyword.kwlist) | {"self", "cls"}
BUILTINS = frozenset(dir(builtins))


def snake(text: str, fallback: str = "value", keywords: Collection[str] = KEYWORDS) -> str:
    """``pageSize`` → ``page_size``, ``md5Hash`` → ``md5_hash``; a keyword gets a trailing underscore."""
    return spell(split_words(text), fallback, keywords)


def spell(words: Words, fallback: str, keywords: Collection[str] = KEYWORDS) -> str:
    """``("create", "voucher")`` → ``create_voucher``; ``fallback`` begins what cannot begin an identifier."""
    name = _begun("_".join(words), fallback + "_")
    return name + "_" if name in keywords else name


def constant(text: str, fallback: str = "VALUE") -> str:
    """``createVoucher`` → ``CREATE_VOUCHER``."""
    return _begun("_".join(split_words(text)).upper(), fallback + "_")


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
