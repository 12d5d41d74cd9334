"""Own keys: cases for a live server, with the keys of what the run made in place of those that a document shows or
chance draws. In: a case. Out: the case as it may be sent, or none.

A key that a valid case holds is of the run's own; so is one in an invalid case that is wrong elsewhere. Where the key
itself is wrong it becomes ``UNDECLARED``, once for each spot, and only where no key can look like that.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import unquote

from qiyue.api import Api, Kind, Operation, Where
from qiyue.contract.http.request_values import values_in, with_values, without
from qiyue.contract.live.guard import UNDECLARED, RequestBlocked, accepts_unknown
from qiyue.contract.live.key_places import KeyPlace, KeyPlaces
from qiyue.contract.model.case import Case
from qiyue.contract.model.effect import Effect
from qiyue.mock.text import scalar
from qiyue.sample.valid import is_valid
from qiyue.schema.json_types import json_types
from qiyue.values import Plain

KEYLESS = "the run had made nothing that could be named"
UNKNOWN = "nothing was known to be there that could be named"
_ABOUT_KEYS = "the key itself is what is tried, and it could be another's"


class OwnKeys:
    """Puts keys into the cases of one run."""

    def __init__(self, api: Api, keys: KeyPlaces) -> None:
        self._api, self._keys = api, keys
        self._unheard: set[tuple[str, Where]] = set()

    def put(self, operation: Operation, planned: Case, known: Mapping[Where, Plain]) -> Case:
        """Give a case with these keys.

        Raises:
            Withheld: it needs one that is not known, or is about a key itself.
        """
        effect = self._keys.effects[operation.id]
        if effect in (Effect.READS, Effect.ADMITS):
            return planned
        for place in self._keys.of[operation.id]:
            chosen = {} if effect is Effect.MAKES and place.optional and place.own else known
            planned = self._at(operation, place, planned, chosen)
        return planned

    def _at(self, operation: Operation, place: KeyPlace, planned: Case, known: Mapping[Where, Plain]) -> Case:
        held = [value for value in values_in(planned.case, place.at) if value not in (None, [])]
        varied = re.sub(r"/[0-9]+(?=/|\Z)", "/*", planned.at)
        if planned.positive and varied and (place.at == varied or place.at.startswith(f"{varied}/")):
            raise RequestBlocked(_ABOUT_KEYS)
        if not planned.positive and not all(self._fits(place, value) for value in held):
            return self._wrong(operation, place, planned)
        if place.at in known and (held or (place.own and (planned.positive or place.optional))):
            at = place.at if held else place.at.replace("*", "0")
            return replace(planned, case=with_values(planned.case, {at: known[place.at]}))
        if not held:
            return planned
        if not place.optional:
            raise RequestBlocked(KEYLESS)
        return replace(planned, case=without(planned.case, place.optional))

    def _fits(self, place: KeyPlace, value: Plain) -> bool:
        """Tell whether a value is valid at a place; outside of bodies it is text."""
        if isinstance(value, list):
            return all(self._fits(place, item) for item in value)
        text = unquote(value) if isinstance(value, str) and place.at.startswith("path:") else value
        is_text = isinstance(text, str) and not place.at.startswith("/")
        return is_valid(self._api, place.node, scalar(json_types(place.node), text) if is_text else text)

    def _wrong(self, operation: Operation, place: KeyPlace, planned: Case) -> Case:
        """Give the case with a word in place of a key, where there was none such before."""
        if accepts_unknown(self._api, place.node):
            raise RequestBlocked(_ABOUT_KEYS)
        if (operation.id, place.at) in self._unheard:
            raise RequestBlocked("")
        self._unheard.add((operation.id, place.at))
        return replace(
            planned,
            case=with_values(planned.case, {place.at: UNDECLARED}),
            about=f"{place.at} is of another form: {UNDECLARED}",
            kinds=planned.kinds | {Kind.NOT_FOUND} if planned.kinds else planned.kinds,
        )
