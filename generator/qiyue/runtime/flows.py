"""Flows: what takes more than one request, as frozen values. Tokens, pages, uploads; and how many calls a vendor takes.

A generated client declares these beside its operations; ``tokens``, ``paging``, ``uploading`` and ``throttle`` act
upon them.
"""

from collections.abc import Callable
from typing import Any, Literal

from ..base.kinds import Kind
from ..base.value import Value


class Spot(Value, kw_only=True):
    """A spot among the arguments of a call: an argument, or what lies at a JSON Pointer inside it."""

    argument: str
    at: str = ""
    text: bool = False
    """Numbers are written there as text."""


class Paging(Value, kw_only=True):
    """How a list is taken page by page. Pointers go into the whole answer, envelope included."""

    style: Literal["page", "offset", "cursor"]
    spot: Spot
    """Where a request says the page's number, the offset or the cursor."""
    items: str
    size: Spot | None = None
    """Where a request says how many items a page has."""
    first: int = 1
    default_size: int = 0
    """Items of a page where the request does not say; 0: not known."""
    max_size: int = 0
    """The most items that a page has, whatever the request says; 0: not known."""
    total: str = ""
    pages: str = ""
    next: str = ""
    """Where an answer says the cursor of the next page."""


class Upload(Value, kw_only=True):
    """A file goes to an address that the operation answers with. Pointers go into the whole answer."""

    address: str
    result: str
    method: Literal["PUT", "POST"] = "PUT"
    content_type: Spot | None = None
    file_name: Spot | None = None


class Quota(Value, kw_only=True):
    """So many calls in so many seconds, and no more."""

    calls: int
    seconds: float
    shared: bool = False
    """The calls of all operations count together that say so."""


class TokenCall(Value, kw_only=True):
    """How a scheme's credentials become a token. Pointers go into the whole answer, or name a header."""

    operation: Callable[[], Any]
    """Gives the operation: what declares it stands further down."""
    token: str
    request: tuple[tuple[Spot, str], ...] = ()
    """Where which credential goes, by its argument."""
    lifetime: str = ""
    """Where the answer says for how many seconds the token holds."""
    seconds: float | None = None
    """For how many it does, where the answer does not say."""
    renew_on: tuple[Kind, ...] = ()
    """Refusals after which a new token is got and the call repeated, once."""
    early: float = 60.0
    """Seconds before its end at which a token is renewed."""
