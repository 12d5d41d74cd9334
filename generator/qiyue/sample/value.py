"""Value: a small valid JSON value of a type. In: Api and TypeId. Out: fresh plain data, the same at every call."""

from collections.abc import Mapping
from contextlib import suppress
from itertools import product
from typing import Any, Literal, TypeAlias

from qiyue.api import Api, TypeId
from qiyue.base import json
from qiyue.sample.number import number
from qiyue.sample.text import text, vendor_time
from qiyue.sample.unlike import unlike_in
from qiyue.sample.valid import is_valid
from qiyue.schema.json_types import sample_type
from qiyue.schema.selection import RecursiveSchemaError, first_form, select_branches
from qiyue.values import Plain, thaw

Role: TypeAlias = Literal["request", "answer"]
_BRANCHES = 6
_TRIED = 4
"""Alternatives to begin with."""
_DEPTH = 24
_MOST = 1_000
"""A sample of so many values gets nothing more that is optional: types that hold each other have no other end."""


def sample(api: Api, type_id: TypeId, *, role: Role = "request", full: bool = False) -> Plain:
    """Give a value of the type: what is required, or with ``full`` also what is optional (one item per list).

    Examples, ``const``, ``enum`` and defaults of the schema come first, where they are valid.
    """
    return sample_of(api, api.schema(type_id), role=role, full=full)


def sample_of(api: Api, node: Any, *, role: Role = "request", full: bool = False) -> Plain:
    """Give a value of a node that is not a type of its own but may refer to some.

    Where the first one is not valid, other alternatives are tried, and with more or less of what is optional.
    """
    first = _Maker(api, role, full).value(node, ())
    if is_valid(api, node, first):
        return first
    for branch, wide in product(range(_TRIED), (full, not full)):
        with suppress(RecursiveSchemaError):
            other = _Maker(api, role, wide, branch).value(node, ())
            if is_valid(api, node, other):
                return other
    return first


class _Maker:
    """Makes one value; a type that is entered again ends the way into it."""

    def __init__(self, api: Api, role: Role, full: bool, branch: int = 0) -> None:
        self.api, self.role, self.full, self.first = api, role, full, branch
        self.made = 0

    def value(self, node: Any, seen: tuple[str, ...]) -> Plain:
        self.made += 1
        if node is False:
            raise RecursiveSchemaError("nothing is allowed")
        problem: RecursiveSchemaError | None = None
        for branch in range(self.first, self.first + _BRANCHES):
            try:
                form = select_branches(node, self.api.types, branch, seen)
                return self._flat(form.node, (*seen, *form.entered))
            except RecursiveSchemaError as error:
                problem = error
        raise problem or RecursiveSchemaError

    def _flat(self, flat: Mapping[str, Any], seen: tuple[str, ...]) -> Plain:
        if "const" in flat:
            return thaw(flat["const"])
        known = [*flat.get("examples", ()), *([flat["default"]] if "default" in flat else [])]
        for candidate in known:
            if is_valid(self.api, flat, candidate):
                return self._own(flat, thaw(candidate))
        if flat.get("enum"):
            return thaw(next((value for value in flat["enum"] if value is not None), None))
        kind = sample_type(flat)
        if kind == "object":
            return self._object(flat, seen)
        if kind == "array":
            return self._array(flat, seen)
        if kind == "string":
            return self._string(flat, seen)
        if kind in ("integer", "number"):
            time = flat.get("x-qiyue-time")
            return int(vendor_time(time)) if time else number(flat, whole=kind == "integer")
        return {"boolean": True, "null": None}.get(kind, {})

    def _object(self, flat: Mapping[str, Any], seen: tuple[str, ...]) -> dict[str, Plain]:
        declared = flat.get("properties", {})
        properties = {name: node for name, node in declared.items() if not self._foreign(node)}
        wanted = dict.fromkeys(name for name in flat.get("required", ()) if name in properties or name not in declared)
        for trigger, names in flat.get("dependentRequired", {}).items():
            if trigger in wanted:
                wanted.update(dict.fromkeys(names))
        made = {name: self.value(properties.get(name, True), seen) for name in wanted}
        least = int(flat.get("minProperties", 0))
        for name, node in properties.items():
            if name not in made and (len(made) < least or (node is not False and self._adds(seen))):
                try:
                    made[name] = self.value(node, seen)
                except RecursiveSchemaError:
                    continue
        for count in range(len(made), least):
            made[f"key{count}"] = self.value(flat.get("additionalProperties", True), seen)
        return {name: made[name] for name in sorted(made, key=_order(properties))}

    def _array(self, flat: Mapping[str, Any], seen: tuple[str, ...]) -> list[Plain]:
        least = int(flat.get("minItems", 0))
        made = [self.value(node, seen) for node in flat.get("prefixItems", ())][: flat.get("maxItems")]
        if "contains" in flat:
            made.append(self.value(flat["contains"], seen))
        wanted = max(least, 1) if self._adds(seen) else least
        items = flat.get("items", True)
        if flat.get("maxItems") == 0 or items is False:
            return made
        unlike = unlike_in(self.api, items) if flat.get("uniqueItems") else lambda item, _: item
        try:
            while len(made) < wanted:
                made.append(unlike(self.value(items, seen), made))
        except RecursiveSchemaError:
            if len(made) < least:
                raise
        return made

    def _string(self, flat: Mapping[str, Any], seen: tuple[str, ...]) -> str:
        if "contentSchema" in flat and "json" in str(flat.get("contentMediaType", "")):
            return json.dumps(self.value(flat["contentSchema"], seen)).decode()
        return text(flat)

    def _adds(self, seen: tuple[str, ...]) -> bool:
        """Tell whether something optional is added here."""
        return self.full and len(seen) < _DEPTH and self.made < _MOST

    def _own(self, flat: Mapping[str, Any], value: Plain) -> Plain:
        """Give an example without what this role never has."""
        if isinstance(value, list):
            return [self._own(first_form(flat.get("items"), self.api.types), item) for item in value]
        if not isinstance(value, dict):
            return value
        nodes = flat.get("properties", {})
        own = {name: inner for name, inner in value.items() if not self._foreign(nodes.get(name))}
        return {name: self._own(first_form(nodes.get(name), self.api.types), inner) for name, inner in own.items()}

    def _foreign(self, node: Any) -> bool:
        flag = "readOnly" if self.role == "request" else "writeOnly"
        return isinstance(node, Mapping) and bool(node.get(flag))


def _order(properties: Mapping[str, Any]) -> Any:
    places = {name: place for place, name in enumerate(properties)}
    return lambda name: places.get(name, len(places))
