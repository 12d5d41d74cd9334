"""What extensions say to each other across the document: operations that tokens call, stores that rules name."""

from collections.abc import Iterator
from typing import Any

from qiyue.base.where import pointer
from qiyue.codes import suggest_word
from qiyue.positions import Position, walk
from qiyue.values import Plain
from qiyue.wording import Problem

_MOCK = "x-qiyue-mock"
_TOKEN = "x-qiyue-token"


def problems(document: Plain) -> Iterator[Problem]:
    """Give every name in an extension that leads nowhere."""
    positions = [position for position in walk(document) if position.kind in _KINDS]
    yield from _tokens(positions)
    yield from _stores(positions)


_KINDS = frozenset({"root", "operation", "case", "security-scheme"})


def _tokens(positions: list[Position]) -> Iterator[Problem]:
    found = (position.data.get("operationId") for position in positions)
    operations = {each for each in found if isinstance(each, str)}
    for position in positions:
        token = position.data.get(_TOKEN)
        wanted = token.get("operation") if isinstance(token, dict) else None
        if isinstance(wanted, str) and wanted not in operations:
            here = f"{position.pointer}/{_TOKEN}/operation"
            yield _unknown(here, f"{_TOKEN}: there is no operation `{wanted}`", wanted, operations)


def _stores(positions: list[Position]) -> Iterator[Problem]:
    """A store that a rule names is seeded, or some operation keeps it."""
    mocks = [(position, position.data[_MOCK]) for position in positions if isinstance(position.data.get(_MOCK), dict)]
    known = {mock["store"] for _, mock in mocks if isinstance(mock.get("store"), str)}
    known |= {store for _, mock in mocks if isinstance(mock.get("seed"), dict) for store in mock["seed"]}
    for position, mock in mocks:
        for index, rule in enumerate(mock.get("rules") or ()):
            wanted = _store_of(rule)
            if wanted and wanted not in known:
                here = position.pointer + pointer([_MOCK, "rules", index, "exists", "in"])
                yield _unknown(here, f"{_MOCK}: no operation keeps a store `{wanted}`, nor is it seeded", wanted, known)


def _store_of(rule: Plain) -> str:
    exists: Any = rule.get("exists") if isinstance(rule, dict) else None
    store = exists.get("in") if isinstance(exists, dict) else None
    return store if isinstance(store, str) else ""


def _unknown(here: str, sentence: str, word: str, known: set[Any]) -> Problem:
    meant = suggest_word(word, [name for name in known if isinstance(name, str)])
    return Problem(here, sentence, f"did you mean {meant}?" if meant else "")
