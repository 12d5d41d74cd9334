"""Frozen plain data.

A document is plain data: ``str``, ``int``, ``Decimal``, ``bool``, ``None``, mappings and lists.
``freeze`` turns it into a value that cannot change; ``thaw`` gives a fresh, changeable copy back.
"""

from collections.abc import Mapping
from typing import Any, Never, TypeAlias
from urllib.parse import quote

from qiyue.base.equality import identical
from qiyue.base.where import parts_of

Plain: TypeAlias = Any
"""Plain data as a YAML or JSON file holds it; a number with a fraction or an exponent is a ``Decimal``."""


class FrozenMap(dict[str, Any]):
    """A mapping of plain data that refuses every change; equal to a ``dict`` whose content is written alike."""

    def _refuse(self, *_args: object, **_kwargs: object) -> Never:
        raise TypeError("a FrozenMap cannot be changed; thaw() it first")

    __setitem__ = __delitem__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse
    __ior__ = _refuse

    def __eq__(self, other: object) -> bool:
        return identical(self, other) if isinstance(other, dict) else NotImplemented

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[type["FrozenMap"], tuple[dict[str, Any]]]:
        return FrozenMap, (dict(self),)


EMPTY = FrozenMap()


def freeze(data: Plain) -> Plain:
    """Give the unchangeable form of plain data: mappings become ``FrozenMap``, lists tuples."""
    if isinstance(data, Mapping):
        return FrozenMap({str(key): freeze(value) for key, value in data.items()})
    if isinstance(data, list | tuple):
        return tuple(freeze(item) for item in data)
    return data


def thaw(data: Plain) -> Plain:
    """Give a fresh changeable copy: ``dict`` and ``list`` all the way down."""
    if isinstance(data, Mapping):
        return {key: thaw(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [thaw(item) for item in data]
    return data


def reference_to(pointer: str) -> str:
    """The local ``$ref`` to what lies at a JSON Pointer: a URI fragment."""
    return "#" + quote(pointer, safe="/~!$&'()*+,;=:@")


class Missing(LookupError):
    """Nothing lies at a pointer."""


def at(data: Plain, text: str) -> Plain:
    """Give what lies at a JSON Pointer.

    Raises:
        Missing: nothing is there.
    """
    for part in parts_of(text):
        if isinstance(data, Mapping) and part in data:
            data = data[part]
        elif isinstance(data, list | tuple) and part.isascii() and part.isdigit() and int(part) < len(data):
            data = data[int(part)]
        else:
            raise Missing(text)
    return data
