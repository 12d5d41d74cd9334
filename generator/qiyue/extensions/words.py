"""Words that several extensions share, as JSON Schema. A ``description`` is also the hint of a diagnostic."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias, get_args

from qiyue.api import Kind
from qiyue.api.kinds import CLIENT_SIDE

JsonSchema: TypeAlias = dict[str, Any]

_POINTER = r"(/([^~/]|~[01])*)*"

TEXT: Final[JsonSchema] = {"type": "string", "minLength": 1}
FLAG: Final[JsonSchema] = {"type": "boolean"}
SECONDS: Final[JsonSchema] = {"type": "number", "exclusiveMinimum": 0, "description": "a number of seconds above 0"}
COUNT: Final[JsonSchema] = {"type": "integer", "minimum": 1}
VALUE: Final[JsonSchema] = {"description": "any plain value"}


def words_of(vocabulary: Any) -> JsonSchema:
    """Return the schema of one word of a ``Literal``."""
    return {"enum": list(get_args(vocabulary))}


POINTER: Final[JsonSchema] = {
    "type": "string",
    "pattern": f"^{_POINTER}$",
    "description": "a JSON Pointer into an object, such as /lines/*/amount",
}
WHERE: Final[JsonSchema] = {
    "type": "string",
    "pattern": f"^({_POINTER}|(header|query|path):.+)$",
    "description": "a spot in a message: a JSON Pointer into the body (/data/id), header:Name, query:name or path:name",
}
STATUS_OR_WHERE: Final[JsonSchema] = {
    "type": "string",
    "pattern": f"^(status|{_POINTER}|header:.+)$",
    "description": "`status` for the HTTP status, or a spot in the answer: a JSON Pointer into its body, header:Name",
}
DURATION: Final[JsonSchema] = {
    "type": "string",
    "pattern": "^[1-9][0-9]*(s|m|h|d)$",
    "description": "a number and a unit: 30s, 5m, 1h or 1d",
}
ZONE: Final[JsonSchema] = {
    "type": "string",
    "pattern": "^([A-Za-z_]+(/[A-Za-z0-9_+-]+)*|[+-][0-9]{2}:[0-9]{2})$",
    "description": "a time zone: Asia/Shanghai, UTC or +08:00",
}
TIME_FORMAT: Final[JsonSchema] = {
    "type": "string",
    "pattern": "^(yyyy|MM|dd|HH|mm|ss|SSS|XXX|T|[^A-Za-z'])+$",
    "description": "made of yyyy MM dd HH mm ss SSS XXX and signs between them, such as yyyy-MM-dd HH:mm",
}
KIND: Final[JsonSchema] = {
    "enum": [str(kind) for kind in Kind if kind not in CLIENT_SIDE],
    "description": "the kinds a vendor can answer with; transport, timeout and undecodable are the caller's own",
}
OUTCOME: Final[JsonSchema] = {
    "enum": ["success", *KIND["enum"]],
    "description": f"`success`, or {KIND['description']}",
}
KINDS: Final[JsonSchema] = {"type": "array", "items": KIND, "uniqueItems": True}
IDENTIFIER: Final[JsonSchema] = {
    "type": "string",
    "pattern": "^[A-Za-z][A-Za-z0-9_]*$",
    "description": "letters, digits and _, beginning with a letter",
}
ENV: Final[JsonSchema] = {
    "type": "string",
    "pattern": "^[A-Z][A-Z0-9_]*$",
    "description": "the end of an environment variable's name, such as API_KEY",
}


def closed_object(properties: Mapping[str, JsonSchema], required: Sequence[str] = (), **more: Any) -> JsonSchema:
    """An object with these keys and no others."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(required),
        "additionalProperties": False,
        **more,
    }


def row(properties: Mapping[str, JsonSchema], required: Sequence[str] = (), **more: Any) -> JsonSchema:
    """A closed object that is a place for extensions of its own, such as its evidence."""
    return closed_object(properties, required, patternProperties={"^x-": True}, **more)


def by_name(schema: JsonSchema, names: JsonSchema = TEXT) -> JsonSchema:
    """A mapping from names of one form to values of one form."""
    return {"type": "object", "propertyNames": names, "additionalProperties": schema}


def list_schema(schema: JsonSchema, least: int = 0) -> JsonSchema:
    """A list of values of one form."""
    return {"type": "array", "items": schema, "minItems": least}


def one_of(*keys: str) -> JsonSchema:
    """Exactly one of these keys is there."""
    return {"oneOf": [{"required": [key]} for key in keys], "description": f"give exactly one of {', '.join(keys)}"}


def text_or(text: JsonSchema, other: JsonSchema) -> JsonSchema:
    """A short text form, or the long form."""
    return {"if": {"type": "string"}, "then": text, "else": other}


def or_null(schema: JsonSchema) -> JsonSchema:
    """The same, or null: what it means is the key's own; as a whole extension it switches off the document's."""
    return {"if": {"type": "null"}, "else": schema}
