"""Properties that only requests or only answers have, where a reference of theirs says so.

In: the types of a document. Out: the same, ``readOnly`` and ``writeOnly`` of what a property refers to written beside
its ``$ref``: the property is what a request or an answer has or has not, so whoever reads it need not look further.
"""

from collections.abc import Mapping
from typing import Final

from qiyue.api.types import TypeId
from qiyue.schema.keywords import BY_NAME, MANY, ONE
from qiyue.values import FrozenMap, Plain

_FLAGS: Final = ("readOnly", "writeOnly")


def mark_access(types: Mapping[TypeId, FrozenMap | bool]) -> dict[TypeId, FrozenMap | bool]:
    """The types, with the flags of referenced types beside the references of properties."""
    if not any(isinstance(node, Mapping) and any(node.get(flag) is True for flag in _FLAGS) for node in types.values()):
        return dict(types)
    marks = _Marks(types)
    return {type_id: marks.write(node) for type_id, node in types.items()}


class _Marks:
    """The flags of every type, found when they are first asked for."""

    def __init__(self, types: Mapping[TypeId, FrozenMap | bool]) -> None:
        self._types = types
        self._known: dict[TypeId, tuple[str, ...]] = {}

    def write(self, node: Plain) -> Plain:
        """The same node where nothing changes in it."""
        if not isinstance(node, Mapping):
            return node
        changed: dict[str, Plain] = {}
        for keyword, value in node.items():
            if keyword in BY_NAME and isinstance(value, Mapping):
                written = {name: self.write(child) for name, child in value.items()}
                if keyword == "properties":
                    written = {name: self._mark(child) for name, child in written.items()}
                if any(written[name] is not child for name, child in value.items()):
                    changed[keyword] = FrozenMap(written)
            elif keyword in MANY and isinstance(value, tuple):
                listed = tuple(map(self.write, value))
                if any(new is not old for new, old in zip(listed, value, strict=True)):
                    changed[keyword] = listed
            elif keyword in ONE:
                inner = self.write(value)
                if inner is not value:
                    changed[keyword] = inner
        return FrozenMap({**node, **changed}) if changed else node

    def _mark(self, node: Plain) -> Plain:
        if not isinstance(node, Mapping) or not ("$ref" in node or "allOf" in node):
            return node
        missing = {flag: True for flag in self._flags(node) if flag not in node}
        return FrozenMap({**node, **missing}) if missing else node

    def _flags(self, node: Plain) -> tuple[str, ...]:
        """The flags that a node says itself, or that what it refers to says."""
        if not isinstance(node, Mapping):
            return ()
        found = [flag for flag in _FLAGS if node.get(flag) is True]
        target = node.get("$ref")
        if isinstance(target, str):
            if target not in self._known:
                self._known[target] = ()  # while it is looked at, it says nothing: references may go round
                self._known[target] = self._flags(self._types.get(target))
            found += self._known[target]
        for part in node.get("allOf", ()):
            found += self._flags(part)
        return tuple(dict.fromkeys(found))
