"""One argument of a method, spelled: its name, its type, and what the client gives in its place."""

from qiyue import client_plan
from qiyue.base.value import Value
from qiyue.client_plan.texts import described
from qiyue.client_plan.types.type_ref import TypeRef
from qiyue.runtime import operation as runtime
from qiyue.runtime.options import CallOptions
from qiyue.targets.python.context import Context
from qiyue.targets.python.words import KEYWORDS, Scope, spell

_RESERVED = KEYWORDS | CallOptions.__annotations__.keys() | {"operations", "options", "self", "uploaded"}
"""What a method uses for itself."""


class Argument(Value):
    """One keyword argument of a method."""

    name: str
    type: TypeRef
    needed: bool
    """Whether every call has to give it."""
    by_position: bool = False
    """Whether calls need not name it."""
    text: str = ""
    shared: runtime.Shared | None = None
    """What the client gives where the call does not."""


class ArgumentNames:
    """The names of one method's arguments."""

    def __init__(self) -> None:
        self._scope = Scope(_RESERVED)

    def spell(self, planned: client_plan.Argument, context: Context) -> Argument:
        """Name an argument; a name that Python or the method needs gets a trailing underscore."""
        name = self._scope.take(spell(planned.name, "parameter", _RESERVED), "_")
        if not planned.shared:
            usual = "" if planned.default is None else f"Without it ``{planned.default}`` is sent."
            text = described(planned.description, usual)
            return Argument(name, planned.type, planned.needed, planned.by_position, text)
        shared = context.constructor.shared(planned.shared, planned.type, planned.description)
        text = described(planned.description, f"Without it, what the client was given as ``{shared.argument}``.")
        return Argument(name, planned.type, planned.needed, planned.by_position, text, shared)
