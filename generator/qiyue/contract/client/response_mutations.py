"""Response mutations: an answer with one thing in it that the document does not promise, or that few clients read
right.

In: an operation, the body of a success, what the document says of its spots. Out: other bodies, each with what is odd.
No answer may be lost for any of them: what cannot be understood is given as it came.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import islice
from typing import Any

from qiyue.api import Api, Operation, TypeId, Where
from qiyue.base.absent import ABSENT
from qiyue.base.where import get, put
from qiyue.sample.valid import is_valid
from qiyue.schema.selection import first_form
from qiyue.values import Plain

_UNHEARD = "unheard-of"
_EXACT: tuple[tuple[str, Plain], ...] = (
    ("an amount that no double holds", Decimal("0.10000000000000000001")),
    ("a text with an amount that no double holds", "0.10000000000000000001"),
    ("an id that no double holds", 2**53 + 1),
    ("a text with an id that no double holds", "9007199254740993"),
)


def mutate_response_body(
    api: Api, operation: Operation, type_id: TypeId, body: dict[str, Plain], nodes: Mapping[Where, Mapping[str, Any]]
) -> Iterator[tuple[str, Plain]]:
    """Give the body with one thing odd, each in the first place that has it."""
    answer = operation.envelope.answer if operation.envelope else None
    at = answer.payload if answer else ""
    if not isinstance(first_form(api.schema(type_id), api.types).get("additionalProperties"), Mapping):
        yield "a field that nobody declared", {**body, "x-unheard-of": {"a": [1]}}
    if at and isinstance(get(body, at), dict):
        yield "a field of the payload that nobody declared", put(body, f"{at}/x-unheard-of", {"a": [1]})
    held = {spot: nodes[where] for where in nodes if get(body, spot := where.replace("/*", "/0")) is not ABSENT}
    inside = {spot: node for spot, node in held.items() if spot.startswith(f"{at}/")}
    chosen = next((spot for spot, node in inside.items() if node.get("enum") and isinstance(get(body, spot), str)), "")
    if chosen:
        yield "an unknown value of an enumeration", put(body, chosen, _UNHEARD)
    for about, value in _EXACT:
        finer = (spot for spot, node in inside.items() if _is_finer(api, node, get(body, spot), value))
        yield from ((about, put(body, spot, value)) for spot in list(finer)[:1])
    free = (
        spot for spot in inside if not isinstance(get(body, spot), dict | list) and _is_free(api, type_id, nodes, spot)
    )
    for spot in islice(free, 1):
        yield "null where a value may be missing", put(body, spot, None)
        yield "an object where a value may be missing", put(body, spot, {"of": _UNHEARD})


def _is_finer(api: Api, node: Mapping[str, Any], held: Plain, value: Plain) -> bool:
    """Tell whether a number may stand where another one of its form stands."""
    alike = type(held) is type(value) and (not isinstance(held, str) or held.replace(".", "", 1).isdecimal())
    return alike and "enum" not in node and is_valid(api, node, value)


def _is_free(api: Api, type_id: TypeId, nodes: Mapping[Where, Mapping[str, Any]], spot: Where) -> bool:
    """Tell whether an answer need not have a member."""
    parent, _, name = spot.rpartition("/")
    holder = nodes.get(parent, {}) if parent else first_form(api.schema(type_id), api.types)
    return spot in nodes and name not in holder.get("required", ())
