"""Rules of validation as programs write them: ``required|max:20|in:a,b``, ``required, min 1``.

In: the text of a cell, the type of its field. Out: what the rules say, as ``Fact`` has it.
"""

import re
from collections.abc import Iterator
from typing import Final

from qiyue.pages.limits import plain, said
from qiyue.pages.segment import normal
from qiyue.pages.words import flag
from qiyue.values import Plain

Said = tuple[str, Plain]

_RULE: Final = re.compile(r"(?P<name>[A-Za-z_]+)(?:\s?[:=(]\s?(?P<value>[^|;)]*)\)?)?")
_BARS: Final = r"\s?[|;]\s?"
_COMMAS: Final = r"\s?,\s?(?=[A-Za-z_]+(?:\s?[:=(,]|$))|\s+"
_SIZES: Final = {
    "string": ("minLength", "maxLength"),
    "array": ("minItems", "maxItems"),
    "integer": ("minimum", "maximum"),
    "number": ("minimum", "maximum"),
}
_WORDS: Final = {
    "integer": "integer",
    "int": "integer",
    "numeric": "number",
    "string": "string",
    "boolean": "boolean",
    "array": "array",
}


def read(text: str, kind: str) -> Iterator[Said]:
    """Read the rules of a field; ``kind`` is its type in JSON, "" where the page does not tell it."""
    told = flag(text)
    if told is not None:
        yield "required", told
        return
    pieces = re.split(_BARS if re.search(_BARS, text) else _COMMAS, text)
    rules = [match for piece in pieces if (match := _RULE.fullmatch(piece.strip()))]
    if len(rules) < len(pieces):
        yield "meaning", normal(text)
        yield from said(text, cell=False)
    kind = kind or next((_WORDS[rule["name"].lower()] for rule in rules if rule["name"].lower() in _WORDS), "string")
    for rule in rules:
        yield from _of_rule(rule["name"].lower(), rule["value"] or "", kind)


def _of_rule(name: str, value: str, kind: str) -> Iterator[Said]:
    least, most = _SIZES.get(kind, ("", ""))
    numbers = [plain(number) for number in re.findall(r"-?\d+(?:\.\d+)?", value)]
    if (told := flag(name)) is not None or name in {"nullable", "sometimes"}:
        yield "required", bool(told)
    elif name.startswith("required"):
        yield "required-when", normal(f"{name} {value}")
    elif name in {"in", "oneof", "enum"}:
        yield from ((f"enum/{word}", True) for word in re.split(r"[\s,]+", value) if word)
    elif name in {"max", "maxlength", "max_length", "maxlen", "lte"} and numbers and most:
        yield most, numbers[0]
    elif name in {"min", "minlength", "min_length", "minlen", "gte"} and numbers and least:
        yield least, numbers[0]
    elif name in {"between", "length", "size", "range", "len"} and len(numbers) > 1 and least:
        yield least, numbers[0]
        yield most, numbers[1]
    elif name in {"length", "size", "len"} and numbers and most:
        yield most, numbers[0]
    elif name in _WORDS:
        yield "type", name
