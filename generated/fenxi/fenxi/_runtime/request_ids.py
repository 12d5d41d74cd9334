"""Request ids: what vendors call a request, in a header of their answer; their support asks for it."""

from collections.abc import Mapping
from typing import Final

_REQUEST_IDS: Final = (
    "x-request-id",
    "request-id",
    "x-amzn-requestid",
    "x-amz-request-id",
    "x-ms-request-id",
    "x-acs-request-id",
    "x-tt-logid",
    "x-log-id",
    "x-correlation-id",
    "x-trace-id",
    "trace-id",
    "cf-ray",
)


def request_id_in(headers: Mapping[str, str]) -> str:
    """Find what the vendor calls a request; ``""`` where it has no name in the headers."""
    return next((headers[name] for name in _REQUEST_IDS if name in headers), "")[:200]
