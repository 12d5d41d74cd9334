"""Members put into a hand-written YAML file, every other byte kept: comments, order and style stay as they are.

In: a file, and what to add to which of its mappings and lists. Out: its text anew. What is added stands behind what is
there already, in the indent of its neighbours.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from yaml import events as ev

from qiyue.base.value import Value
from qiyue.publish import yaml
from qiyue.source import Source
from qiyue.source.events import events
from qiyue.values import Plain

Path: TypeAlias = tuple[str, ...]


class Addition(Value):
    """A member for the mapping at a path; without a key, an item for the list there."""

    at: Path
    value: Plain
    key: str = ""

    @property
    def content(self) -> Plain:
        return {self.key: self.value} if self.key else [self.value]


@dataclass(slots=True)
class _Holder:
    """A mapping or list of the file: where its first member begins, and where its last one ends."""

    path: Path
    start: int
    column: int
    flow: bool
    is_list: bool
    end: int = 0
    count: int = 0
    key: str | None = None


def insert(source: Source, additions: Sequence[Addition]) -> str:
    """Give the text of a file with more members; whatever is added to must be in the file."""
    holders = {holder.path: holder for holder in _holders(source)}
    text = source.text
    # From the end of the file, so that places stay right; what ends at one place ends with the innermost.
    places = ((holders[each.at].end, -len(each.at), n, each) for n, each in enumerate(additions))
    for *_, addition in sorted(places, key=lambda place: place[:3], reverse=True):
        holder = holders[addition.at]
        parent = holders.get(addition.at[:-1])
        text = _inserted(text, holder, addition, parent.column if parent else 0)
    return text


def _inserted(text: str, holder: _Holder, addition: Addition, column: int) -> str:
    if holder.flow and holder.count:
        close = holder.end - 1
        written = json.dumps(addition.value, ensure_ascii=False, default=str)
        member = f"{json.dumps(addition.key, ensure_ascii=False)}: {written}" if addition.key else written
        return f"{text[:close].rstrip()}, {member}{text[close:]}"
    if holder.flow:
        block = _indented(addition.content, column + 2)
        before, behind = text[: holder.start].rstrip(" "), text[holder.end :]
        holder.flow, holder.count, holder.column, holder.end = False, 1, column + 2, len(before) + 1
        return f"{before}\n{block.rstrip()}{behind}"
    at = text.find("\n", max(holder.end - 1, 0)) + 1
    before = text if not at else text[:at]
    gap = "" if before.endswith("\n") else "\n"
    return f"{before}{gap}{_indented(addition.content, holder.column)}{text[at:] if at else ''}"


def _indented(content: Plain, column: int) -> str:
    lines = yaml.text(content, quick=True).splitlines(keepends=True)
    return "".join(f"{' ' * column}{line}" if line.strip() else line for line in lines)


def _holders(source: Source) -> Iterator[_Holder]:
    """Give the mappings and lists of a file, each when it ends."""
    open_: list[_Holder] = []
    for event in events(source):
        top, end = open_[-1] if open_ else None, _index(event.end_mark)
        if isinstance(event, ev.MappingStartEvent | ev.SequenceStartEvent):
            path = _member(top)
            is_list = isinstance(event, ev.SequenceStartEvent)
            mark: Any = event.start_mark
            open_.append(_Holder(path, mark.index, mark.column, bool(event.flow_style), is_list, mark.index))
        elif isinstance(event, ev.MappingEndEvent | ev.SequenceEndEvent):
            done = open_.pop()
            if done.flow:
                done.end = end
            yield done
            if open_:
                _step(open_[-1], done.end)
        elif isinstance(event, ev.ScalarEvent | ev.AliasEvent) and top:
            if not top.is_list and top.key is None:
                top.key = event.value if isinstance(event, ev.ScalarEvent) else ""
            else:
                _step(top, end)


def _index(mark: Any) -> int:
    found: int = mark.index
    return found


def _member(holder: _Holder | None) -> Path:
    """Give the path of what begins inside a mapping or list."""
    if holder is None:
        return ()
    return (*holder.path, str(holder.count) if holder.is_list else holder.key or "")


def _step(holder: _Holder, end: int) -> None:
    holder.end, holder.key = end, None
    holder.count += 1
