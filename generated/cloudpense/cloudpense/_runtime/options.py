"""Options: what a caller may set for a client, or for one call, beside credentials and arguments."""

from collections.abc import Callable, Iterable, Mapping
from random import Random
from typing import Any, TypeAlias, TypedDict

from .problems import Deviation
from .secret import sealed

Clock: TypeAlias = Callable[[], float]
"""Gives the seconds since 1970."""

Listener: TypeAlias = Callable[[Deviation], None]


class Changes(TypedDict, total=False):
    """What ``client.with_options(…)`` takes."""

    timeout: float | None
    max_retries: int
    strict: bool
    on_deviation: Listener | None


class ClientOptions(Changes, total=False):
    """What a client's constructor takes beside credentials and connections."""

    base_url: str | None
    clock: Clock
    random: Random | None
    environment: Mapping[str, str]


class CallOptions(TypedDict, total=False):
    """Options of one call; ``client.with_options(…)`` sets the first three for many."""

    timeout: float
    """Seconds for each step of an attempt: to connect, to send a piece, to wait for the next piece of the answer."""
    max_retries: int
    strict: bool
    """Raise where the answer deviates from the spec."""
    extra_headers: Mapping[str, str]
    """More headers, or others than the client's, the credential among them."""
    extra_query: Mapping[str, Any]
    """More query parameters."""
    extra_body: Mapping[str, Any]
    """More members of the payload."""


@sealed
def refuse_unknown(given: Iterable[str], known: type[Any], caller: str) -> None:
    """Refuse names that are no options: a misspelt argument must not be lost.

    Raises:
        TypeError: there are such names; worded as Python does.
    """
    for name in given:
        if name not in known.__annotations__:
            raise TypeError(f"{caller}() got an unexpected keyword argument {name!r}")


def seconds(timeout: float | None) -> float | None:
    """Check a number of seconds.

    Raises:
        TypeError: it is not a number.
        ValueError: it is not more than 0.
    """
    if timeout is None:
        return None
    if isinstance(timeout, bool) or not isinstance(timeout, int | float):
        raise TypeError("timeout is a number of seconds")
    if not timeout > 0:
        raise ValueError("timeout is more than 0 seconds")
    return timeout
