"""A first spec from a page: every call, row, code and sample that could be read, nothing cited yet.

In: the segments of a page. Out: an OpenAPI 3.1 document as plain data, for somebody to complete.
"""

import re
from collections.abc import Sequence
from itertools import chain, count

import jsonschema_rs

from qiyue.base.value import Value
from qiyue.pages import Kind, Segment
from qiyue.skeleton.gathering import Call, Told, gather, given
from qiyue.skeleton.shapes import Schema
from qiyue.skeleton.verdict import verdict
from qiyue.values import Plain


class Skeleton(Value):
    """A first spec, and what its page leaves open."""

    document: Plain
    findings: tuple[Plain, ...] = ()
    """Rows of ``findings.yaml``."""


def spec(segments: Sequence[Segment], prefix: str) -> Skeleton:
    """Give the skeleton of a spec; ``prefix`` begins the ids of its findings."""
    found = gather(segments)
    document: dict[str, Plain] = {
        "openapi": "3.1.0",
        "info": {"title": found.title or "API", "version": "1"},
        "servers": [{"url": _server(found)}],
        "paths": {},
    }
    for call in found.calls:
        if call.path.startswith("/") and call.method:
            _operation(document["paths"], call)
    unplaced = [call for call in found.calls if not (call.path.startswith("/") and call.method)]
    if unplaced:
        document["x-qiyue-catalogue"] = [_row(call) for call in unplaced]
    components: dict[str, Plain] = {}
    if found.loose:
        parts = enumerate(found.loose.items(), 1)
        components["schemas"] = {f"Part{n}": {"title": " / ".join(trail[-2:]), **part} for n, (trail, part) in parts}
    if found.bearer:
        components["securitySchemes"] = {"bearer": {"type": "http", "scheme": "bearer"}}
        document["security"] = [{"bearer": []}]
    if components:
        document["components"] = components
    told = verdict(found)
    said = {"x-qiyue-envelope": told.envelope, "x-qiyue-errors": told.errors}
    document |= {key: value for key, value in said.items() if value}
    if not told.doubtful:
        return Skeleton(document)
    document["info"]["x-qiyue-source"] = {"success": f"assumed {prefix}-01"}
    return Skeleton(document, (_doubt(f"{prefix}-01", segments, told.doubtful),))


def _doubt(name: str, segments: Sequence[Segment], codes: Sequence[str]) -> Plain:
    """Give the finding that no word of the page tells the code of a success."""
    lines = dict.fromkeys(f"L{each.first}" for each in segments if each.kind is Kind.CODE)
    return {
        "id": name,
        "lines": [*lines],
        "title": "The page lists codes, and does not say which of them is a success",
        "readings": ["every code of the list is a failure", "one of them is the code of a success"],
        "chosen": "None: the spec has no table of codes, so that its client returns what no HTTP status refuses.",
        "why": f"The codes are: {'; '.join(codes)}",
        "settled-by": "The code of an answer that succeeded: say `kind: success` of it, and the kind of each failure.",
    }


def _server(page: Told) -> str:
    """Give the address before the paths; a page may give it with what its paths begin with as well."""
    below = re.sub(r"https?://[^/]*", "", page.server)
    repeated = below and all(call.path.startswith(f"{below}/") for call in page.calls if call.path)
    return (page.server.removesuffix(below) if repeated else page.server) or "/"


def _operation(paths: dict[str, Plain], call: Call) -> None:
    operation: dict[str, Plain] = {"operationId": _id(call, paths)}
    if call.summary:
        operation["summary"] = call.summary
    names = {*(match[1] for match in re.finditer(r"\{([^{}]+)\}", call.path))}
    plain = {(name, "path"): given({"type": "string"}, True, "") for name in sorted(names)}
    parameters = {**plain, **call.parameters}
    if parameters:
        operation["parameters"] = [{"name": name, "in": place, **rest} for (name, place), rest in parameters.items()]
    if call.request:
        media = "multipart/form-data" if call.form else "application/json"
        operation["requestBody"] = {
            "required": True,
            "content": {media: _media(call.request, call.examples.get("request"))},
        }
    answer: dict[str, Plain] = {"description": "success"}
    if call.answer:
        answer["content"] = {"application/json": _media(call.answer, call.examples.get("answer"))}
    operation["responses"] = {"200": answer}
    paths.setdefault(call.path, {})[call.method.lower()] = operation


def _media(schema: Schema, example: Plain) -> Plain:
    if example is None or not jsonschema_rs.validator_for(schema).is_valid(example):
        return {"schema": schema}
    return {"schema": schema, "example": example}


def _id(call: Call, paths: dict[str, Plain]) -> str:
    """Make a name from the end of the path; a number tells equal ones apart."""
    words = re.findall(r"[A-Za-z0-9]+", call.path)
    name = call.method.lower() + "".join(word[:1].upper() + word[1:] for word in words[-3:])
    taken = {operation["operationId"] for item in paths.values() for operation in item.values()}
    return next(each for each in chain([name], (f"{name}{number}" for number in count(2))) if each not in taken)


def _row(call: Call) -> Plain:
    row = {"name": call.name, "group": call.group, "method": call.method}
    return {key: value for key, value in row.items() if value} | {"reason": "the page does not say how to call it"}
