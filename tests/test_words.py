"""Public names are made of words of the field: of its libraries and standards, and of at most 60 others with a reason.

A package that is not there yet stands in a table with the number of names that are left to change; a number may only
become smaller.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from .field_words import Name, field_words, is_of_the_field, is_participle, names_in, public_names

SOURCE = Path(__file__).parents[1] / "generator" / "qiyue"
REASONS = dict(
    line.split(": ", 1)
    for line in (Path(__file__).parent / "words.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
)
# Package → how many of its words, or of its modules and functions, are still to be renamed.
FOREIGN_LEFT: dict[str, int] = {
    "base": 12,
    "cli": 2,
    "client_plan": 5,
    "contract": 12,
    "diagnostics": 1,
    "document": 3,
    "drivers": 11,
    "extensions": 3,
    "fidelity": 19,
    "inference": 4,
    "init": 11,
    "lint": 2,
    "mock": 32,
    "mutation": 1,
    "pages": 26,
    "pipeline": 1,
    "publish": 1,
    "references": 2,
    "report": 2,
    "resolve": 1,
    "review": 1,
    "runtime": 43,
    "sample": 1,
    "schema": 5,
    "skeleton": 14,
    "source": 7,
    "targets": 23,
    "upgrade": 2,
}
PARTICIPLES_LEFT: dict[str, int] = {
    "base": 1,
    "client_plan": 6,
    "drivers": 2,
    "inference": 2,
    "mock": 11,
    "pages": 8,
    "pipeline": 1,
    "runtime": 21,
    "skeleton": 5,
    "targets": 3,
}


def foreign_words(names: Iterable[Name]) -> dict[str, set[str]]:
    """Package → the words in its public names that are neither of the field nor listed with a reason."""
    found = defaultdict(set)
    for name in names:
        for word in name.words():
            if not is_of_the_field(word) and not is_listed(word):
                found[name.package].add(word)
    return dict(found)


def is_listed(word: str) -> bool:
    """Tell whether a word, or what it is a form of, has a reason: ``citations``, ``embedded``."""
    return any(word == each or (word.startswith(each) and 4 <= len(each) >= len(word) - 3) for each in REASONS)


def participles(names: Iterable[Name]) -> dict[str, set[str]]:
    """Package → its modules and functions whose whole name is a past participle; a property may be one."""
    found = defaultdict(set)
    for name in names:
        if is_participle(name.text) and not name.is_method:
            found[name.package].add(name.text)
    return dict(found)


RULES = [(foreign_words, FOREIGN_LEFT), (participles, PARTICIPLES_LEFT)]


@pytest.mark.parametrize(("rule", "left"), RULES, ids=["words", "participles"])
def test_names_are_of_the_field(rule: Callable[[Iterable[Name]], dict[str, set[str]]], left: dict[str, int]) -> None:
    found = rule(public_names(SOURCE))
    assert {package: sorted(each) for package, each in found.items() if len(each) > left.get(package, 0)} == {}
    assert set(left) <= set(found)


@pytest.mark.parametrize(
    "planted", ["class Witness: ...", "def hoist_all(): ...", "class A:\n    def told(self): ...", "def unheard(): ..."]
)
def test_a_foreign_word_is_found(planted: str) -> None:
    assert foreign_words(names_in(planted, "qiyue/lint/bad.py"))


@pytest.mark.parametrize("planted", ["def opened(): ...", "def told(): ...", "async def merged(): ..."])
def test_a_bare_participle_is_found(planted: str) -> None:
    assert participles(names_in(planted, "qiyue/lint/bad.py"))


def test_what_the_field_says_passes() -> None:
    good = "class MediaType: ...\ndef merge_all_of(): ...\ndef routing(): ...\ndef signing(): ...\ndef seed(): ..."
    names = [*names_in(good, "qiyue/lint/good.py")]
    assert (foreign_words(names), participles(names)) == ({}, {})


def test_every_listed_word_is_used_and_needed() -> None:
    words = {word for name in public_names(SOURCE) for word in name.words()}
    assert len(REASONS) <= 60
    assert [each for each in REASONS if is_of_the_field(each)] == []
    assert [each for each in REASONS if not any(word.startswith(each) for word in words)] == []
    assert len(field_words()) > 1000
