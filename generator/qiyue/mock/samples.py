"""Samples: values for answers of which the document shows none. In: Api, a type, a node, an answer. Out: plain data."""

from typing import Any

from qiyue.api import Answer, Api, TypeId
from qiyue.base import json
from qiyue.sample import sample, sample_of
from qiyue.schema.selection import RecursiveSchemaError
from qiyue.values import Plain

_LOCATION = "location"


def made(api: Api, type_id: TypeId, *, full: bool = False) -> Plain:
    """Give a sample of a type, with ``full`` also of what is optional; ``None`` where it has no finite value."""
    try:
        return sample(api, type_id, role="answer", full=full)
    except RecursiveSchemaError:
        return None


def made_of(api: Api, node: Any) -> Plain:
    """Give a sample of a node that is not a type of its own."""
    try:
        return sample_of(api, node, role="answer")
    except RecursiveSchemaError:
        return None


def required_headers(api: Api, answer: Answer) -> tuple[tuple[str, str], ...]:
    """Give name and value of each header that an answer must have, but for those of its content. A redirect leads
    somewhere, whether the document says so or not."""
    redirects = answer.status.startswith("3") and answer.status != "304"
    needed = [
        header
        for header in answer.headers
        if (header.required or (redirects and header.name.lower() == _LOCATION))
        and header.name.lower() not in ("content-type", "content-length")
    ]
    values = [(header.name, made(api, header.type)) for header in needed]
    written = [(name, value if isinstance(value, str) else json.text(value)) for name, value in values]
    is_told = not redirects or any(name.lower() == _LOCATION for name, _ in written)
    return (*written, *(() if is_told else ((_LOCATION, "/"),)))
