"""Boundary: cases of our own for one operation, made from its types alone: nothing is drawn, so all runs are equal.

In: Api and an operation. Out: requests that differ from the documented example in one spot, at the edge of one keyword,
each with the place of that keyword and whether the server must take it. At most ``MOST`` for an operation, the
outermost spots first.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from heapq import merge
from itertools import islice
from typing import Any

from qiyue.api import Api, Kind, Media, Operation, Parameter, TypeId, Where
from qiyue.base import json
from qiyue.base.media import is_json
from qiyue.contract.generators.boundary.schema_variants import SchemaVariant, SchemaVariants
from qiyue.contract.generators.check_order import INVALID, MISSING
from qiyue.contract.generators.expected_refusals import ExpectedRefusals
from qiyue.contract.http.message import is_form
from qiyue.contract.http.query_objects import has_multiple_query_objects
from qiyue.examples import Request, example_requests, file_types, parameter_value, preferred_media
from qiyue.mock.schemas import Schemas
from qiyue.sample import SampleFile
from qiyue.values import FrozenMap, Plain, freeze, thaw

__all__ = ["MOST", "BoundaryCase", "BoundaryGenerator"]

MOST = 300
_SAFE = frozenset("-._~ 0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
"""Characters that arrive as they are in every header, cookie and path."""
_SAID = {
    ("type", False): "is of another type",
    ("required", False): "is missing",
    ("properties", True): "is there, or not",
    ("enum", True): "is one of those named",
    ("enum", False): "is none of those named",
}
"""How a case is told, by keyword and whether it is valid."""
_SIDE = {True: "is just within", False: "is beyond"}
_CUT = b'{"cut": '


@dataclass(frozen=True, slots=True)
class BoundaryCase:
    """One case."""

    request: Request
    about: str
    place: str
    """The keyword that it exercises, as a place of the document."""
    at: Where
    valid: bool
    kinds: frozenset[Kind] = frozenset()
    """The kinds of refusal that are right, where it is not valid."""
    depth: int = 0


class BoundaryGenerator:
    """The cases of one Api; its types are compiled once."""

    def __init__(self, api: Api, schemas: Schemas) -> None:
        self._api, self._schemas = api, schemas

    def cases(self, operation: Operation) -> list[BoundaryCase]:
        """Give the cases of an operation."""
        example = example_requests(self._api, operation)[0]
        shown = BoundaryCase(example, "as documented", operation.place, "", valid=True)
        told = not has_multiple_query_objects(self._api, operation)
        of_parameters = (self._of_parameter(each, example, told=told) for each in operation.parameters)
        found = merge([shown], *of_parameters, self._of_body(operation, example), key=lambda case: case.depth)
        meanings = ExpectedRefusals(self._api, operation)
        return [
            case if case.valid else replace(case, kinds=case.kinds | meanings.at(case.at))
            for case in islice(_once(found), MOST)
        ]

    def _of_parameter(self, parameter: Parameter, example: Request, *, told: bool) -> Iterator[BoundaryCase]:
        """Vary a parameter; where two objects are merged in the query, nothing tells that one is missing."""
        where, given = f"{parameter.location}:{parameter.name}", example.parameter(parameter.location)
        value = given.get(parameter.name, parameter_value(self._api, parameter))
        less, place = _with(example, parameter, {}), f"{parameter.place}/required"
        if not parameter.required and parameter.name in given:
            yield BoundaryCase(less, f"without {where}", place, where, valid=True)
        elif parameter.required and parameter.location != "path" and told:
            yield BoundaryCase(less, f"{where} is missing", place, where, valid=False, kinds=MISSING)
        if not parameter.content_type:
            for found in self._varied(parameter.type, thaw(value), f"{parameter.place}/schema", written=True):
                if _can_stand(parameter, found.value):
                    yield _bounded(_with(example, parameter, {parameter.name: found.value}), where, found)

    def _of_body(self, operation: Operation, example: Request) -> Iterator[BoundaryCase]:
        media = preferred_media(operation)
        if operation.body is None or media is None or media.type is None:
            return
        bare, place = replace(example, content_type="", body=None, files=()), f"{operation.body.place}/required"
        if not operation.body.required:
            yield BoundaryCase(bare, "without a body", place, "", valid=True)
        elif is_json(media.content_type):
            yield BoundaryCase(bare, "the body is missing", place, "", valid=False, kinds=MISSING)
        if is_json(media.content_type):
            cut = replace(example, body=None, files=(("", SampleFile("cut", media.content_type, _CUT)),))
            yield BoundaryCase(cut, "the body is cut short", media.place, "", valid=False, kinds=INVALID)
            for found in self._varied(media.type, thaw(example.body), f"{media.place}/schema", written=False):
                yield _bounded(replace(example, body=freeze(found.value)), "", found)
        elif isinstance(example.body, FrozenMap) and is_form(media.content_type):
            yield from self._of_form(media, media.type, example)

    def _of_form(self, media: Media, type_id: TypeId, example: Request) -> Iterator[BoundaryCase]:
        """Vary the fields of a form that are no files, each as text."""
        files = file_types(self._api, media)
        whole = {**thaw(example.body), **dict.fromkeys((name for name, _ in example.files), "")}
        for found in self._varied(type_id, whole, f"{media.place}/schema", written=True):
            fields = found.value if isinstance(found.value, Mapping) else {}
            kept = {name for name in fields if name in files}
            if found.at.count("/") <= 1 and kept == {name for name, _ in example.files}:
                texts = {name: _text(value) for name, value in fields.items() if name not in files}
                yield _bounded(replace(example, body=freeze(texts)), "", found)

    def _varied(self, type_id: TypeId, value: Plain, place: str, *, written: bool) -> Iterator[SchemaVariant]:
        """Give the variations that are what they are meant to be, by all keywords together."""
        validator = self._schemas.validator(type_id)
        for found in SchemaVariants(self._api, written=written).vary(self._api.schema(type_id), value, place):
            if validator.is_valid(found.value) is found.valid:
                yield found


def _once(found: Iterable[BoundaryCase]) -> Iterator[BoundaryCase]:
    """Leave out what was there before."""
    seen: set[tuple[str, Request]] = set()
    for case in found:
        if (case.about, case.request) not in seen:
            seen.add((case.about, case.request))
            yield case


def _bounded(request: Request, where: Where, found: SchemaVariant) -> BoundaryCase:
    spot = where + found.at or "the body"
    about = f"{spot} {_SAID.get((found.word, found.valid)) or f'{_SIDE[found.valid]} {found.word}'}"
    kinds = frozenset[Kind]() if found.valid else MISSING if found.word == "required" else INVALID
    return BoundaryCase(request, about, found.place, where + found.at, found.valid, kinds, found.depth)


def _with(example: Request, parameter: Parameter, values: Mapping[str, Plain]) -> Request:
    """Give the request with other values of one parameter."""
    parts: dict[str, Any] = thaw(example.parameters)
    rest = {name: value for name, value in parts.get(parameter.location, {}).items() if name != parameter.name}
    return replace(example, parameters=freeze({**parts, parameter.location: {**rest, **values}}))


def _can_stand(parameter: Parameter, value: Plain) -> bool:
    """Tell whether a value can be written at the place of a parameter, and read there as what it is."""
    if isinstance(value, list | Mapping):
        return bool(value) and all(
            _can_stand(parameter, each) for each in (value if isinstance(value, list) else value.values())
        )
    text = _text(value)
    if parameter.location == "query":
        return value is not None
    return value is not None and text.strip(" .") == text != "" and _SAFE.issuperset(text)


def _text(value: Plain) -> Plain:
    return value if isinstance(value, str | list | Mapping) else json.text(value)
