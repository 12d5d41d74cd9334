"""Outlines: entries with bullets, each deeper than the one it belongs to, as a menu of calls is copied from a browser.

An entry that a method follows, or whose neighbours have one, is a call that the page names; the others are navigation.
"""

from collections.abc import Sequence

from qiyue.pages import marks
from qiyue.pages.drafts import Draft, clean, draft
from qiyue.pages.flat import Line
from qiyue.pages.segment import Fact, Kind, normal

_FEWEST = 4
_LONGEST = 60


def end_of(lines: Sequence[Line], index: int) -> int:
    """Give the index behind the entries, and the methods among them, that begin at a line."""
    end = index
    while end < len(lines) and (_entry(lines[end]) or (end > index and _method(lines[end]))):
        end += 1
    return end


def read(block: Sequence[Line]) -> list[tuple[Draft, tuple[str, ...]]]:
    """Read entries; gives segments, each with the entries above it; none where they are only a list."""
    entries = [line for line in block if _entry(line)]
    nested = len({line.indent for line in entries}) > 1
    if len(entries) < _FEWEST or not (nested or any(map(_method, block))):
        return []
    calls = any(map(_method, block))
    found: list[tuple[Draft, tuple[str, ...]]] = []
    above: list[tuple[int, str]] = []
    for at, line in enumerate(block):
        if found and _method(line):
            last = found[-1][0]
            found.append(
                (draft(Kind.ENDPOINT, line.start, line.end, line.text, [_fact(last.text, line)]), found[-1][1])
            )
            continue
        name = _name(line)
        while above and above[-1][0] >= line.indent:
            above.pop()
        trail = tuple(text for _, text in above)
        after = block[at + 1] if at + 1 < len(block) else None
        leaf = after is None or bool(_method(after)) or after.indent <= line.indent
        kind = Kind.ENDPOINT if calls and leaf else Kind.NAVIGATION
        facts = [Fact(name, "name", name)] if kind is Kind.ENDPOINT else []
        found.append((draft(kind, line.start, line.end, name, facts), trail))
        above.append((line.indent, name))
    return found


def _entry(line: Line) -> bool:
    """Tell whether a line is an entry: short, with a bullet, no sentence, no pair."""
    match = marks.BULLET.match(line.text)
    if match is None or line.text[0].isdigit() or marks.width(line.text) > _LONGEST:
        return False
    rest = line.text[match.end() :]
    return not any(mark in rest for mark in ",。;::=") and not rest.startswith("`")


def _name(line: Line) -> str:
    match = marks.BULLET.match(line.text)
    return normal(clean(line.text[match.end() if match else 0 :]))


def _method(line: Line) -> str:
    match = marks.METHOD_ALONE.fullmatch(line.text)
    return match["method"] if match else ""


def _fact(name: str, line: Line) -> Fact:
    return Fact(name, "method", _method(line))
