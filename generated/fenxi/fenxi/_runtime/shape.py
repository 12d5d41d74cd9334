"""Shape: what kind of value lay somewhere, told without the value itself."""

from decimal import Decimal
from typing import Any

from .files import FilePart


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
            return "number"
        case bytes():
            return f"bytes({len(value)})"
        case FilePart():
            return f"file({len(value.content)})"
        case dict():
            return f"object({len(value)})"
        case list() | tuple():
            return f"list({len(value)})"
    return type(value).__name__
