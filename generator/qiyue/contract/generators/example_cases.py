"""Example cases: requests of ours as cases. Lists and objects among the parameters are written by their style.

In: an operation as schemathesis holds it, requests. Out: cases. Most differ in the body alone, so that the same
parameters are written once.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from schemathesis.core.parameters import ParameterLocation
from schemathesis.core.transforms import to_wire_text

from qiyue.contract.http.request_values import CONTAINERS, RequestValues, SchemathesisOperation, to_wire_texts
from qiyue.examples import Request
from qiyue.values import thaw


class ExampleCases:
    """The requests to one operation."""

    def __init__(self, target: SchemathesisOperation) -> None:
        self._target = target
        self._written: dict[str, Mapping[str, Any]] = {}

    def case(self, request: Request) -> RequestValues:
        """Give a request as a case."""
        text = repr(request.parameters)  # as values, 1 and true would be equal
        if text not in self._written:
            self._written[text] = self._parameters(request)
        return RequestValues(self._target, **self._written[text], **_body(request))

    def _parameters(self, request: Request) -> Mapping[str, Any]:
        parts = {name: self._styled(location, request) for location, name in CONTAINERS.items()}
        path = parts.pop("path_parameters").items()
        written = {name: {key: to_wire_texts(value) for key, value in part.items()} for name, part in parts.items()}
        return {**written, "path_parameters": {name: quote(to_wire_text(value), safe=",;=") for name, value in path}}

    def _styled(self, location: ParameterLocation, request: Request) -> dict[str, Any]:
        values: dict[str, Any] = thaw(request.parameter(location.value))
        write = self._target.get_parameter_serializer(location)
        return dict(write(values)) if write is not None and values else values


def _body(request: Request) -> dict[str, Any]:
    if not request.content_type:
        return {}
    files = {name: file.content for name, file in request.files}
    body = thaw(request.body)
    return {
        "body": files[""] if "" in files else {**body, **files} if isinstance(body, dict) else body,
        "media_type": request.content_type,
        "multipart_content_types": {name: file.content_type for name, file in request.files if name} or None,
    }
