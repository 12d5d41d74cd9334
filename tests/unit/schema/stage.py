"""Types to put together."""

from typing import Any

from qiyue.api.types import NAMED
from qiyue.values import FrozenMap, freeze


def ref(name: str) -> dict[str, str]:
    return {"$ref": NAMED + name}


def types_of(**types: Any) -> FrozenMap:
    """Return types by id; references are written with ``ref``."""
    found: FrozenMap = freeze({NAMED + name: node for name, node in types.items()})
    return found
