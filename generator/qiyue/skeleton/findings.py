"""What a person has to settle of a skeleton: rows of ``findings.yaml``, each with the lines of the page it is about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from qiyue.api import Grade
from qiyue.evidence import DRAFT
from qiyue.skeleton import codes
from qiyue.skeleton.calls import Call
from qiyue.skeleton.operations import Operation
from qiyue.skeleton.places import Body
from qiyue.skeleton.signing import Signing
from qiyue.values import Plain

Row: TypeAlias = dict[str, Plain]

METHOD: Final = "method"


@dataclass(slots=True)
class Doubts:
    """The findings of a skeleton, numbered as they come."""

    prefix: str
    after: int = 0
    rows: list[Row] = field(default_factory=list)
    clashes: list[str] = field(default_factory=list)
    """The ids of those that tell of a contradiction."""

    def add(self, row: Row, *, clash: bool = False) -> str:
        """Keep a finding; gives how evidence refers to it."""
        name = f"{self.prefix}-{self.after + len(self.rows) + 1:02}"
        self.clashes += [name] if clash else []
        self.rows.append({"id": name, **row})
        return f"{DRAFT} {Grade.ASSUMED} {name}"


def success(told: codes.Told, listed: Sequence[str]) -> Row:
    """Give the finding that no word of the page tells the code of a success."""
    return {
        "lines": [f"L{line}" for line in told.lines],
        "title": "The page lists codes, and does not say which of them is a success",
        "readings": ["every code of the list is a failure", "one of them is the code of a success"],
        "chosen": "None: the spec has no table of codes, so that its client returns what no HTTP status refuses.",
        "why": f"The codes are: {'; '.join(listed)}",
        "settled-by": "The code of an answer that succeeded: say `kind: success` of it, and the kind of each failure.",
    }


def signing(told: Signing) -> Row:
    """Give the finding about the rule of signing, whether it was read or not."""
    if told.rule:
        title, chosen = "The signing rule was read by a machine, no vector proves it", "As x-qiyue-signature has it."
    else:
        title, chosen = "The page tells a signing rule that is not transcribed", "None: requests are not signed."
    return {
        "lines": [told.place],
        "title": title,
        "readings": ["as the lines say it", "something else that they leave open: the case, empty values, the key"],
        "chosen": chosen,
        "why": "Of a signing rule every detail counts, and prose tells few of them.",
        "settled-by": "A signed request of the vendor: add it to x-qiyue-signature as a vector.",
    }


def of_operation(made: Operation) -> Iterator[tuple[str, Row]]:
    """Give the findings of an operation, each with the fact that it is about."""
    call = made.call
    if call.assumed:
        yield METHOD, _method(call)
    for side, body in (("request", made.request), ("answer", made.answer)):
        if body.clashes:
            yield side, _clash(call, side, body)


def _method(call: Call) -> Row:
    return {
        "lines": [_lines(call)],
        "title": f"The page does not state the HTTP method of {call.path}",
        "readings": ["POST", "GET"],
        "chosen": f"{call.method}, and no call of it against a live server before a person has confirmed it.",
        "why": "Most calls of pages that state no method are sent by POST.",
        "settled-by": "A request that the vendor answers.",
    }


def _clash(call: Call, side: str, body: Body) -> Row:
    return {
        "lines": [block.place for block in body.blocks],
        "title": f"Table and sample of the {side} of {call.method} {call.path} contradict each other",
        "readings": ["as the table has it", "as the sample has it"],
        "chosen": "The table.",
        "why": "; ".join(body.clashes),
        "settled-by": "A call that the vendor answers.",
    }


def _lines(call: Call) -> str:
    return f"L{call.first}" if call.first == call.last else f"L{call.first}-{call.last}"
