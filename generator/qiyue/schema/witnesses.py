"""Values that may lie in one schema and not in another: at the edges of what both say. In: two nodes with their types.
Out: a bounded number of values to try; nothing is promised of any of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, islice
from typing import Final

from qiyue.api import Types
from qiyue.schema.evaluation import Failure, evaluate, item_schema
from qiyue.schema.facts import Facts, facts, member, possible_types
from qiyue.schema.keywords import UNIONS
from qiyue.values import FrozenMap, Plain

_MOST: Final = 400
_MOST_INSIDE: Final = 24
_DEEPEST: Final = 5
_LONGEST: Final = 300


def witnesses(narrow: Plain, wide: Plain, narrow_types: Types, wide_types: Types) -> Iterator[Plain]:
    """Walk values of the first node to be tried on the second."""
    known = facts(narrow, narrow_types)
    if known is not None:
        for deepest in range(1, _DEEPEST + 1):  # what differs near the top is found before all that lies below
            search = _Search(narrow_types, wide_types, deepest)
            yield from islice(_Candidates(search, known, facts(wide, wide_types) or (), 0).all(), _MOST)


@dataclass(slots=True)
class _Search:
    narrow: Types
    wide: Types
    deepest: int
    left: int = 1_000
    """Places inside that may still be looked into."""


class _Candidates:
    """Values of facts, with what others say of the same place in mind."""

    def __init__(self, search: _Search, known: Facts, others: Facts, depth: int) -> None:
        self._search, self._known, self._others, self._depth = search, known, others, depth
        self._both = (*known, *others)
        search.left -= 1

    def all(self) -> Iterator[Plain]:
        yield from self._said()
        for number, fact in enumerate(self._known):
            for branch in chain.from_iterable(fact.get(word, ()) for word in UNIONS):
                rest = tuple({k: v for k, v in each.items() if k not in UNIONS} for each in self._known[: number + 1])
                inner = facts(branch, self._search.narrow)
                if inner is not None and self._depth < _DEEPEST:
                    case = (*rest, *self._known[number + 1 :], *inner)
                    deeper = _Candidates(self._search, case, self._others, self._depth + 1)
                    yield from islice(deeper.all(), _MOST_INSIDE * 2)
        kinds = possible_types(self._known)
        makers = {
            "null": lambda: iter([None]),
            "boolean": lambda: iter([True, False]),
            "integer": self._numbers,
            "string": self._texts,
            "array": self._lists,
            "object": self._objects,
        }
        for kind, make in makers.items():
            if kind in kinds:
                yield from make()
        if "number" in kinds:
            yield from (each + Decimal("0.5") for each in self._numbers())

    def _said(self) -> Iterator[Plain]:
        for fact in self._known:
            yield from (fact["const"],) if "const" in fact else ()
            yield from chain(fact.get("enum", ()), fact.get("examples", ()))

    def _edges(self, *words: str) -> list[Plain]:
        found = (fact[word] for fact in self._both for word in words if word in fact)
        return [each for each in found if isinstance(each, int | Decimal) and not isinstance(each, bool)]

    def _numbers(self) -> Iterator[Plain]:
        words = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
        steps = [0, 1, -1, *self._edges("multipleOf")]
        for base in dict.fromkeys([1, 0, *self._edges(*words), 10**6, -(10**6)]):
            yield from (base + step for step in steps)

    def _sizes(self, ending: str) -> list[int]:
        edges = [int(edge) + step for edge in self._edges(f"min{ending}", f"max{ending}") for step in (0, 1, -1)]
        return [size for size in dict.fromkeys([1, 0, *edges, 2]) if 0 <= size <= _LONGEST]

    def _texts(self) -> Iterator[str]:
        for size in self._sizes("Length"):
            yield "x" * size
        for fact in self._both:
            yield str(fact.get("pattern", "")).strip("^$")

    def _lists(self) -> Iterator[list[Plain]]:
        for size in self._sizes("Items"):
            usual = [self._inside(index)[:1] for index in range(min(size, 8))]
            if all(usual):
                filled = [value for (value,) in usual]
                yield filled + filled[-1:] * (size - len(filled))
                yield [_varied(value, number) for number, value in enumerate(filled)]
            for place in range(min(size, 3)):
                for value in self._inside(place):
                    yield [*(each for (each,) in usual[:place] if usual[:place]), value] if all(usual[:place]) else []

    def _inside(self, index: int) -> list[Plain]:
        held, wanted = ([item_schema(fact, index) for fact in side] for side in (self._known, self._others))
        return self._best(held, wanted)

    def _best(self, held: list[Plain], wanted: list[Plain]) -> list[Plain]:
        """Values inside, those first that are not wanted there."""
        search, narrow, wide = self._search, FrozenMap({"allOf": tuple(held)}), FrozenMap({"allOf": tuple(wanted)})
        known = facts(narrow, search.narrow)
        if known is None or self._depth >= search.deepest or search.left <= 0:
            return []
        deeper = _Candidates(search, known, facts(wide, search.wide) or (), self._depth + 1)
        tried = islice(deeper.all(), _MOST_INSIDE)
        fitting = [value for value in tried if evaluate(narrow, value, search.narrow) is None]
        return sorted(fitting, key=lambda value: not isinstance(evaluate(wide, value, search.wide), Failure))

    def _objects(self) -> Iterator[dict[str, Plain]]:
        needed = dict.fromkeys(name for fact in self._known for name in fact.get("required", ()))
        values = {name: self._member(name) for name in needed}
        if not all(values.values()):
            return
        least = {name: found[-1] for name, found in values.items()}
        yield least
        named = [*needed, *(n for f in self._both for n in (*(f.get("properties") or ()), *f.get("required", ())))]
        listed = {name: values.get(name) or self._member(name) for name in dict.fromkeys([*named, "other"])}
        for name, found in listed.items():
            yield from ({**least, name: value} for value in found)
        yield {name: found[-1] for name, found in listed.items() if found}
        for size in self._sizes("Properties"):
            extra = {f"key{number}": value for number in range(size) for value in self._member(f"key{number}")[-1:]}
            yield dict(islice({**least, **extra}.items(), max(size, len(least))))

    def _member(self, name: str) -> list[Plain]:
        held = member(self._known, name)
        return [] if held is None else self._best(held, member(self._others, name) or [])


def _varied(value: Plain, number: int) -> Plain:
    if isinstance(value, str):
        return f"{value}{number}"
    return value + number if isinstance(value, int | Decimal) and not isinstance(value, bool) else value
