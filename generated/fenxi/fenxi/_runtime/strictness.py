"""Strictness: how strictly validators are to read. Pydantic hands it to them, as the context of a validation."""

from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from pydantic import ValidationInfo

Reading: TypeAlias = Literal["plain", "lenient", "open", "strict"]

_KEY: Final = "qiyue-reading"
_SENT: Final = "qiyue-sent"


def context(reading: Reading, *, sent: bool) -> dict[str, Any]:
    """Give the context of a validation; ``sent`` for a request."""
    return {_KEY: reading, _SENT: sent}


def reading_of(info: "ValidationInfo") -> Reading:
    """Tell, inside a validator, how strictly to read; ``plain`` where a model is built by hand."""
    reading: Reading = (info.context or {}).get(_KEY, "plain")
    return reading


def is_request(info: "ValidationInfo") -> bool:
    """Tell, inside a validator, whether what is read will be sent."""
    return bool((info.context or {}).get(_SENT))
