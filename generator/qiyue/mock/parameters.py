"""Parameters: path, query, header and cookie values of a request, read by style and checked by schema."""

from collections.abc import Collection, Iterable, Mapping

from qiyue.api import Kind, Operation, Parameter, Where
from qiyue.base import json
from qiyue.mock.failure import Failure
from qiyue.mock.incoming import Incoming
from qiyue.mock.schemas import Schemas, failures
from qiyue.mock.styles import Wanted, in_header, in_path, in_query
from qiyue.mock.text import Written, read
from qiyue.schema.json_types import json_types
from qiyue.values import Plain

_NOT_PARAMETERS = {"accept", "content-type"}
"""Headers that OpenAPI does not let a parameter describe."""


class Parameters:
    """The parameters of one operation, ready to be read."""

    def __init__(self, operation: Operation, schemas: Schemas) -> None:
        names = frozenset(one.name for one in operation.parameters if one.location == "query")
        sent = (one for one in operation.parameters if _can_be_sent(one, operation))
        self._readers = tuple(_Reader(one, schemas, names - {one.name}) for one in sent)

    def read(self, incoming: Incoming, path: Mapping[str, str]) -> tuple[dict[Where, Plain], list[Failure]]:
        """Give the values by where (``query:page``), and what is wrong with them."""
        return self._read(self._readers, incoming, path)

    def takes(self, path: Mapping[str, str]) -> bool:
        """Tell whether the values in a path are valid."""
        in_path = (reader for reader in self._readers if reader.where.startswith("path:"))
        return not self._read(in_path, Incoming("", "", (), {}, {}, b""), path)[1]

    def _read(
        self, readers: Iterable["_Reader"], incoming: Incoming, path: Mapping[str, str]
    ) -> tuple[dict[Where, Plain], list[Failure]]:
        values: dict[Where, Plain] = {}
        found: list[Failure] = []
        for reader in readers:
            written = reader.written(incoming, path)
            if written is None:
                if reader.required:
                    found.append(Failure(Kind.MISSING_PARAMETER, reader.where, "required"))
                continue
            try:
                values[reader.where] = value = reader.value(written)
            except json.JsonError:
                found.append(Failure(Kind.INVALID_PARAMETER, reader.where, "json"))
            else:
                found += failures(reader.validator, value, reader.where)
        return values, found


class _Reader:
    def __init__(self, parameter: Parameter, schemas: Schemas, others: frozenset[str]) -> None:
        self.where = f"{parameter.location}:{parameter.name}"
        self.required = parameter.required
        self.validator = schemas.validator(parameter.type)
        self._parameter = parameter
        self._schemas = schemas
        shape = schemas.shape(parameter.type)
        self._wanted = "text" if parameter.content_type else _wanted(json_types(shape))
        self._fields = frozenset(shape.get("properties", ()))
        self._is_map = not self._fields or shape.get("additionalProperties", False) is not False
        self._others = others

    def written(self, incoming: Incoming, path: Mapping[str, str]) -> Written | None:
        """Take the parameter out of the request, split by its style; ``None`` where it is not there."""
        name, location = self._parameter.name, self._parameter.location
        if location == "query":
            return in_query(self._parameter, self._wanted, incoming.query, self._is_member)
        if location == "path":
            return in_path(self._parameter, self._wanted, path[name]) if name in path else None
        text = incoming.headers.get(name.lower()) if location == "header" else incoming.cookies.get(name)
        return None if text is None else in_header(self._parameter, self._wanted, text)

    def _is_member(self, name: str) -> bool:
        """Tell whether a name in the query is one of an object's, by which it is written member by member."""
        return name in self._fields or (self._is_map and name.partition("[")[0] not in self._others)

    def value(self, written: Written) -> Plain:
        """Turn what was written into a value.

        Raises:
            JsonError: it is not JSON, where JSON is wanted.
        """
        if isinstance(written, str) and "json" in self._parameter.content_type:
            return json.loads(written.encode())
        return read(self._schemas, self._parameter.type, written)


def _can_be_sent(parameter: Parameter, operation: Operation) -> bool:
    """Tell whether a request has a place for the parameter, and OpenAPI lets it be one."""
    if parameter.location == "path":
        return f"{{{parameter.name}}}" in operation.path
    return parameter.location != "header" or parameter.name.lower() not in _NOT_PARAMETERS


def _wanted(types: Collection[str]) -> Wanted:
    if "string" in types:
        return "text"
    if "array" in types:
        return "list"
    return "object" if "object" in types else "text"
