"""Guard: the last look at a request before a live server gets it. In: an operation, a request as it will be sent.
Out: why it is not sent.

Whatever a case was meant to be, only what the request itself holds counts here. What changes anything names records of
the run's own and no others; in place of a key it may hold one word, where no key can look like it.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import httpx2

from qiyue.api import Api, Operation, Where
from qiyue.base.absent import ABSENT
from qiyue.base.where import parts_of
from qiyue.contract.auth.credentials import Customer, client_scope_values
from qiyue.contract.http import request_contents
from qiyue.contract.http.message import value_at
from qiyue.contract.live.created_records import CreatedRecords
from qiyue.contract.live.key_places import KeyPlace, KeyPlaces
from qiyue.contract.model.effect import Effect, reason_to_skip
from qiyue.sample.valid import is_valid
from qiyue.values import Plain

UNDECLARED = "unheard-of"
"""Stands for a key in cases that are wrong."""
_LENGTHS = ("minLength", "maxLength")


def accepts_unknown(api: Api, node: Mapping[str, Any]) -> bool:
    """Tell whether a key of this type may look like ``UNDECLARED``: free text may, whatever its length."""
    return is_valid(api, {word: value for word, value in node.items() if word not in _LENGTHS}, UNDECLARED)


class RequestBlocked(Exception):
    """A case is not sent; the text says why, ``""`` where one like it was."""


class RequestGuard:
    """Holds the requests of one run to what it made."""

    def __init__(self, api: Api, customer: Customer, keys: KeyPlaces, records: CreatedRecords) -> None:
        self._api, self._keys, self._records = api, keys, records
        self._scopes = {each.id: client_scope_values(api, each, customer.scope) for each in api.operations}

    def check(self, operation: Operation, request: httpx2.Request) -> None:
        """Take the last look at a request.

        Raises:
            Withheld: it is not to be sent.
        """
        objection = self._objection(operation, request)
        if objection:
            raise RequestBlocked(objection)

    def _objection(self, called: Operation, request: httpx2.Request) -> str:
        """Say why a request is not sent, ``""`` where it may be."""
        operation = self._selected(called, request)
        if reason_to_skip(operation, allow_writes=True):
            return "it selects what is never called on a live server"
        if self._keys.effects[operation.id] in (Effect.READS, Effect.ADMITS):
            return ""
        if request_contents.path_values(operation, request) is None:
            return "its path is not that of the operation"
        return next(self._objections(operation, request), "")

    def _selected(self, operation: Operation, request: httpx2.Request) -> Operation:
        """Give the operation that a request selects, where one address has many."""
        for dispatch in self._api.dispatches:
            if operation.id in {each for _, each in dispatch.cases}:
                said = str(value_at(request, dispatch.field)).casefold()
                chosen = [each for value, each in dispatch.cases if value.casefold() == said]
                return self._api.operation(chosen[0]) if chosen else operation
        return operation

    def _objections(self, operation: Operation, request: httpx2.Request) -> Iterator[str]:
        places = {_lowered(place.at): place for place in self._keys.of[operation.id]}
        for at, value in self._held(operation, request):
            if at not in places or not self._is_ours(operation, places[at], value, request):
                yield f"at {at} it would name what the run did not make"
        for at, value in self._scopes[operation.id].items():
            if any(str(held) != str(value) for held in request_contents.values_at(operation, request, at)):
                yield f"at {at} it would name another scope than the customer's"
        if request_contents.body(request) is ABSENT and any(at.startswith("/") for at in places):
            yield "its body cannot be read"
        own = (place.at for place in places.values() if place.own)
        named = (value for at in own for value in request_contents.values_at(operation, request, at))
        if self._keys.effects[operation.id] is Effect.CHANGES and not any(map(_names, named)):
            yield "it names nothing, and so perhaps everything"

    def _is_ours(self, operation: Operation, place: KeyPlace, value: Plain, request: httpx2.Request) -> bool:
        if value == UNDECLARED and not accepts_unknown(self._api, place.node):
            return True
        return self._records.holds(operation, place, value, request)

    def _held(self, operation: Operation, request: httpx2.Request) -> Iterator[tuple[Where, Plain]]:
        """Give everything in a request by which a record may be named, whether the document says so or not."""
        places = {_lowered(place.at) for place in self._keys.of[operation.id]}
        exempt = self._keys.ignored_locations(operation)
        for name, value in (request_contents.path_values(operation, request) or {}).items():
            if f"path:{name}" not in exempt:
                yield f"path:{name}", value
        for at, value in request_contents.parameters(request):
            is_named = at.startswith("query:") and at not in exempt and self._keys.is_key(at[6:])
            if at in places or is_named:
                yield at, value
        body = request_contents.body(request)
        for at, value in request_contents.leaves(body) if body is not ABSENT else ():
            above = [at[:index] for index, char in enumerate(at) if char == "/"]
            is_named = at not in exempt and any(map(self._keys.is_key, parts_of(at)))
            if _names(value) and (at in places or is_named or not places.isdisjoint(above)):
                yield at, value


def _names(value: Plain) -> bool:
    """Tell whether a value names anything."""
    return value not in (None, "", [], {})


def _lowered(at: Where) -> Where:
    return at.lower() if at.startswith("header:") else at
