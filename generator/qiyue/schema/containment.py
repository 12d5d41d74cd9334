"""Containment: does every value of one schema fit another? In: two nodes, each with its types. Out: yes, no or unknown.

``yes`` is proved from the keywords; ``no`` comes with a value of the first that the second refuses, and where. With the
old schema of an answer as the first and the new one as the second, ``no`` is what a reader of answers would meet; with
the sides changed, what a sender of requests would.
"""

from typing import Literal, TypeAlias

from qiyue.api import Types
from qiyue.base.value import Value
from qiyue.schema.evaluation import Failure, evaluate
from qiyue.schema.implication import Implication
from qiyue.schema.witnesses import witnesses
from qiyue.values import Plain

Verdict: TypeAlias = Literal["yes", "no", "unknown"]


class Containment(Value):
    """The verdict; for ``no`` a value of the first schema that does not fit the second, the spot of the value where it
    does not, as a JSON Pointer, and the keyword of the second that refuses it."""

    verdict: Verdict
    at: str = ""
    keyword: str = ""
    witness: Plain = None


def contains(wide: Plain, narrow: Plain, wide_types: Types, narrow_types: Types | None = None) -> Containment:
    """Tell whether every value of ``narrow`` fits ``wide``."""
    types = wide_types if narrow_types is None else narrow_types
    if Implication(types, wide_types).holds(narrow, wide):
        return Containment("yes")
    for value in witnesses(narrow, wide, types, wide_types):
        failure = evaluate(wide, value, wide_types)
        if isinstance(failure, Failure) and evaluate(narrow, value, types) is None:
            return Containment("no", failure.at, failure.keyword, value)
    return Containment("unknown")
