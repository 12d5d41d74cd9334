"""Objects as bodies: what was read can be sent back as it is, though each member of a body is an argument."""

from collections.abc import Callable, Mapping
from functools import wraps
from inspect import Parameter as Named
from inspect import signature
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar, cast, overload

from .absent import ABSENT
from .operation import Body
from .problems import Problem
from .reading import plain
from .shape import shape
from .types import Model

P = ParamSpec("P")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

BODY = "body"
"""The argument that is the whole object."""


class OrBody(Protocol[P, T_co]):
    """A method that takes the members of a body as arguments, or all of it as ``body``; members given beside it win."""

    @overload
    def __call__(self, *given: P.args, **named: P.kwargs) -> T_co: ...
    @overload
    def __call__(self, *given: Any, body: Mapping[str, Any] | Model, **named: Any) -> T_co: ...


class TakesBody(Protocol[P, T_co]):
    """Such a method as its class has it."""

    def __get__(self, owner: object, kind: Any = None, /) -> OrBody[P, T_co]: ...


def or_body(method: Callable[Concatenate[Any, P], T]) -> TakesBody[P, T]:
    """Let a method take ``body``, too. With it, no other argument has to be there for Python."""
    named = signature(method).parameters.values()
    needed = [each.name for each in named if each.kind is Named.KEYWORD_ONLY and each.default is Named.empty]

    @wraps(method)
    def call(*given: Any, **named: Any) -> T:
        if named.get(BODY, ABSENT) is ABSENT:
            named.pop(BODY, None)
            return method(*given, **named)
        return method(*given, **{**dict.fromkeys(needed, ABSENT), **named})

    return cast("TakesBody[P, T]", call)


def spread(body: Body, whole: Any, problems: list[Problem]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Spread an object over the arguments of a body: argument → value, and the members that the body does not name.

    What only answers have is left out. What is no object goes to the problems.
    """
    if not isinstance(whole, Mapping | Model):
        problems.append(Problem("", "an object", shape(whole)))
        return {}, {}
    members: dict[str, Any] = dict(plain(whole))
    taken = {one.name if one.name in members else one.argument: one for one in body.properties if not one.at}
    given = {one.argument: members[name] for name, one in taken.items() if name in members}
    rest = {name: value for name, value in members.items() if name not in taken and name not in body.read_only}
    return given, rest
