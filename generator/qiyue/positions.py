"""Every object of an OpenAPI document, in document order, and nothing that is only a value.

Input: a document in OpenAPI 3.1 form. Output: positions: what kind of object stands where. Values of examples,
defaults, enums and constants are data of somebody's messages, so the walk never enters them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import unquote

from qiyue.base.where import pointer
from qiyue.values import Missing, Plain, at

FILES: Final = "$files"
"""The member of a document's root under which its other files are kept, by path; see ``references``."""


@dataclass(frozen=True, slots=True, eq=False)
class Position:
    """One object of the document."""

    kind: str
    """A key of ``MEMBERS``: ``operation``, ``parameter``, ``schema``, …"""
    data: dict[str, Any]
    pointer: str
    role: str = ""
    """The member of the parent through which one comes here: ``properties``, ``items``, ``requestBody``."""
    name: str = ""
    """The key under which it stands in a mapping: a property's name, a status, a media type."""
    parent: "Position | None" = None


_ROOT = """
    info: info, servers: [server], tags: [tag], paths: paths, webhooks: {path}, components: components,
    externalDocs: other, x-qiyue-errors: error-table, x-qiyue-catalogue: [catalogue-row],
    definitions: {schema}, parameters: {parameter}, responses: {answer}, securityDefinitions: {security-scheme}
"""
_COMPONENTS = """
    schemas: {schema}, responses: {answer}, parameters: {parameter}, examples: {example}, requestBodies: {body},
    headers: {header}, securitySchemes: {security-scheme}, links: {link}, callbacks: {callback}, pathItems: {path}
"""
_PATH = """
    get: operation, put: operation, post: operation, delete: operation, options: operation, head: operation,
    patch: operation, trace: operation, servers: [server], parameters: [parameter]
"""
_OPERATION = """
    parameters: [parameter], requestBody: body, responses: answers, callbacks: {callback}, servers: [server],
    externalDocs: other, x-qiyue-errors: error-table, x-qiyue-dispatch: dispatch
"""
_SCHEMA = """
    properties: {schema}, patternProperties: {schema}, $defs: {schema}, definitions: {schema},
    dependentSchemas: {schema}, allOf: [schema], anyOf: [schema], oneOf: [schema], prefixItems: [schema], items: schema,
    additionalProperties: schema, not: schema, if: schema, then: schema, else: schema, contains: schema,
    propertyNames: schema, unevaluatedItems: schema, unevaluatedProperties: schema, contentSchema: schema,
    discriminator: other, xml: other, externalDocs: other
"""

_MEMBERS: Final = {
    "root": _ROOT,
    "info": "contact: other, license: other",
    "server": "variables: {other}",
    "tag": "externalDocs: other",
    "components": _COMPONENTS,
    "paths": "*: path",
    "path": _PATH,
    "operation": _OPERATION,
    "parameter": "schema: schema, content: {media}, examples: {example}",
    "header": "schema: schema, content: {media}, examples: {example}",
    "body": "content: {media}",
    "media": "schema: schema, examples: {example}, encoding: {encoding}",
    "encoding": "headers: {header}",
    "answers": "*: answer",
    "answer": "headers: {header}, content: {media}, links: {link}, schema: schema",
    "callback": "*: path",
    "link": "server: server",
    "schema": _SCHEMA,
    "security-scheme": "flows: flows",
    "flows": "*: other",
    "example": "",
    "other": "",
    # inside extensions of ours
    "error-table": "codes: [code]",
    "code": "",
    "catalogue-row": "",
    "dispatch": "cases: {case}",
    "case": "request: schema, answer: schema, x-qiyue-errors: error-table",
}

MEMBERS: Final[Mapping[str, Mapping[str, str]]] = {
    kind: dict(member.split(": ") for member in " ".join(text.split()).split(", ") if member)
    for kind, text in _MEMBERS.items()
}
"""Kind → member → what it holds: ``kind`` one object, ``[kind]`` a list, ``{kind}`` a mapping. The member ``*`` stands
for every name that is not an extension."""


def walk(document: Plain) -> Iterator[Position]:
    """Give every position of a document, parents before children; what has another shape than it should is left out.

    What stands at an odd place is met last, if a local ``$ref`` leads there.
    """
    met: dict[int, Plain] = {}  # identity → the value itself, so that its identity stays its own
    starts = [Position("root", document, "")] if isinstance(document, dict) else []
    while starts:
        references: dict[str, str] = {}
        for position in _down(starts, met):
            yield position
            reference = position.data.get("$ref")
            if isinstance(reference, str) and reference.startswith("#/"):
                references.setdefault(reference, position.kind)
        starts = _referred(document, references)


def _down(starts: list[Position], met: dict[int, Plain]) -> Iterator[Position]:
    """Walk from positions, the last first, to all inside that were not met yet."""
    stack = list(starts)
    while stack:
        position = stack.pop()
        if id(position.data) not in met:
            met[id(position.data)] = position.data
            yield position
            stack.extend(reversed(_children(position)))


def _referred(document: Plain, references: Mapping[str, str]) -> list[Position]:
    """Give the targets of references (reference → kind of what refers), the outermost last."""
    found = []
    for reference, kind in references.items():
        target = unquote(reference[1:])
        try:
            data = at(document, target)
        except Missing:
            continue
        if isinstance(data, dict):
            found.append(Position(kind, data, target))
    return sorted(found, key=lambda position: -len(position.pointer))


def _children(position: Position) -> list[Position]:
    members = MEMBERS[position.kind]
    rest = members.get("*", "")
    found: list[Position] = []
    for key, value in position.data.items():
        holds = members.get(key, "" if key.startswith("x-") else rest)
        if holds and isinstance(value, dict | list):
            found += _held(position, key, value, holds)
    return found


def _held(parent: Position, role: str, value: dict[str, Any] | list[Any], holds: str) -> list[Position]:
    """Give the objects in one member."""
    is_list, is_mapping = holds[0] == "[", holds[0] == "{"
    here = parent.pointer + pointer([role])
    if is_mapping and isinstance(value, dict):
        return [
            Position(holds[1:-1], item, here + pointer([name]), role, name, parent)
            for name, item in value.items()
            if isinstance(item, dict)
        ]
    if is_list and isinstance(value, list):
        return [
            Position(holds[1:-1], item, f"{here}/{index}", role, str(index), parent)
            for index, item in enumerate(value)
            if isinstance(item, dict)
        ]
    if is_list or is_mapping or isinstance(value, list):
        return []
    return [Position(holds, value, here, role, role if "*" in MEMBERS[parent.kind] else "", parent)]
