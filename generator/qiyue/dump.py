"""Values of qiyue as plain data, and plain data as JSON text with every digit kept.

Input: any value of ``api``. Output: what ``qiyue ir`` shows. Places are left out, and so is what equals its default
(booleans always stay); evidence reads as in a document.
"""

import json as standard
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from qiyue import evidence
from qiyue.api import Evidence
from qiyue.base import json
from qiyue.base.equality import identical
from qiyue.values import Plain


def plain(value: Any) -> Plain:
    """Give a value as plain data: dataclasses become mappings, enums text. One of a closed sum tells its ``form``."""
    if isinstance(value, Evidence):
        return evidence.format(value)
    if is_dataclass(value) and not isinstance(value, type):
        told = {f.name: plain(getattr(value, f.name)) for f in fields(value) if _is_told(f, getattr(value, f.name))}
        return {"form": value.TAG, **told} if hasattr(value, "TAG") else told
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


def _is_told(described: Field[Any], value: Any) -> bool:
    if not described.compare:
        return False
    return isinstance(value, bool) or described.default is MISSING or not identical(value, described.default)


def text(value: Plain, *, ascii_only: bool = False) -> str:
    """Write plain data as indented JSON; a ``Decimal`` keeps its digits."""
    return _write(value, "\n", ascii_only)


def _write(value: Plain, newline: str, ascii_only: bool) -> str:
    inner = newline + "  "
    if isinstance(value, Mapping):
        items = [f"{_scalar(str(key), ascii_only)}: {_write(item, inner, ascii_only)}" for key, item in value.items()]
        return "{" + inner + f",{inner}".join(items) + newline + "}" if items else "{}"
    if isinstance(value, list | tuple):
        rows = [_write(item, inner, ascii_only) for item in value]
        return "[" + inner + f",{inner}".join(rows) + newline + "]" if rows else "[]"
    return _scalar(value, ascii_only)


def _scalar(value: Plain, ascii_only: bool) -> str:
    """Write one value as clients do, but a number as it is written: the form of a document's numbers stays."""
    if isinstance(value, Decimal):
        return str(value)
    return standard.dumps(value) if ascii_only else json.text(value)
