"""Request reader: what a request says by the spec, where it breaks it, and whether it can be answered at all.

In: Api, an operation and a request as it was sent. Out: values; a fault in words.

Not every case that is drawn as wrong is wrong as it is written (``?ids=0`` is a list of one text), nor is every one
that is drawn as right, or shown as an example, right. A case about which plan and document disagree tells nothing.
"""

import re
from collections.abc import Mapping
from functools import cached_property

import httpx2

from qiyue.api import Api, Operation
from qiyue.base.media import essence, is_json
from qiyue.contract.http.message import FORM, to_mock_request
from qiyue.contract.oracle.embedded_json import EmbeddedJson
from qiyue.contract.oracle.streams import StreamValidator
from qiyue.diagnostics import Report
from qiyue.mock.body import Bodies, takes_json
from qiyue.mock.parameters import Parameters
from qiyue.mock.samples import made
from qiyue.mock.schemas import Schemas
from qiyue.values import Plain


class RequestReader:
    """Reads the requests of one operation."""

    def __init__(self, api: Api, operation: Operation, asked: Schemas, answered: Schemas) -> None:
        self._api, self._operation, self._answered = api, operation, answered
        self._parameters = Parameters(operation, asked)
        self._bodies = Bodies(operation, asked, Report())
        parts = re.split(r"\{([^{}]+)\}", operation.path.partition("?")[0])
        self._names = parts[1::2]
        texts = [re.escape(text) for text in parts[::2]]
        self._path = re.compile("([^/]*)".join(texts) + r"\Z")

    def parameters(self, request: httpx2.Request) -> dict[str, dict[str, Plain]]:
        """Give the values of the parameters by location and wire name."""
        sent = to_mock_request(request)
        said: dict[str, dict[str, Plain]] = {}
        for spot, value in self._parameters.read(sent, self._in_path(sent.path))[0].items():
            location, _, name = spot.partition(":")
            said.setdefault(location, {})[name] = value
        return said

    def fields(self, request: httpx2.Request) -> dict[str, Plain]:
        """Give the values of a form, in which all are text; nothing of another body."""
        media = essence(request.headers.get("content-type", ""))
        if media != FORM and not media.startswith("multipart/"):
            return {}
        found = self._bodies.read(to_mock_request(request))[0]
        return found if isinstance(found, dict) else {}

    def fault(self, request: httpx2.Request) -> str:
        """Say where the request breaks the spec, ``""`` where it does not."""
        sent = to_mock_request(request)
        failures = self._parameters.read(sent, self._in_path(sent.path))[1] + self._bodies.read(sent)[1]
        return next((f"{each.where or 'the body'} ({each.rule})" for each in failures), "")

    @cached_property
    def embedded(self) -> EmbeddedJson:
        """The texts in the answer that hold JSON."""
        return EmbeddedJson(self._api, self._operation, self._answered)

    @cached_property
    def streams(self) -> StreamValidator:
        """The answers that are no JSON."""
        return StreamValidator(self._operation, self._answered)

    @cached_property
    def answerable(self) -> bool:
        """Whether a body can be made for every answer: a type that contradicts itself has none."""
        media = (media for answer in self._operation.answers for media in answer.media)
        types = [each.type for each in media if each.type and takes_json(essence(each.content_type))]
        return all(self._answered.validator(each).is_valid(made(self._api, each)) for each in types)

    @cached_property
    def has_untyped_objects(self) -> bool:
        """Whether answers of success have properties and no type: by the letter they may be anything."""
        good = (each for each in self._operation.answers if each.status.startswith("2"))
        types = [each.type for answer in good for each in answer.media if each.type and is_json(each.content_type)]
        shapes = [self._answered.shape(each) for each in types]
        return any("properties" in shape and "type" not in shape for shape in shapes)

    def _in_path(self, path: str) -> dict[str, str]:
        found = self._path.search(path)
        return dict(zip(self._names, found.groups(), strict=True)) if found else {}


def request_readers(api: Api) -> Mapping[str, RequestReader]:
    """Give a reader for each operation."""
    asked, answered = Schemas(api, "request", Report()), Schemas(api, "answer", Report())
    return {operation.id: RequestReader(api, operation, asked, answered) for operation in api.operations}
