"""Fill: fields of a request that the client makes by itself, per call or per attempt."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal

from .absent import ABSENT
from .draft import Draft
from .fill_value import Moment, make
from .operation import Fill, Operation, RequestEnvelope, Where


def wrapped(draft: Draft, envelope: RequestEnvelope | None) -> Draft:
    """Put the payload where the envelope wants it, and the rest beside it."""
    whole = draft
    if envelope is not None and envelope.payload and draft.body is not ABSENT:
        whole = replace(draft, body=ABSENT).put(envelope.payload, draft.body)
    for at, value in draft.beside.items():
        whole = whole.put(at, value)
    return whole


def made(operation: Operation[Any], per: Literal["call", "attempt"], moment: Moment) -> dict[Where, Any]:
    """Make the values that are due once per call, or once per attempt."""
    envelope = operation.envelope.request if operation.envelope else None
    fills = (*(envelope.fill if envelope else ()), *operation.constants)
    return {fill.at: make(fill, moment) for fill in fills if fill.per == per}


def idempotency_key(operation: Operation[Any], draft: Draft, moment: Moment) -> dict[Where, Any]:
    """Make the key by which the vendor knows all attempts of a call for one, where the caller gave none."""
    name = operation.idempotency_key
    if not name or name.lower() in {given.lower() for given in draft.header}:
        return {}
    return {f"header:{name}": make(Fill(at="", make="uuid"), moment)}


def filled(draft: Draft, values: Mapping[Where, Any]) -> Draft:
    """Put values in where the caller gave none; a request without a body gets none by this."""
    for at, value in values.items():
        if draft.get(at) is ABSENT and (":" in at or draft.body is not ABSENT):
            draft = draft.put(at, value)
    return draft
