"""Calls of one address, chosen by a parameter: one operation of OpenAPI with ``x-qiyue-dispatch``.

In: operations of one method and path. Out: the operation as plain data, and the schemas that it refers to.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from qiyue.skeleton import operations, shapes
from qiyue.skeleton.citing import cite
from qiyue.skeleton.operations import Operation
from qiyue.skeleton.shapes import Schema
from qiyue.values import Plain

_FIELD: Final = "method"
"""What the parameter is called where the page shows no other name."""
_CHOICES: Final = ("method", "service", "action", "api", "cmd", "interface", "apiname", "func")


def field_of(made: Sequence[Operation]) -> str:
    """Give the parameter that chooses the call: one that addresses or tables have."""
    names = {name for each in made for name in (*each.call.query, *shapes.members(each.request.schema))}
    return next((name for name in _CHOICES if name in names), _FIELD)


def named(made: Operation) -> None:
    """Let the body of the only call of a gateway say which call it is."""
    _choose(made, field_of([made]))
    made.parameters.pop((field_of([made]), "query"), None)


def dispatched(made: Sequence[Operation], names: Sequence[str], media: str) -> tuple[Plain, dict[str, Schema]]:
    """Write several calls as one operation; ``names`` are the ids of the operation and of each call."""
    field = field_of(made)
    schemas: dict[str, Schema] = {}
    cases: dict[str, Plain] = {}
    for each, name in zip(made, names[1:], strict=True):
        _choose(each, field)
        parts = {"request": each.request.schema, "answer": each.answer.schema}
        title = name[:1].upper() + name[1:]
        schemas |= {f"{title}{side.capitalize()}": shapes.clean(schema) for side, schema in parts.items()}
        cases[each.call.operation] = {
            "operationId": name,
            **({"summary": each.call.summary} if each.call.summary else {}),
            **cite(each.call.declared),
            **{side: {"$ref": f"#/components/schemas/{title}{side.capitalize()}"} for side in parts},
        }
    asked, told = ([case[side] for case in cases.values()] for side in ("request", "answer"))
    kind = media or operations.JSON
    mapping = {value: case["request"]["$ref"] for value, case in cases.items()}
    chosen = {"oneOf": asked, "discriminator": {"propertyName": field, "mapping": mapping}}
    return {
        "operationId": names[0],
        "requestBody": {"required": True, "content": {kind: {"schema": chosen}}},
        "responses": {"200": {"description": "success", "content": {operations.JSON: {"schema": {"anyOf": told}}}}},
        "x-qiyue-dispatch": {"field": f"/{field}", "cases": cases},
    }, schemas


def ids(made: Sequence[Operation]) -> Iterator[str]:
    """Give the ids of calls: the name of each in camel case."""
    for each in made:
        first, *words = re.findall(r"[A-Za-z0-9]+", each.call.operation) or ["call"]
        yield first[:1].lower() + first[1:] + "".join(word[:1].upper() + word[1:] for word in words)


def _choose(made: Operation, field: str) -> None:
    """Let a body say which call it is."""
    chosen = {"type": "string", "const": made.call.operation, **cite(made.call.declared)}
    shapes.put(made.request.schema, (field,), chosen, required=True, description="")
