"""The version a document says, as two numbers: ``2, 0`` for Swagger 2.0, ``3, 1`` for OpenAPI 3.1."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, TypeAlias

from qiyue.diagnostics import Diagnostic, Refused, Report, Severity, refuse
from qiyue.positions import FILES
from qiyue.source import Places
from qiyue.values import Plain

Version: TypeAlias = tuple[int, int]

SWAGGER_20: Final[Version] = (2, 0)
OPENAPI_30: Final[Version] = (3, 0)
OPENAPI_31: Final[Version] = (3, 1)

_OPENAPI = re.compile(r"3\.([0-9]{1,3})(\.[0-9]+)?([-+].*)?")
_SWAGGER = re.compile(r"2\.0(\.0)?|2")


def read_version(data: Plain, places: Places, report: Report) -> Version:
    """The version of a document.

    Raises:
        Refused: the document does not say that it is Swagger 2.0 or OpenAPI 3.
    """
    if not isinstance(data, dict):
        raise refuse("wrong-version", "this is not an OpenAPI document: it is no mapping", places.place(""))
    for key in ("openapi", "swagger"):
        number = data.get(key)
        if isinstance(number, Decimal | int) and not isinstance(number, bool) and not report.strict:
            found = parse_version({key: str(number)})
            if found:
                message = f"the version is text, all its numbers; this number is read as {str(number)!r}"
                report.add(Diagnostic("odd-shape", Severity.NOTE, message, places.place(f"/{key}")))
                return found
    found = parse_version(data)
    if found is None:
        raise _wrong_version(data, places)
    return found


def parse_version(data: Plain) -> Version | None:
    """The version that a document or another file of it says in text; None where it says none that is read."""
    if not isinstance(data, dict):
        return None
    version = data.get("openapi")
    if isinstance(version, str):
        found = _OPENAPI.fullmatch(version.strip())
        return (3, int(found[1])) if found else None
    version = data.get("swagger")
    return SWAGGER_20 if isinstance(version, str) and _SWAGGER.fullmatch(version.strip()) else None


def other_files(data: dict[str, Plain]) -> Iterator[tuple[str, Plain]]:
    """The other files of a document: name and content. A stranger's member of that name may have any shape."""
    files = data.get(FILES)
    yield from files.items() if isinstance(files, dict) else ()


def _wrong_version(data: dict[str, Plain], places: Places) -> Refused:
    if "openapi" not in data:
        if "swagger" in data:
            message = f"Swagger {str(data['swagger'])[:20]} is not read"
            return refuse("wrong-version", message, places.place("/swagger"), _READ)
        message = "the document does not say its version"
        return refuse("wrong-version", message, places.place(""), "add `openapi: 3.1.0`")
    version = data["openapi"]
    place = places.place("/openapi")
    if not isinstance(version, str):
        return refuse("wrong-version", "the version must be text", place, "write `openapi: 3.1.0`, all three numbers")
    return refuse("wrong-version", f"OpenAPI {version[:20]!r} is not read", place, _READ)


_READ: Final = "qiyue reads Swagger 2.0 and OpenAPI 3.0, 3.1"
