"""Schemas: validators for the types of an Api, all over one registry, and the shape of a node.

In: Api. Out: a validator per type and role, built once. In a request ``readOnly`` properties are not required, in
an answer ``writeOnly`` ones are not.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from jsonschema_rs import Draft202012, Draft202012Validator, Registry, ValidationError

from qiyue.api import Api, Kind, TypeId, Where
from qiyue.api.types import is_named, name_of
from qiyue.base.where import parts_of, pointer
from qiyue.diagnostics import Diagnostic, Report, Severity
from qiyue.mock.failure import Failure
from qiyue.sample import Role
from qiyue.sample.valid import checkable, open_choice
from qiyue.schema.selection import first_form
from qiyue.values import FrozenMap, Plain

_BASE = "qiyue:types"
_HIDDEN: Mapping[Role, str] = {"request": "readOnly", "answer": "writeOnly"}


class Schemas:
    """All types in one role. A type that cannot be compiled accepts everything, and is named in the report."""

    def __init__(self, api: Api, role: Role, report: Report) -> None:
        self._api = api
        self._hidden = _HIDDEN[role]
        self._report = report
        self._inline = {type_id: str(index) for index, type_id in enumerate(api.types) if not is_named(type_id)}
        named = {name_of(type_id): self._opened(node) for type_id, node in api.types.items() if is_named(type_id)}
        inline = {key: self._opened(api.types[type_id]) for type_id, key in self._inline.items()}
        document = {"components": {"schemas": named}, "inline": inline}
        self._registry = Registry([(_BASE, document)], draft=Draft202012)
        self._built: dict[TypeId, Draft202012Validator] = {}
        self._shapes: dict[int, tuple[Any, Mapping[str, Any]]] = {}

    def validator(self, type_id: TypeId) -> Draft202012Validator:
        """Give the validator of a type."""
        if type_id not in self._built:
            place = f"#/inline/{self._inline[type_id]}" if type_id in self._inline else type_id
            self._built[type_id] = self._build({"$ref": _BASE + place}, type_id)
        return self._built[type_id]

    def validator_of(self, node: Mapping[str, Any], name: str) -> Draft202012Validator:
        """Give the validator of a node that is not a type of the Api but may refer to some."""
        return self._build(_absolute(self._opened(node)), name)

    def shape(self, node: Any) -> Mapping[str, Any]:
        """Give a type or node with references and combinations merged; of alternatives the first."""
        node = self._api.schema(node) if isinstance(node, str) else node
        if id(node) not in self._shapes:  # the node is kept beside its shape: no other can take its identity
            self._shapes[id(node)] = node, first_form(node, self._api.types)
        return self._shapes[id(node)][1]

    def node_at(self, node: Any, pointer: Where) -> Any:
        """Give the node of what lies at a pointer into a value of the type or node; ``None`` where it has none.

        ``*`` in the pointer stands for every item.
        """
        for part in parts_of(pointer):
            shape = self.shape(node)
            is_item = part == "*" or part.isdigit()
            node = shape.get("properties", {}).get(part, shape.get("items") if is_item else None)
            if node is None:
                return None
        return self._api.schema(node) if isinstance(node, str) else node

    def _build(self, schema: dict[str, Any], name: str) -> Draft202012Validator:
        try:
            return Draft202012Validator(schema, registry=self._registry, validate_formats=True)
        except (ValidationError, ValueError) as error:
            reason = str(error).split("\n", 1)[0]
            message = f"the mock accepts everything for the type {name}: {reason}"
            self._report.add(Diagnostic("mock-type", Severity.GAP, message))
            return Draft202012Validator({})

    def _opened(self, node: Any) -> Any:
        """Give the node without what this role hides: hidden properties are not required."""
        if isinstance(node, tuple | list):
            return [self._opened(item) for item in node]
        if not isinstance(node, Mapping):
            return node
        opened = open_choice(self._checkable({key: self._opened(value) for key, value in node.items()}))
        properties = node.get("properties")
        if isinstance(properties, Mapping) and isinstance(node.get("required"), tuple | list):
            opened["required"] = [name for name in node["required"] if not self._is_hidden(properties.get(name))]
        return opened

    def _checkable(self, words: dict[str, Any]) -> dict[str, Any]:
        found = checkable(words)
        if found is not words:
            message = f"the mock takes every text for the pattern {words['pattern']}: its validator cannot read it"
            self._report.add(Diagnostic("mock-type", Severity.GAP, message))
        return found

    def _is_hidden(self, node: Any) -> bool:
        return isinstance(node, FrozenMap) and node.get(self._hidden) is True


def failures(validator: Draft202012Validator, value: Plain, base: str = "") -> tuple[Failure, ...]:
    """Say what is wrong with a value, by place and keyword; never with the value itself."""
    try:
        wrong = [] if validator.is_valid(value) else list(validator.iter_errors(value))
    except ValueError:  # lone surrogates, or nested deeper than the validator goes
        return (Failure(Kind.INVALID_PARAMETER, base, "json"),)
    return tuple(_failure(error, base) for error in wrong)


def _failure(error: ValidationError, base: str) -> Failure:
    rule, details = error.kind.name, error.kind.as_dict()
    if rule == "required":
        where = base + pointer([*error.instance_path, details["property"]])
        return Failure(Kind.MISSING_PARAMETER, where, rule)
    branches = details.get("context", ())
    is_missing = rule in ("anyOf", "oneOf") and bool(branches) and all(map(_only_lacks, branches))
    kind = Kind.MISSING_PARAMETER if is_missing else Kind.INVALID_PARAMETER
    return Failure(kind, base + pointer(error.instance_path), rule)


def _only_lacks(branch: Sequence[ValidationError]) -> bool:
    """Tell whether an alternative fails for nothing but what is missing."""
    return bool(branch) and all(error.kind.name == "required" for error in branch)


def _absolute(node: Any) -> Any:
    """Make the references of a node lead into the registry."""
    if isinstance(node, list):
        return [_absolute(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        key: _BASE + value if key == "$ref" and isinstance(value, str) else _absolute(value)
        for key, value in node.items()
    }
