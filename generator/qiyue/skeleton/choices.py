"""What a person has decided of a page: which call a table is of, on which side, what is skipped, what a method is.

In: a ``Page`` as a machine read it, and choices, each of the block that begins at its line. Out: the same page,
changed.
"""

from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from qiyue.base.value import Value
from qiyue.skeleton import calls
from qiyue.skeleton.blocks import Codes, Sample, Table
from qiyue.skeleton.calls import Call, Placed
from qiyue.skeleton.sections import Page
from qiyue.skeleton.sides import Side

Found: TypeAlias = tuple[Call | None, Placed | Table | Sample | Codes]


class Choice(Value):
    """A decision about one block; what is left empty stays as it was read.

    line: where the block begins, or the declaration of a call.
    call: the line that declares the call which the block is of, 0 where that stays.
    side: what a table or sample is of.
    method: the method of the declared call.
    skip: whether the block, or the call, is left out.
    """

    line: int
    call: int = 0
    side: Side | None = None
    method: str = ""
    skip: bool = False


class Read(Value):
    """A block of a page as it was read: its lines, and where it went.

    kind: ``call``, ``table``, ``sample`` or ``codes``.
    call: the line that declares its call, 0 where it is of none; ``name`` is that of the call.
    """

    kind: str
    first: int
    last: int
    call: int = 0
    name: str = ""
    side: str = ""


_KINDS: Final = {Table: "table", Sample: "sample", Codes: "codes"}


def apply(page: Page, choices: Sequence[Choice]) -> None:
    """Change a page as a person has it."""
    if not choices:
        return
    by_line = {call.first: call for call in page.calls}
    for choice in choices:
        if call := by_line.get(choice.line):
            _decide_call(page, call, choice)
        else:
            _decide_block(page, choice, by_line)


def read(page: Page) -> tuple[Read, ...]:
    """List the blocks of a page in order: calls, tables, samples and tables of codes."""
    found: list[Read] = []
    for call in page.calls:
        name = " ".join(filter(None, (call.method, call.path, call.operation)))
        found.append(Read("call", call.first, call.last, call.first, name))
        for placed in call.placed:
            block = placed.block
            found.append(Read(_KINDS[type(block)], block.first, block.last, call.first, name, placed.side.value))
        found += [Read("codes", each.first, each.last, call.first, name) for each in call.codes]
    for each in (*page.loose, *page.codes):
        found.append(Read(_KINDS[type(each)], each.first, each.last))
    return tuple(sorted(found, key=lambda each: (each.first, each.kind != "call")))


def _decide_call(page: Page, call: Call, choice: Choice) -> None:
    if choice.skip:
        page.calls.remove(call)
        page.loose += [placed.block for placed in call.placed]
        page.codes += call.codes
    elif choice.method:
        call.method = choice.method


def _decide_block(page: Page, choice: Choice, by_line: Mapping[int, Call]) -> None:
    taken = _take(page, choice.line)
    if taken is None:
        return
    owner, block = taken
    if choice.skip:
        return
    call = by_line.get(choice.call) or owner
    if call is None:
        _leave(page, block)
        return
    bare = block.block if isinstance(block, Placed) else block
    if call is owner and isinstance(block, Placed):
        call.placed.append(block)
    else:
        calls.give(call, bare)
    if choice.side is not None and not isinstance(bare, Codes):
        call.placed[-1].side = choice.side
    call.placed.sort(key=lambda placed: placed.block.first)


def _take(page: Page, line: int) -> Found | None:
    """Take the block that begins at a line from where it is; gives it with its call."""
    for call in page.calls:
        for placed in call.placed:
            if placed.block.first == line:
                call.placed.remove(placed)
                return call, placed
        for codes in call.codes:
            if codes.first == line:
                call.codes.remove(codes)
                return call, codes
    for loose in (*page.loose, *page.codes):
        if loose.first == line:
            (page.codes if isinstance(loose, Codes) else page.loose).remove(loose)  # type: ignore[arg-type]
            return None, loose
    return None


def _leave(page: Page, block: Placed | Table | Sample | Codes) -> None:
    if isinstance(block, Codes):
        page.codes.append(block)
    else:
        page.loose.append(block.block if isinstance(block, Placed) else block)
