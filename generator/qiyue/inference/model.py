"""What is inferred, as values."""

from enum import StrEnum

from qiyue.api import Where
from qiyue.base.value import Value


class Action(StrEnum):
    """What an operation does with the objects of a resource."""

    CREATE = "create"
    GET = "get"
    LIST = "list"
    REPLACE = "replace"
    """The whole object is sent: PUT."""
    PATCH = "patch"
    """A part of it is sent, and the rest stays: PATCH."""
    UPDATE = "update"
    """Either of the two: the document does not tell."""
    DELETE = "delete"


class Role(Value):
    """What one operation does."""

    operation: str
    """Its id."""
    action: Action
    key: Where = ""
    """Where its request holds the key: ``path:id``, ``query:id``, ``/id``; of a creation only where the caller chooses
    the key. ``""`` is nowhere."""
    within: tuple[Where, ...] = ()
    """Where its request names the objects that the resource lies in, the outermost first."""
    sent: Where | None = None
    """Where the body of its request holds the object, ``""`` is the whole body; ``None`` where it holds none."""
    shown: Where | None = None
    """Where the body of its success holds the object, or the list of objects; ``None`` where it holds none."""
    answered_key: Where | None = None
    """Of a creation: where its success tells the key: a pointer (``""`` is the whole body) or ``header:Location``."""
    why: tuple[str, ...] = ()
    """Sentences that say what this rests on."""


class Resource(Value):
    """Objects of one kind, and the operations on them; no two have the same action."""

    path: str
    """The path of the collection, without verbs; the name of the store where ``x-qiyue-mock`` tells one."""
    key: Where = ""
    """Where a shown object holds its key; ``""`` where none does."""
    roles: tuple[Role, ...] = ()
    """In the order of ``Action``."""

    def role(self, *actions: Action) -> Role | None:
        """Return the role with the first of these actions that there is."""
        found = {each.action: each for each in self.roles}
        return next((found[action] for action in actions if action in found), None)
