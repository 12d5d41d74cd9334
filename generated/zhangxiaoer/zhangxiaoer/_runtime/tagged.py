"""Tagged unions: a field of the object tells which of several classes it is.

An object whose tag the document does not name is of the last class, ``Unknown`` or the base of the others, with all its
fields; one without a tag is what fits. An object that lacks what its class requires may still be the base: by the
document a base asks for no more.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel, GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, core_schema

from .strictness import reading_of
from .types import Model


class Unknown(Model):
    """An object of a kind that the document does not name."""

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...


@dataclass(frozen=True, slots=True, eq=False)
class Tagged:
    """How a union of classes is read: ``Annotated[Cat | Dog | Unknown, Tagged("kind", {"cat": Cat, "dog": Dog})]``."""

    field: str
    """Its wire name."""
    forms: Mapping[str, type[BaseModel]]
    """The class for each tag."""
    arguments: tuple[str, ...] = ()
    """Other names of the field: as Python calls it, and callers may write it."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        named = {form.__name__: handler.generate_schema(form) for form in get_args(source)}
        *_, rest = named
        fitting: list[Any] = [schema for name, schema in named.items() if name != Unknown.__name__]
        untagged = core_schema.union_schema([core_schema.union_schema(fitting), named[rest]], mode="left_to_right")
        if rest != Unknown.__name__:
            base = core_schema.with_info_before_validator_function(_at_last, named[rest])
            named = {
                name: schema if name == rest else core_schema.union_schema([schema, base], mode="left_to_right")
                for name, schema in named.items()
            }
        return core_schema.tagged_union_schema({**named, "": untagged}, lambda value: self._name(value, rest))

    def _name(self, value: Any, rest: str) -> str:
        """Give the name of the class that a value is to be, ``rest`` where its tag is none; ``""`` without a tag."""
        if isinstance(value, BaseModel):
            return type(value).__name__
        if not isinstance(value, Mapping):
            return ""
        tag = next((value[name] for name in (self.field, *self.arguments) if name in value), None)
        if tag is None:
            return ""
        form = self.forms.get(str(tag))
        return form.__name__ if form else rest


def _at_last(value: Any, info: ValidationInfo) -> Any:
    """Let a value through where no more lenient reading follows."""
    if reading_of(info) in {"plain", "lenient"}:
        raise ValueError("not read as the base yet")
    return value
