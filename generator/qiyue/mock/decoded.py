"""Decoded: a request's parameters as they were sent, by name, before a schema has looked at them.

Fields of a form stay text; ``a[b][0]`` is a field inside others.
"""

import re
from collections.abc import Iterable
from urllib.parse import unquote_plus

from qiyue.api import Where
from qiyue.base.absent import ABSENT
from qiyue.base.where import get
from qiyue.mock.body import takes_json
from qiyue.mock.incoming import Incoming
from qiyue.mock.multipart import parts
from qiyue.values import Plain

_BRACKETS = re.compile(r"([^\[\]]+)((?:\[[^\[\]]*\])+)")


def query(incoming: Incoming) -> dict[str, Plain]:
    """Give the parameters of the query."""
    return _nested((name, unquote_plus(value)) for name, value in incoming.query)


def body(incoming: Incoming) -> Plain:
    """Give the body as plain data; an empty object where it cannot be read."""
    try:
        if incoming.media == "application/x-www-form-urlencoded":
            return _nested(incoming.fields)
        if incoming.media == "multipart/form-data":
            return {part.name: part.text for part in parts(incoming.headers["content-type"], incoming.body)}
        if not incoming.media:
            return _of_no_type(incoming)
        return incoming.json if takes_json(incoming.media) else {}
    except ValueError:
        return {}


def _of_no_type(incoming: Incoming) -> Plain:
    """Read a body that does not say what it is: as JSON, else as a form."""
    try:
        return incoming.json
    except ValueError:
        return _nested(incoming.fields)


def one(incoming: Incoming, where: Where) -> Plain:
    """Give what a request has at a spot, ``ABSENT`` where it has nothing."""
    place, _, name = where.partition(":")
    if place == "query":
        return query(incoming).get(name, ABSENT)
    if place == "header":
        return incoming.headers.get(name.lower(), ABSENT)
    return get(body(incoming), where)


def _nested(pairs: Iterable[tuple[str, str]]) -> dict[str, Plain]:
    found: dict[str, Plain] = {}
    for name, value in pairs:
        match = _BRACKETS.fullmatch(name)
        if match is None:
            found[name] = value
            continue
        inner = found
        keys = [match[1], *match[2][1:-1].split("][")]
        for key, following in zip(keys, [*keys[1:], None], strict=True):
            key = key or str(len(inner))  # `a[]` is the next item
            if following is None:
                inner[key] = value
            else:
                held = inner.get(key)
                inner[key] = inner = held if isinstance(held, dict) else {}
    return found
