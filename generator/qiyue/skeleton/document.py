"""A first spec from a page: every call, row, code and sample that could be read, nothing cited yet.

In: the segments of a page. Out: an OpenAPI 3.1 document as plain data, for somebody to complete.
"""

import re
from collections.abc import Sequence
from itertools import chain, count
from typing import Final

import jsonschema_rs

from qiyue.pages import Segment
from qiyue.skeleton.gathering import Call, Told, gather, given
from qiyue.skeleton.shapes import Schema
from qiyue.values import Plain

_DONE: Final = re.compile(r"[1-3]\d\d")
_STATUS: Final = re.compile(r"[45]\d\d")
_CODE: Final = re.compile(r"/(?:\w*code|errno|err)", re.IGNORECASE)


def spec(segments: Sequence[Segment]) -> Plain:
    """Give the skeleton of a spec."""
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
    if any(not _DONE.fullmatch(code) for code in found.codes):
        document["x-qiyue-errors"] = _errors(found)
    return document


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


def _errors(page: Told) -> Plain:
    """Give the table of codes; where they stand in an answer is guessed from the samples."""
    keys = (f"/{key}" for call in page.calls for key in call.answer.get("properties", {}))
    at = next((key for key in keys if _CODE.fullmatch(key)), "/code")
    failures = {code: told for code, told in page.codes.items() if not _DONE.fullmatch(code)}
    http = all(map(_STATUS.fullmatch, failures))
    rows = [_code(code, told) for code, told in (failures if http else page.codes).items()]
    return {"at": "status" if http else at, "codes": rows}


def _code(code: str, told: dict[str, str]) -> Plain:
    row: dict[str, Plain] = {"code": int(code) if re.fullmatch(r"-?(?:0|[1-9]\d{0,17})", code) else code}
    if "meaning" in told:
        row["message"] = told["meaning"]
    if told.get("remedy"):
        row["advice"] = told["remedy"]
    return row
