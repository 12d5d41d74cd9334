"""Key places: where a request names records, and whose answers give such keys. In: Api. Out: places of keys by
operation.

Every parameter of a path is a key; elsewhere the name tells (``id``, ``thingIds``, ``thing``), or the extensions of the
mock do. Whoever names records in another way names none that could be told, and is not called.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from qiyue.api import Api, Operation, Where
from qiyue.base.where import parts_of, pointer
from qiyue.contract.auth.credentials import client_fills, client_scope_values, required_schemes, token_request_fields
from qiyue.contract.model.effect import Effect, always_creates, classify_effect
from qiyue.contract.model.mock_seeds import find_lookups
from qiyue.contract.model.record_kind import Kind, kind_at, kind_named, kind_of, split_words
from qiyue.examples import nodes_of, preferred_media
from qiyue.inference import Action, infer_resources
from qiyue.mock.answered import spot
from qiyue.schema.json_types import json_types
from qiyue.schema.selection import first_form

_IDS = frozenset({"id", "ids", "uuid", "uuids", "guid", "guids", "oid", "pk"})
_NUMBERED = frozenset({"no", "nos", "code", "codes", "number", "numbers", "num", "sn", "ref", "slug", "key", "keys"})
_GLUED = frozenset("user open union msg chat account order item product customer file group tenant parent".split())
"""What stands before an ``id`` in one word: ``userid``."""
_RELATED = frozenset({"parent", "owner", "into", "target", "source", "from", "to"})
_TRACING = frozenset({"request", "correlation", "trace", "span", "idempotency"})
"""What names a call, no record."""
_TIMES = frozenset({"date", "date-time", "time"})


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """A spot of a request at which a key stands."""

    at: Where
    """``*`` is every item."""
    name: tuple[str, ...]
    """Its words."""
    kind: Kind
    """Of what is named; ``()`` where that cannot be told."""
    own: bool
    """Whether it names what the operation is about."""
    optional: Where
    """What is left out where there is no key for it; ``""`` where nothing can be."""
    node: Mapping[str, Any]
    makers: Mapping[str, Where | None]
    """Operation whose answer gives such a key → where in its body, ``None`` where the name tells."""


class KeyPlaces:
    """The places of keys of one Api."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self.effects = {each.id: classify_effect(api, each) for each in api.operations}
        self.resources = infer_resources(api)
        roles = (role for resource in self.resources for role in resource.roles)
        self._creations = {role.operation: role for role in roles if role.action is Action.CREATE}
        self.of = {each.id: tuple(self._places(each)) for each in api.operations}

    @cached_property
    def _makers(self) -> list[Operation]:
        return [each for each in self._api.operations if self.effects[each.id] is Effect.MAKES]

    @cached_property
    def _nouns(self) -> frozenset[str]:
        """The last words of all kinds that have a key."""
        found = {kind_of(each) for each in self._makers}
        for each in self._api.operations:
            found |= {kind_at(each.path, one.name) for one in each.parameters if one.location == "path"}
        return frozenset(kind[-1] for kind in found if kind)

    def is_key(self, name: str) -> bool:
        """Tell whether a name is one by which records are named, wherever it stands."""
        said = split_words(name)
        return bool(said) and _TRACING.isdisjoint(said) and self._is_id(said)

    def missing(self, operation: Operation, called: AbstractSet[str]) -> str:
        """Say why no call of an operation names only what a run of these operations made, ``""`` where one can."""
        places, does = self.of[operation.id], self.effects[operation.id]
        own = [place for place in places if place.own]
        if does is Effect.CHANGES and not own:
            return "it changes what is there, and names no key of it"
        if does is Effect.CHANGES and all(called.isdisjoint(place.makers) for place in own):
            return "it changes what is there, and no operation that is called gives a key of the run's own for it"
        for place in places if does in (Effect.CHANGES, Effect.MAKES) else ():
            if not place.optional and does is Effect.MAKES and place.own and not place.at.startswith("path:"):
                return f"its caller chooses the key of what it makes, at {place.at}"
            if not place.optional and called.isdisjoint(place.makers):
                return f"no operation that is called gives a key of the run's own for {place.at}"
        return ""

    def ignored_locations(self, operation: Operation) -> frozenset[Where]:
        """Give the spots that tell who calls, when and what: nothing there names a record."""
        put = {operation.signature.put} if operation.signature else set()
        selecting = {each.field for each in self._api.dispatches}
        schemes = {
            f"{each.location}:{each.name}" for each in required_schemes(self._api, operation) if each.type == "apiKey"
        }
        filled = {each.at for each in client_fills(operation)}
        own = token_request_fields(self._api, operation).keys() | client_scope_values(self._api, operation).keys()
        return frozenset(own | filled | put | selecting | schemes)

    def _places(self, operation: Operation) -> Iterator[KeyPlace]:
        exempt = self.ignored_locations(operation)
        nodes = nodes_of(self._api, operation)
        for at, node in nodes.items():
            if at in exempt:
                continue
            many = node.get("items") if not at.startswith("/") else None
            place = self._place(operation, at, first_form(many, self._api.types) if many is not None else node)
            if place is not None and not (place.own and self._tells_another_key(operation, at)):
                yield replace(place, optional=self._optional(operation, at, nodes))

    def _tells_another_key(self, operation: Operation, at: Where) -> bool:
        """Tell whether what is sent at a spot is no key: something new is made, and the answer tells any other key."""
        role, name = self._creations.get(operation.id), split_words(at.rpartition("/")[2])
        if not at.startswith("/") or not _IDS.isdisjoint(name) or (role and role.key):
            return False
        if role is None or role.answered_key is None:
            return always_creates(operation)
        return name != split_words(role.answered_key.rpartition("/")[2])

    def _place(self, operation: Operation, at: Where, node: Mapping[str, Any]) -> KeyPlace | None:
        """Give the place at a spot, ``None`` where no key stands there."""
        own, role = kind_of(operation), operation.mock
        location, colon, name = at.partition(":")
        named = [part for part in parts_of(_in_payload(operation, at)) if part != "*"] if at[:1] == "/" else [name]
        said = split_words(named[-1] if named else "ids")
        if location == "path" and colon:
            kind = kind_at(operation.path, name)
            return KeyPlace(at, tuple(said), kind, True, "", node, self._givers(operation, at, kind))
        stated = role is not None and at == str(role.key.get("from") or role.key.get("at", "")) and role.do != "create"
        looked = next((rule["in"] for rule in find_lookups(self._api, operation) if rule["at"] == at), "")
        if not (stated or looked) and not self._names(operation, said, node):
            return None
        if stated or (set(said) <= _IDS and len(named) < 2):
            kind = own
        else:
            kind = self._kind(own, split_words(named[-2]) if set(said) <= _IDS else said, looked)
        is_own = bool(kind) and kind == own
        return KeyPlace(at, tuple(said), kind, is_own, "", node, self._givers(operation, at, kind, looked))

    def _names(self, operation: Operation, said: list[str], node: Mapping[str, Any]) -> bool:
        """Tell whether a spot is one for keys, by its name and what may stand there."""
        types = frozenset(json_types(node))
        if types & {"object", "array", "boolean"} or "enum" in node or "const" in node or not said:
            return False
        if node.get("format") in _TIMES or not _TRACING.isdisjoint(said):
            return False
        if self._is_id(said) or node.get("format") == "uuid":
            return True
        changes, is_text = self.effects[operation.id] is Effect.CHANGES, "string" in types or not types
        noun = kind_named(said)
        if changes and said[-1] in _NUMBERED and self._noun(kind_named(said[:-1])):
            return True
        return (changes or not is_text) and bool(self._noun(noun) or said[-1] in _RELATED)

    def _is_id(self, said: list[str]) -> bool:
        last = said[-1]
        stem = last.removesuffix("s").removesuffix("id")
        return last in _IDS or (stem != last.removesuffix("s") and bool(self._noun(stem) or stem in _GLUED))

    def _noun(self, name: str) -> str:
        """Give the kind of record that a name ends with, ``""`` where there is none."""
        parts = name.split(" ")
        ends = (" ".join(parts[start:]) for start in range(len(parts)))
        return next((end for end in ends if end in self._nouns), "")

    def _kind(self, own: Kind, said: list[str], store: str) -> Kind:
        """Give the kind that a name means; ``()`` where it means none, or more than one."""
        bare = [word for word in said if word not in _IDS | _NUMBERED] or said
        stem = bare[-1].removesuffix("s").removesuffix("id")
        noun = self._noun(kind_named(split_words(store) or bare)) or self._noun(stem)
        if own and noun == own[-1]:
            return own
        found = {kind for each in self._makers if (kind := kind_of(each)) and kind[-1] == noun}
        return found.pop() if len(found) == 1 else ()

    def _givers(self, operation: Operation, at: Where, kind: Kind, store: str = "") -> dict[str, Where | None]:
        """Give the operations whose answers give keys for a place, each with the spot."""
        found: dict[str, Where | None] = {}
        role = operation.mock
        asked = str(role.key.get("from") or role.key.get("at", "")) if role else ""
        store = store or (role.store if role and at == asked else "")
        for maker in self._makers:
            if kind and kind_of(maker) == kind:
                found[maker.id] = None
            if store and maker.mock and maker.mock.store == store:
                held = str(maker.mock.key.get("at", "/id"))
                found[maker.id] = spot(maker) + held
            linked = dict(_linked(maker, operation))
            if at in linked:
                found[maker.id] = linked[at]
        return found

    def _optional(self, operation: Operation, at: Where, nodes: Mapping[Where, Mapping[str, Any]]) -> Where:
        """Give the smallest part that can be left out with a spot in it."""
        if at[:1] != "/":
            needed = {f"{each.location}:{each.name}" for each in operation.parameters if each.required}
            return "" if at in needed or at.startswith("path:") else at
        media = preferred_media(operation)
        whole = first_form(self._api.schema(media.type), self._api.types) if media and media.type else {}
        parts = parts_of(at)
        for length in range(len(parts), 0, -1):
            above = pointer(parts[: length - 1])
            needed = (nodes[above] if above else whole).get("required", ())
            if parts[length - 1] != "*" and parts[length - 1] not in needed:
                return pointer(parts[:length])
        return ""


def _in_payload(operation: Operation, at: Where) -> Where:
    request = operation.envelope.request if operation.envelope else None
    return (
        at.removeprefix(request.payload) if request and request.payload and at.startswith(request.payload + "/") else at
    )


def _linked(maker: Operation, operation: Operation) -> Iterator[tuple[Where, Where]]:
    """Give where the links of an operation's answers put parts of their bodies in a request of another one."""
    located = {each.name: f"{each.location}:{each.name}" for each in operation.parameters}
    links: Any = (link for answer in maker.answers if answer.status[:1] == "2" for link in answer.links.values())
    for link in links:
        if link.get("operationId") == operation.id:
            for name, text in link.get("parameters", {}).items():
                spot_of = str(text).removeprefix("$response.body#")
                if spot_of != str(text):
                    yield located.get(name, name.replace(".", ":", 1)), spot_of
