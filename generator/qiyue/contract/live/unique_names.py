"""Unique names: what a live run makes is called another way in each run, so that a second run finds no name taken.

In: a case that makes something, the id of the run. Out: the case with names that nobody has used.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count
from typing import Any

from qiyue.api import Api, Operation, Where
from qiyue.contract.http.request_values import values_in, with_values
from qiyue.contract.live.key_places import KeyPlaces
from qiyue.contract.model.case import Case
from qiyue.contract.model.effect import Effect
from qiyue.examples import nodes_of
from qiyue.sample.valid import is_valid
from qiyue.values import Plain

_NAMES = frozenset(
    "name title label username user login loginname email mail slug handle nickname displayname fullname sku reference "
    "externalid subject code".split()
)
"""Members that servers often want to be unique, joined."""
_FORMED = frozenset({"enum", "const", "pattern", "contentMediaType", "x-qiyue-time"})


class UniqueNames:
    """The names of one run."""

    def __init__(self, api: Api, keys: KeyPlaces, run_id: str) -> None:
        self._api, self._keys, self._run_id, self._numbers = api, keys, run_id, count(1)

    def put(self, operation: Operation, planned: Case) -> Case:
        """Return an example of an operation that makes something with names of the run's own."""
        if not self._run_id or planned.phase != "examples" or not planned.positive:
            return planned
        if self._keys.effects[operation.id] is not Effect.MAKES:
            return planned
        return replace(planned, case=with_values(planned.case, dict(self._names(operation, planned))))

    def _names(self, operation: Operation, planned: Case) -> Iterator[tuple[Where, Plain]]:
        keys = {place.at for place in self._keys.of[operation.id]}
        for at, node in nodes_of(self._api, operation).items():
            name = "".join(char for char in at.rpartition("/")[2].lower() if char.isalnum())
            if not at.startswith("/") or name not in _NAMES or at in keys or not _FORMED.isdisjoint(node):
                continue
            held = [value for value in values_in(planned.case, at) if isinstance(value, str) and value]
            if len(held) == 1 and (made := self._unused(node, held[0])):
                yield at, made

    def _unused(self, node: Mapping[str, Any], name: str) -> str:
        """Return a name like this one, ``""`` where the schema leaves no room."""
        mark = f"{self._run_id}{next(self._numbers)}"
        shapes = (f"{mark}.{name}", f"{mark}{name}") if "format" in node else (f"{name} {mark}", f"{name}{mark}", mark)
        return next((each for each in shapes if is_valid(self._api, node, each)), "")
