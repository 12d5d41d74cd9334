"""Parts of an operation: examples, media, headers, body, answers."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from qiyue.api import Answer, Body, Encoding, Example, Header, Media, TypeId
from qiyue.codec import evidence
from qiyue.document import Node
from qiyue.resolve.context import Context
from qiyue.resolve.styles import said_style, style_of
from qiyue.values import FrozenMap, freeze

_SOURCE = frozenset([evidence.KEY])
_EXAMPLES = frozenset(["example", "examples"])
_ANY = frozenset(["*/*", "application/*"])
_MEDIA_TYPE = re.compile(r"\s*[^\s/;,]+/[^\s/;,]+\s*([;,]|$)")
_STATUS = re.compile(r"[1-5](?:[0-9]{2}|XX)(?![0-9A-Z])")


def examples(node: Node) -> tuple[Example, ...]:
    """Read ``example`` (named ``""``) and ``examples``."""
    found = []
    single = node.child("example")
    if single is not None:
        found.append(Example("", freeze(single.data)))
    for name, child in node.mapping("examples"):
        target = child.followed()
        if target is not None:
            value = target.child("value")
            rest = target.rest(["summary"], ["value"] if value is not None else [])
            known = None if value is None else freeze(value.data)
            found.append(Example(name or "unnamed", known, target.text("summary"), rest))
    return tuple(found)


def media(context: Context, owner: Node, base: str) -> tuple[Media, ...]:
    """Read ``content``; the types of inline schemas are ``<base>/<content type>``."""
    found: list[Media] = []
    listed = dict(owner.mapping("content"))
    for written, child in listed.items():
        node = child.followed()
        if node is None:
            continue
        content_type = _content_type(written, child, {*listed, *(each.content_type for each in found)})
        if not content_type:
            continue
        inline = f"{base}/{content_type}"
        schema = node.child("schema")
        type_id = None if schema is None else _type(context, content_type, schema, inline)
        other = "application/json" in {*listed, *(each.content_type for each in found)}
        if type_id and content_type in _ANY and not other and context.types.is_structured(type_id):
            child.note("odd-shape", f"{content_type} is read as JSON, which alone carries what its schema says")
            content_type = "application/json"
            type_id, inline = context.types.moved(type_id, inline, f"{base}/{content_type}"), f"{base}/{content_type}"
        entries = ((name, each.followed()) for name, each in node.mapping("encoding"))
        encodings = tuple(_encoding(context, name, each, inline) for name, each in entries if each is not None)
        found.append(
            Media(
                content_type=content_type,
                type=type_id,
                encodings=encodings,
                examples=examples(node),
                extra=node.rest(_EXAMPLES, ["schema", "encoding"]),
                place=node.pointer,
            )
        )
    return tuple(found)


def _content_type(written: str, node: Node, others: AbstractSet[str]) -> str:
    """The media type as it should be written; some have a comma before their parameters, some are none.

    Empty, and told, where what is no media type stands beside JSON.
    """
    if not _MEDIA_TYPE.match(written):
        if "application/json" in others:
            node.gap("odd-shape", f"{written[:60]!r} is no media type; it is left out, for JSON stands beside it")
            return ""
        node.note("odd-shape", f"{written[:60]!r} is no media type; it is read as application/json")
        return "application/json"
    if "," not in written:
        return written
    node.note("odd-shape", f"{written[:60]!r} is no media type: parameters come after `;`")
    return ";".join(part.strip() for part in written.split(","))


def _type(context: Context, content_type: str, schema: Node, inline: TypeId) -> TypeId:
    """Give the type of a schema; the file that some give for a form is a form with one file."""
    data = schema.data
    if content_type.startswith("multipart/") and isinstance(data, dict) and data.get("type") == "string":
        schema.note("odd-shape", "a form is an object; this text is read as its one field, `file`")
        file = {"type": "object", "properties": {"file": data}}
        return context.types.use(Node(schema.document, file, schema.pointer), inline)
    return context.types.use(schema, inline)


def _encoding(context: Context, name: str, node: Node, base: str) -> Encoding:
    known = ["contentType", "headers", "style", "explode", "allowReserved"]
    return Encoding(
        property=name,
        content_type=node.text("contentType"),
        headers=headers(context, node, f"{base}/encoding/{name}"),
        style=said_style(node, "query"),
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
                    style=style_of(node, "header"),
                    explode=bool(node.flag("explode")),
                    evidence=evidence.read(node.data),
                    extra=node.rest(known, _SOURCE),
                )
            )
    return tuple(found)


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


def read_responses(context: Context, owner: Node, operation_id: str) -> tuple[Answer, ...]:
    """Read ``responses``."""
    return tuple(_answers(context, owner, operation_id))


def _answers(context: Context, owner: Node, operation_id: str) -> Iterator[Answer]:
    seen: set[str] = set()
    for written, child in owner.mapping("responses"):
        if written.startswith("x-"):
            continue
        status = _status(written)
        if not status or status in seen:
            child.gap("odd-status", f"{written[:40]!r} is no status, or a second one; this answer is left out")
            continue
        node = child.followed()
        if node is None:
            continue
        seen.add(status)
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


def _status(written: str) -> str:
    """Give ``200``, ``4XX`` or ``default`` as it should be written, or ``""``."""
    if written.lower() == "default":
        return "default"
    found = _STATUS.match(written.upper())
    return found[0] if found else ""


def _links(owner: Node) -> FrozenMap:
    found = {name: child.followed() for name, child in owner.mapping("links")}
    return FrozenMap({name: freeze(node.data) for name, node in found.items() if node is not None})
