"""Error body: where services usually tell the code and the message of a failure, for those whose document does not
say. In: a decoded body. Out: what it tells.

Names are compared without case, ``_`` and ``-``: ``error_code``, ``errorCode`` and ``ErrorCode`` are one.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

HOLDERS: Final = ("error", "fault")
"""Members that hold the failure."""
LISTS: Final = ("errors", "details", "detail")
"""Members that hold several failures, of which the first tells what the body itself does not."""
CODES: Final = ("code", "errorcode", "errcode", "errcd", "errorno", "errno")
"""Members that are the code."""
MESSAGES: Final = (
    "message",
    "errormessage",
    "errmessage",
    "errmsg",
    "errormsg",
    "msg",
    "detail",
    "errordescription",
    "description",
    "reason",
    "title",
    "error",
)
"""Members that are the message."""
_OAUTH: Final = ("error", "errordescription")
"""RFC 6749: ``error`` is the code where ``error_description`` is the message."""


def usual_code(body: Any) -> str | int | None:
    """Return the code that a body tells, ``None`` where it tells none."""
    for members in _holders(body):
        for name in CODES:
            value = members.get(name)
            if isinstance(value, str | int) and not isinstance(value, bool) and value != "":
                return value
        code, message = (members.get(name) for name in _OAUTH)
        if isinstance(code, str) and code and isinstance(message, str):
            return code
    return None


def usual_message(body: Any) -> str:
    """Return the message that a body tells, ``""`` where it tells none."""
    for members in _holders(body):
        for name in MESSAGES:
            value = members.get(name)
            if isinstance(value, str) and value:
                return value
    listed = _first(body.get("errors")) if isinstance(body, Mapping) else None
    return listed if isinstance(listed, str) else ""


def _holders(body: Any) -> Iterator[Mapping[str, Any]]:
    """Walk what may tell of the failure: what holds it, the body itself, the first of several."""
    body = _first(body)
    if isinstance(body, Mapping):
        members = _by_word(body)
        held = [_first(members.get(name)) for name in (*HOLDERS, *LISTS)]
        listed = [_by_word(each) if isinstance(each, Mapping) else {} for each in held]
        yield from (*listed[: len(HOLDERS)], members, *listed[len(HOLDERS) :])


def _first(value: Any) -> Any:
    is_list = isinstance(value, Sequence) and not isinstance(value, str | bytes)
    return (value[0] if value else None) if is_list else value


def _by_word(members: Mapping[str, Any]) -> dict[str, Any]:
    return {str(name).lower().replace("_", "").replace("-", ""): value for name, value in members.items()}
