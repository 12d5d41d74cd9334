"""Which lines of the page each part of a skeleton is from: evidence that is a draft until a person confirms it.

In: blocks with their lines. Out: members ``x-qiyue-source``: ``draft stated L12`` of what a row, a heading, a call
says; ``draft sample L30`` of what only a sample shows.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from qiyue.api import Grade
from qiyue.base.where import parts_of
from qiyue.evidence import DRAFT
from qiyue.pages import Segment
from qiyue.skeleton.blocks import Block, Sample
from qiyue.skeleton.shapes import SOURCE
from qiyue.values import Plain


def cite(blocks: Iterable[Block]) -> dict[str, Plain]:
    """Give the member that cites blocks: samples as samples, all else as stated; no member without blocks."""
    found = list(blocks)
    parts = [
        f"{DRAFT} {grade} {', '.join(dict.fromkeys(block.place for block in group))}"
        for grade, group in (
            (Grade.STATED, [block for block in found if not isinstance(block, Sample)]),
            (Grade.SAMPLE, [block for block in found if isinstance(block, Sample)]),
        )
        if group
    ]
    return {SOURCE: "; ".join(parts)} if parts else {}


def cite_lines(lines: Iterable[int]) -> dict[str, Plain]:
    """Give the member that cites single lines as stated; no member without lines."""
    places = ", ".join(f"L{line}" for line in dict.fromkeys(lines))
    return {SOURCE: f"{DRAFT} {Grade.STATED} {places}"} if places else {}


def cite_text(segments: Iterable[Segment], text: str) -> dict[str, Plain]:
    """Give the member that cites the first line that has a text; no member where none has."""
    return cite_lines([segment.first for segment in segments if text and text in segment.text][:1])


def with_facts(source: dict[str, Plain], facts: dict[str, str]) -> dict[str, Plain]:
    """Give the member that cites a whole element, with the evidence of single facts of it."""
    return {SOURCE: {**({"": source[SOURCE]} if source else {}), **facts}} if facts else source


def cite_members(schema: dict[str, Any], sample: Sample) -> None:
    """Let each member of a schema that was fitted to a sample cite the line that shows it first."""
    for at, line in sample.lines.items():
        *_, member = _along(schema, parts_of(at))
        if member is not None:
            member.setdefault(SOURCE, f"{DRAFT} {Grade.SAMPLE} L{line}")


def _along(schema: dict[str, Any], parts: Iterable[str]) -> Iterator[dict[str, Any] | None]:
    """Give the property at each step of a pointer into a value, None for an item, and where there is none."""
    yield None
    for part in parts:
        properties = schema.get("properties", {})
        inside = properties.get(part, schema.get("items", schema.get("additionalProperties")))
        if not isinstance(inside, dict):
            yield None
            return
        yield inside if part in properties else None
        schema = inside
