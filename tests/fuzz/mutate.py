"""One document → the same with a few things wrong: any node deleted, retyped, duplicated or cross-wired.

In: plain data and a seed. Out: fresh plain data; the same seed gives the same.
"""

from collections.abc import Callable
from decimal import Decimal
from random import Random
from typing import Any

from qiyue.values import Plain, thaw

STRANGE: tuple[Plain, ...] = (
    None,
    True,
    0,
    -1,
    10**30,
    Decimal("1.5"),
    "",
    "text",
    "中文 🙂",
    "../../x",
    "a/{b}/{c",
    "#/components/schemas/Nobody",
    "string",
    "object",
    "null",
    [],
    [None],
    ["string", "null"],
    [{}],
    {},
    {"": None},
    {"$ref": "#"},
    {"$ref": "#/paths"},
    {"$ref": 7},
    {"type": "array"},
    {"allOf": [{}, {"type": "object"}]},
)
"""What takes the place of a node."""


def mutated(document: Plain, seed: int) -> Plain:
    """Change one to four nodes."""
    random = Random(seed)
    data = thaw(document)
    for _ in range(random.randint(1, 4)):
        random.choice(CHANGES)(_pick(data, random), random, data)
    return data


class Spot:
    """One node, as the member of what holds it."""

    def __init__(self, holder: Any, key: Any) -> None:
        self.holder, self.key = holder, key

    @property
    def value(self) -> Plain:
        return self.holder[self.key]


def _pick(data: Plain, random: Random) -> Spot:
    """Choose a way down and stop somewhere, so that what lies near the root is changed as often as what lies deep."""
    spot = _child(data, random)
    for _ in range(random.randint(1, 12)):
        if not isinstance(spot.value, dict | list):
            if spot.holder is not data or random.random() < 0.1:
                break
            spot = _child(data, random)  # most documents without their version are only refused
        elif not spot.value:
            break
        else:
            spot = _child(spot.value, random)
    return spot


def _child(holder: Any, random: Random) -> Spot:
    if not holder:
        holder["x"] = {}
    return Spot(holder, random.choice(list(holder)) if isinstance(holder, dict) else random.randrange(len(holder)))


def _delete(spot: Spot, random: Random, data: Plain) -> None:
    del spot.holder[spot.key]


def _retype(spot: Spot, random: Random, data: Plain) -> None:
    spot.holder[spot.key] = thaw(random.choice(STRANGE))


def _wrap(spot: Spot, random: Random, data: Plain) -> None:
    spot.holder[spot.key] = random.choice([lambda v: [v], lambda v: {"x": v}, lambda v: {"$ref": v}, str])(spot.value)


def _duplicate(spot: Spot, random: Random, data: Plain) -> None:
    if isinstance(spot.holder, list):
        spot.holder.append(thaw(spot.value))
    else:
        spot.holder[random.choice([f"{spot.key}2", spot.key.upper(), spot.key + " ", "class", "/x/{id}", "$ref"])] = (
            thaw(spot.value)
        )


def _cross(spot: Spot, random: Random, data: Plain) -> None:
    other = _pick(data, random)
    copied = thaw(other.value)
    if isinstance(spot.holder, dict) and isinstance(other.key, str) and random.random() < 0.5:
        spot.holder[other.key] = copied
    else:
        spot.holder[spot.key] = copied


def _refer(spot: Spot, random: Random, data: Plain) -> None:
    """Let a node be a reference to any place of the document."""
    parts: list[str] = []
    here = data
    while isinstance(here, dict | list) and here and random.random() < 0.85:
        key = _child(here, random).key
        parts.append(str(key).replace("~", "~0").replace("/", "~1"))
        here = here[key]
    spot.holder[spot.key] = {"$ref": "#" + "".join("/" + part for part in parts)}


CHANGES: tuple[Callable[[Spot, Random, Plain], None], ...] = (_delete, _retype, _wrap, _duplicate, _cross, _refer)
