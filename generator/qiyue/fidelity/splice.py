"""Changes of single texts in a hand-written YAML file, every other byte kept.

In: a file and a function that gives for a scalar, by its path, the text that should stand for it. Out: the file anew.
What is changed is the text as written, quotes and folds included: comments, order and style stay as they are.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from yaml import events as ev

from qiyue.source import Source
from qiyue.source.events import events

Path: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text in a file: where it is in the data, and its characters as they are written."""

    path: Path
    start: int
    end: int
    flow: bool
    """Whether it is an item of a list in brackets."""


def splice(source: Source, change: Callable[[Scalar, str], str]) -> str:
    """Give the text of a file with some of its scalars changed."""
    text, done = [], 0
    for scalar in scalars(source):
        written = source.text[scalar.start : scalar.end]
        text += [source.text[done : scalar.start], change(scalar, written)]
        done = scalar.end
    return "".join([*text, source.text[done:]])


def scalars(source: Source) -> Iterator[Scalar]:
    """Give every scalar value of a YAML file in order; keys and aliases are none."""
    open_: list[_Open] = [_Open("root")]
    for event in events(source):
        top = open_[-1]
        if isinstance(event, ev.ScalarEvent | ev.AliasEvent) and top.wants_key:
            top.key = event.value if isinstance(event, ev.ScalarEvent) else ""
            continue
        if isinstance(event, ev.ScalarEvent):
            yield Scalar(_path(open_), *_span(event), top.flow)
        elif isinstance(event, ev.MappingStartEvent | ev.SequenceStartEvent):
            kind = "map" if isinstance(event, ev.MappingStartEvent) else "list"
            open_.append(_Open(kind, bool(event.flow_style)))
            continue
        elif isinstance(event, ev.MappingEndEvent | ev.SequenceEndEvent):
            open_.pop()
        elif not isinstance(event, ev.AliasEvent):
            continue
        open_[-1].step()


@dataclass(slots=True)
class _Open:
    kind: str
    flow: bool = False
    key: str | None = None
    index: int = 0

    @property
    def wants_key(self) -> bool:
        return self.kind == "map" and self.key is None

    def step(self) -> None:
        self.key = None
        self.index += 1


def _span(event: Any) -> tuple[int, int]:
    return event.start_mark.index, event.end_mark.index


def _path(open_: list[_Open]) -> Path:
    return tuple(each.key or "" if each.kind == "map" else str(each.index) for each in open_[1:])
