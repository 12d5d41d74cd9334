"""Pattern: a short text that a regular expression accepts. In: the pattern and a length. Out: the text, or nothing."""

import re
from collections.abc import Iterable, Sequence
from re import _constants as op  # type: ignore[attr-defined,unused-ignore]  # the parser has no public name
from re import _parser as parser  # type: ignore[attr-defined,unused-ignore]
from typing import Any

_PROPERTY = re.compile(r"\\p\{(?:Script=|sc=)?(\w+)\}|\\p(\w)")
_CLASSES = {"Lu": "A-Z", "Nd": "0-9", "N": "0-9", "Han": "一-龥", "P": "-", "Z": " ", "Zs": " ", "S": "+", "Sc": "$"}
_CATEGORIES = {op.CATEGORY_DIGIT: "1", op.CATEGORY_WORD: "a", op.CATEGORY_SPACE: " ", op.CATEGORY_NOT_SPACE: "a"}
_PREFERRED = "1aA0 -_"
_LONGEST = 300


def compile_pattern(pattern: str) -> re.Pattern[str] | None:
    """Compile a JSON Schema pattern as Python understands it; ``None`` where it does not."""

    def unicode_class(found: re.Match[str]) -> str:
        text = _CLASSES.get(found[1] or found[2], "a-z")
        inside = found.string.count("[", 0, found.start()) > found.string.count("]", 0, found.start())
        return text if inside else f"[{text}]"

    text = re.sub(r"\(\?<(?![=!])", "(?P<", _PROPERTY.sub(unicode_class, pattern))
    text = re.sub(r"\\u([0-9a-fA-F]{4})", r"\\u\1", text)
    if text.endswith("$") and not text.endswith(r"\$"):
        text = text[:-1] + r"\Z"
    try:
        return re.compile(text)
    except (re.error, OverflowError, RecursionError):
        return None


def matching(pattern: str, shortest: int = 0, longest: int | None = None) -> str | None:
    """Give a text that the pattern accepts, of a length within the bounds; ``None`` where none was found."""
    regex = compile_pattern(pattern)
    if regex is None:
        return None
    tree = parser.parse(regex.pattern)
    anchored = pattern.startswith("^") and pattern.endswith("$")
    for more in range(_LONGEST if shortest else 4):
        text = _sequence(tree, more, {})
        if not anchored:
            text = text.ljust(shortest, text[-1:] or "a")
        if len(text) >= shortest and (longest is None or len(text) <= longest) and regex.search(text):
            return text
        if longest is not None and len(text) > longest:
            return None
    return None


def _sequence(items: Iterable[tuple[Any, Any]], more: int, groups: dict[int, str]) -> str:
    return "".join(_one(code, argument, more, groups) for code, argument in items)


def _one(code: Any, argument: Any, more: int, groups: dict[int, str]) -> str:
    if code is op.LITERAL:
        return chr(argument)
    if code is op.NOT_LITERAL:
        return next(char for char in _PREFERRED if ord(char) != argument)
    if code is op.ANY:
        return "a"
    if code is op.IN:
        return _character(argument)
    if code is op.BRANCH:
        return _sequence(argument[1][0], more, groups)
    if code is op.SUBPATTERN:
        groups[argument[0]] = _sequence(argument[3], more, groups)
        return groups[argument[0]]
    if code is op.GROUPREF:
        return groups.get(argument, "")
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        least, most, inner = argument
        return "".join(_sequence(inner, more, groups) for _ in range(min(least + more, int(most))))
    return ""


def _character(choices: Sequence[tuple[Any, Any]]) -> str:
    if choices[0][0] is op.NEGATE:
        return next((char for char in _PREFERRED if not _among(char, choices[1:])), "~")
    for char in _PREFERRED:
        if _among(char, choices):
            return char
    code, argument = choices[0]
    if code is op.LITERAL:
        return chr(argument)
    return chr(argument[0]) if code is op.RANGE else _CATEGORIES.get(argument, "-")


def _among(char: str, choices: Sequence[tuple[Any, Any]]) -> bool:
    return any(
        (code is op.LITERAL and ord(char) == argument)
        or (code is op.RANGE and argument[0] <= ord(char) <= argument[1])
        or (code is op.CATEGORY and _CATEGORIES.get(argument) == char)
        for code, argument in choices
    )
