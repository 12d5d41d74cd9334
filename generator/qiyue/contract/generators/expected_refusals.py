"""Expected refusals: how a server may refuse what is wrong at a spot. In: Api and an operation. Out: kinds by where.

A wrong value is an invalid parameter, unless the vendor looks at that spot for another reason first: for the clock, the
signature, the credential, for what selects the operation, or by a rule.
"""

import re
from collections.abc import Iterator, Mapping

from qiyue.api import Api, Kind, Operation, Where
from qiyue.contract.auth.credentials import token_request_fields
from qiyue.values import Plain

_INDEX = re.compile(r"/\d+(?=/|$)")


class ExpectedRefusals:
    """The spots of one operation that mean something beside their value."""

    def __init__(self, api: Api, operation: Operation) -> None:
        self._kinds: dict[Where, set[Kind]] = {}
        for where, kind in _meanings(api, operation):
            self._kinds.setdefault(where, set()).add(kind)

    def at(self, where: Where) -> frozenset[Kind]:
        """Give the kinds that a wrong value at a spot may have beside the usual ones; a whole has its parts'."""
        spot = _INDEX.sub("/*", where)
        inside = f"{spot}/"
        found = (kinds for at, kinds in self._kinds.items() if at == spot or at.startswith(inside))
        return frozenset[Kind]().union(*found)


def _meanings(api: Api, operation: Operation) -> Iterator[tuple[Where, Kind]]:
    if operation.signature:
        yield operation.signature.put, Kind.BAD_SIGNATURE
    for dispatch in api.dispatches:
        if operation.dispatch:
            yield dispatch.field, Kind.UNKNOWN_OPERATION
    for where in token_request_fields(api, operation):
        yield where, Kind.BAD_CREDENTIAL
    for rule in (*api.mock.get("rules", ()), *(operation.mock.rules if operation.mock else ())):
        for words in rule.values():
            if isinstance(words, Mapping) and "else" in words:
                yield from ((where, Kind(words["else"])) for where in _spots(words))


def _spots(words: Plain) -> Iterator[Where]:
    if isinstance(words, str):
        yield words
    elif isinstance(words, Mapping | tuple):
        for inner in words.values() if isinstance(words, Mapping) else words:
            yield from _spots(inner)
