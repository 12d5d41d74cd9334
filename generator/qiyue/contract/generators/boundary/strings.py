"""Strings: edges of a string's keywords. In: the keywords. Out: edges; what another keyword forbids is sorted out."""

from collections.abc import Iterator, Mapping
from typing import Any

from qiyue.contract.generators.boundary.value import BoundaryValue
from qiyue.sample.pattern import compile_pattern, matching

_LONGEST = 20_000
"""Texts above this length are not tried."""
_FORMATS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "date": (("2024-02-29", "1999-12-31"), ("2023-02-29", "2024-13-01", "20240229")),
    "date-time": (("2024-02-29T23:59:59.999Z", "2024-03-15T08:30:00+08:00"), ("2024-02-30T00:00:00Z", "2024-03-15")),
    "time": (("23:59:59Z",), ("25:00:00Z",)),
    "uuid": (("00000000-0000-4000-8000-000000000000",), ("00000000-0000-4000-8000-00000000000",)),
    "email": (("a@example.com",), ("a.example.com",)),
    "ipv4": (("255.255.255.255",), ("256.1.1.1",)),
    "ipv6": (("::1",), ("::g",)),
    "uri": (("https://example.com/a?b=c#d",), ("no uri",)),
    "decimal": (
        ("0", "0.01", "-1.00", "12345678901234567890.12", "0.10000000000000000001"),
        ("1,000.00", "1e3", "one"),
    ),
    "int64": (("0", "9007199254740993", "1825818122664084104"), ("1.5", "one")),
}
"""Format → texts that have it, texts that do not."""
_SPOILED = ("", "\n", "!", "é", " ", "0", "x", "-")


def string_boundaries(node: Mapping[str, Any], *, usual: str) -> Iterator[BoundaryValue]:
    """Give the edges of a string; ``usual`` is one that is right."""
    pattern, shortest, longest = node.get("pattern"), node.get("minLength"), node.get("maxLength")
    for word, length, valid in (
        ("minLength", shortest, True),
        ("minLength", (shortest or 0) - 1, False),
        ("maxLength", longest, True),
        ("maxLength", None if longest is None else longest + 1, False),
    ):
        if length is not None and 0 <= length <= _LONGEST:
            yield from (BoundaryValue(word, text, valid) for text in _of_length(int(length), pattern, usual))
    if pattern is not None:
        yield from _by_pattern(str(pattern), usual)
    right, wrong = _FORMATS.get(str(node.get("format", "")), ((), ()))
    yield from (BoundaryValue("format", text, valid=True) for text in right)
    yield from (BoundaryValue("format", text, valid=False) for text in wrong)


def _of_length(length: int, pattern: str | None, usual: str) -> Iterator[str]:
    """Give texts of a length: one that meets the pattern, or one of wide characters where there is none."""
    if pattern is not None:
        yield matching(str(pattern), length, length) or usual[:length].ljust(length, usual[-1:] or "0")
        return
    yield usual[:length].ljust(length, "x")
    if length:
        yield "税" * length


def _by_pattern(pattern: str, usual: str) -> Iterator[BoundaryValue]:
    regex, found = compile_pattern(pattern), matching(pattern)
    if found is not None:
        yield BoundaryValue("pattern", found, valid=True)
    if regex is not None:
        candidates = (*(usual + end for end in _SPOILED[1:]), *(start + usual for start in _SPOILED[1:]), *_SPOILED)
        broken = [text for text in candidates if not regex.search(text)]
        yield from (BoundaryValue("pattern", text, valid=False) for text in broken[:3])
