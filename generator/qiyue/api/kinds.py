"""The one closed vocabulary of failure, for codes, client errors, mock refusals and checks."""

from enum import StrEnum


class Kind(StrEnum):
    """Why a call failed. The last three happen on the caller's side only."""

    MISSING_CREDENTIAL = "missing-credential"
    BAD_CREDENTIAL = "bad-credential"
    BAD_SIGNATURE = "bad-signature"
    CLOCK = "clock"
    REPLAY = "replay"
    UNKNOWN_OPERATION = "unknown-operation"
    MISSING_PARAMETER = "missing-parameter"
    INVALID_PARAMETER = "invalid-parameter"
    TOO_LARGE = "too-large"
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not-found"
    CONFLICT = "conflict"
    RATE_LIMITED = "rate-limited"
    BUSINESS = "business"
    SERVER = "server"
    TRANSPORT = "transport"
    TIMEOUT = "timeout"
    UNDECODABLE = "undecodable"


CLIENT_SIDE = frozenset({Kind.TRANSPORT, Kind.TIMEOUT, Kind.UNDECODABLE})
"""Kinds that no vendor code can have."""
