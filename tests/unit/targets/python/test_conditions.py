"""What a type is put together from is visited once, in however many ways it is reached."""

from typing import Any

from qiyue.runtime.operation import Limits
from qiyue.targets.python.conditions import conditions
from qiyue.values import freeze

from .stage import REF


def ladder(rungs: int) -> Any:
    """Types each of which holds the one before twice: 2 ** rungs ways lead from the last to the first."""
    twice = {REF + str(n): {"allOf": [{"$ref": REF + str(n - 1)}] * 2} for n in range(1, rungs)}
    return freeze({REF + "0": {"properties": {"a": {}}, "dependentRequired": {"a": ["b"]}}, **twice})


def test_a_condition_is_read_once() -> None:
    types = ladder(12)
    found = list(conditions(types[REF + "11"], types, lambda _: iter(()), lambda: None))
    assert found == [
        Limits("", {"when": ((Limits("", {"required": ("a",)}),), (Limits("", {"required": ("b",)}),), ())})
    ]
