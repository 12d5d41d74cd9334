"""What a schema finds wrong, in words: the place, the sentence, the hint, and nothing of the instance."""

from decimal import Decimal
from typing import Any

import jsonschema_rs
import pytest

from qiyue.wording import Problem, problems

SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "colour": {"enum": ["red", "green"]},
        "size": {"type": ["integer", "null"], "minimum": 1, "description": "how many pieces"},
        "names": {"type": "array", "items": {"type": "string", "maxLength": 3}, "uniqueItems": True},
        "by": {"type": "object", "propertyNames": {"pattern": "^/", "description": "pointers"}},
    },
    "required": ["colour"],
    "additionalProperties": False,
}


def found(instance: object, *, ours: bool = True) -> list[Problem]:
    return list(problems(jsonschema_rs.Draft202012Validator(SCHEMA), SCHEMA, instance, ours=ours))


@pytest.mark.parametrize(
    ("instance", "problem"),
    [
        ({"colour": "gren"}, Problem("/colour", "is none of the values that are allowed", "did you mean green?")),
        ({"colour": 1}, Problem("/colour", "is none of the values that are allowed", "possible: red, green")),
        ({"color": "red"}, Problem("/color", "the key `color` is not known here", "did you mean colour?")),
        ({}, Problem("", "the key `colour` is missing")),
        ([], Problem("", "must be a mapping")),
        ({"colour": "red", "size": "9"}, Problem("/size", "must be a whole number or null", "how many pieces")),
        ({"colour": "red", "size": 0}, Problem("/size", "must not be less than 1", "how many pieces")),
        ({"colour": "red", "names": ["abcd"]}, Problem("/names/0", "must have at most 3 characters")),
        ({"colour": "red", "names": ["a", "a"]}, Problem("/names", "holds the same entry twice")),
        ({"colour": "red", "by": {"a": 1}}, Problem("/by", "has a key that is not written as it must be", "pointers")),
    ],
)
def test_one_problem(instance: object, problem: Problem) -> None:
    assert found(instance) == [problem]


def test_a_vendor_description_is_no_hint() -> None:
    assert found({"colour": "red", "size": 0}, ours=False) == [Problem("/size", "must not be less than 1")]


def test_the_instance_is_not_repeated() -> None:
    secret = "s3cret" * 20
    said = found({"colour": secret, "size": Decimal("1.5"), "names": [secret], "by": {secret: secret}})
    assert len(said) == 4
    assert not any("s3cret" in problem.sentence + problem.hint for problem in said)
