"""Names of fields. In: the wire names of an object type. Out: wire name → Python name."""

import keyword
from collections.abc import Container, Iterable

from qiyue.targets.python.words import Scope, snake

MODEL_ATTRIBUTES = frozenset(
    "construct copy dict from_orm json model_computed_fields model_config model_construct model_copy model_dump "
    "model_dump_json model_extra model_fields model_fields_set model_json_schema model_parametrized_name "
    "model_post_init model_rebuild model_validate model_validate_json model_validate_strings mro parse_file parse_obj "
    "parse_raw register schema schema_json update_forward_refs validate".split()
)
"""What every pydantic model has of its own."""

TYPES = frozenset("bool dict int list str tuple".split())
"""What types of fields are written with: a field of that name would stand before it."""

_RESERVED = MODEL_ATTRIBUTES | TYPES
_KEYWORDS = frozenset(keyword.kwlist)


def field_names(wires: Iterable[str], classes: Container[str] = ()) -> dict[str, str]:
    """Name the fields of a class; ``classes`` are the names that types of fields may have."""
    scope = Scope()
    names = ((wire, snake(wire, "field", _KEYWORDS)) for wire in wires)
    taken = ((wire, name, name in _RESERVED or name in classes) for wire, name in names)
    return {wire: scope.take(f"{name}_" if is_taken else name, "_") for wire, name, is_taken in taken}
