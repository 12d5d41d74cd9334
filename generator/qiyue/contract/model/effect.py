"""Effect: what a call does to what a live server keeps. In: an operation. Out: its effect; why it may not be called.

``x-qiyue-safety`` and ``x-qiyue-mock`` tell. Where they say nothing, GET and HEAD read, unless their names say that
they change; of the others those make that can do nothing else, as far as the document shows; the rest changes.
"""

import re
from enum import StrEnum

from qiyue.api import Api, Operation
from qiyue.contract.model.record_kind import CHANGING, DELETING, ENDING, MAKING, verbs

_READS = ("GET", "HEAD")


class Effect(StrEnum):
    """What a call does to what is kept."""

    READS = "reads"
    ADMITS = "admits"
    """It gets a token, and is called as the document says for that."""
    MAKES = "makes"
    """It makes something new, and leaves alone what was there."""
    CHANGES = "changes"
    """It changes or deletes what is there, or may do so."""


def classify_effect(api: Api, operation: Operation) -> Effect:
    """Tell what a call does."""
    if _live(operation) == "read" or (operation.mock and operation.mock.do in ("get", "list")):
        return Effect.READS
    if any(scheme.token and scheme.token.operation == operation.id for scheme in api.security_schemes):
        return Effect.ADMITS
    return Effect.MAKES if _only_makes(api, operation) else Effect.CHANGES


def is_deletion(operation: Operation) -> bool:
    """Tell whether what an operation names is gone after its success."""
    if operation.mock and operation.mock.do:
        return operation.mock.do == "delete"
    return operation.method == "DELETE" or bool(verbs(operation) & DELETING)


def reason_to_skip(operation: Operation, *, allow_writes: bool) -> str:
    """Say why an operation is not called, ``""`` where it may be."""
    live = _live(operation)
    if live == "never":
        return "the spec says: never on a live server"
    return "" if live == "read" or allow_writes else "it writes, and --allow-writes is not given"


def _live(operation: Operation) -> str:
    if operation.safety and operation.safety.live:
        return operation.safety.live
    return "read" if operation.method in _READS and not verbs(operation) & ENDING else "write"


def always_creates(operation: Operation) -> bool:
    """Tell whether the only success that the document has for a POST is 201: something new was made."""
    return operation.method == "POST" and {each.status for each in operation.success_answers} == {"201"}


def _only_makes(api: Api, operation: Operation) -> bool:
    """Tell whether the document shows that an operation makes something, and nothing shows that it does more."""
    if operation.mock and operation.mock.do:
        return operation.mock.do in ("create", "save")  # `save` makes one, where the request names none
    called = verbs(operation)
    if operation.method != "POST" or called & CHANGING or operation.path.endswith("}"):
        return False
    if always_creates(operation):
        return True
    below = re.compile(re.escape(operation.path.rstrip("/")) + r"/\{[^{}/]+\}/?")
    return bool(called & MAKING) or any(below.fullmatch(each.path) for each in api.operations)
