"""Runtime values → Python source. In: a dataclass of ``qiyue.runtime.operation``. Out: the call that makes it.

Every text goes through ``literal``, so no text of a spec can become code; fields with their usual value are left out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

from qiyue.base.equality import identical
from qiyue.targets.python.expressions import HERE, Expression
from qiyue.targets.python.literals import literal


def source(value: Any) -> str:
    """Write a value as Python source."""
    if isinstance(value, Expression):
        return value.text
    if is_dataclass(value) and not isinstance(value, type):
        written = [
            f"{field.name}={source(given)}" if field.kw_only else source(given) for field, given in _given(value)
        ]
        return f"{type(value).__name__}({', '.join(written)})"
    if isinstance(value, tuple):
        return "(" + ", ".join(map(source, value)) + ("," if len(value) == 1 else "") + ")"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{literal(key)}: {source(item)}" for key, item in value.items()) + "}"
    if isinstance(value, float):
        return repr(value)
    return literal(value)


def imports(value: Any) -> Iterator[tuple[str, str]]:
    """Walk the names that the source of a value uses, as ``(module, name)``."""
    if isinstance(value, Expression):
        yield from value.imports
    elif is_dataclass(value) and not isinstance(value, type):
        yield f"{HERE}_runtime.{type(value).__module__.rpartition('.')[2]}", type(value).__name__
        for _, given in _given(value):
            yield from imports(given)
    elif isinstance(value, tuple | Mapping):
        for item in value.values() if isinstance(value, Mapping) else value:
            yield from imports(item)
    elif type(value).__name__ == "Decimal":
        yield "decimal", "Decimal"


def _given(value: Any) -> Iterator[tuple[Any, Any]]:
    """Walk the fields of a dataclass that differ from their default."""
    for field in fields(value):
        given = getattr(value, field.name)
        usual = getattr(value, field.metadata["usual"]) if "usual" in field.metadata else field.default
        if usual is MISSING or not identical(given, usual):
            yield field, given
