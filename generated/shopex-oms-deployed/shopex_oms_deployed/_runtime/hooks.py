"""Hooks: functions of the caller that are told of each attempt and each wait. They hear, they change nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import iscoroutinefunction
from typing import Any, Final, TypeAlias

from .errors import InvalidRequestError
from .steps import Wait

HOOKS: Final = ("on_request", "on_response", "on_retry", "on_wait")


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt of a call; what came of it is there when it is over."""

    operation: str
    method: str
    url: str
    """Without query, user and password."""
    number: int
    """1 is the first."""
    status: int = 0
    """0: no answer came, or it is not there yet."""
    failure: str = ""
    """The kind of the failure; ``""`` of a success."""
    seconds: float = 0.0
    wait: float | None = None
    """Seconds until the next attempt; ``None``: there is none."""


AttemptHook: TypeAlias = Callable[[Attempt], object]
WaitHook: TypeAlias = Callable[[Wait], object]


def hook(options: Mapping[str, Any], name: str, before: Any) -> Any:
    """Return the hook of this name that options set, else the one that was there before.

    Raises:
        InvalidRequestError: it cannot be called, or would have to be awaited.
    """
    given = options.get(name, before)
    if given is not None and (not callable(given) or iscoroutinefunction(given)):
        raise InvalidRequestError(f"{name} is a function that is called and not awaited, in async clients too")
    return given
