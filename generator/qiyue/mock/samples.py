"""Samples: values for answers of which the document shows none. In: Api, a type, a node, an answer. Out: plain data."""

from typing import Any

from qiyue.api import Answer, Api, TypeId
from qiyue.base import json
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


def required_headers(api: Api, answer: Answer) -> tuple[tuple[str, str], ...]:
    """Give name and value of each header that an answer must have, but for those of its content."""
    return tuple(
        (header.name, value if isinstance(value := made(api, header.type), str) else json.text(value))
        for header in answer.headers
        if header.required and header.name.lower() not in ("content-type", "content-length")
    )
