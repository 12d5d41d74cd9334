"""Names of types, given before the types are made. In: an Api. Out: a name for each type that has an id.

Named types come first, so their names never move; then bodies and answers of operations (``CreateVoucherRequest``).
Types inside them get owner + member from the same scope.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from qiyue.api import Api, Operation, TypeId
from qiyue.api.types import is_named, name_of
from qiyue.client_plan.types.held import HeldNames
from qiyue.client_plan.words import LONGEST, keep_letters
from qiyue.values import Plain

_PIECE = re.compile(r"[^\W_]+")


def pascal(text: str, fallback: str = "Unnamed") -> str:
    """``create_voucher`` → ``CreateVoucher``; capitals inside a word stay: ``OAuth2Token``.

    ``fallback`` begins what cannot begin a name.
    """
    pieces = _PIECE.findall(keep_letters(text))
    name = "".join(piece[0].upper() + piece[1:] for piece in pieces)[:LONGEST]
    return name if name.isidentifier() else fallback + name


class TypeNames:
    """Names already taken, without regard to case: types may be files. The one changeable value of naming types."""

    def __init__(self, reserved: Iterable[str] = ()) -> None:
        self._taken = {name.casefold() for name in reserved}

    def take(self, wanted: str) -> str:
        """Reserve ``wanted``, or the first of ``wanted2``, ``wanted3`` … that is free."""
        name, number = wanted, 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{wanted}{number}"
        self._taken.add(name.casefold())
        return name


def plan_type_names(api: Api, scope: TypeNames, held: HeldNames) -> Mapping[TypeId, str]:
    """Name every type that has an id."""
    names = {type_id: name for type_id, node in api.types.items() if (name := held.type_name(node))}
    for type_id, wanted in (*_wanted(api), *((each, pascal(each, "Type")) for each in api.types)):
        if type_id in api.types and type_id not in names:
            names[type_id] = scope.take(wanted)
    return names


def _wanted(api: Api) -> Iterator[tuple[TypeId, str]]:
    """Walk the types that have an id with the names they would like, in the order of who comes first."""
    for type_id in api.types:
        if is_named(type_id):
            yield type_id, pascal(_called(api.types[type_id]) or name_of(type_id), "Type")
    for operation in (*api.operations, *api.webhooks):
        yield from _of_operation(operation)


def _called(node: Plain) -> str:
    """Return the name that the document gives a type."""
    return str(node.get("x-qiyue-name", "")) if isinstance(node, Mapping) else ""


def _of_operation(operation: Operation) -> Iterator[tuple[TypeId, str]]:
    owner = pascal(operation.id, "Operation")
    for media in operation.body.media if operation.body else ():
        if media.type is not None:
            yield media.type, owner + "Request"
    succeeded = False
    for answer in operation.answers:
        first = answer.status.startswith("2") and not succeeded
        succeeded = succeeded or first
        for media in answer.media:
            if media.type is not None:
                yield media.type, owner + ("Response" if first else pascal(f"response {answer.status}"))
        for header in answer.headers:
            yield header.type, owner + pascal(header.name) + "Header"
    for parameter in operation.parameters:
        yield parameter.type, owner + pascal(parameter.name, "Parameter")
    for callback in operation.callbacks:
        for inner in callback.operations:
            yield from _of_operation(inner)
