"""Whether all values of one schema fit another, proved keyword by keyword. What is not proved may still be so.

A schema is here the nodes whose keywords all hold of its values: its facts.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from qiyue.api import TypeId, Types
from qiyue.base.equality import json_equal
from qiyue.schema.evaluation import Failure, evaluate, item_schema
from qiyue.schema.facts import Facts, facts, facts_of, member, possible_types, rules_others
from qiyue.schema.keywords import UNIONS, walk
from qiyue.schema.limits import IMPLIED
from qiyue.schema.references import target_of
from qiyue.values import EMPTY, FrozenMap, Plain

_OF: Final = {
    **dict.fromkeys("minimum maximum exclusiveMinimum exclusiveMaximum multipleOf".split(), "number"),
    **dict.fromkeys(
        "minLength maxLength pattern format contentMediaType contentEncoding contentSchema".split(), "string"
    ),
    **dict.fromkeys("minItems maxItems uniqueItems items prefixItems contains unevaluatedItems".split(), "array"),
    **dict.fromkeys(
        "minProperties maxProperties required properties additionalProperties patternProperties propertyNames "
        "dependentRequired dependentSchemas unevaluatedProperties".split(),
        "object",
    ),
}
"""Keywords that leave all values alone but those of one type → that type."""
_WHOLE: Final = frozenset(
    "if contains propertyNames dependentSchemas contentSchema unevaluatedItems unevaluatedProperties".split()
)
"""Keywords that are proved only by the same words."""
_DEEPEST: Final = 60
_MOST: Final = 5_000
"""Steps of one proof: what needs more counts as not proved."""


class Implication:
    """Proofs between the types of two Apis, which may be one."""

    def __init__(self, narrow: Types, wide: Types) -> None:
        self._narrow, self._wide = narrow, wide
        self._assumed = set[tuple[TypeId, TypeId]]()
        self._left = _MOST

    def holds(self, first: Plain, second: Plain, depth: int = 0) -> bool:
        """Tell whether it is proved that every value of the first fits the second."""
        pair = (target_of(first), target_of(second))
        if depth <= _DEEPEST and all(pair) and len(first) == len(second) == 1:
            if pair in self._assumed:
                return True
            before = frozenset(self._assumed)
            self._assumed.add(pair)
            proved = self._holds(facts(first, self._narrow), second, depth)
            if not proved:  # nor is what was proved by assuming it
                self._assumed = set(before)
            return proved
        return self._holds(facts(first, self._narrow), second, depth)

    def _holds(self, known: Facts | None, second: Plain, depth: int) -> bool:
        self._left -= 1
        if known is None or second is True:
            return True
        if self._left < 0:
            return False
        wanted = facts(second, self._wide)
        if wanted is None or depth > _DEEPEST:
            return not possible_types(known)
        if all(self._met(known, want, depth + 1) for want in wanted):
            return True
        return self._by_values(known, second) or self._by_cases(known, second, depth + 1)

    def _together(self, nodes: Sequence[Plain], second: Plain, depth: int) -> bool:
        """Prove it of what fits all nodes."""
        speaking = [node for node in nodes if node is not True and node != EMPTY]
        if len(speaking) == 1:
            return self.holds(speaking[0], second, depth)
        return self._holds(facts_of(speaking, self._narrow), second, depth)

    def _by_values(self, known: Facts, second: Plain) -> bool:
        """Prove by trying every value, where they are listed."""
        listed = [
            (fact["const"],) if "const" in fact else fact["enum"] for fact in known if {"const", "enum"} & {*fact}
        ]
        if not listed:
            return False
        values = min(listed, key=len)
        left = [each for each in values if not any(_refuses(fact, each, self._narrow) for fact in known)]
        return all(evaluate(second, each, self._wide) is None for each in left)

    def _by_cases(self, known: Facts, second: Plain, depth: int) -> bool:
        """Prove by taking each branch of one union after the other."""
        for number, fact in enumerate(known):
            for word in UNIONS:
                if word in fact:
                    rest = {key: value for key, value in fact.items() if key != word}
                    around = (*known[:number], rest, *known[number + 1 :])
                    cases = (_joined(around, facts(branch, self._narrow)) for branch in fact[word])
                    if all(self._holds(case, second, depth) for case in cases):
                        return True
        return False

    def _met(self, known: Facts, want: Mapping[str, Plain], depth: int) -> bool:
        """Tell whether the facts imply each keyword of one node."""
        kinds = possible_types(known)
        for keyword, said in want.items():
            about = _OF.get(keyword)
            if about and not kinds & {about, "integer" if about == "number" else about}:
                continue
            if not self._keyword(keyword, said, known, want, depth):
                return False
        return True

    def _keyword(self, keyword: str, said: Plain, known: Facts, want: Mapping[str, Plain], depth: int) -> bool:
        if keyword == "type":
            named = {said} if isinstance(said, str) else set(said)
            return possible_types(known) <= named | ({"integer"} if "number" in named else set())
        if keyword in ("const", "enum"):
            return self._by_values(known, FrozenMap({keyword: said}))
        if keyword in ("anyOf", "oneOf"):
            return self._one_of(keyword, said, known, depth)
        if keyword == "not":
            return self._apart(known, said, depth)
        if keyword in ("properties", "patternProperties", "additionalProperties"):
            return self._members(keyword, said, known, want, depth)
        if keyword in ("items", "prefixItems"):
            return self._items(known, want, depth)
        if (
            keyword in ("if", "contains", "propertyNames", "dependentSchemas", "contentSchema")
            or "unevaluated" in keyword
        ):
            return self._says_the_same(keyword, known, want)
        return keyword in ("then", "else") or keyword not in IMPLIED or IMPLIED[keyword](known, said)

    def _says_the_same(self, keyword: str, known: Facts, want: Mapping[str, Plain]) -> bool:
        words = ("if", "then", "else") if keyword == "if" else (keyword,)
        if keyword.startswith("unevaluated") or any(
            target_of(each) for word in words for _, each in walk(want.get(word))
        ):
            return False
        return any(all(json_equal(fact.get(word), want.get(word)) for word in words) for fact in known)

    def _one_of(self, keyword: str, branches: Iterable[Plain], known: Facts, depth: int) -> bool:
        listed = list(branches)
        for number, branch in enumerate(listed):
            if self._holds(known, branch, depth):
                others = listed[:number] + listed[number + 1 :]
                return keyword == "anyOf" or all(self._apart(known, other, depth) for other in others)
        return False

    def _apart(self, known: Facts, other: Plain, depth: int) -> bool:
        """Tell whether it is proved that no value of the facts fits a node."""
        theirs = facts(other, self._wide)
        if theirs is None or not possible_types(known) & possible_types(theirs):
            return True
        listed = [
            (fact["const"],) if "const" in fact else fact["enum"] for fact in known if {"const", "enum"} & {*fact}
        ]
        if any(all(isinstance(evaluate(other, each, self._wide), Failure) for each in values) for values in listed):
            return True
        if possible_types(known) != {"object"} or depth > _DEEPEST:
            return False
        return any(
            self._members_apart(known, name, schema, depth + 1)
            for node in theirs
            for name, schema in (node.get("properties") or {}).items()
            if any(name in fact.get("required", ()) for fact in known)
        )

    def _members_apart(self, known: Facts, name: str, schema: Plain, depth: int) -> bool:
        inner = facts_of(member(known, name) or (), self._narrow)
        return inner is not None and self._apart(inner, schema, depth)

    def _members(self, keyword: str, said: Plain, known: Facts, want: Mapping[str, Plain], depth: int) -> bool:
        if keyword == "properties":
            return all(self._member(known, name, schema, depth) for name, schema in said.items())
        names = {name for fact in known for name in fact.get("properties") or ()}
        schemas = [said] if keyword == "additionalProperties" else list(said.values())
        own = want.get("properties") or {} if keyword == "additionalProperties" else {}
        return all(
            self._others(known, schema, depth)
            and all(self._member(known, name, schema, depth) for name in sorted(names - own.keys()))
            for schema in schemas
        )

    def _member(self, known: Facts, name: str, schema: Plain, depth: int) -> bool:
        held = member(known, name)
        return held is None or self._together(held, schema, depth)

    def _others(self, known: Facts, schema: Plain, depth: int) -> bool:
        """Prove it of the members that no fact names."""
        held = [fact["additionalProperties"] for fact in known if rules_others(fact)]
        return any(each is False for each in held) or self._together(held, schema, depth)

    def _items(self, known: Facts, want: Mapping[str, Plain], depth: int) -> bool:
        most = min((fact["maxItems"] for fact in known if "maxItems" in fact), default=None)
        places = max(len(node.get("prefixItems", ())) for node in (*known, want))
        return all(
            (most is not None and most <= index)
            or self._together([item_schema(fact, index) for fact in known], item_schema(want, index), depth)
            for index in range(places + 1)
        )


def _joined(first: Facts, second: Facts | None) -> Facts | None:
    return None if second is None else (*first, *second)


def _refuses(fact: Mapping[str, Plain], value: Plain, types: Types) -> bool:
    return isinstance(evaluate(fact, value, types), Failure)
