"""Undo: how what an operation made on a live server is deleted again. In: Api, an operation; later what was sent and
answered. Out: the operation that deletes, and what it is to be called with.

A link of the document tells, else a store of ``x-qiyue-mock`` that both operations name, else the path: what
``POST /pets`` made, ``DELETE /pets/{id}`` deletes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any, TypeAlias

import httpx2

from qiyue.api import Api, Operation, Where
from qiyue.base.absent import ABSENT
from qiyue.base.where import pointer
from qiyue.contract import message
from qiyue.contract.oracle import Received
from qiyue.values import Missing, Plain

Source: TypeAlias = tuple[str, Where]
"""``answer`` or ``request``, and the spot in it."""
_MAKES = ("create", "save", "keep")


@dataclass(frozen=True, slots=True)
class Undo:
    """The operation that deletes; where in its request → where the value may be known from, the best first."""

    operation: Operation
    values: tuple[tuple[Where, tuple[Source, ...]], ...]

    def filled(self, request: httpx2.Request, response: httpx2.Response) -> dict[Where, Plain] | None:
        """Give the values for what one call made, ``None`` where one is not known."""
        found = {}
        for where, sources in self.values:
            values = (_value(source, request, response) for source in sources)
            found[where] = next((value for value in values if _names(value)), None)
        return None if None in found.values() else found


def makes(operation: Operation) -> bool:
    """Tell whether a success of the operation leaves something on the server."""
    return operation.mock.do in _MAKES if operation.mock else operation.method == "POST"


def undo(api: Api, operation: Operation) -> Undo | None:
    """Give how what an operation makes is deleted, ``None`` where the document does not tell."""
    ways = chain(_linked(api, operation), _stored(api, operation), _nested(api, operation))
    return next(ways, None)


def _linked(api: Api, operation: Operation) -> Iterator[Undo]:
    links: Any = (link for answer in operation.answers for link in answer.links.values())
    for link in links:
        other = next((each for each in api.operations if each.id == link.get("operationId")), None)
        if other is not None and _deletes(other):
            located = {each.name: f"{each.location}:{each.name}" for each in other.parameters}
            given = link.get("parameters", {}).items()
            values = [(located.get(name, name.replace(".", ":", 1)), (_expressed(str(text)),)) for name, text in given]
            yield Undo(other, tuple(values))


def _stored(api: Api, operation: Operation) -> Iterator[Undo]:
    role, payload = operation.mock, _payload(operation)
    for other in api.operations if role and role.store else ():
        if other.mock and role and other.mock.do == "delete" and other.mock.store == role.store:
            at = str(other.mock.key.get("at", "/id"))
            asked = str(other.mock.key.get("from", at))
            yield Undo(other, ((asked, (("answer", payload + at), ("answer", payload), ("request", asked))),))


def _nested(api: Api, operation: Operation) -> Iterator[Undo]:
    payload = _payload(operation)
    for other in api.operations:
        rest = other.path.removeprefix(operation.path.rstrip("/"))
        if other.method == "DELETE" and rest != other.path and rest.startswith("/{") and rest.count("/") == 1:
            name = rest[2:-1]
            above = [each.name for each in other.parameters if each.location == "path" and each.name != name]
            own = tuple(("answer", payload + pointer([word])) for word in (name, "id"))
            inherited = tuple((f"path:{each}", (("request", f"path:{each}"),)) for each in above)
            yield Undo(other, ((f"path:{name}", own), *inherited))


def _deletes(operation: Operation) -> bool:
    return operation.method == "DELETE" or bool(operation.mock and operation.mock.do == "delete")


def _payload(operation: Operation) -> Where:
    return operation.envelope.answer.payload if operation.envelope and operation.envelope.answer else ""


def _expressed(text: str) -> Source:
    """Read a runtime expression: ``$response.body#/id``, ``$request.path.id``."""
    side, _, rest = text.removeprefix("$").partition(".")
    place, _, name = rest.partition(".")
    at = rest.partition("#")[2] if rest.startswith("body") else f"{place}:{name}"
    return ("answer" if side == "response" else "request"), at


def _value(source: Source, request: httpx2.Request, response: httpx2.Response) -> Plain:
    side, at = source
    if side == "request":
        return message.value_at(request, at)
    try:
        return Received(response.status_code, response.headers, response.content).read(at)
    except Missing:
        return None


def _names(value: Plain) -> bool:
    return value is not ABSENT and isinstance(value, str | int) and not isinstance(value, bool) and value != ""
