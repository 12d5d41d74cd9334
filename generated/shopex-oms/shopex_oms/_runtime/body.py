"""Body: a plain payload as bytes in the operation's content type."""

from collections.abc import Mapping
from typing import Any

from . import json
from .files import FilePart, media_type_of
from .media import essence, is_json, is_json_lines, is_multipart
from .multipart import Part, write_multipart
from .operation import Body, Parameter, Property
from .parameters import query_pairs, word


def write_body(body: Body, payload: Any) -> tuple[bytes, str]:
    """Give the bytes, and the content type that goes with them.

    Raises:
        TypeError: the payload has no form in the content type.
    """
    bare = essence(body.content_type)
    if isinstance(payload, FilePart):
        return payload.content, payload.content_type or media_type_of(payload, _allowed(bare)) or body.content_type
    if isinstance(payload, bytes):
        return payload, body.content_type
    if is_multipart(bare):
        return write_multipart(_parts(body, payload), bare)
    if bare == "application/x-www-form-urlencoded":
        return _form(body, payload).encode(), body.content_type
    if is_json_lines(bare):
        return _lines(bare, payload), body.content_type
    if isinstance(payload, str) and not is_json(bare):
        return payload.encode(), body.content_type
    return json.dumps(payload), body.content_type


def _allowed(bare: str) -> tuple[str, ...]:
    return () if bare in {"", "application/octet-stream", "*/*"} else (bare,)


def _lines(bare: str, payload: Any) -> bytes:
    if not isinstance(payload, list | tuple):
        raise TypeError("JSON lines need a list")
    mark = b"\x1e" if bare == "application/json-seq" else b""
    return b"".join(mark + json.dumps(item) + b"\n" for item in payload)


def _property(body: Body, name: str) -> Property:
    return next((one for one in body.properties if one.name == name), Property(name=name, argument=name))


def _members(payload: Any) -> list[tuple[str, Any]]:
    if not isinstance(payload, Mapping):
        raise TypeError("a form needs an object")
    return [(str(name), value) for name, value in payload.items()]


def _form(body: Body, payload: Any) -> str:
    pairs: list[tuple[str, str]] = []
    for name, value in _members(payload):
        one = _property(body, name)
        if one.style or not isinstance(value, Mapping | list | tuple):
            pairs += query_pairs(_styled(one), value)
            continue
        for item in [value] if isinstance(value, Mapping) else value:
            pairs += query_pairs(_styled(one), json.text(item) if isinstance(item, Mapping | list | tuple) else item)
    return "&".join(f"{name}={text}" for name, text in pairs).replace("%20", "+")


def _styled(one: Property) -> Parameter:
    return Parameter(
        name=one.name, argument=one.argument, style=one.style, explode=one.explode, allow_reserved=one.allow_reserved
    )


def _parts(body: Body, payload: Any) -> list[Part]:
    parts: list[Part] = []
    for name, value in _members(payload):
        allowed = _property(body, name).content_types
        items = value if isinstance(value, list | tuple) else [value]
        parts += [_part(name, item, allowed) for item in items if item is not None]
    return parts


def _part(name: str, item: Any, allowed: tuple[str, ...]) -> Part:
    if isinstance(item, FilePart):
        return Part(name, item.content, media_type_of(item, allowed) or "application/octet-stream", item.name)
    wanted = allowed[0] if allowed else ""
    if isinstance(item, Mapping | list | tuple) or is_json(wanted):
        return Part(name, json.dumps(item), wanted or "application/json")
    return Part(name, word(item).encode(), wanted)
