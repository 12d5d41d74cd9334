"""Kind: why a call failed, in one closed vocabulary that all clients share."""

from typing import Final, Literal, TypeAlias

Kind: TypeAlias = Literal[
    "missing-credential",
    "bad-credential",
    "bad-signature",
    "clock",
    "replay",
    "unknown-operation",
    "missing-parameter",
    "invalid-parameter",
    "too-large",
    "forbidden",
    "not-found",
    "conflict",
    "rate-limited",
    "business",
    "server",
    "transport",
    "timeout",
    "undecodable",
]

STATUS_KINDS: Final[dict[int, Kind]] = {
    400: "invalid-parameter",
    401: "bad-credential",
    403: "forbidden",
    404: "not-found",
    405: "unknown-operation",
    409: "conflict",
    410: "not-found",
    412: "conflict",
    413: "too-large",
    415: "invalid-parameter",
    422: "invalid-parameter",
    423: "conflict",
    429: "rate-limited",
    501: "unknown-operation",
}
"""What an HTTP status means where no code table tells."""


def kind_of_status(status: int) -> Kind:
    """Give the kind of a failure of which only the HTTP status is known."""
    if status in STATUS_KINDS:
        return STATUS_KINDS[status]
    return "server" if status >= 500 or 300 <= status < 400 else "business"
