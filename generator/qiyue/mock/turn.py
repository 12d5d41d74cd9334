"""Turn: one call of one operation as rules see it. Scene: what stays the same from call to call.

In: an operation, what is kept, the clock, the schemas of both sides. Out: values and shapes at spots of a message.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qiyue.api import MockRole, Operation, Pagination, TypeId, Where
from qiyue.mock.body import is_json
from qiyue.mock.call import Call
from qiyue.mock.clock import Clock
from qiyue.mock.incoming import essence
from qiyue.mock.schemas import Schemas
from qiyue.mock.store import Stores
from qiyue.runtime.where import get
from qiyue.values import Plain

_NOTHING = MockRole()


class Scene:
    """The surroundings of one operation."""

    def __init__(
        self, operation: Operation, stores: Stores, clock: Clock, asked: Schemas, answered: Schemas, object_node: Any
    ) -> None:
        self.stores, self.clock = stores, clock
        self.role = operation.mock or _NOTHING
        self.pages: Pagination | None = operation.pagination
        self._asked, self._answered = asked, answered
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

    def sent(self, call: Call) -> dict[str, Plain]:
        """Give the object that a call brings."""
        found = call.one(self.sent_at)
        return found if isinstance(found, dict) else {}

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

    def named(self) -> list[Plain]:
        """Give the keys of the objects that the request names."""
        role = self.scene.role
        spot = role.key.get("from", "")
        if spot:
            return [key for key in self.call.all(spot) if key not in (None, "")]
        at = role.key.get("at", "")
        key = get(self.scene.sent(self.call), at) if at.startswith("/") else self.call.one(at)
        return [key] if isinstance(key, str | int) and key != "" else []


def body_type(operation: Operation) -> TypeId | None:
    """Give the type of the body, JSON where there is a choice."""
    media = operation.body.media if operation.body else ()
    chosen = next((one for one in media if is_json(essence(one.content_type))), media[0] if media else None)
    return chosen.type if chosen else None
