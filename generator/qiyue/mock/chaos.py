"""Chaos: a mock that breaks on request. In: the header ``X-Qiyue-Fault``, or rules of a file. Out: what goes wrong.

A fault is a kind of failure, which the mock answers as the vendor would, or something of the wire: ``slow`` waits,
``cut`` stops in the middle of the body, ``garbage`` is no JSON.

    - {fault: rate-limited, operation: createVoucher, every: 3}     # every third call
    - {fault: server, first: 2}                                     # the first two calls of anything
    - {fault: slow, seconds: 2.5, share: 0.1}                       # one call in ten, the same ones under a seed
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

import jsonschema_rs

from qiyue.api import Kind
from qiyue.base.absent import ABSENT
from qiyue.codes import suggest_word
from qiyue.mock.failure import Failure
from qiyue.mock.incoming import Incoming, Reply
from qiyue.mock.storage import Storage
from qiyue.values import Plain
from qiyue.wording import Problem, problems

HEADER: Final = "x-qiyue-fault"
WIRE: Final = ("slow", "cut", "garbage")
KINDS: Final = tuple(kind for kind in Kind if kind not in (Kind.TRANSPORT, Kind.TIMEOUT, Kind.UNDECODABLE))
LONGEST: Final = 3600
"""Seconds that a call may be held back."""
SCHEMA: Final = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "fault": {"enum": [*KINDS, *WIRE]},
            "operation": {"type": "string", "description": "an operationId; without it, any"},
            "seconds": {
                "type": "number",
                "minimum": 0,
                "maximum": LONGEST,
                "description": "how long `slow` waits, or Retry-After",
            },
            "first": {"type": "integer", "minimum": 1},
            "every": {"type": "integer", "minimum": 1},
            "share": {"type": "number", "minimum": 0, "maximum": 1},
        },
        "required": ["fault"],
        "additionalProperties": False,
    },
}
_VALIDATOR: Final = jsonschema_rs.Draft202012Validator(SCHEMA)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that goes wrong."""

    word: str
    seconds: float = 1.0

    @property
    def failure(self) -> Failure | None:
        """The refusal that it is, unless it is something of the wire."""
        return None if self.word in WIRE else Failure(Kind(self.word), "", "fault", self.seconds)

    def on(self, reply: Reply) -> Reply:
        """Break an answer."""
        match self.word:
            case "slow":
                return replace(reply, seconds=self.seconds)
            case "cut":
                return replace(reply, cut=True)
            case _:
                return replace(reply, body=b"<html>\xff")


def wrong(rules: Plain, operations: frozenset[str]) -> Iterator[Problem]:
    """Say what is wrong with the rules of a file."""
    yield from problems(_VALIDATOR, SCHEMA, rules)
    for index, rule in enumerate(rules if isinstance(rules, list) else ()):
        named = rule.get("operation") if isinstance(rule, dict) else None
        if isinstance(named, str) and named not in operations:
            meant = suggest_word(named, operations)
            hint = f"did you mean {meant}?" if meant else ""
            yield Problem(f"/{index}/operation", f"there is no operation `{named}`", hint)


class Chaos:
    """The rules of one mock, and how often each was looked at."""

    def __init__(self, rules: Sequence[Plain], seed: int, storage: Storage) -> None:
        self._rules, self._seed = rules, seed
        self._calls: dict[int, int] = {}
        self._part = storage.part("faults", self._apply)

    def fault(self, operation: str, incoming: Incoming) -> Fault | None:
        """Give what goes wrong with a call: what its header wants, else what the first rule wants that applies.

        Raises:
            ValueError: the header names no fault.
        """
        if HEADER in incoming.headers:
            return _asked(incoming.headers[HEADER])
        found = [rule for number, rule in enumerate(self._rules) if self._applies(number, rule, operation)]
        return Fault(found[0]["fault"], float(found[0].get("seconds", 1))) if found else None

    def _applies(self, number: int, rule: dict[str, Plain], operation: str) -> bool:
        if rule.get("operation", operation) != operation:
            return False
        count = self._calls.get(number, 0) + 1
        self._part.put(number, count)
        if count > rule.get("first", count) or count % rule.get("every", 1):
            return False
        made = hashlib.sha256(f"{self._seed}/{number}/{count}".encode()).digest()
        return int.from_bytes(made[:4]) < Decimal(rule.get("share", 1)) * 2**32

    def _apply(self, number: Plain, count: Plain) -> None:
        self._calls[number] = 0 if count is ABSENT else count


def _asked(text: str) -> Fault:
    word, _, rest = text.strip().partition(" ")
    seconds = float(rest or 1)
    if word not in {*KINDS, *WIRE} or not 0 <= seconds <= LONGEST:
        raise ValueError(f"no fault {text!r}")
    return Fault(word, seconds)
