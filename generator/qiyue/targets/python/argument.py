"""One argument of a method: its name, its type, and what the client gives in its place."""

from qiyue import api
from qiyue.base.value import Value
from qiyue.client_plan.settings import shared_words
from qiyue.client_plan.texts import described
from qiyue.client_plan.types.type_ref import TypeRef
from qiyue.runtime import operation as runtime
from qiyue.runtime.options import CallOptions
from qiyue.targets.python.context import Context
from qiyue.targets.python.words import KEYWORDS, Scope, snake

RESERVED = KEYWORDS | CallOptions.__annotations__.keys() | {"operations", "options", "self", "uploaded"}
"""What a method uses for itself."""


class Argument(Value):
    """One keyword argument of a method."""

    name: str
    type: TypeRef
    required: bool
    text: str = ""
    shared: runtime.Shared | None = None
    """What the client gives where the call does not."""

    @property
    def needed(self) -> bool:
        """Whether every call has to give it."""
        return self.required and self.shared is None


class Wanted(Value):
    """What the document says of a value that a caller gives."""

    wire: str
    type: TypeRef
    required: bool
    text: str
    scope: api.Scope | None = None
    called: str = ""
    """Its name for callers, where the document gives one."""


def argument(wanted: Wanted, names: Scope, context: Context) -> Argument:
    """Name an argument."""
    scope = wanted.scope
    if scope is None or not scope.client:
        return Argument(names.take(_name(wanted.called or wanted.wire), "_"), wanted.type, wanted.required, wanted.text)
    called = wanted.called or wanted.wire
    name, words = _name(scope.name or called), shared_words(scope, called)
    shared = context.constructor.shared(words, wanted.type, wanted.text)
    text = described(wanted.text, f"Without it, what the client was given as ``{shared.argument}``.")
    return Argument(names.take(name, "_"), wanted.type, wanted.required, text, shared)


def _name(wire: str) -> str:
    name = snake(wire, "parameter")
    return name + "_" if name in RESERVED else name
