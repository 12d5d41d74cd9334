"""Mock seeds: values that a mock's stores know from the start, for the fields of requests that name kept objects.

In: Api. Out: values by where. With them a drawn call finds something; with any other it would be refused.
"""

from collections.abc import Iterator, Mapping, Sequence

from qiyue.api import Api, Operation, Where
from qiyue.base.absent import ABSENT
from qiyue.base.equality import json_equal
from qiyue.base.where import get
from qiyue.values import FrozenMap, Plain

_KEY = "/id"


def named_keys(api: Api, operation: Operation) -> dict[Where, Sequence[Plain]]:
    """Give the fields that name kept objects, each with the values that are known."""
    role = operation.mock
    places = [rule["at"] for rule in find_lookups(api, operation)]
    if role and role.key.get("from"):
        places.append(role.key["from"])
    elif role and role.do in ("get", "update", "delete"):
        places.append(role.key.get("at", ""))
    found = {where: seeded_values(api, operation, where) for where in dict.fromkeys(places)}
    return {where: values for where, values in found.items() if values}


def seeded_values(api: Api, operation: Operation, where: Where) -> list[Plain]:
    """Give the values that the stores know for a field of a request."""
    role = operation.mock
    for rule in find_lookups(api, operation):
        if rule["at"] == where:
            return _stored(api, rule["in"], rule.get("by", _KEY), rule.get("having", {}))
    if role and where in (role.key.get("from"), role.key.get("at")):
        return _stored(api, role.store, role.key.get("at", _KEY))
    if role and where == role.scope and "scope-at" in role.extra:
        return _stored(api, role.store, role.extra["scope-at"])
    return []


def find_lookups(api: Api, operation: Operation) -> Iterator[FrozenMap]:
    """Give the rules by which a field has to name something that is kept."""
    rules = (*api.mock.get("rules", ()), *(operation.mock.rules if operation.mock else ()))
    return (rule["exists"] for rule in rules if "exists" in rule)


def _stored(api: Api, store: str, at: Where, having: Mapping[Where, Plain] = FrozenMap()) -> list[Plain]:
    kept = [
        one
        for one in api.mock.get("seed", {}).get(store, ())
        if all(json_equal(get(one, spot), value) for spot, value in having.items())
    ]
    return [value for one in kept if (value := get(one, at)) is not ABSENT]
