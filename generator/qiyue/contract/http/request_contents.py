"""Request contents: what a request that is about to be sent holds, spot by spot. In: a request. Out: values.

It is read as the most forgiving server would read it: every repetition of a name counts, and a body is taken for what
it looks like, whatever its media type says.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from urllib.parse import unquote, unquote_plus

import httpx2

from qiyue.api import Operation, Where
from qiyue.base import json
from qiyue.base.absent import ABSENT
from qiyue.base.where import pointer
from qiyue.contract.http import message
from qiyue.mock import decoded
from qiyue.values import Plain


def path_values(operation: Operation, request: httpx2.Request) -> dict[str, str] | None:
    """Give the parameters in the path of a request, ``None`` where it is not the path of the operation."""
    path = request.url.raw_path.decode("ascii").partition("?")[0]
    pattern, names = _template(operation.path)
    match = pattern.search(path)
    return None if match is None else dict(zip(names, map(unquote, match.groups()), strict=True))


@lru_cache(maxsize=1024)
def _template(path: str) -> tuple[re.Pattern[str], list[str]]:
    parts = re.split(r"\{([^{}]*)\}", path.partition("#")[0])
    written = [re.escape(part) if index % 2 == 0 else r"([^/?#]+)" for index, part in enumerate(parts)]
    return re.compile(f"{''.join(written)}\\Z"), parts[1::2]


def body(request: httpx2.Request) -> Plain:
    """Give the body as plain data; ``ABSENT`` where there is one, but none that can be read; ``None`` where there is
    none."""
    content = request.content
    if not content.strip():
        return None
    try:
        return json.loads(content)
    except json.JsonError:
        pass
    found = decoded.body(message.to_mock_request(request))
    return found or ABSENT


def parameters(request: httpx2.Request) -> Iterator[tuple[Where, Plain]]:
    """Give everything in query, headers and cookies, by where."""
    incoming = message.to_mock_request(request)
    yield from ((f"query:{name}", unquote_plus(value)) for name, value in incoming.query)
    yield from ((f"header:{name}", value) for name, value in incoming.headers.items())
    yield from ((f"cookie:{name}", value) for name, value in incoming.cookies.items())


def leaves(value: Plain, at: Where = "") -> Iterator[tuple[Where, Plain]]:
    """Give everything in a body that has nothing inside, by where; every item of a list is ``*``."""
    inside = (
        value.items()
        if isinstance(value, Mapping)
        else [("*", item) for item in value]
        if isinstance(value, list)
        else []
    )
    if not inside:
        yield at, value
    for part, inner in inside:
        yield from leaves(inner, at + pointer([part]))


def values_at(operation: Operation, request: httpx2.Request, at: Where) -> list[Plain]:
    """Give everything that a request holds at a spot; ``*`` is every item."""
    location, colon, name = at.partition(":")
    if location == "path" and colon:
        found = (path_values(operation, request) or {}).get(name)
        return [] if found is None else [found]
    if not at.startswith("/") and colon:
        wanted = at.lower() if location == "header" else at
        return [value for where, value in parameters(request) if where == wanted]
    held = body(request)
    return [] if held is ABSENT else [value for where, value in leaves(held) if where == at]
