"""Arguments: what a case says, as plain wire values, for a caller that has arguments instead of a query string.

In: a case and its request as schemathesis writes it (by then every parameter is text). Out: a ``Request``.
"""

from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal
from typing import Any

import httpx2
from schemathesis.core import NOT_SET
from schemathesis.transport.serialization import Binary

from qiyue.api import Api, Operation
from qiyue.base import where
from qiyue.base.absent import ABSENT
from qiyue.base.media import essence, is_json
from qiyue.base.where import parts_of
from qiyue.contract.http.message import FORM
from qiyue.contract.http.request_values import RequestValues
from qiyue.contract.oracle.request_reader import RequestReader
from qiyue.drivers import Offer
from qiyue.examples import Request, preferred_media, property_locations
from qiyue.sample import SampleFile, specific_media_type
from qiyue.values import Plain, freeze


def to_call_arguments(
    operation: Operation, case: RequestValues, reader: RequestReader, request: httpx2.Request
) -> Request:
    """Give what a case says."""
    parameters = freeze(_with_empty_lists(operation, case, reader.parameters(request)))
    if case.body is NOT_SET or case.media_type is None:
        return Request(operation.id, "", parameters)
    whole = _bytes(case.body) if _is_told(case.media_type) else request.content
    if whole is not None:
        return Request(operation.id, "", parameters, case.media_type, None, (("", _file(case, "", whole)),))
    body, files = floats_to_decimals(case.body), []
    if isinstance(body, dict):
        for name, value in list(body.items()):
            contents = [_bytes(content) for content in (value if isinstance(value, list) else [value])]
            files += [(name, _file(case, name, content)) for content in contents if content is not None]
            if any(content is not None for content in contents):
                del body[name]
        body |= {name: value for name, value in reader.fields(request).items() if _is_text(body.get(name))}
    return Request(operation.id, "", parameters, case.media_type, freeze(body), tuple(files))


def _with_empty_lists(operation: Operation, case: RequestValues, read: dict[str, dict[str, Plain]]) -> dict[str, Plain]:
    """Give the parameters with the required lists that are empty: of them nothing stands in a query."""
    needed = [each.name for each in operation.parameters if each.location == "query" and each.required]
    empty: dict[str, Plain] = {name: [] for name in needed if case.query.get(name) == []}
    return {**read, "query": {**empty, **read.get("query", {})}}


def to_callable_case(
    operation: Operation, case: RequestValues, offer: Offer, promised: Collection[str]
) -> RequestValues | None:
    """Give the case without the members of its payload that neither the client nor the document knows; ``None`` where
    no caller can say it: it has no payload, or no text for a segment of the path, or a body of another media type than
    clients send where there is a choice, or a member that has the name of a client's field for another one. A body
    that may be left out and says nothing is left out.

    ``promised`` are the members of the document: one for which the client has lost its argument is missed in what it
    sends.
    """
    if any(value in ("", [""]) for value in case.path_parameters.values()):
        return None
    media = preferred_media(operation)
    if media and case.media_type not in (None, media.content_type):
        return None
    body, envelope = offer.body, operation.envelope and operation.envelope.request
    at = envelope.payload if envelope else ""
    if body is None or not isinstance(case.body, dict):
        return case
    payload = where.get(case.body, at)
    if payload is ABSENT or (isinstance(payload, dict) and not payload.keys().isdisjoint(body.renamed)):
        return None
    if not body.whole and isinstance(payload, dict):
        names = {name for name, at in body.members if not at}.union(promised)
        payload = {name: value for name, value in payload.items() if name in names}
    content = where.put({}, at, payload)
    for _, beside in body.members:
        value = where.get(case.body, beside) if beside else ABSENT
        content = content if value is ABSENT else where.put(content, beside, value)
    if content or body.required or body.whole:
        return replace(case, body=content)
    return replace(case, body=NOT_SET, media_type=None)


def documented_members(api: Api, operation: Operation) -> frozenset[str]:
    """Give the members of the payload that the document lets a caller say."""
    media, envelope = preferred_media(operation), operation.envelope and operation.envelope.request
    parts = parts_of(envelope.payload) if envelope else ()
    found = property_locations(api, media.type) if media and media.type else ()
    split = ((parts_of(at), node) for at, node in found)
    return frozenset(at[-1] for at, node in split if at[:-1] == parts and not node.get("readOnly"))


def floats_to_decimals(value: Any) -> Any:
    """Give data with every float as the decimal that JSON shows of it."""
    if isinstance(value, float):
        return Decimal(repr(value))
    if isinstance(value, dict):
        return {key: floats_to_decimals(each) for key, each in value.items()}
    return [floats_to_decimals(each) for each in value] if isinstance(value, list) else value


def _is_text(value: Any) -> bool:
    """Tell whether a field of a form is text, or a list of texts, as it is written."""
    return not isinstance(value, dict | None)


def _bytes(value: Any) -> bytes | None:
    """Give the content of a file, ``None`` where it is none."""
    return value.data if isinstance(value, Binary) else value if isinstance(value, bytes) else None


def _is_told(media_type: str) -> bool:
    """Tell whether clients take what a body says; one of any other type is a file to them."""
    media = essence(media_type)
    return is_json(media) or media.startswith(("text/", "multipart/")) or media == FORM


def _file(case: RequestValues, name: str, content: bytes) -> SampleFile:
    types = case.multipart_content_types or {}
    content_type = types.get(name, "") if name else specific_media_type(case.media_type or "")
    return SampleFile("file", content_type, content)
