"""Signing: puts its signature into a request. What is signed is what is sent, read back from the bytes.

Where the vendor takes a signature only once, a client never sends one twice: it waits until time tells the calls apart.
"""

from collections.abc import Callable, Generator
from typing import Any, Literal
from urllib.parse import parse_qsl

from . import json
from .absent import ABSENT
from .draft import Draft
from .errors import InvalidRequestError
from .files import FilePart
from .media import essence, is_json
from .operation import Body, Operation, Signature
from .parameters import word
from .request import encoded, query_of
from .retry import MOMENT
from .secret import Secret, sealed
from .settings import Settings
from .signature import UnsignableError, sign
from .steps import Outcome, Step, Wait


def signed(
    operation: Operation[Any], unsigned: Callable[[], Draft], settings: Settings
) -> Generator[Step, Outcome, Draft]:
    """Sign what ``unsigned`` gives; it is asked anew after every wait.

    Raises:
        InvalidRequestError: the secret is missing, the request cannot be signed, or would be signed as one before.
    """
    rule, refused = operation.signature, ""
    if rule is None:
        return unsigned()
    secret = _secret(rule, operation, settings)
    while True:
        draft = unsigned()
        signature = _signature(rule, operation, draft, secret)
        if not rule.resolution or settings.signatures.claim(signature):
            return draft.put(rule.put, signature)
        if rule.on_collision == "refuse" or signature == refused:
            message = "an equal request was signed before, and the vendor takes a signature once"
            raise InvalidRequestError(message, operation=operation.id, kind="replay")
        refused = signature
        wait = rule.resolution - settings.clock() % rule.resolution + MOMENT
        yield Wait(wait, operation.id, "for another signature: an equal request was signed just now")


@sealed
def _signature(rule: Signature, operation: Operation[Any], draft: Draft, secret: Secret[str]) -> str:
    try:
        return sign(rule, parameters_of(operation, draft, rule.over), secret.reveal())
    except UnsignableError as error:
        raise InvalidRequestError(str(error), operation=operation.id) from None


def _secret(rule: Signature, operation: Operation[Any], settings: Settings) -> Secret[str]:
    if rule.secret in settings.credentials.reveal():
        return Secret(settings.credentials.reveal()[rule.secret])
    known = [*settings.service.secrets, *(one for each in settings.service.schemes for one in each.credentials)]
    variable = next((one.env for one in known if one.argument == rule.secret), "")
    message = f"a credential is missing: give {rule.secret}= or the environment variable {variable}"
    raise InvalidRequestError(message, operation=operation.id, kind="missing-credential")


def parameters_of(
    operation: Operation[Any], draft: Draft, over: Literal["all-parameters", "body", "query"]
) -> dict[str, Any]:
    """Give the parameters of a request as its reader will find them."""
    in_query = {} if over == "body" else _pairs(query_of(operation, draft))
    return in_query if over == "query" else {**in_query, **_in_body(operation, draft.body)}


def _in_body(operation: Operation[Any], payload: Any) -> dict[str, Any]:
    if payload is ABSENT:
        return {}
    content_type = essence((operation.body or Body()).content_type)
    if content_type == "multipart/form-data":
        members = payload.items() if isinstance(payload, dict) else ()
        return {name: word(value) for name, value in members if not isinstance(value, FilePart | list)}
    content, _ = encoded(operation, payload)
    if content_type == "application/x-www-form-urlencoded":
        return _pairs(content.decode())
    found = json.loads(content) if is_json(content_type) else {}
    return found if isinstance(found, dict) else {str(index): item for index, item in enumerate(found)}


def _pairs(text: str) -> dict[str, Any]:
    """Read a form: a name that stands there several times is a list."""
    found: dict[str, Any] = {}
    for name, value in parse_qsl(text, keep_blank_values=True):
        before = found.get(name, [])
        found[name] = [*(before if isinstance(before, list) else [before]), value] if name in found else value
    return found
