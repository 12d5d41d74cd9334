"""Options: what a caller may set for one call, beside its arguments."""

from collections.abc import Mapping
from typing import Any, TypedDict


class CallOptions(TypedDict, total=False):
    """Options of one call; ``client.with_options(…)`` sets the first three for many."""

    timeout: float
    """Seconds to wait for an answer."""
    max_retries: int
    strict: bool
    """Raise where the answer deviates from the spec."""
    extra_headers: Mapping[str, str]
    """More headers, or others than the client's."""
    extra_query: Mapping[str, Any]
    """More query parameters."""
    extra_body: Mapping[str, Any]
    """More members of the payload."""
