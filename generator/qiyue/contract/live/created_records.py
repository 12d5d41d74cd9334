"""Created records: the records that a live run made, and the keys by which they are named. In: successes. Out: keys
for requests.

A key is the run's own if the success of an operation that only makes gave it. An answer that says no 201 and gives a
key that was there before has found a record, not made one: that key is nobody's own any more.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

import httpx2

from qiyue.api import Operation, Where
from qiyue.base.absent import ABSENT
from qiyue.base.where import get
from qiyue.contract.http.request_contents import path_values, values_at
from qiyue.contract.http.response import ReceivedResponse
from qiyue.contract.live.key_places import KeyPlace, KeyPlaces
from qiyue.contract.model.record_kind import Kind, kind_at, kind_named, kind_of, split_words
from qiyue.mock.answered import spot
from qiyue.values import Missing, Plain

_IDS = ("id", "uuid", "guid")
_WRAPPERS = ("data", "result", "item", "record", "object")


@dataclass(frozen=True, slots=True, eq=False)
class CreatedRecord:
    """One record that the run made."""

    operation: Operation
    body: Plain
    location: str
    """The address that the answer gives it, ``""`` where it gives none."""
    above: Mapping[Kind, str]
    """The records in which it lies: kind → key."""

    def key(self, place: KeyPlace) -> Plain:
        """Give its key as it stands at a place, ``ABSENT`` where the answer did not say."""
        if self.operation.id not in place.makers:
            return ABSENT
        pointer = place.makers[self.operation.id]
        found = self._named(place) if pointer is None else get(self.body, pointer)
        return found if _is_key(found) else ABSENT

    def _named(self, place: KeyPlace) -> Plain:
        """Give the key by the names that it may have in the answer."""
        kind, name = kind_of(self.operation)[-1].split(" "), list(place.name)
        names = [name, [*kind, *name]]
        if kind_named(name) == kind_of(self.operation)[-1] or name[-1].endswith(("id", "ids")):
            names += [*([word] for word in _IDS), *([*kind, word] for word in _IDS)]
        held = get(self.body, spot(self.operation)) if isinstance(self.body, dict) else self.body
        if _is_key(held):
            return held
        for wanted in names:
            for shown in _objects(held, kind):
                found = (value for key, value in shown.items() if split_words(key) == wanted and _is_key(value))
                if (key := next(found, ABSENT)) is not ABSENT:
                    return key
        return self.location if self.location and place.at.startswith("path:") else ABSENT


class ExpectedRecord(CreatedRecord):
    """A record that a run would make: the operation that would give its key stands for it."""

    def key(self, place: KeyPlace) -> Plain:
        return f"made-by-{self.operation.id}" if self.operation.id in place.makers else ABSENT


class CreatedRecords:
    """The records of one run."""

    def __init__(self, keys: KeyPlaces, made: Iterable[CreatedRecord] = ()) -> None:
        self._keys = keys
        self._made = list(made)
        self._found: set[tuple[Kind, str]] = set()
        """Keys that were there before an answer gave them as made."""

    def note(self, operation: Operation, request: httpx2.Request, response: httpx2.Response) -> None:
        """Remember what the success of an operation that makes has made."""
        made = CreatedRecord(operation, _body(response), _located(operation, response), self._above(operation, request))
        again = [each for each in self._made if each.operation.id == operation.id and self._alike(each, made)]
        if again and response.status_code != httpx2.codes.CREATED:
            self._found |= self._named(made)
            self._made = [each for each in self._made if self._named(each).isdisjoint(self._found)]
        elif self._named(made).isdisjoint(self._found):
            self._made.append(made)

    def all(self) -> list[CreatedRecord]:
        """Give what was made and is still there, the last first."""
        return self._made[::-1]

    def values(self, operation: Operation, only: CreatedRecord | None = None) -> dict[Where, Plain]:
        """Give keys of the run's own for an operation, those of one record and what it lies in where one is named."""
        found: dict[Where, Plain] = {}
        above: dict[Kind, str] = {}
        for place in _innermost_first(self._keys.of[operation.id]):
            for made in self.all() if only is None or not _is_of(place, only) else [only]:
                key = made.key(place)
                if key is not ABSENT and above.get(place.kind, str(key)) == str(key) and _agree(above, made.above):
                    found[place.at] = key
                    above |= {**made.above, place.kind: str(key)}
                    break
        return found

    def holds(self, operation: Operation, place: KeyPlace, value: Plain, request: httpx2.Request) -> bool:
        """Tell whether a value names a record of the run's own, in the record in which the request looks for it."""
        above = self._above(operation, request)
        return any(
            key is not ABSENT and _is_key(value) and str(key) == str(value) and _agree(above, made.above)
            for made in self._made
            for key in [made.key(place)]
        )

    def forget(self, operation: Operation, request: httpx2.Request) -> None:
        """Forget what an operation has deleted, and what lay in it: other records may get these keys."""
        above = self._above(operation, request)
        for place in _innermost_first(each for each in self._keys.of[operation.id] if each.own):
            gone = {str(value) for value in values_at(operation, request, place.at)}
            if gone:
                self._made = [each for each in self._made if not _is_gone(each, place, gone, above)]
                return

    def _above(self, operation: Operation, request: httpx2.Request) -> dict[Kind, str]:
        found = path_values(operation, request) or {}
        return {kind_at(operation.path, name): value for name, value in found.items()}

    def _alike(self, one: CreatedRecord, other: CreatedRecord) -> bool:
        return not self._named(one).isdisjoint(self._named(other))

    def _named(self, made: CreatedRecord) -> set[tuple[Kind, str]]:
        """Give all names of a record, at whatever place."""
        places = (place for each in self._keys.of.values() for place in each if place.own)
        keys = ((place.kind, made.key(place)) for place in places)
        inside = "/".join(made.above.values())
        return {(kind, f"{inside}/{key}") for kind, key in keys if key is not ABSENT}


def _innermost_first(places: Iterable[KeyPlace]) -> Iterator[KeyPlace]:
    """Give the places of a path from its end, then all others."""
    ordered = list(places)
    yield from (place for place in ordered[::-1] if place.at.startswith("path:"))
    yield from (place for place in ordered if not place.at.startswith("path:"))


def _is_gone(made: CreatedRecord, place: KeyPlace, gone: set[str], above: Mapping[Kind, str]) -> bool:
    lies_in = made.above.get(place.kind) in gone
    return lies_in or (str(made.key(place)) in gone and _agree(above, made.above))


def _is_of(place: KeyPlace, made: CreatedRecord) -> bool:
    return made.operation.id in place.makers


def _agree(one: Mapping[Kind, str], other: Mapping[Kind, str]) -> bool:
    """Tell whether two records lie in the same ones, as far as both say."""
    return all(other.get(kind, key) == key for kind, key in one.items())


def _is_key(value: Plain) -> bool:
    return value is not ABSENT and isinstance(value, str | int) and not isinstance(value, bool) and value != ""


def _body(response: httpx2.Response) -> Plain:
    try:
        return ReceivedResponse(response.status_code, response.headers, response.content).body()
    except Missing:
        return None


def _located(operation: Operation, response: httpx2.Response) -> str:
    """Give the key at the end of the address of what was made, where that lies in the collection that was called."""
    path, _, key = httpx2.URL(response.headers.get("location", "")).path.rpartition("/")
    return unquote(key) if path.endswith(operation.path.rstrip("/")) and "{" not in operation.path else ""


def _objects(held: Plain, kind: list[str]) -> Iterator[dict[str, Plain]]:
    """Give an object, and those in it that stand for the same."""
    if isinstance(held, dict):
        yield held
        names = (kind, *([word] for word in _WRAPPERS))
        yield from (value for key, value in held.items() if isinstance(value, dict) and split_words(key) in names)
