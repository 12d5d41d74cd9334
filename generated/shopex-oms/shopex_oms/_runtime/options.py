"""Options: what a caller may set for a client, or for one call, beside credentials and arguments."""

from collections.abc import Callable, Iterable, Mapping
from random import Random
from typing import TYPE_CHECKING, Any, TypeAlias, TypedDict

from .problems import Deviation
from .secret import sealed

if TYPE_CHECKING:
    import httpx2

    from .hooks import AttemptHook, WaitHook

Clock: TypeAlias = Callable[[], float]
"""Gives the seconds since 1970, or since any moment where only their difference counts."""

Timeout: TypeAlias = "float | httpx2.Timeout | Mapping[str, float | None] | None"
"""Seconds for each step of an attempt: to connect, to send a piece, to wait for the next piece of the answer; or other
seconds for each: ``{"connect": 2, "read": 90, "write": 90, "pool": 5}``."""

Listener: TypeAlias = Callable[[Deviation], None]


class Changes(TypedDict, total=False):
    """What ``client.with_options(…)`` takes."""

    timeout: Timeout
    """``None``: those of a caller's own ``http_client``, else as the document says, else 60 seconds."""
    deadline: float | None
    """Seconds for a call in all, with retries, waits and tokens; ``None``: without an end. Not given: what all attempts
    and the waits between them may take; no end for streams, uploads and downloads."""
    max_response_bytes: int | None
    """The longest answer that is read, unpacked; ``None``: any. Not given: 256 MiB. Streams have no limit."""
    max_retries: int
    retry_budget: float
    """Seconds after the begin of a call at which it is not tried again; waits for a quota do not count."""
    strict: bool
    on_deviation: Listener | None
    on_request: "AttemptHook | None"
    """Called before each attempt."""
    on_response: "AttemptHook | None"
    """Called after each attempt, also where no answer came."""
    on_retry: "AttemptHook | None"
    """Called after an attempt that another one follows."""
    on_wait: "WaitHook | None"
    """Called before each wait: for a retry, a quota, another signature."""
    default_headers: Mapping[str, str]
    """Sent with each request; those of the operation and of the call win."""
    default_query: Mapping[str, Any]
    """Sent with each request; parameters of the call win."""
    base_url: str | None


class BaseOptions(Changes, total=False):
    """What every client's constructor takes beside credentials and connections."""

    clock: Clock
    monotonic: Clock
    """Measures how long things take. Not given: the machine's, or a ``clock`` that is given, without its steps back."""
    random: Random | None


class ClientOptions(BaseOptions, total=False):
    """The same of a client that has one server. Of several it takes the name of one as ``environment``, too."""

    environment: Mapping[str, str]
    """The variables to read instead of those of the process."""


class CallOptions(TypedDict, total=False):
    """Options of one call; ``client.with_options(…)`` sets those that do not begin with ``extra`` for many."""

    timeout: Timeout
    """Seconds for each step of an attempt: to connect, to send a piece, to wait for the next piece of the answer."""
    deadline: float | None
    """Seconds for the call in all; ``None``: without an end."""
    max_response_bytes: int | None
    """The longest answer that is read, unpacked; ``None``: any."""
    max_retries: int
    retry_budget: float
    """Seconds after which the call is not tried again."""
    retry_write: bool
    """Try again also where the call may have been done already: the caller knows that twice does no harm."""
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


def seconds(name: str, given: float | None) -> float | None:
    """Check the option of this name, a number of seconds.

    Raises:
        TypeError: it is not a number.
        ValueError: it is not more than 0.
    """
    if given is None:
        return None
    if isinstance(given, bool) or not isinstance(given, int | float):
        raise TypeError(f"{name} is a number of seconds")
    if not given > 0:
        raise ValueError(f"{name} is more than 0 seconds")
    return given


def size(name: str, given: int | None) -> int | None:
    """Check the option of this name, a number of bytes.

    Raises:
        TypeError: it is not a whole number, or not more than 0.
    """
    if given is not None and (type(given) is not int or given <= 0):
        raise TypeError(f"{name} is a whole number of bytes, more than 0")
    return given
