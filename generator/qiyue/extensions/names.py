"""Which keys of a document are ours, and which only look as if they were meant to be."""

from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache

from qiyue.extensions.registry import EXTENSIONS

PREFIX = "x-qiyue-"
_ALIKE = 0.75
"""How alike the word after ``x-`` must be to ``qiyue``: `qiye`, `quiyue` and `qiyeu` are, `queue` is not."""


@lru_cache(maxsize=4096)
def is_ours(key: str) -> bool:
    """Tell whether a key is one of our extensions or a slip of the pen."""
    if key.startswith(PREFIX):
        return True
    plain = _plain(key)
    if not plain.startswith("x-"):
        return False
    word = plain.split("-")[1]
    return SequenceMatcher(None, word, "qiyue").ratio() >= _ALIKE or bool(get_close_matches(plain, EXTENSIONS, 1, 0.9))


def suggest_name(key: str) -> str:
    """Give the extension that a key was probably meant to be, or ``""``."""
    return next(iter(get_close_matches(_plain(key), EXTENSIONS, 1, 0.8)), "")


def _plain(key: str) -> str:
    return key.lower().replace("_", "-").replace(".", "-")
