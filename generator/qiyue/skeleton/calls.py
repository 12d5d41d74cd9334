"""A call of a page, with the blocks below it, each on its side."""

import re
from dataclasses import dataclass, field
from typing import Final

from qiyue.pages.segment import normal
from qiyue.skeleton import sides
from qiyue.skeleton.blocks import Block, Codes, Declared, Sample, Sentence, Table, Trail
from qiyue.skeleton.sides import Side

_ENVELOPE: Final = frozenset(
    "code msg message errcode errmsg success status result data rescode resmsg error retcode retmsg".split()
)


@dataclass(slots=True)
class Placed:
    """A block of a call, with its side; ``labels`` are the headings between it and the call, innermost first."""

    side: Side
    labels: tuple[str, ...]
    block: Table | Sample


@dataclass(slots=True)
class Call:
    """An operation, as far as the page tells it."""

    name: str
    method: str = ""
    path: str = ""
    operation: str = ""
    """The name by which a gateway chooses it."""
    summary: str = ""
    trail: Trail = ()
    """The headings above its declaration."""
    first: int = 0
    last: int = 0
    declared: list[Block] = field(default_factory=list)
    """What declares it, once or again, and what states its method elsewhere."""
    servers: list[str] = field(default_factory=list)
    query: list[str] = field(default_factory=list)
    """Parameters that its address carries."""
    placed: list[Placed] = field(default_factory=list)
    texts: list[Sentence] = field(default_factory=list)
    codes: list[Codes] = field(default_factory=list)
    answering: bool = False
    """Whether the answer has begun, while the page is walked."""
    group: str = ""
    assumed: bool = False
    """Whether its method is not stated anywhere."""

    def owns(self, trail: Trail) -> bool:
        """Tell whether a heading may stand below the call: not as high as the one that the call stands below."""
        return trail[: len(self.trail)] == self.trail

    def labels(self, trail: Trail) -> tuple[str, ...]:
        """Give the headings above a block that are not those above the call, innermost first."""
        own = {*self.trail, normal(self.name)}
        return tuple(text for text in reversed(trail) if text not in own and "/" not in text)[:2]


def merge(call: Call, block: Declared) -> None:
    """Give a call what one more of its declarations says."""
    call.declared.append(block)
    call.method = call.method or block.said("method")
    call.summary = call.summary or block.said("meaning")
    for fact in block.facts:
        if fact.what == "server" and str(fact.value) not in call.servers:
            call.servers.append(str(fact.value))
        elif fact.what.startswith("query/") and fact.what[6:] not in call.query:
            call.query.append(fact.what[6:])


def give(call: Call, block: Block) -> None:
    """Give a call a block that stands below it, and tell which side of it the block is of."""
    if isinstance(block, Codes):
        call.codes.append(block)
    elif isinstance(block, Sentence):
        call.texts.append(block)
    elif isinstance(block, Table | Sample):
        labels = call.labels(block.trail)
        side = _side(call, labels, block)
        call.placed.append(Placed(side, labels, block))
        call.answering = call.answering or side in {Side.ANSWER, Side.FAILURE}


def _side(call: Call, labels: tuple[str, ...], block: Table | Sample) -> Side:
    decided = sides.side(labels)
    if decided is Side.FAILURE and isinstance(block, Table):
        return Side.ANSWER
    if decided is not None:
        return decided
    names = _names(block)
    for other in reversed(call.placed):
        if names and 2 * len(names & _names(other.block)) >= len(names):
            return other.side
    if call.answering:
        return Side.ANSWER
    return Side.BODY if isinstance(block, Table) else _side_of_sample(call, block)


def _side_of_sample(call: Call, block: Sample) -> Side:
    """Tell the side of a sample that no heading tells: an answer if it looks like one, or nothing can be sent."""
    names = {name.casefold() for name in _names(block)}
    if call.method in {"GET", "DELETE", "HEAD"} or len(names & _ENVELOPE) > 1:
        return Side.ANSWER
    sent = any(placed.side is Side.BODY and isinstance(placed.block, Sample) for placed in call.placed)
    return Side.ANSWER if sent else Side.BODY


def _names(block: Table | Sample) -> set[str]:
    if isinstance(block, Table):
        return {re.split(r"[.\[]", row.name, maxsplit=1)[0] for row in block.rows}
    value = block.value[0] if isinstance(block.value, list) and block.value else block.value
    return {str(key) for key in value} if isinstance(value, dict) else set()
