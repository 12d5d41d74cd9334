"""Ownership: what keeps a live run to the records that it made. In: Api, the customer. Out: cases with keys of the
run's own, a last look at each request, and what was not sent for that reason."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

import httpx2

from qiyue.api import Api, Operation, Where
from qiyue.contract.auth.credentials import Customer
from qiyue.contract.live.created_records import CreatedRecord, CreatedRecords
from qiyue.contract.live.guard import RequestBlocked, RequestGuard
from qiyue.contract.live.key_places import KeyPlaces
from qiyue.contract.live.own_keys import UNKNOWN, OwnKeys
from qiyue.contract.model.case import Case
from qiyue.contract.model.effect import Effect, is_deletion
from qiyue.values import Plain


class Ownership:
    """The records of one run, and what may be sent about them."""

    def __init__(self, api: Api, customer: Customer, made: Iterable[CreatedRecord] = ()) -> None:
        self.keys = KeyPlaces(api)
        self.records = CreatedRecords(self.keys, made)
        self._guard = RequestGuard(api, customer, self.keys, self.records)
        self._cases = OwnKeys(api, self.keys)
        self.blocked: Counter[tuple[str, str]] = Counter()
        """How many cases were not sent, by operation and reason."""

    def prepare(self, operation: Operation, planned: Case) -> Case:
        """Give a case with keys of the run's own.

        Raises:
            Withheld: it cannot have them.
        """
        return self.put(operation, planned, self.records.values(operation))

    def put(self, operation: Operation, planned: Case, known: Mapping[Where, Plain]) -> Case:
        """Give a case with these keys.

        Raises:
            Withheld: they are not all that it needs.
        """
        with self._counting(operation):
            return self._cases.put(operation, planned, known)

    def require(self, operation: Operation, known: Mapping[Where, Plain]) -> None:
        """Hold back a case of an operation that reads, where its path names what nobody knows to be there.

        Raises:
            RequestBlocked: a key is not known.
        """
        with self._counting(operation):
            if any(place.at.startswith("path:") and place.at not in known for place in self.keys.of[operation.id]):
                raise RequestBlocked(UNKNOWN)

    def check(self, operation: Operation, request: httpx2.Request) -> None:
        """Take the last look at a request.

        Raises:
            Withheld: it is not to be sent.
        """
        with self._counting(operation):
            self._guard.check(operation, request)

    @contextmanager
    def _counting(self, operation: Operation) -> Iterator[None]:
        try:
            yield
        except RequestBlocked as reason:
            if str(reason):
                self.blocked[operation.id, str(reason)] += 1
            raise

    def note(self, operation: Operation, request: httpx2.Request, response: httpx2.Response) -> None:
        """Remember what a success has made, and forget what it has deleted."""
        effect = self.keys.effects[operation.id]
        if effect is Effect.MAKES:
            self.records.note(operation, request, response)
        elif effect is Effect.CHANGES and is_deletion(operation):
            self.records.forget(operation, request)
