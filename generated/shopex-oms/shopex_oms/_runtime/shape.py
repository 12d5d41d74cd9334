"""Shape: what kind of value lay somewhere, told without the value itself."""

from decimal import Decimal
from typing import Any, Protocol, runtime_checkable


@runtime_checkable
class Shaped(Protocol):
    """A value that tells its own shape."""

    @property
    def shape(self) -> str: ...


def shape(value: Any) -> str:
    """Describe a value without repeating it: ``text(12)``, ``number``, ``list(3)``, ``null``."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case str():
            return f"text({len(value)})"
        case int():
            return "integer"
        case Decimal() | float():
            return "number" if Decimal(value).is_finite() else "no finite number"
        case bytes():
            return f"bytes({len(value)})"
        case Shaped():
            return value.shape
        case dict():
            return f"object({len(value)})"
        case list() | tuple():
            return f"list({len(value)})"
    return type(value).__name__
