"""Examples: the requests that a spec shows for an operation, completed where it shows only a part.

In: Api and an operation. Out: requests as plain wire values, files apart. What the spec does not show is a sample
value of its schema.
"""

import mimetypes
from collections.abc import Iterator, Mapping
from typing import Any

from qiyue.api import Api, Encoding, Media, Operation, Parameter, TypeId, Where
from qiyue.base.media import preferred
from qiyue.base.value import Value
from qiyue.base.where import pointer
from qiyue.sample import SampleFile, sample, sample_file
from qiyue.sample.valid import is_valid
from qiyue.schema.merge import resolve
from qiyue.schema.references import dereference
from qiyue.schema.selection import RecursiveSchemaError, first_form
from qiyue.values import EMPTY, FrozenMap, Plain, freeze, thaw

_DEEPEST = 6

SAMPLE = "sample"
"""The name of a request of which the document shows nothing."""


class Request(Value):
    """What is sent: ``parameters`` by (location, wire name); ``body`` without its files, which lie in ``files`` by
    property (``""`` is the body itself). ``content_type`` is ``""`` where there is no body."""

    operation: str
    name: str = ""
    parameters: FrozenMap = EMPTY
    """Location → wire name → value."""
    content_type: str = ""
    body: Plain = None
    files: tuple[tuple[str, SampleFile], ...] = ()

    def parameter(self, location: str) -> Mapping[str, Plain]:
        """Give the values of one location by wire name."""
        values: Mapping[str, Plain] = self.parameters.get(location, EMPTY)
        return values


def example_requests(api: Api, operation: Operation) -> tuple[Request, ...]:
    """Give a request for every documented body example, or the one request that the parameters make.

    The first one is valid where that can be had: before examples that all break their schema comes a sample.
    """
    parameters: dict[str, dict[str, Plain]] = {}
    for parameter in operation.parameters:
        if parameter.required or parameter.examples:
            parameters.setdefault(parameter.location, {})[parameter.name] = parameter_value(api, parameter)
    frozen: FrozenMap = freeze(parameters)
    media = preferred_media(operation)
    shown = "" if any(parameter.examples for parameter in operation.parameters) else SAMPLE
    if media is None:
        return (Request(operation.id, shown, frozen),)
    return tuple(
        Request(operation.id, shown if name == SAMPLE else name, frozen, media.content_type, freeze(body), files)
        for name, body, files in _bodies(api, media)
    )


def parameter_value(api: Api, parameter: Parameter) -> Plain:
    """Give the documented value of a parameter, else a sample: one with something in it, as none cannot be told from
    nothing."""
    if parameter.examples:
        return thaw(parameter.examples[0].value)
    made = _made(api, parameter.type, "")
    return _made(api, parameter.type, "", full=True) if made in ([], {}) else made


def preferred_media(operation: Operation) -> Media | None:
    """Give the media type in which the body is sent, where there is a choice."""
    return preferred(operation.body.media) if operation.body else None


def file_types(api: Api, media: Media) -> dict[str, tuple[str, ...]]:
    """Give the properties of a body that carry files, each with the content types it may have."""
    if media.type is None:
        return {}
    if not media.content_type.startswith("multipart/"):
        return {"": (media.content_type,)} if is_file(api, api.schema(media.type)) else {}
    encodings = {encoding.property: encoding for encoding in media.encodings}
    return {
        name: _content_types(encodings.get(name), dereference(node, api.types))
        for name, node in properties(api, api.schema(media.type)).items()
        if is_file(api, node)
    }


def properties(api: Api, node: Any) -> dict[str, Any]:
    """Give the properties of an object type, those of its ``allOf`` included."""
    return dict(resolve(node, api.types).get("properties") or {})


def nodes_of(api: Api, operation: Operation) -> dict[Where, Mapping[str, Any]]:
    """Give what the document says of every parameter of an operation, and of every spot of its body."""
    found = {
        f"{each.location}:{each.name}": first_form(api.schema(each.type), api.types) for each in operation.parameters
    }
    media = preferred_media(operation)
    return found | (dict(property_locations(api, media.type)) if media and media.type else {})


def property_locations(api: Api, node: Any, at: Where = "") -> Iterator[tuple[Where, Mapping[str, Any]]]:
    """Give every property of a type or node, those of objects and lists inside included, by pointer: ``/rows/*/id``."""
    whole = first_form(api.schema(node) if isinstance(node, str) else node, api.types)
    inside = [(pointer([name]), inner) for name, inner in whole.get("properties", {}).items()]
    inside += [("/*", whole["items"])] if "items" in whole else []
    for name, inner in inside:
        where, found = at + name, first_form(inner, api.types)
        yield where, found
        if where.count("/") < _DEEPEST:
            yield from property_locations(api, found, where)


def required_properties(api: Api, node: Any) -> tuple[str, ...]:
    """Give the names of the properties that an object type requires, in ``allOf`` too."""
    return tuple(resolve(node, api.types).get("required", ()))


def is_file(api: Api, node: Any) -> bool:
    """Tell whether a node of a multipart body is a file, or a list of files."""
    node = dereference(node, api.types)
    if not isinstance(node, Mapping):
        return False
    if node.get("type") == "array":
        items = dereference(node.get("items"), api.types)
        return isinstance(items, Mapping) and items.get("type") != "array" and is_file(api, items)
    if node.get("type", "string") != "string" or "contentSchema" in node or "contentEncoding" in node:
        return False
    media_type = str(node.get("contentMediaType", ""))
    return node.get("format") == "binary" or bool(media_type and "json" not in media_type)


def _content_types(encoding: Encoding | None, node: Mapping[str, Any]) -> tuple[str, ...]:
    written = encoding.content_type if encoding else ""
    written = written or str(node.get("contentMediaType", "")) or "application/octet-stream"
    return tuple(part.strip() for part in written.split(","))


def _bodies(api: Api, media: Media) -> Iterator[tuple[str, Plain, tuple[tuple[str, SampleFile], ...]]]:
    files = file_types(api, media)
    for name, body in _shown(api, media):
        if "" in files:
            yield name, None, (("", sample_file(files[""][0])),)
        elif isinstance(body, dict):
            rest = {key: value for key, value in body.items() if key not in files}
            sent = tuple((key, sample_file(_shown_type(body[key], files[key]))) for key in files if key in body)
            yield name, rest, sent
        else:
            yield name, body, ()


def _shown(api: Api, media: Media) -> list[tuple[str, Plain]]:
    """Give the documented examples, before them a sample where none of them is valid but the sample is."""
    shown = [(example.name, thaw(example.value)) for example in media.examples]
    if media.type is None:
        return shown or [(SAMPLE, {})]
    node = api.schema(media.type)
    if any(is_valid(api, node, body) for _, body in shown):
        return shown
    made = _made(api, media.type, {})
    return [(SAMPLE, made), *shown] if not shown or is_valid(api, node, made) else shown


def _made(api: Api, type_id: TypeId, otherwise: Plain, *, full: bool = False) -> Plain:
    """Give a sample of a type; something else, where the type has no finite value."""
    try:
        return sample(api, type_id, full=full)
    except RecursiveSchemaError:
        return otherwise


def _shown_type(value: Plain, allowed: tuple[str, ...]) -> str:
    guess = mimetypes.guess_type(value)[0] if isinstance(value, str) else None
    return guess if guess in allowed else allowed[0]
