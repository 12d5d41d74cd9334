"""Swagger 2.0 to OpenAPI 3.0, on plain data.

In: a document of Swagger 2.0, all references local, or one of another version with files of Swagger 2.0 beside it.
Out: the same in 3.0 form; the input stays as it was. What moves is recorded as pairs of pointers, by which references
are rewritten and places found again. Bodies and forms are copied into each operation that refers to them, for their
media types are the operation's (``consumes``). What 3.0 cannot say is a gap.
"""

from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import unquote

from qiyue.base.where import parts_of
from qiyue.diagnostics import Diagnostic, Report, Severity
from qiyue.positions import FILES, Position, walk
from qiyue.source import Places
from qiyue.upgrade.moves import Moves
from qiyue.upgrade.swagger20_bodies import Media, build_request_body, split_parameters
from qiyue.upgrade.swagger20_parts import (
    upgrade_parameter,
    upgrade_response,
    upgrade_schema,
    upgrade_security_scheme,
)
from qiyue.upgrade.version import OPENAPI_30, SWAGGER_20, Version, other_files, parse_version
from qiyue.values import Plain, reference_to, thaw

_SECTIONS: Final = {
    "definitions": "schemas",
    "parameters": "parameters",
    "responses": "responses",
    "securityDefinitions": "securitySchemes",
}
"""Member of the root → the section of ``components`` that holds the same."""
_METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch")


def upgrade_20(data: Plain, version: Version, places: Places, report: Report) -> tuple[Plain, Version]:
    """The 3.0 form of a document, and the version that it is of now. One without Swagger 2.0 in it is as it was."""
    files = {name for name, file in other_files(data) if parse_version(file) == SWAGGER_20}
    if version != SWAGGER_20 and not files:
        return data, version
    upgrade = _Upgrade(thaw(data), None if version == SWAGGER_20 else files, places, report)
    upgrade.run()
    return upgrade.data, max(version, OPENAPI_30)


class _Upgrade:
    """One document on its way. ``files`` are those to be upgraded where the document itself is of a newer version."""

    def __init__(self, data: dict[str, Any], files: set[str] | None, places: Places, report: Report) -> None:
        self.data = data
        self._files = files
        self._places = places
        self._report = report
        self._moves = Moves()
        self._media = Media.of(data)

    def run(self) -> None:
        found = [position for position in walk(self.data) if self._is_old(position.pointer)]
        for position in found:
            if position.kind == "schema":
                upgrade_schema(position.data)
        if self._files is None:
            self._move_root()
        for position in found:
            self._upgrade(position)
        self._drop_used_up(found)
        self._places.move(self._moves.new_to_old())
        self._redirect()

    def _drop_used_up(self, found: list[Position]) -> None:
        """Take out what every operation has a copy of by now."""
        for position in found:
            if position.kind == "operation":
                position.data.pop("produces", None)
        parameters = self.data.get("components", {}).get("parameters", {})
        for name in [name for name, each in parameters.items() if _is_body(each)]:
            del parameters[name]

    def _is_old(self, where: str) -> bool:
        """Tell whether what lies at a pointer is of Swagger 2.0."""
        if self._files is None:
            return True
        first, *rest = parts_of(where) or ("",)
        return first == FILES and bool(rest) and rest[0] in self._files

    def _upgrade(self, position: Position) -> None:
        data, here = position.data, position.pointer
        if position.kind == "path":
            self._upgrade_path(data, here)
        elif "$ref" in data:
            return
        elif position.kind == "header" or (position.kind == "parameter" and not _is_body(data)):
            self._gap(upgrade_parameter(data, here, self._moves), here)
        elif position.kind == "answer":
            upgrade_response(data, here, self._produced_at(position), self._moves)
        elif position.kind == "security-scheme":
            upgrade_security_scheme(data)

    def _produced_at(self, answer: Position) -> tuple[str, ...]:
        operation = answer.parent.parent if answer.parent and answer.parent.kind == "answers" else None
        return self._media.produced(operation.data if operation else {})

    def _move_root(self) -> None:
        data = self.data
        data["openapi"] = "3.0.3"
        self._moves.add("/swagger", "/openapi")
        data.pop("swagger")
        servers = self._media.servers()
        if servers:
            data["servers"] = servers
            self._moves.add("/host" if "host" in data else "/basePath", "/servers")
        for key in ("host", "basePath", "schemes", "consumes", "produces"):
            data.pop(key, None)
        for old, section in _SECTIONS.items():
            if isinstance(data.get(old), dict):
                data.setdefault("components", {})[section] = data.pop(old)
                self._moves.add(f"/{old}", f"/components/{section}")

    def _upgrade_path(self, path: dict[str, Any], here: str) -> None:
        """Upgrade a path item with its operations: what is body or form goes into each of them."""
        shared = self._split(path, here)
        for method in [key for key in path if key.lower() in _METHODS and isinstance(path[key], dict)]:
            operation, at = path[method], f"{here}/{method}"
            if "$ref" in operation:
                continue
            own = self._split(operation, at)
            names = {(each.data.get("in"), each.data.get("name")) for each in own}
            has_body = any(each.data.get("in") == "body" for each in own)
            fields = own + [
                each
                for each in shared
                if (each.data.get("in"), each.data.get("name")) not in names
                and not (has_body and each.data.get("in") == "body")
            ]
            body = build_request_body(fields, self._media.consumed(operation), at + "/requestBody", self._moves)
            if body.data is not None and "requestBody" not in operation:
                operation["requestBody"] = body.data
            self._gap(body.lost, at)
            servers = self._media.servers_of(operation)
            if servers:
                operation["servers"] = servers
                self._moves.add(f"{at}/schemes", f"{at}/servers")
            for key in ("schemes", "consumes"):
                operation.pop(key, None)

    def _split(self, owner: dict[str, Any], here: str) -> list[Position]:
        return split_parameters(self.data, owner, here, self._moves)

    def _gap(self, lost: tuple[tuple[str, str], ...], here: str) -> None:
        for code, message in lost:
            self._report.add(Diagnostic(code, Severity.GAP, message, self._places.place(here)))

    def _redirect(self) -> None:
        """Let references lead to where their targets are now."""
        for position in walk(self.data):
            for holder, key in _references(position):
                reference = holder[key]
                if isinstance(reference, str) and reference.startswith("#/"):
                    target = unquote(reference[1:])
                    moved = self._moves.follow(target)
                    if moved != target:
                        holder[key] = reference_to(moved)


def _references(position: Position) -> Iterator[tuple[dict[str, Any], str]]:
    """Every text of an object that refers to another: ``$ref``, and the mapping of a discriminator."""
    if "$ref" in position.data:
        yield position.data, "$ref"
    mapping = position.data.get("mapping") if position.role == "discriminator" else None
    if isinstance(mapping, dict):
        yield from ((mapping, key) for key in mapping)


def _is_body(parameter: Plain) -> bool:
    return isinstance(parameter, dict) and parameter.get("in") in ("body", "formData")
