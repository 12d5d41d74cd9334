"""Schemas of a document → types of the Api, each with its id.

A schema that some ``$ref`` leads to is a named type, wherever it stands; any other stays inline in its owner.
Every ``$ref`` inside a type is rewritten to the id of a named type. Cycles are ids.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from qiyue.api.types import TypeId, name_of, named_type_id
from qiyue.base.where import parts_of
from qiyue.document import Document, Node
from qiyue.positions import FILES, walk
from qiyue.resolve import keywords
from qiyue.resolve.contradictions import resolve_contradictions
from qiyue.schema.json_types import json_types
from qiyue.schema.keywords import BY_NAME, MANY, ONE
from qiyue.schema.references import dereference
from qiyue.values import EMPTY, FrozenMap, Plain

_STRUCTURED = frozenset(["object", "array", "number", "integer"])
_IN_FILES = f"#/{FILES}/"
_PLAIN_WORDS = frozenset(
    "components schemas paths content schema properties responses parameters requestBodies definitions $defs".split()
)


class TypeTable:
    """The types found so far. The one changeable value of resolving."""

    def __init__(self, document: Document) -> None:
        self.types: dict[TypeId, FrozenMap | bool] = {}
        self.places: dict[TypeId, str] = {}
        """Type → where in the document it is written, as a JSON Pointer."""
        self._document = document
        self._names: dict[str, TypeId] = {}
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}
        for name, node in _components(document):
            self._names[node.pointer] = named_type_id(name)
            self._taken.add(name)
        self._wanted = frozenset(_targets(document.data))
        components = [(self._names[node.pointer], self._adopted(node)) for _, node in _components(document)]
        self.types.update((type_id, EMPTY) for type_id, _ in components)
        self._waiting = deque(components)
        self._finish()

    def _adopted(self, node: Node) -> Node:
        """Give what a component holds: one that only refers to another file is the name of what lies there."""
        target = _only_reference(node)
        reached = node.document.node(target) if target.startswith(_IN_FILES) else None
        if reached is None or reached.pointer in self._names:
            return node
        self._names[reached.pointer] = self._names[node.pointer]
        return reached

    def use(self, node: Node | None, inline_id: TypeId) -> TypeId:
        """Give the type of a schema that stands in an operation: a named one, or its own under ``inline_id``."""
        if node is None:
            self.types[inline_id] = EMPTY
            return inline_id
        if node.pointer in self._wanted:
            named_id = self._name(node)
            self._finish()
            return named_id
        built = self._build(node)
        if isinstance(built, FrozenMap) and built.keys() == {"$ref"}:
            inline_id = str(built["$ref"])
        else:
            self.types[inline_id] = built
            self.places[inline_id] = node.pointer
        self._finish()
        return inline_id

    def moved(self, type_id: TypeId, old: TypeId, new: TypeId) -> TypeId:
        """Give a type whose own id is ``old`` the id ``new``; a named one keeps its name."""
        if type_id != old:
            return type_id
        self.types[new], self.places[new] = self.types.pop(old), self.places.pop(old)
        return new

    def add(self, schema: FrozenMap, inline_id: TypeId) -> TypeId:
        """Keep a type that the document does not write out."""
        self.types[inline_id] = schema
        return inline_id

    def is_structured(self, type_id: TypeId) -> bool:
        """Tell whether values of the type are objects, lists or numbers: never text, nor anything at all."""
        node = dereference({"$ref": type_id}, self.types)
        types = set(json_types(node)) - {"null"}
        return _STRUCTURED.issuperset(types) and (bool(types) or (isinstance(node, FrozenMap) and "allOf" in node))

    def open_loops(self) -> None:
        """Let a named type that is nothing but a reference back to itself be any value, and say so."""
        sound: set[TypeId] = set()
        for start in self._names.values():
            here: TypeId | None = start
            way: list[TypeId] = []
            while here is not None and here not in way and here not in sound:
                way.append(here)
                here = self._alias(here)
            if here in way:
                message = f"the type {name_of(here)!r} is a reference that leads back to itself; any value is taken"
                Node(self._document, None, self.places[here]).error_or_gap("looping-ref", message)
                self.types.update(dict.fromkeys(way[way.index(here) :], EMPTY))
            sound.update(way)

    def _alias(self, type_id: TypeId) -> TypeId | None:
        schema = self.types.get(type_id)
        target = schema.get("$ref") if isinstance(schema, FrozenMap) and len(schema) == 1 else None
        return target if isinstance(target, str) else None

    def _name(self, node: Node) -> TypeId:
        known = self._names.get(node.pointer)
        if known is not None:
            return known
        name = self._free_name(*_names_from(node.pointer))
        type_id = self._names[node.pointer] = named_type_id(name)
        self.types[type_id] = EMPTY
        self._waiting.append((type_id, node))
        return type_id

    def _finish(self) -> None:
        """Build the types that were named on the way: one after the other, however long the chain of references."""
        while self._waiting:
            type_id, node = self._waiting.popleft()
            self.places[type_id] = node.pointer
            self.types[type_id] = self._build(node)

    def _free_name(self, *wanted: str) -> str:
        base = wanted[-1]
        name = next((name for name in wanted if name not in self._taken), base)
        while name in self._taken:
            self._numbers[base] = self._numbers.get(base, 1) + 1
            name = f"{base}_{self._numbers[base]}"
        self._taken.add(name)
        return name

    def _build(self, node: Node) -> FrozenMap | bool:
        if isinstance(node.data, bool):
            return node.data
        if not isinstance(node.data, dict):
            node.odd("a schema")
            return EMPTY
        built: dict[str, Plain] = {}
        for key, child in node.members():
            built = (
                {**dict(self._member(key, child)), **built} if key == "type" else built | dict(self._member(key, child))
            )
        return FrozenMap(resolve_contradictions(node, keywords.coerce_enum(node, keywords.enum_of_items(node, built))))

    def _member(self, key: str, child: Node) -> Iterator[tuple[str, Plain]]:
        if key == "$ref":
            yield from self._ref(child)
        elif key == "items" and isinstance(child.data, list):
            child.note("tuple-items", "a list of items is read as `prefixItems`")
            yield "prefixItems", tuple(map(self._nested, _items(child)))
        elif key in ONE:
            yield key, self._nested(child)
        elif key in MANY and isinstance(child.data, list):
            yield key, tuple(map(self._nested, _items(child)))
        elif key in BY_NAME and isinstance(child.data, dict):
            yield key, FrozenMap({name: self._nested(member) for name, member in child.members()})
        elif key in MANY or key in BY_NAME:
            child.odd("a list of schemas" if key in MANY else "schemas by name")
        elif key == "discriminator":
            yield from keywords.discriminator(child, self._reached)
        else:
            yield from keywords.read(key, child)

    def _nested(self, node: Node) -> FrozenMap | bool:
        if node.pointer in self._wanted:
            return FrozenMap({"$ref": self._name(node)})
        return self._build(node)

    def _ref(self, node: Node) -> Iterator[tuple[str, Plain]]:
        if not isinstance(node.data, str):
            node.odd("a reference")
            return
        target = node.reference(node.data)
        if target is not None:
            yield "$ref", self._name(target)

    def _reached(self, reference: str) -> TypeId | None:
        target = self._document.node(reference)
        return None if target is None else self._name(target)


def _components(document: Document) -> Iterator[tuple[str, Node]]:
    components = document.root.child("components")
    if components is not None:
        yield from components.mapping("schemas")


def _items(node: Node) -> Iterator[Node]:
    for index, item in enumerate(node.data):
        yield Node(node.document, item, f"{node.pointer}/{index}")


def _only_reference(node: Node) -> str:
    """Give the reference that a schema is and nothing else, or ``""``."""
    data = node.data
    return data["$ref"] if isinstance(data, dict) and len(data) == 1 and isinstance(data.get("$ref"), str) else ""


def _targets(data: Plain) -> Iterator[str]:
    """Walk every local reference of the document, as the pointer it leads to."""
    for position in walk(data):
        reference = position.data.get("$ref")
        if isinstance(reference, str) and reference.startswith("#/"):
            yield unquote(reference[1:])


def _names_from(place: str) -> tuple[str, ...]:
    """Make names for a schema out of its place, best first.

    ``/components/schemas/A/properties/b`` → ``A_b``; ``/$files/pets.yaml/$defs/Cat`` → ``Cat``, else ``pets_Cat``.
    """
    parts = parts_of(place)
    if parts[:1] == (FILES,):
        stem = parts[1].rpartition("/")[2].rpartition(".")[0] or parts[1]
        words = [part for part in parts[2:] if part not in _PLAIN_WORDS]
        names = [[words[-1]]] if words and {*parts[2:-1]} <= _PLAIN_WORDS else []
        return tuple(_joined(name) for name in (*names, [stem, *words]))
    if parts[:1] == ("paths",):
        return (_joined(part for part in parts[1:] if part not in _PLAIN_WORDS),)
    around = ("", *parts)
    words = [part for part, before in zip(parts, around, strict=False) if before != "content"]
    return (_joined(part for part in words if part not in _PLAIN_WORDS),)


def _joined(words: Iterable[str]) -> str:
    parts = [re.sub(r"[^\w.-]+", "_", word).strip("_") for word in words]
    return "_".join(part for part in parts if part)[:100] or "Type"
