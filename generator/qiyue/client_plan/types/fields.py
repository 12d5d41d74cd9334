"""Members of an object type. In: the schemas of members. Out: fields, each with words of its own."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from qiyue.api import Types
from qiyue.client_plan.keys import member_key
from qiyue.client_plan.texts import schema_text
from qiyue.client_plan.types.held import HeldNames
from qiyue.client_plan.types.table import Field
from qiyue.client_plan.types.type_ref import TypeRef
from qiyue.client_plan.words import WordScope, split_words
from qiyue.codec import behaviour
from qiyue.schema.references import dereference, target_of
from qiyue.values import Plain


def name_fields(fields: Iterable[Field], place: str, held: HeldNames) -> tuple[Field, ...]:
    """Give each field words of its own; those that a lock holds come first."""
    listed = [(field, held.words(member_key(place, "properties", field.wire))) for field in fields]
    scope = WordScope(words for _, words in listed if words)
    return tuple(
        replace(field, name=words or scope.take(split_words(field.wire) or ("field",))) for field, words in listed
    )


def field_of(wire: str, ref: TypeRef, schema: Plain, types: Types) -> Field:
    """Describe a member; where its schema says nothing, what that refers to describes it."""
    if not isinstance(schema, Mapping):
        return Field(wire, ref)
    text = schema_text(schema)
    if not text and target_of(schema):
        referred = dereference(schema, types)
        text = str(referred.get("description") or "") if isinstance(referred, Mapping) else ""
    scope = schema.get("x-qiyue-scope")
    return Field(
        wire,
        ref,
        text,
        deprecated=is_set(schema, "deprecated"),
        read_only=is_set(schema, "readOnly"),
        sensitive=is_set(schema, "x-qiyue-sensitive"),
        scope=behaviour.read_scope(scope) if isinstance(scope, Mapping) else None,
    )


def is_set(schema: Plain, word: str) -> bool:
    return isinstance(schema, Mapping) and schema.get(word) is True
