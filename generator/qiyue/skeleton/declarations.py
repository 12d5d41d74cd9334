"""The calls of a page: parts of one declaration joined; where none is declared, those that samples make.

In: blocks. Out: the same blocks, with one ``Declared`` for each declaration.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qiyue.pages import Fact, addresses
from qiyue.skeleton.blocks import Block, Declared, Heading, Message

_WITH_A_BODY = "POST"


def joined(pages: Sequence[Sequence[Block]]) -> list[list[Block]]:
    """Give the blocks of pages with one ``Declared`` for each declaration."""
    found = [list(_joined(blocks)) for blocks in pages]
    if any(isinstance(block, Declared) and block.said("path") for blocks in found for block in blocks):
        return found
    return [list(_of_messages(blocks)) for blocks in found]


def _joined(blocks: Sequence[Block]) -> Iterator[Block]:
    """Join segments that speak of one call and follow each other, with nothing but labels between them."""
    held: Declared | None = None
    between: list[Block] = []
    for block in blocks:
        if held and isinstance(block, Declared) and _goes_on(held, block):
            held = replace(held, last=block.last, facts=(*held.facts, *block.facts))
        elif held and isinstance(block, Heading) and block.trail == held.trail:
            between.append(block)
        else:
            yield from ([held, *between] if held else [])
            held, between = None, []
            if isinstance(block, Declared):
                held = block
            else:
                yield block
    yield from ([held, *between] if held else [])


def _goes_on(held: Declared, block: Declared) -> bool:
    """Tell whether a segment tells the rest of what another began to declare."""
    return block.subject == held.subject and not (held.said("method") and held.said("path"))


def _of_messages(blocks: Sequence[Block]) -> Iterator[Block]:
    """Put a declaration before each message that makes a call which no other one before it made."""
    seen: set[str] = set()
    for block in blocks:
        if isinstance(block, Message) and block.path:
            path = addresses.template(block.path)
            method = block.method or (_WITH_A_BODY if block.body is not None else "GET")
            subject = f"{method} {path}"
            if subject not in seen:
                seen.add(subject)
                told = {"name": subject, "method": method, "path": path, "server": block.server}
                facts = tuple(Fact(subject, what, value) for what, value in told.items() if value)
                yield Declared(block.trail, block.first, block.first, facts)
        yield block
