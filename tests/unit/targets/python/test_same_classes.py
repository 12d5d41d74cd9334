"""The classes that exist in Api and in the runtime of clients alike: what both have is the same, or told here.

An Api holds all that a document says, a client what it acts upon; a client knows arguments where an Api knows spots.
"""

import re
import typing
from collections.abc import Iterator
from dataclasses import MISSING, fields
from typing import Any, Literal

import pytest

from qiyue import api
from qiyue.base.kinds import Kind
from qiyue.runtime import flows, operation, service

CALLED = {"CodeRow": "Code", "Errors": "ErrorTable", "Paging": "Pagination", "TokenCall": "Token"}
"""What has another name in the runtime."""
OF_CLIENTS = {"Limits", "Property", "Service", "Shared", "Spot", "Variable"}
"""What an Api has not: arguments, and what is told of them."""
RUNTIME = {
    name: found
    for module in (operation, flows, service)
    for name, found in vars(module).items()
    if isinstance(found, type) and found.__module__ == module.__name__
}
PAIRS = {name: getattr(api, CALLED.get(name, name)) for name in RUNTIME if name not in OF_CLIENTS}

ARGUMENT, TYPED, USUAL = "an argument of the caller", "a Python type", "written only where it is not the usual one"
DIFFERENT: dict[str, dict[str, str]] = {
    "Answer": {"status": USUAL},
    "CodeRow": {"retry": "None leaves it to the kind, which the Api knows by then", "kind": "a word, not an enum"},
    "Operation": {"security": "the scopes of a scheme are nothing to a client"},
    "Paging": {"size": ARGUMENT},
    "Parameter": {"location": USUAL, "type": TYPED, "style": USUAL, "explode": USUAL},
    "SecurityScheme": {
        "type": "the others become these two",
        "location": USUAL,
        "scheme": USUAL,
    },
    "Signature": {"secret": ARGUMENT, "over": USUAL},
    "TokenCall": {
        "operation": "refers to what is declared later",
        "token": "needed: without it there is no call",
        "request": ARGUMENT,
        "renew_on": "words, not an enum",
    },
    "Upload": {"content_type": ARGUMENT, "file_name": ARGUMENT},
}
MORE: dict[str, dict[str, str]] = {
    "Answer": {
        "content_type": "one answer for each media type",
        "type": TYPED,
        "address": "the class that tells of another answer",
        "limits": "looked at for deviations",
        "stream": "read from the media type",
    },
    "Body": {
        "content_type": "the one media type that a client sends",
        "argument": ARGUMENT,
        "type": TYPED,
        "properties": ARGUMENT,
        "further": ARGUMENT,
        "read_only": "members that only answers have, taken with a whole object",
    },
    "Credential": {"argument": ARGUMENT},
    "Operation": {
        "caller": "how callers find it",
        "streams": "answers that have a method of their own",
        "refusals": "the types of refusals",
        "constants": "properties that have one value",
        "idempotent": "of `safety`, all that a client heeds",
        "limits": "of the schemas, all that a client heeds",
        "base_url": "of `servers`, the one that a client uses",
        "environments": "of `servers`, the names that a caller may choose",
        "paging": "called `pagination` in an Api",
    },
    "Paging": {"spot": "`page` or `cursor`, as an argument"},
    "Parameter": {
        "argument": ARGUMENT,
        "default": "of its schema, the one value that it can have",
        "shared": "of `scope`, all that a client heeds",
    },
    "Quota": {"seconds": "called `per` in an Api", "shared": "whether it is that of the document"},
    "SecurityScheme": {"credentials": ARGUMENT},
    "Signature": {"resolution": "of `unique`", "on_collision": "of `unique`"},
    "TokenCall": {"seconds": "called `lifetime_seconds` in an Api"},
}


def words(hint: Any) -> str:
    """A type in the words of the runtime, without modules; a duration is a float there."""
    if typing.get_origin(hint) is Literal:
        return "|".join(sorted(map(repr, typing.get_args(hint))))
    text = re.sub(r"<class '(.*)'>", r"\1", str(hint)).replace("decimal.Decimal", "float")
    for ours, theirs in CALLED.items():
        text = re.sub(rf"\b{theirs}\b", ours, text)
    return re.sub(r"\b(?:\w+\.)+(\w+)", r"\1", text)


def different(name: str) -> Iterator[str]:
    """The fields of both classes whose types or defaults differ."""
    ours, theirs = RUNTIME[name], PAIRS[name]
    hints, other_hints = typing.get_type_hints(ours), typing.get_type_hints(theirs)
    defaults = {each.name: each.default for each in fields(theirs)}
    for field in fields(ours):
        if field.name in defaults:
            default = defaults[field.name]
            same = default is field.default or (MISSING not in (default, field.default) and default == field.default)
            if not same or words(hints[field.name]) != words(other_hints[field.name]):
                yield field.name


@pytest.mark.parametrize("name", PAIRS)
def test_what_both_have_is_the_same(name: str) -> None:
    assert list(different(name)) == [field for field in _order(name) if field in DIFFERENT.get(name, {})]


@pytest.mark.parametrize("name", PAIRS)
def test_what_only_a_client_has_is_told(name: str) -> None:
    known = {each.name for each in fields(PAIRS[name])}
    assert {field for field in _order(name) if field not in known} == MORE.get(name, {}).keys()


def test_there_is_a_pair_for_each_class() -> None:
    assert len(PAIRS) >= 15
    assert DIFFERENT.keys() | MORE.keys() <= PAIRS.keys()
    assert set(RUNTIME) >= OF_CLIENTS


def test_kinds_are_the_same() -> None:
    assert list(typing.get_args(Kind)) == [str(kind) for kind in api.Kind]


def _order(name: str) -> list[str]:
    return [each.name for each in fields(RUNTIME[name])]
