"""Where the fields of tables stand in a body: as their names say it, or as a sample shows it.

In: the tables and samples of one side of a call. Out: a ``Body``: the schema, the sample, and where table and sample
contradict each other. The sample is the judge of places, the table of types, flags and limits.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from qiyue.pages import json_type
from qiyue.skeleton import shapes
from qiyue.skeleton.blocks import Block, Row, Sample, Table
from qiyue.skeleton.calls import Placed
from qiyue.skeleton.citing import cite, cite_members
from qiyue.skeleton.shapes import Schema, Steps

_WORD: Final = re.compile(r"[A-Za-z_$][\w$]*(?:[.\-][A-Za-z_$][\w$]*)*", re.ASCII)
_DEEPEST: Final = 32


@dataclass(slots=True)
class Body:
    """What is sent or comes back."""

    schema: Schema = field(default_factory=dict)
    example: Sample | None = None
    blocks: tuple[Block, ...] = ()
    clashes: list[str] = field(default_factory=list)
    """Where table and sample contradict each other, as sentences."""


def body(placed: Sequence[Placed], objects: Mapping[str, Table], *, flags: bool) -> Body:
    """Place the fields of a body; ``objects`` are tables of types by name, ``flags`` tells whether flags are kept."""
    samples = [each.block for each in placed if isinstance(each.block, Sample)]
    shown: Schema = {}
    for sample in samples:
        shapes.fit(shown, sample.value)
        cite_members(shown, sample)
    told: Schema = {}
    for each in placed:
        if isinstance(each.block, Table):
            _put_table(told, shown, each, flags=flags)
    _put_objects(told, objects, flags=flags)
    found = Body(blocks=tuple(each.block for each in placed), example=samples[0] if samples else None)
    found.schema = shapes.merged(told, shown, "", found.clashes) if shown else told
    return found


def _put_table(told: Schema, shown: Schema, placed: Placed, *, flags: bool) -> None:
    rows = [(row, shapes.steps(row.name)) for row in placed.block.rows] if isinstance(placed.block, Table) else []
    rows = [(row, steps) for row, steps in rows if steps and len(steps) <= _DEEPEST]
    names = {steps[0] for _, steps in rows}
    rows = [(row, _split(steps, names, shown)) for row, steps in rows]
    names = {steps[0] for _, steps in rows}
    parent = _named(placed.labels, names, told, shown)
    if parent is None:
        parent = _container(names, shown)
    for row, steps in rows:
        put_row(told, (*parent, *_moved(steps, parent, shown)), row, flags=flags)


def put_row(root: Schema, steps: Steps, row: Row, *, flags: bool) -> None:
    """Put a row, and the members that its words list, at its place."""
    for name in dict.fromkeys(fact.subject for fact in row.facts):
        own = [fact for fact in row.facts if fact.subject == name]
        required = flags and any(fact.what == "required" and fact.value is True for fact in own)
        description = "; ".join(str(fact.value) for fact in own if fact.what == "meaning")
        where = steps if name == row.name else (*steps, *shapes.steps(name)[len(shapes.steps(row.name)) :])
        shapes.put(root, where, shapes.field(own) | cite([row]), required=required, description=description)
    above = len(steps) - len(shapes.steps(row.name))
    for depth in shapes.lists(row.name):
        if above >= 0 and depth < len(steps):
            shapes.make_list(root, steps[: above + depth])


def _split(steps: Steps, names: set[str], shown: Schema) -> Steps:
    """Split ``parent-child`` and ``parent_child`` where the table or the sample has the parent, and no such name."""
    first = steps[0]
    if first in shapes.members(shown):
        return steps
    for mark in ("-", "_", "/", "->"):
        parent, found, child = first.partition(mark)
        if not (found and child):
            continue
        inside = shapes.members(shapes.members(shown).get(parent, {}))
        if child in inside or (mark != "_" and parent in names):
            return (parent, child, *steps[1:])
    return steps


def _named(labels: Iterable[str], names: set[str], told: Schema, shown: Schema) -> Steps | None:
    """Give the field that the heading of a table names: ``items``, ``返回参数(data)``, ``each object of items``."""
    for label in labels:
        for word in _WORD.findall(label):
            for schema in (told, shown):
                if (place := shapes.find(schema, word)) and word not in names:
                    return place
        for place, kinds in shapes.types(told):
            if any(_is_type(word, kinds) for word in _WORD.findall(label)):
                return place
    return None


def _is_type(word: str, kind: str) -> bool:
    """Tell whether a word is the type of a field, or that of its elements: ``Book``, ``List<Book>``."""
    return not json_type(word) and word.casefold() in re.findall(r"[a-z_]\w*", kind)


def _container(names: set[str], shown: Schema) -> Steps:
    """Give the member of the sample that has the fields of a table, () where the root has most of them."""
    own = names & shapes.members(shown).keys()
    if not shown or 2 * len(own) > len(names):
        return ()
    best: Steps = ()
    most = len(own)
    for place, schema in shapes.holders(shown):
        common = len(names & shapes.members(schema).keys())
        if common > most and 2 * common >= len(names):
            best, most = place, common
    return best


def _moved(steps: Steps, parent: Steps, shown: Schema) -> Steps:
    """Give where the sample has a field, if it is not where the table has it and at one place only."""
    if not shown or len(steps) > 1:
        return steps
    around = shapes.at(shown, parent)
    if around is None or steps[0] in shapes.members(around):
        return steps
    places = [place for place, schema in shapes.holders(around) if steps[0] in shapes.members(schema)]
    return (*places[0], *steps) if len(places) == 1 and places[0] else steps


def _put_objects(told: Schema, objects: Mapping[str, Table], *, flags: bool) -> None:
    """Give fields whose type is a table of its own the members of that table; one inside itself once."""
    done: set[tuple[Steps, str]] = set()
    todo = list(shapes.types(told))
    while todo:
        place, kind = todo.pop()
        name = next((word for word in re.findall(r"[a-z_]\w*", kind) if word in objects), "")
        if not name or (place, name) in done or len(place) > _DEEPEST // 4:
            continue
        done.add((place, name))
        for row in objects[name].rows:
            steps = shapes.steps(row.name)
            if steps and len(steps) <= _DEEPEST:
                put_row(told, (*place, *steps), row, flags=flags)
                todo += [((*place, *steps), each) for each in _kinds(row) if name not in each]


def _kinds(row: Row) -> Iterator[str]:
    return (str(fact.value) for fact in row.facts if fact.what == "type" and fact.subject == row.name)
