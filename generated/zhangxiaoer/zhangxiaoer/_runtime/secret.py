"""Secret: what no text, log or traceback shows. Tools that print the locals of every frame find ``***`` there.

While anything may be raised, no frame has a secret in a local: it holds a ``Secret``, or its function is ``sealed``.
"""

from collections.abc import Callable, Mapping
from functools import wraps
from traceback import extract_tb
from typing import Any, Generic, ParamSpec, TypeVar, cast

from .errors import ClientError

P = ParamSpec("P")
T = TypeVar("T")
E = TypeVar("E", bound=BaseException)


class Secret(Generic[T]):
    """Holds a value that is not to be shown. It is no text and no mapping, so that no tool looks into it."""

    __slots__ = ("_value",)

    def __init__(self, value: T) -> None:
        self._value = value

    def reveal(self) -> T:
        return self._value

    def __repr__(self) -> str:
        return "***"


def conceal(*given: Mapping[str, Any]) -> None:
    """Put a ``Secret`` in the place of every text and container of mappings: the frames of callers hold these too."""
    for each in given:
        values = cast("dict[str, Any]", each)
        for name, value in values.items():
            if isinstance(value, str | bytes | Mapping | list | tuple):
                values[name] = Secret(value)


def revealed(value: T) -> T:
    """Give a value of a mapping that may be concealed."""
    return cast("T", value.reveal()) if isinstance(value, Secret) else value


def bare(error: E) -> E:
    """Give an error without the frames that it passed, and without what it came of."""
    error.__cause__ = error.__context__ = None
    return error.with_traceback(None)


def sealed(function: Callable[P, T]) -> Callable[P, T]:
    """Give a function that has secrets in its locals as one whose errors leave its frames behind."""

    @wraps(function)
    def call(*given: P.args, **named: P.kwargs) -> T:
        try:
            return function(*given, **named)
        except Exception as caught:  # noqa: BLE001  it is raised again, without its frames
            error = caught
        if not isinstance(error, ClientError):
            where = extract_tb(error.__traceback__)[-1]
            error.add_note(f"raised in {where.filename}, line {where.lineno}; frames that hold secrets are left out")
        bare(error)
        del given, named
        raise error

    return call
