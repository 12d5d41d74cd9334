"""Problems of requests, and deviations of answers: where and by which rule, never with the value."""

from typing import Final

from .value import Value

_WORDS: Final = {
    "type": "has another type",
    "enum": "is none of the values it may have",
    "format": "is written otherwise",
}
"""Rules that say little as they are called."""


class Problem(Value):
    """One thing wrong with a request: where, by which rule, and what kind of value lay there."""

    at: str
    rule: str
    shape: str = ""
    hint: str = ""

    def __str__(self) -> str:
        shape = f" (is {self.shape})" if self.shape else ""
        return f"{self.at or 'body'}: {_WORDS.get(self.rule, self.rule)}{shape}" + (
            f", {self.hint}" if self.hint else ""
        )


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
