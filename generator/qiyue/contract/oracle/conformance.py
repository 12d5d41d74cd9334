"""Conformance: whether an answer is one of those that the spec describes. In: a case and its answer. Out: sentences.

The checks are schemathesis' own, called one by one on an answer that is converted once; its way of calling them
converts the answer for each, which takes longer than everything else.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any

import httpx2
import requests
from schemathesis import Response
from schemathesis.checks import CheckContext, load_all_checks, not_a_server_error
from schemathesis.core.failures import Failure, FailureGroup, MalformedJson
from schemathesis.openapi.checks import (
    ContentDeserializationError,
    DiscriminatorMismatch,
    JsonSchemaError,
    MalformedMediaType,
)
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from qiyue.base.media import essence, is_json
from qiyue.base.shape import shape
from qiyue.base.where import pointer
from qiyue.contract.generators.schemathesis_adapter import is_probe
from qiyue.contract.http.asgi_transport import BASE_URL
from qiyue.contract.http.request_values import RequestValues

_CHECKS = {
    not_a_server_error: "server-error",
    status_code_conformance: "status",
    content_type_conformance: "content-type",
    response_headers_conformance: "headers",
    response_schema_conformance: "body",
}
_REPEATING = (ContentDeserializationError, DiscriminatorMismatch, MalformedJson, MalformedMediaType)
"""Failures whose messages repeat what was answered."""
_WORDS = {
    "type": " is not of type",
    "format": ' is not a "',
    "enum": " is not one of",
    "const": " was expected",
    "minimum": " is less than the minimum",
    "maximum": " is greater than the maximum",
    "exclusiveMinimum": " is less than or equal to the minimum",
    "exclusiveMaximum": " is greater than or equal to the maximum",
    "minLength": " is shorter than",
    "maxLength": " is longer than",
    "minItems": " has less than",
    "maxItems": " has more than",
    "minProperties": " has less properties than",
    "maxProperties": " has more properties than",
    "multipleOf": " is not a multiple of",
    "uniqueItems": " has non-unique",
    "anyOf": " is not valid under any",
}
"""Keyword → how the validator says what it wants, behind the value."""
_REQUEST = requests.Request("GET", BASE_URL).prepare()
"""Stands for the request in every answer: no check looks at it."""


def validate_response(case: RequestValues, response: httpx2.Response) -> Iterator[tuple[str, str]]:
    """Give the name of each check that fails, and why; a probe may be answered anyhow, but by a failing server."""
    context, answer, drawn = _context(case.operation), _converted(response), case.to_schemathesis()
    content_type = response.headers.get("content-type", "")
    is_text = content_type.startswith("text/") and essence(content_type) != "text/event-stream"
    is_read = is_json(content_type) or is_text
    for check in [not_a_server_error] if is_probe(case) else _CHECKS:
        if check is response_schema_conformance and not is_read:
            continue  # it would read any other media type as JSON, and take a schema of events for that of their data
        try:
            check(context, answer, drawn)
        except FailureGroup as group:
            for failure in group.exceptions:
                yield _CHECKS[check], _sentence(failure)
        except Failure as failure:
            yield _CHECKS[check], _sentence(failure)


@lru_cache(maxsize=1024)
def _context(operation: Any) -> CheckContext:
    load_all_checks()
    config = operation.schema.config.checks_config_for(operation=operation)
    return CheckContext(None, None, None, config, None, response_checks=None)


def _converted(response: httpx2.Response) -> Response:
    return Response(
        status_code=response.status_code,
        headers={name: [value] for name, value in response.headers.items()},
        content=response.content,
        request=_REQUEST,
        elapsed=0.0,
        verify=True,
        message=response.reason_phrase,
        encoding=response.encoding,
    )


def _sentence(failure: BaseException) -> str:
    """Say what is wrong, with place and shape of a value, and never the value: it may be somebody's."""
    title = getattr(failure, "title", type(failure).__name__)
    if isinstance(failure, JsonSchemaError):
        return f"{title}: {_breach(failure)}"
    if isinstance(failure, _REPEATING):
        return f"{title}."
    lines = [line.strip() for line in str(getattr(failure, "message", failure)).splitlines() if line.strip()]
    return f"{title}: {lines[0].partition(';')[0]}" if lines else str(title)


def _breach(failure: JsonSchemaError) -> str:
    said, keyword = failure.message.splitlines()[0], str(failure.schema_path[-1]) if failure.schema_path else "false"
    place = _place(failure)
    if keyword == "required":
        return f"{said}{' at ' + place if place else ''}"
    where = f"{shape(failure.instance)} at {place}" if place else shape(failure.instance)
    at = said.rfind(_WORDS.get(keyword, "\0"))
    return f"{where} {said[at:].strip() if at >= 0 else f'breaks {keyword}'}"


def _place(failure: JsonSchemaError) -> str:
    """Give the JSON Pointer of what is wrong; a key that the schema does not name may be a value, too."""
    schema = [str(part) for part in failure.schema_path]
    named = {name for word, name in pairwise(schema) if word == "properties"}
    return pointer([str(part) if isinstance(part, int) or part in named else "*" for part in failure.instance_path])
