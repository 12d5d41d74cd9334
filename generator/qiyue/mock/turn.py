"""Turn: one call of one operation as rules see it. Scene: what stays the same from call to call.

In: an operation, what is kept, the clock, the schemas of both sides. Out: values and shapes at spots of a message.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qiyue.api import MockRole, Operation, Pagination, TypeId, Where
from qiyue.base.media import preferred
from qiyue.base.where import get
from qiyue.mock.call import Call
from qiyue.mock.schemas import Schemas
from qiyue.mock.shared import Shared
from qiyue.values import Plain

_NOTHING = MockRole()


class Scene:
    """The surroundings of one operation."""

    def __init__(self, operation: Operation, shared: Shared, object_node: Any) -> None:
        self.stores, self.clock = shared.stores, shared.options.clock
        self.role = operation.mock or _NOTHING
        self.pages: Pagination | None = operation.pagination
        self._asked, self._answered = shared.ready.asked, shared.ready.answered
        self._parameters = {f"{one.location}:{one.name}": one.type for one in operation.parameters}
        self._body = body_type(operation)
        self._object = object_node
        request = operation.envelope.request if operation.envelope else None
        self.sent_at: Where = self.role.extra.get("object", request.payload if request else "")

    @property
    def writes(self) -> bool:
        """Whether the operation makes or changes objects."""
        return self.role.do in ("create", "save", "update")

    def asked(self, where: Where) -> Mapping[str, Any]:
        """Give the shape of a spot of the request, empty where the document has none."""
        if where in self._parameters:
            return self._asked.shape(self._parameters[where])
        if self._body is None or (where and not where.startswith("/")):
            return {}
        return self._shape(self._asked, self._body, where)

    def shown(self, at: Where) -> Mapping[str, Any]:
        """Give the shape of a spot of the object that is made or changed."""
        return self._shape(self._answered, self._object, at) if self._object is not None else {}

    def scope(self, call: Call) -> Plain:
        """Give the value under which a call sees objects; ``None`` sees all."""
        return call.one(self.role.scope) if self.role.scope else None

    def sent(self, call: Call) -> list[dict[str, Plain]]:
        """Give the objects that a call brings; one without anything, where the request has no place for it."""
        found: list[dict[str, Plain]] = [value for value in call.all(self.sent_at) if isinstance(value, dict)]
        return found or ([] if "*" in self.sent_at else [{}])

    def _shape(self, schemas: Schemas, node: Any, at: Where) -> Mapping[str, Any]:
        found = schemas.node_at(node, at)
        return schemas.shape(found) if found is not None else {}


@dataclass(frozen=True, slots=True)
class Turn:
    """One call. ``found`` are the objects that it is about: of a list what its filters let through."""

    call: Call
    scene: Scene
    found: Sequence[Plain] = ()
    is_new: bool = False
    """Whether an object is being made."""

    @property
    def scope(self) -> Plain:
        return self.scene.scope(self.call)

    def value(self, where: Where) -> Plain:
        """Give what the request has at a spot, else the schema's default, else ``None``."""
        found = self.call.all(where)
        return found[0] if found else self.scene.asked(where).get("default")

    def keys(self) -> list[Plain]:
        """Give the keys of the objects that the request names."""
        key, sent = self.scene.role.key, self.scene.sent(self.call)
        asked, at = key.get("from", ""), key.get("at", "")
        found = self.call.all(asked) if asked or not at.startswith("/") else [get(one, at) for one in sent]
        return [value for value in found if isinstance(value, str | int) and value != ""]

    def named(self) -> list[Plain]:
        """Give the objects that the request names and that are there."""
        return self.candidates()[: len(self.keys())]

    def candidates(self) -> list[Plain]:
        """Give all objects that have a key that the request names."""
        stores, store = self.scene.stores, self.scene.role.store
        at = self.scene.role.key.get("at", "")
        spot = at if at.startswith("/") else ""
        return [one for key in self.keys() for one in stores.find_all(store, key, spot, self.scope)]


def body_type(operation: Operation) -> TypeId | None:
    """Give the type of the body, JSON where there is a choice."""
    media = operation.body.media if operation.body else ()
    chosen = preferred(media)
    return chosen.type if chosen else None
