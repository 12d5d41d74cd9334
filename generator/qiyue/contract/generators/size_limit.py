"""Size limit: types that unfold into so many schemas that a drawing library does not come to an end with them.

In: Api and a node. Out: yes or no. A type that holds itself is followed once on every way into it, as libraries do.
"""

from collections.abc import Mapping
from typing import Any

from qiyue.api import Api, Operation

MOST = 5_000
"""Schemas in one body. Of 767 bodies in real documents 753 have fewer than 4,000, the others more than 17,000."""
_DATA = frozenset({"const", "default", "enum", "example", "examples"})


def exceeds_size_limit(api: Api, operation: Operation) -> bool:
    """Tell whether nothing can be drawn at random for the body of an operation."""
    types = [media.type for media in operation.body.media if media.type] if operation.body else []
    return any(_unfolds(api, api.schema(type_id)) for type_id in types)


def _unfolds(api: Api, node: Any) -> bool:
    """Tell whether a node unfolds into more schemas than ``MOST``."""
    left: list[tuple[Any, frozenset[str]]] = [(node, frozenset())]
    count = 0
    while left and count <= MOST:
        node, entered = left.pop()
        count += 1
        inner: Any = node if isinstance(node, tuple | list) else ()
        if isinstance(node, Mapping):
            inner = [value for key, value in node.items() if key not in _DATA]
            name = node.get("$ref")
            if isinstance(name, str) and name not in entered:
                left.append((api.schema(name), entered | {name}))
        left += [(value, entered) for value in inner if isinstance(value, Mapping | tuple | list)]
    return count > MOST
