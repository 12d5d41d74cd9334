"""Samples: values for answers of which the document shows none. In: Api, a type or a node. Out: plain data."""

from typing import Any

from qiyue.api import Api, TypeId
from qiyue.sample import sample, sample_of
from qiyue.schema.selection import Endless
from qiyue.values import Plain


def made(api: Api, type_id: TypeId, *, full: bool = False) -> Plain:
    """Give a sample of a type, with ``full`` also of what is optional; ``None`` where it has no finite value."""
    try:
        return sample(api, type_id, role="answer", full=full)
    except Endless:
        return None


def made_of(api: Api, node: Any) -> Plain:
    """Give a sample of a node that is not a type of its own."""
    try:
        return sample_of(api, node, role="answer")
    except Endless:
        return None
