"""Whole: which operations of a document come out whole, which with gaps, and which not at all.

In: the compiled document, and everything said of it. Out: ``CoverageSummary``. A gap touches the operation around it,
every operation that uses, through references, what the gap lies in, and those that a path or the document hands it
down to.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from qiyue.api import Api, Operation
from qiyue.base.value import Value
from qiyue.base.where import parts_of, pointer
from qiyue.diagnostics import Diagnostic, Severity
from qiyue.positions import MEMBERS, walk
from qiyue.values import Missing, Plain, at

_METHODS = frozenset(key for key, holds in MEMBERS["path"].items() if holds == "operation") | {"query"}
_SCHEMES = "/components/securitySchemes"


class CoverageSummary(Value):
    """Operations by id; those that were left out by method and path: ``get /teas``."""

    whole: tuple[str, ...] = ()
    with_gaps: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        return len(self.whole) + len(self.with_gaps) + len(self.left_out)

    def __str__(self) -> str:
        noun = "operation" if self.count == 1 else "operations"
        lost = f", {len(self.left_out)} left out" if self.left_out else ""
        return f"{self.count} {noun}, {len(self.whole)} whole, {len(self.with_gaps)} with gaps{lost}"


NONE = CoverageSummary()


def get_coverage_summary(api: Api, data: Plain, diagnostics: Iterable[Diagnostic]) -> CoverageSummary:
    """Sort the operations of a document in its 3.1 form."""
    places = {each.place.pointer for each in diagnostics if each.severity is Severity.GAP and each.place is not None}
    touched = set(_around(places, _users(data)))
    own = _Owners(api)
    owners = {owner for place in touched for owner in own.of(place)}
    marked = [bool(owners.intersection(own.owners(operation))) for operation in api.operations]
    ids = [operation.id for operation in api.operations]
    return CoverageSummary(
        tuple(each for each, has_gap in zip(ids, marked, strict=True) if not has_gap),
        tuple(each for each, has_gap in zip(ids, marked, strict=True) if has_gap),
        tuple(_left_out(api, data)),
    )


class _Owners:
    """Who a gap belongs to: an operation, a path, the document's servers, one of its security schemes."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._operations = {operation.place for operation in api.operations}
        self._carriers = {dispatch.carrier.place for dispatch in api.dispatches}
        self._paths = {_outside(place) for place in self._operations | self._carriers}

    def of(self, place: str) -> Iterator[str]:
        """Give the owners of a place."""
        here, inner = place, ""
        while here:
            if here in self._operations:
                yield here
                return
            if here in self._carriers and inner != "x-qiyue-dispatch":
                yield here
                return
            if here in self._paths and inner in {"", "$ref", "parameters", "servers"}:
                yield here
            here, _, inner = here.rpartition("/")
        if place.startswith(("/servers", "/security", _SCHEMES + "/")):
            yield pointer(parts_of(place)[:3]) if place.startswith(_SCHEMES) else pointer(parts_of(place)[:1])

    def owners(self, operation: Operation) -> Iterator[str]:
        """Give every owner whose gaps touch an operation."""
        carrier = operation.place.partition("/x-qiyue-dispatch/")[0]
        yield from (operation.place, carrier, _outside(carrier))
        if operation.servers == self._api.servers:
            yield "/servers"
        if operation.security == self._api.security:
            yield "/security"
        for requirement in operation.security:
            yield from (_SCHEMES + pointer([name]) for name, _ in requirement)


def _outside(place: str) -> str:
    return place.rpartition("/")[0]


def _users(data: Plain) -> dict[str, list[str]]:
    """Give for each target of references the places that refer to it."""
    users: dict[str, list[str]] = {}
    for position in walk(data):
        discriminator = position.data.get("discriminator") if position.kind == "schema" else None
        mapping = discriminator.get("mapping") if isinstance(discriminator, dict) else None
        for reference in (position.data.get("$ref"), *(mapping.values() if isinstance(mapping, dict) else ())):
            if isinstance(reference, str) and reference.startswith("#/"):
                users.setdefault(unquote(reference[1:]), []).append(position.pointer)
    return users


def _around(places: Iterable[str], users: dict[str, list[str]]) -> Iterator[str]:
    """Walk places, and every place from which references lead to them or to what they lie in."""
    met = set(places)
    waiting = sorted(met)
    while waiting:
        here = waiting.pop()
        yield here
        while here:
            new = [user for user in users.get(here, ()) if user not in met]
            met.update(new)
            waiting.extend(new)
            here = "" if _is_operation(here) else _outside(here)


def _is_operation(place: str) -> bool:
    """Tell whether a place is an operation: what refers to the path around it may mean another one."""
    parts = parts_of(place)
    return len(parts) == 3 and parts[0] == "paths" and parts[2].lower() in _METHODS


def _left_out(api: Api, data: Plain) -> Iterator[str]:
    """Give the operations that the document has and the Api has not."""
    known = {(operation.path, operation.method.lower()) for operation in api.operations}
    known |= {(dispatch.carrier.path, dispatch.carrier.method.lower()) for dispatch in api.dispatches}
    paths = data.get("paths")
    for path, item in paths.items() if isinstance(paths, dict) else ():
        if path.startswith("x-"):
            continue
        methods = {method.lower() for part in _parts(item, data) for method in part} & _METHODS
        yield from (f"{method} {path}" for method in sorted(methods) if (path, method) not in known)


def _parts(item: Plain, data: Plain) -> Iterator[dict[str, Plain]]:
    """Give a path item and those that it refers to."""
    met: set[int] = set()
    while isinstance(item, dict) and id(item) not in met:
        met.add(id(item))
        yield item
        reference = item.get("$ref")
        try:
            item = at(data, unquote(reference[1:])) if isinstance(reference, str) else None
        except Missing:
            return
