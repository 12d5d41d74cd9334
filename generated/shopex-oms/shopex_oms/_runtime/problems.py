"""Problems of requests, and deviations of answers: where and by which rule, never with the value."""

from collections.abc import Iterable
from typing import Any, Final

from .value import Value

_WORDS: Final = {
    "type": "has another type",
    "enum": "is none of the values it may have",
    "format": "is written otherwise",
}
"""Rules that say little as they are called."""


class Problem(Value):
    """One thing wrong with a request: where, by which rule, what kind of value lay there; what may lie there."""

    at: str
    rule: str
    shape: str = ""
    hint: str = ""
    wanted: str = ""

    def __str__(self) -> str:
        came = f"; came {self.shape}" if self.shape else ""
        hint = f", {self.hint}" if self.hint else ""
        return f"{self.at or 'body'}: {self.wanted or _WORDS.get(self.rule, self.rule)}{came}{hint}"


def near_miss(given: Any, words: Iterable[Any]) -> str:
    """Ask whether another word was meant; ``""`` where none is like the given one."""
    from difflib import get_close_matches  # only refusals ask

    known = [word for word in words if isinstance(word, str)]
    found = get_close_matches(given, known, n=1, cutoff=0.7) if isinstance(given, str) else []
    return f"did you mean {found[0]}?" if found else ""


def choice(words: Iterable[Any]) -> str:
    """Name what may be chosen, as far as that is short."""
    text = ", ".join(map(str, words))
    return f"one of {text}" if len(text) <= 200 else ""


class Deviation(Value):
    """One difference. ``pointer`` goes into the payload, that of a code into the whole body; ``rule`` is ``required``,
    ``type``, ``enum``, ``unknown-field``, ``format``, ``status``, the word of the limit that is broken, ``charset`` for
    JSON that is not in UTF-8 or is said to be in something else, or ``success-unknown`` for a code of which nothing
    tells whether it is that of a success."""

    operation: str
    pointer: str
    rule: str
    shape: str

    def __str__(self) -> str:
        return f"{self.operation} {self.pointer or '(all)'}: {self.rule} (is {self.shape})"
