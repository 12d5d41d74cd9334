"""The registry as data: every extension can be shown in a table, and says the same as the values it is read into."""

from dataclasses import fields
from typing import Any

import jsonschema_rs
import pytest

from qiyue.api import (
    AnswerEnvelope,
    Catalogued,
    Code,
    Fill,
    Kind,
    Pagination,
    Quota,
    RequestEnvelope,
    Safety,
    Scope,
    Signature,
    SignatureStep,
    Token,
    Uniqueness,
    Upload,
    VendorTime,
)
from qiyue.api.kinds import CLIENT_SIDE
from qiyue.extensions import EXTENSIONS, RULES, Extension
from qiyue.extensions.words import KIND
from qiyue.positions import MEMBERS

every_extension = pytest.mark.parametrize("extension", EXTENSIONS.values(), ids=lambda extension: extension.name)


@every_extension
def test_an_extension_can_be_shown(extension: Extension) -> None:
    assert extension.name.startswith("x-qiyue-")
    assert extension.purpose
    assert not extension.purpose.endswith(".")
    assert len(set(extension.where)) == len(extension.where)
    assert set(extension.where) <= set(MEMBERS)


@every_extension
def test_its_schemas_are_schemas(extension: Extension) -> None:
    for form in extension.forms:
        jsonschema_rs.meta.validate({"$schema": "https://json-schema.org/draft/2020-12/schema", **form.schema})


def test_the_catalogue_of_rules_is_short_and_described() -> None:
    assert 0 < len(RULES) <= 12
    assert all(rule["description"].endswith(".") for rule in RULES.values())


def test_kinds_are_those_of_the_vocabulary() -> None:
    assert set(KIND["enum"]) == set(Kind) - CLIENT_SIDE


def keys(schema: Any, *path: str) -> set[str]:
    for step in path:
        schema = schema[step]
    return set(schema["properties"])


def of(name: str, place: str = "root") -> Any:
    return EXTENSIONS[f"x-qiyue-{name}"].schema(place)


ENVELOPE = of("envelope")["properties"]


@pytest.mark.parametrize(
    ("cls", "known", "otherwise"),
    [
        (RequestEnvelope, keys(ENVELOPE, "request"), set()),
        (Fill, keys(ENVELOPE, "request", "properties", "fill", "additionalProperties"), {"at"}),
        (AnswerEnvelope, keys(ENVELOPE, "answer"), set()),
        (Code, keys(of("errors"), "properties", "codes", "items"), {"evidence"}),
        (Signature, keys(of("signature")), set()),
        (Uniqueness, keys(of("signature"), "properties", "unique"), set()),
        (
            SignatureStep,
            keys(of("signature"), "properties", "steps", "items") - {"digest", "append", "prepend"},
            {"do", "word"},
        ),
        (Token, keys(of("token", "security-scheme")), {"lifetime-seconds"}),
        (Scope, keys(of("scope", "parameter")), set()),
        (Pagination, keys(of("pagination", "operation")), set()),
        (VendorTime, keys(of("time", "schema")), set()),
        (Safety, keys(of("safety", "operation")["else"]), set()),
        (Quota, keys(of("quota")), set()),
        (Upload, keys(of("upload", "operation")), set()),
        (Catalogued, keys(of("catalogue"), "items"), {"evidence"}),
    ],
)
def test_an_extension_has_the_words_of_its_value(cls: type, known: set[str], otherwise: set[str]) -> None:
    """``otherwise`` are the fields that are read from somewhere else than a key of their name."""
    assert {field.name.replace("_", "-") for field in fields(cls)} - otherwise == known
