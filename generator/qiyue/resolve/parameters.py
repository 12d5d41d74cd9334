"""Parameters of an operation, and those that its path needs."""

import re
from collections.abc import Collection
from dataclasses import replace

from qiyue.api import Location, Operation, Parameter, TypeId
from qiyue.codec import behaviour, evidence
from qiyue.document import Node
from qiyue.resolve import parts
from qiyue.resolve.context import Context
from qiyue.resolve.styles import location_of, style_of
from qiyue.values import FrozenMap

_FILLED_HEADERS = frozenset(["accept", "content-type"])
"""Headers that every client fills by itself, from what the operation takes and gives."""
_AUTHORIZATION = "authorization"
_OF_CLIENT = behaviour.read_scope({"client": True})
"""A credential that no security scheme tells of is given once, when the client is made."""
_IN_BRACES = re.compile(r"\{([^{}/]+)\}")
_TEXT = FrozenMap({"type": "string"})


def parameters(
    context: Context, owners: tuple[Node, ...], path: str, operation_id: str, keys: Collection[tuple[str, str]] = ()
) -> tuple[Parameter, ...]:
    """Read ``parameters`` of a path and then of an operation, where a later one of the same name and place wins.

    ``keys`` are the places and names, in small letters, in which every call carries a credential anyway.
    """
    found: dict[tuple[str, Location], Node] = {}
    for owner in owners:
        for child in owner.sequence("parameters"):
            node = child.followed()
            if node is None:
                continue
            name, location = node.text("name"), location_of(node)
            if not name or location is None:
                node.gap("odd-parameter", f"a parameter needs a name and a place; this one, {name!r}, is left out")
            elif location == "header" and name.lower() in _FILLED_HEADERS:
                node.note("ignored-header", f"every client fills the header {name!r}; it is no argument")
            elif location == "path" and "{" + name not in path:
                node.note("stray-parameter", f"the path has no {{{name}}}: the parameter is left out")
            elif (location, name.lower()) in keys:
                node.note(
                    "credential-parameter", f"the parameter {name!r} is what a security scheme sends; it is left out"
                )
            else:
                found[name, location] = node
    return tuple(_parameter(context, node, name, where, operation_id) for (name, where), node in found.items())


def with_path(context: Context, node: Node, operation: Operation) -> Operation:
    """Give the operation with a parameter for every ``{name}`` of its path that none declares."""
    known = {parameter.name for parameter in operation.parameters if parameter.location == "path"}
    missing = [name for name in dict.fromkeys(_IN_BRACES.findall(operation.path)) if name not in known]
    if not missing:
        return operation
    for name in missing:
        node.gap("undeclared-parameter", f"no parameter fills {{{name}}} of the path; it is taken as text")
    added = (
        Parameter(
            name,
            "path",
            context.types.add(_TEXT, _type_id(operation.id, "path", name)),
            True,
            style="simple",
            explode=False,
        )
        for name in missing
    )
    return replace(operation, parameters=(*operation.parameters, *added))


def _type_id(operation_id: str, location: str, name: str) -> TypeId:
    return f"#{operation_id}/parameters/{location}/{name}"


def _parameter(context: Context, node: Node, name: str, location: Location, operation_id: str) -> Parameter:
    content_type, carrier = next(node.mapping("content"), ("", node))
    style = style_of(node, location)
    explode = node.flag("explode")
    scope = node.child("x-qiyue-scope")
    is_key = location == "header" and name.lower() == _AUTHORIZATION
    known = (
        "name in required deprecated description style explode allowReserved allowEmptyValue schema content "
        "x-qiyue-name x-qiyue-scope x-qiyue-sensitive"
    ).split()
    return Parameter(
        name=name,
        location=location,
        type=context.types.use(carrier.child("schema"), _type_id(operation_id, location, name)),
        required=bool(node.flag("required")) or location == "path",
        called=node.text("x-qiyue-name"),
        deprecated=bool(node.flag("deprecated")),
        description=node.text("description"),
        style=style,
        explode=style == "form" if explode is None else explode,
        allow_reserved=bool(node.flag("allowReserved")),
        allow_empty=bool(node.flag("allowEmptyValue")),
        content_type=content_type,
        examples=parts.examples(node) or parts.examples(carrier),
        scope=_OF_CLIENT if is_key and scope is None else None if scope is None else behaviour.read_scope(scope.data),
        sensitive=is_key or bool(node.flag("x-qiyue-sensitive")),
        evidence=evidence.read(node.data),
        extra=node.rest(known, ["example", "examples", evidence.KEY]),
        place=node.pointer,
    )
