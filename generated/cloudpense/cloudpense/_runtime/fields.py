"""The fields of a model. Pydantic leaves one whose type stands further down without its alias until it is asked to."""

from pydantic import BaseModel
from pydantic.fields import FieldInfo


def fields_of(form: type[BaseModel]) -> dict[str, FieldInfo]:
    """Give every field by its Python name, with its type and its alias."""
    if not form.__pydantic_fields_complete__:
        form.model_rebuild()
    return form.model_fields
