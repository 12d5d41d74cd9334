"""Parts of an operation: examples, media, headers, parameters, body, answers."""

from collections.abc import Iterator

from qiyue.api import Answer, Body, Encoding, Example, Header, Media, Parameter
from qiyue.codec import behaviour, evidence
from qiyue.document import Node
from qiyue.resolve.context import Context
from qiyue.values import FrozenMap, freeze

_SOURCE = frozenset([evidence.KEY])
_EXAMPLES = frozenset(["example", "examples"])
_STYLES = {"path": "simple", "header": "simple", "query": "form", "cookie": "form"}
_IGNORED_HEADERS = frozenset(["accept", "content-type", "authorization"])


def examples(node: Node) -> tuple[Example, ...]:
    """Read ``example`` (named ``""``) and ``examples``."""
    found = []
    single = node.child("example")
    if single is not None:
        found.append(Example("", freeze(single.data)))
    listed = node.child("examples")
    if listed is not None and isinstance(listed.data, dict):
        for name, child in listed.members():
            target = child.followed()
            if target is not None:
                value = target.child("value")
                rest = target.rest(["summary"], ["value"] if value is not None else [])
                found.append(Example(name, None if value is None else freeze(value.data), target.text("summary"), rest))
    return tuple(found)


def media(context: Context, owner: Node, base: str) -> tuple[Media, ...]:
    """Read ``content``; the types of inline schemas are ``<base>/<content type>``."""
    found = []
    for content_type, node in owner.mapping("content"):
        if not isinstance(node.data, dict):
            node.odd("a media type")
            continue
        inline = f"{base}/{content_type}"
        schema = node.child("schema")
        encodings = tuple(_encoding(context, name, each, inline) for name, each in node.mapping("encoding"))
        found.append(
            Media(
                content_type=content_type,
                type=None if schema is None else context.types.use(schema, inline),
                encodings=encodings,
                examples=examples(node),
                extra=node.rest(_EXAMPLES, ["schema", "encoding"]),
                place=node.pointer,
            )
        )
    return tuple(found)


def _encoding(context: Context, name: str, node: Node, base: str) -> Encoding:
    known = ["contentType", "headers", "style", "explode", "allowReserved"]
    return Encoding(
        property=name,
        content_type=node.text("contentType"),
        headers=headers(context, node, f"{base}/encoding/{name}"),
        style=node.text("style"),
        explode=node.flag("explode"),
        allow_reserved=bool(node.flag("allowReserved")),
        extra=node.rest(known),
    )


def headers(context: Context, owner: Node, base: str) -> tuple[Header, ...]:
    """Read ``headers``."""
    found = []
    known = ["schema", "required", "description", "style", "explode"]
    for name, child in owner.mapping("headers"):
        node = child.followed()
        if node is not None:
            found.append(
                Header(
                    name=name,
                    type=context.types.use(node.child("schema"), f"{base}/headers/{name}"),
                    required=bool(node.flag("required")),
                    description=node.text("description"),
                    style=node.text("style") or "simple",
                    explode=bool(node.flag("explode")),
                    evidence=evidence.read(node.data),
                    extra=node.rest(known, _SOURCE),
                )
            )
    return tuple(found)


def parameters(context: Context, owners: tuple[Node, ...], operation_id: str) -> tuple[Parameter, ...]:
    """Read ``parameters`` of a path and then of an operation, where a later one of the same name and place wins."""
    found: dict[tuple[str, str], Node] = {}
    for owner in owners:
        for child in owner.sequence("parameters"):
            node = child.followed()
            if node is None:
                continue
            name, location = node.text("name"), node.text("in")
            if not name or location not in _STYLES:
                node.gap("odd-parameter", f"a parameter needs a name and a place; this one, {name!r}, is left out")
            elif location == "header" and name.lower() in _IGNORED_HEADERS:
                node.gap("ignored-header", f"OpenAPI keeps the header {name!r} out of parameters; it is left out")
            else:
                found[name, location] = node
    return tuple(_parameter(context, node, name, where, operation_id) for (name, where), node in found.items())


def _parameter(context: Context, node: Node, name: str, location: str, operation_id: str) -> Parameter:
    content_type, carrier = next(node.mapping("content"), ("", node))
    style = node.text("style") or _STYLES[location]
    explode = node.flag("explode")
    scope = node.child("x-qiyue-scope")
    known = (
        "name in required deprecated description style explode allowReserved allowEmptyValue schema content "
        "x-qiyue-scope x-qiyue-sensitive"
    ).split()
    return Parameter(
        name=name,
        location=location,
        type=context.types.use(carrier.child("schema"), f"#{operation_id}/parameters/{location}/{name}"),
        required=bool(node.flag("required")) or location == "path",
        deprecated=bool(node.flag("deprecated")),
        description=node.text("description"),
        style=style,
        explode=style == "form" if explode is None else explode,
        allow_reserved=bool(node.flag("allowReserved")),
        allow_empty=bool(node.flag("allowEmptyValue")),
        content_type=content_type,
        examples=examples(node) or examples(carrier),
        scope=None if scope is None else behaviour.read_scope(scope.data),
        sensitive=bool(node.flag("x-qiyue-sensitive")),
        evidence=evidence.read(node.data),
        extra=node.rest(known, _EXAMPLES, _SOURCE),
        place=node.pointer,
    )


def body(context: Context, owner: Node, operation_id: str) -> Body | None:
    """Read ``requestBody``."""
    child = owner.child("requestBody")
    node = None if child is None else child.followed()
    if node is None:
        return None
    return Body(
        media=media(context, node, f"#{operation_id}/body"),
        required=bool(node.flag("required")),
        description=node.text("description"),
        evidence=evidence.read(node.data),
        extra=node.rest(["content", "required", "description"], _SOURCE),
        place=node.pointer,
    )


def answers(context: Context, owner: Node, operation_id: str) -> tuple[Answer, ...]:
    """Read ``responses``."""
    return tuple(_answers(context, owner, operation_id))


def _answers(context: Context, owner: Node, operation_id: str) -> Iterator[Answer]:
    for status, child in owner.mapping("responses"):
        if status.startswith("x-"):
            continue
        node = child.followed()
        if node is None:
            continue
        base = f"#{operation_id}/answers/{status}"
        yield Answer(
            status=status,
            media=media(context, node, base),
            headers=headers(context, node, base),
            description=node.text("description"),
            links=_links(node),
            evidence=evidence.read(node.data),
            extra=node.rest(["content", "headers", "description", "links"], _SOURCE),
            place=node.pointer,
        )


def _links(owner: Node) -> FrozenMap:
    found = {name: child.followed() for name, child in owner.mapping("links")}
    return FrozenMap({name: freeze(node.data) for name, node in found.items() if node is not None})
