"""Shapes: where bodies hold an object or a list, and where that holds its key. In: Api, an operation, the names that
the key may have. Out: spots."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from qiyue.api import Api, Operation, Where
from qiyue.base.media import is_json, preferred
from qiyue.base.where import parts_of, pointer
from qiyue.examples import preferred_media
from qiyue.inference.words import LISTS, WRAPPERS, joined, plain_words, singular
from qiyue.schema.json_types import json_types
from qiyue.schema.selection import first_form
from qiyue.values import Plain

Node = Mapping[str, Any]
_DEEPEST = 3


class Shapes:
    """The bodies of one Api."""

    def __init__(self, api: Api) -> None:
        self._api = api

    def answer(self, operation: Operation) -> Node | None:
        """Return the schema of a success's JSON, ``None`` where it has none."""
        for answer in operation.success_answers:
            media = preferred(each for each in answer.media if is_json(each.content_type) or "*" in each.content_type)
            if media and media.type:
                return self._form(self._api.schema(media.type))
        return None

    def request(self, operation: Operation) -> Node | None:
        """Return the schema of a request's body, ``None`` where it has none."""
        media = preferred_media(operation)
        return self._form(self._api.schema(media.type)) if media and media.type else None

    def at(self, node: Node, where: Where) -> Node:
        """Return the schema at a pointer; ``*`` is an item."""
        for part in parts_of(where):
            node = self._form(node.get("items") if part == "*" else node.get("properties", {}).get(part))
        return node

    def key_in(self, node: Node, names: Iterable[str]) -> Where | None:
        """Return where an object holds a key with the first of these names that it has."""
        held = {joined(plain_words(name)): name for name in reversed(list(node.get("properties", {})))}
        for name in names:
            if name in held and self._is_key(self.at(node, pointer([held[name]]))):
                return pointer([held[name]])
        return None

    def object_in(self, node: Node, names: Sequence[str], noun: str, start: Where = "") -> Where | None:
        """Return where a body holds the object: what has the key, else what is called like it, else the body itself."""
        spots = list(self._objects(self.at(node, start), start, noun))
        keyed = (spot for spot in spots if self.key_in(self.at(node, spot), names))
        called = (spot for spot in spots if spot and noun == joined(plain_words(parts_of(spot)[-1])))
        plain = (spot for spot in spots[:1] if self.at(node, spot).get("properties"))
        return next(chain(keyed, called, plain), None)

    def list_in(self, node: Node, noun: str, start: Where = "") -> Where | None:
        """Return where a body holds a list of what may be objects."""
        for spot in self._objects_or_list(self.at(node, start), start, noun):
            here = self.at(node, spot)
            if is_list(here):
                return spot
            lists = {
                name: joined(map(singular, plain_words(name)))
                for name in here.get("properties", {})
                if is_list(self.at(here, pointer([name])))
            }
            named = [name for name, word in lists.items() if noun and word == noun]
            usual = [name for each in LISTS for name in lists if joined(plain_words(name)) == each]
            of_objects = [name for name in lists if "object" in json_types(self.at(here, pointer([name, "*"])))]
            only = of_objects if len(of_objects) == 1 else []
            if chosen := [*named, *usual, *only]:
                return spot + pointer(chosen[:1])
        return None

    def is_scalar(self, node: Node) -> bool:
        """Tell whether a body is nothing but a key."""
        return self._is_key(node) and bool(json_types(node))

    def _objects_or_list(self, node: Node, at: Where, noun: str) -> Iterator[Where]:
        if is_list(node):
            yield at
        else:
            yield from self._objects(node, at, noun)

    def _objects(self, node: Node, at: Where, noun: str) -> Iterator[Where]:
        """Give the spots of an object, and of those in it that stand for the same, the outermost first."""
        if is_list(node):
            return
        yield at
        if at.count("/") >= _DEEPEST:
            return
        members = node.get("properties", {})
        for name in members:
            word = joined(plain_words(name))
            if word in WRAPPERS or (noun and word == noun) or len(members) == 1:
                inner = self.at(node, pointer([name]))
                if inner.get("properties") or is_list(inner):
                    yield from self._objects_or_list(inner, at + pointer([name]), noun)

    def _form(self, node: Plain) -> Node:
        return first_form(node, self._api.types)

    def _is_key(self, node: Node) -> bool:
        types = set(json_types(node)) - {"null"}
        return types <= {"string", "integer", "number"}


def is_list(node: Node) -> bool:
    return "array" in json_types(node)
