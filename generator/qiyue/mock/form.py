"""Form: a body of fields, urlencoded or multipart, read by the schema of its properties; files are checked.

``maxLength`` and ``minLength`` of a binary property count bytes; ``encoding.contentType`` lists what a file may be.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from qiyue.api import Encoding, Kind, Media
from qiyue.base import json
from qiyue.base.where import pointer
from qiyue.mock.failure import Failure
from qiyue.mock.multipart import Part
from qiyue.mock.schemas import Schemas, failures
from qiyue.mock.text import read
from qiyue.schema.json_types import json_types
from qiyue.values import Plain

_SUBTYPES = {"jpg": "jpeg", "tif": "tiff", "txt": "plain", "htm": "html"}


@dataclass(frozen=True, slots=True)
class Field:
    """One property of the form."""

    node: Any
    binary: bool
    repeated: bool
    json: bool
    """Whether it is JSON; of a repeated one each item."""
    smallest: int
    largest: int | None
    accepted: tuple[str, ...]
    """Content types of a file, ``image/*`` included; empty means any."""

    def faults(self, part: Part, where: str) -> Iterable[Failure]:
        """Say what is wrong with a file."""
        if self.largest is not None and len(part.content) > self.largest:
            yield Failure(Kind.TOO_LARGE, where, "maxLength")
        if len(part.content) < self.smallest:
            yield Failure(Kind.INVALID_PARAMETER, where, "minLength")
        if self.accepted and not any(_is_of(part, wanted) for wanted in self.accepted):
            yield Failure(Kind.INVALID_PARAMETER, where, "contentType")


class Form:
    """The form of one media type, ready to be read."""

    def __init__(self, media: Media, schemas: Schemas, name: str) -> None:
        shape = schemas.shape(media.type) if media.type else {}
        encodings = {encoding.property: encoding for encoding in media.encodings}
        properties = shape.get("properties", {})
        self._schemas = schemas
        self._fields = {key: _field(schemas, node, encodings.get(key)) for key, node in properties.items()}
        if any(field.binary for field in self._fields.values()):
            opened = {key: _opened(schemas, node, self._fields[key]) for key, node in properties.items()}
            self._validator = schemas.validator_of({**shape, "properties": opened}, name)
        else:
            self._validator = schemas.validator(media.type) if media.type else schemas.validator_of({}, name)

    def read(self, parts: Iterable[Part]) -> tuple[dict[str, Plain], list[Failure]]:
        """Give the fields by name (a file is its name), and what is wrong with them."""
        sent: dict[str, list[Part]] = {}
        for part in parts:
            sent.setdefault(part.name, []).append(part)
        found: list[Failure] = []
        values = {name: self._value(name, group, found) for name, group in sent.items()}
        return values, [*found, *failures(self._validator, values)]

    def _value(self, name: str, group: list[Part], found: list[Failure]) -> Plain:
        field, where = self._fields.get(name), pointer([name])
        if field is None:
            return group[0].text if len(group) == 1 else [part.text for part in group]
        if field.binary:
            for part in group:
                found.extend(field.faults(part, where))
            names = [part.filename or name for part in group]
            return names if field.repeated else names[0]
        if field.json:
            read_parts = [_json(part, where, found) for part in group]
            return read_parts if field.repeated else read_parts[0]
        return read(self._schemas, field.node, [part.text for part in group] if field.repeated else group[0].text)


def _field(schemas: Schemas, node: Any, encoding: Encoding | None) -> Field:
    shape = schemas.shape(node)
    repeated = "array" in json_types(shape) and "string" not in json_types(shape)
    item = schemas.shape(shape.get("items", True)) if repeated else shape
    types = json_types(item)
    said = encoding.content_type if encoding else ""
    binary = _is_binary(item)
    return Field(
        node=node,
        binary=binary,
        repeated=repeated,
        json="json" in said or ("object" in types and "string" not in types),
        smallest=int(item.get("minLength", 0)) if binary else 0,
        largest=int(item["maxLength"]) if binary and "maxLength" in item else None,
        accepted=tuple(word.strip().lower() for word in said.split(",") if word.strip()) if binary else (),
    )


def _opened(schemas: Schemas, node: Any, field: Field) -> Any:
    """Give the node as the validator sees it: a file is anything, since its bytes are checked apart."""
    if not field.binary:
        return node
    return {**schemas.shape(node), "items": True} if field.repeated else True


def _is_binary(shape: Mapping[str, Any]) -> bool:
    media = str(shape.get("contentMediaType", ""))
    held_as_text = "contentEncoding" in shape or "contentSchema" in shape or "json" in media
    return shape.get("format") == "binary" or (bool(media) and not held_as_text)


def _is_of(part: Part, wanted: str) -> bool:
    """Tell whether a file is of a content type; one that does not say so is judged by the end of its name."""
    family, _, subtype = wanted.partition("/")
    if part.content_type:
        return wanted in (part.content_type, "*/*") or (subtype == "*" and part.content_type.startswith(family + "/"))
    ending = (part.filename or "").rpartition(".")[2].lower()
    return subtype == "*" or _SUBTYPES.get(ending, ending) == _SUBTYPES.get(subtype, subtype)


def _json(part: Part, where: str, found: list[Failure]) -> Plain:
    try:
        return json.loads(part.content)
    except json.JsonError:
        found.append(Failure(Kind.INVALID_PARAMETER, where, "json"))
        return part.text
