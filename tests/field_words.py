"""The words of the field: those in the public names of libraries of OpenAPI, HTTP and testing that are installed here,
and the keywords of HTTP, JSON Schema and OpenAPI. In: nothing. Out: whether a word is one of them."""

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from importlib.util import find_spec
from pathlib import Path
from typing import Any

LIBRARIES = ("httpx2", "starlette", "pydantic", "schemathesis", "click", "_pytest", "openapi_spec_validator")
SCHEMAS = ("jsonschema_specifications", "openapi_spec_validator")
"""Packages that carry the JSON Schemas of JSON Schema and of OpenAPI."""
ENDINGS = ("ed", "ing", "er", "or", "able", "ion", "ly", "ity", "ment")
PLURALS = (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("s", ""))
# A participle that does not end in -ed.
IRREGULAR = frozenset(
    "begun bent bound bought broken built caught chosen come dealt done drawn driven fallen felt found forgotten gave "
    "given gone got heard held hidden kept known laid led left lent lost made meant met paid risen said sat seen "
    "sent shown sold spent spoken stood struck taken thrown told understood withheld won worn written asked".split()
)
NOT_PARTICIPLES = frozenset("bed embed exceed feed need proceed red seed shed speed".split())


def is_participle(name: str) -> bool:
    """Tell whether a whole name is one past participle."""
    return name in IRREGULAR or bool(re.fullmatch(r"[a-z]+ed", name) and name not in NOT_PARTICIPLES)


@dataclass(frozen=True)
class Name:
    """The name of a module, a class, a function or a method that has no underscore in front."""

    text: str
    path: str
    """Of its module, from the folder of the package: ``qiyue/lint/keys.py``."""
    is_method: bool = False

    @property
    def package(self) -> str:
        """``qiyue/lint/keys.py`` → ``lint``."""
        return self.path.split("/")[1].removesuffix(".py")

    def words(self) -> list[str]:
        """``JsonText`` → ``json``, ``text``; ``merge_all_of`` → ``merge``, ``all``, ``of``."""
        return [word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", self.text)]


def public_names(root: Path) -> Iterator[Name]:
    for path in sorted(root.rglob("*.py")):
        where = path.relative_to(root.parent).as_posix()
        if not path.stem.startswith("_"):
            yield Name(path.stem, where)
        yield from names_in(path.read_text("utf-8"), where)


def names_in(source: str, path: str) -> Iterator[Name]:
    yield from (Name(name, path, is_method) for name, is_method in _defined(ast.parse(source)))


def _defined(node: ast.Module | ast.ClassDef) -> Iterator[tuple[str, bool]]:
    for inner in node.body:
        if isinstance(inner, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not inner.name.startswith("_"):
            yield inner.name, isinstance(node, ast.ClassDef)
            if isinstance(inner, ast.ClassDef):
                yield from _defined(inner)


def is_of_the_field(word: str) -> bool:
    """Tell whether the libraries or the standards have a word, in the singular or the plural, as a verb or its noun."""
    single = _singular(word)
    stems = {single, *(form for ending in ENDINGS if single.endswith(ending) for form in _bases(single, ending))}
    grown = {f"{base}{ending}" for base in (single, single[:-1]) for ending in ("ion", "ed", "ing")}
    return not field_words().isdisjoint({form for form in stems | grown if len(form) > 2} | {single})


def _bases(word: str, ending: str) -> Iterator[str]:
    base = word[: -len(ending)]
    yield from (base, f"{base}e", f"{base[:-1]}y" if base.endswith("i") else base)
    if base[-1:] == base[-2:-1]:
        yield base[:-1]


def _singular(word: str) -> str:
    for ending, single in PLURALS:
        if word.endswith(ending) and len(word) > len(ending) + 2 and not word.endswith("ss"):
            return word[: -len(ending)] + single
    return word


@cache
def field_words() -> frozenset[str]:
    """The words of the libraries and standards, in the singular."""
    names = [name for library in LIBRARIES for name in public_names(_folder(library))]
    keywords = [Name(key, "") for package in SCHEMAS for key in _keywords(_folder(package))]
    statuses = [Name(status.name, "") for status in HTTPStatus]
    return frozenset(_singular(word) for name in (*names, *keywords, *statuses) for word in name.words())


def _folder(package: str) -> Path:
    spec = find_spec(package)
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


def _keywords(folder: Path) -> Iterator[str]:
    """Every key and every short text of the JSON Schemas in a folder."""
    for path in sorted(each for each in folder.rglob("*") if each.is_file() and each.suffix in ("", ".json")):
        try:
            data = json.loads(path.read_bytes())
        except ValueError:
            continue
        yield from (word for word in _texts(data) if re.fullmatch(r"[$A-Za-z_-]{2,40}", word))


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        yield from data
    for inner in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _texts(inner)
    if isinstance(data, str):
        yield data
