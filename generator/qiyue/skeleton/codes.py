"""Tables of codes: which of them are the errors of the API, and which only the states of something.

In: blocks of codes. Out: the codes with what is said of each; states, as the values of the fields that have them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from qiyue.pages.words import simplified
from qiyue.skeleton import shapes
from qiyue.skeleton.blocks import Codes
from qiyue.skeleton.citing import cite
from qiyue.skeleton.operations import Operation
from qiyue.skeleton.shapes import Schema

_STATES: Final = re.compile(r"状态(?!码)|阶段|字典|枚举|类型|\bstat(?:us|e)s?\b(?!\W?codes?)|\benum", re.IGNORECASE)
_ERRORS: Final = re.compile(
    r"错误|异常|失败|返回码|响应码|结果码|状态码|error|code|fail|return|response|http", re.IGNORECASE
)
_STATE: Final = re.compile(r"[a-z][a-z0-9_\-]*")


@dataclass(slots=True)
class Told:
    """The codes of a page, and the states of things, each with the heading above them."""

    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    states: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    """Where the codes stand."""


def read(blocks: Iterable[Codes]) -> Told:
    """Tell codes and states apart."""
    told = Told()
    for block in blocks:
        heading = block.trail[-1] if block.trail else ""
        if _are_states(block, simplified(heading)):
            told.states.append((heading, tuple(row.name for row in block.rows)))
        else:
            told.lines += [row.first for row in block.rows]
            for row in block.rows:
                told.codes[row.name] = {fact.what: str(fact.value) for fact in row.facts} | cite([row])
    return told


def _are_states(block: Codes, heading: str) -> bool:
    """Tell whether a table lists the states of something: its heading says so, or its codes are plain words."""
    if _ERRORS.search(heading) and not _STATES.search(heading):
        return False
    words = all(_STATE.fullmatch(row.name) for row in block.rows)
    return bool(_STATES.search(heading)) or (words and len(block.rows) > 1 and not _ERRORS.search(heading))


def put_states(told: Told, operations: Iterable[Operation]) -> None:
    """Give the fields that a heading of states names their values."""
    for name, schema in (each for made in operations for each in _fields(made)):
        values = next((values for heading, values in told.states if _is_about(heading, name)), ())
        if values and "enum" not in schema and schema.get("type") in {"string", "integer", None}:
            schema["enum"] = [shapes.typed(value, str(schema.get("type", ""))) for value in values]


def _fields(made: Operation) -> Iterator[tuple[str, Schema]]:
    yield from ((name, each["schema"]) for (name, _), each in made.parameters.items())
    for root in (made.request.schema, made.answer.schema):
        for _, holder in shapes.holders(root):
            yield from shapes.members(holder).items()


def _is_about(heading: str, name: str) -> bool:
    """Tell whether a heading is about a field: ``LoanStatus``, ``status`` and ``loan_status`` are."""
    letters, own = (re.sub(r"[^a-z0-9]", "", text.casefold()) for text in (heading, name))
    return bool(letters) and len(own) > 2 and (letters.endswith(own) or own.endswith(letters))
