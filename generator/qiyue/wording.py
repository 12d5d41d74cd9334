"""What a JSON Schema finds wrong, in words that never repeat the instance.

Input: a schema with its validator and an instance. Output: problems, each with the JSON Pointer of the offending spot
inside the instance, a sentence, and a hint. In schemas of our own a ``description`` is written as a hint.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import jsonschema_rs

from qiyue.base.value import Value
from qiyue.base.where import pointer
from qiyue.codes import suggest_word
from qiyue.values import Missing, Plain, at

_LONGEST_LIST = 12

_SENTENCES = {
    "type": "must be {value}",
    "const": "must be the one value that is allowed",
    "pattern": "is not written as it must be",
    "format": "does not follow the format {value}",
    "minLength": "must have at least {value} characters",
    "maxLength": "must have at most {value} characters",
    "minimum": "must not be less than {value}",
    "maximum": "must not be more than {value}",
    "exclusiveMinimum": "must be more than {value}",
    "exclusiveMaximum": "must be less than {value}",
    "multipleOf": "must be a multiple of {value}",
    "minItems": "must have at least {value} entries",
    "maxItems": "must have at most {value} entries",
    "minProperties": "must have at least {value} members",
    "maxProperties": "must have at most {value} members",
    "uniqueItems": "holds the same entry twice",
    "oneOf": "must have exactly one of the forms that are allowed",
    "anyOf": "has none of the forms that are allowed",
    "not": "has the form that is excluded",
}
_TYPES = {
    "object": "a mapping",
    "array": "a list",
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "null": "null",
}


class Problem(Value):
    """One thing that a schema finds wrong."""

    pointer: str
    sentence: str
    """Without a subject: the caller names what is at the pointer."""
    hint: str = ""


def problems(
    validator: jsonschema_rs.Draft202012Validator, schema: Plain, instance: Plain, *, ours: bool = True
) -> Iterator[Problem]:
    """Give what is wrong with an instance. A key that is only misspelt is not said to be missing as well."""
    errors = list(validator.iter_errors(instance))
    misspelt = set()
    for error in errors:
        for problem in _unexpected(error, schema):
            if problem.hint.startswith("did you mean"):
                misspelt.add(tuple(error.instance_path))
            yield problem
    for error in errors:
        absent = error.kind.name in {"required", "oneOf", "minProperties"}
        if not _keys(error) and not (absent and tuple(error.instance_path) in misspelt):
            yield _problem(error, schema, instance, ours)


def _keys(error: jsonschema_rs.ValidationError) -> list[str]:
    return list(getattr(error.kind, "unexpected", ()))


def _unexpected(error: jsonschema_rs.ValidationError, schema: Plain) -> Iterator[Problem]:
    known = list(_enclosing(error, schema).get("properties", {}))
    for key in _keys(error):
        yield Problem(
            pointer([*error.instance_path, key]), f"the key {_short(key)} is not known here", _choice(key, known)
        )


def _problem(error: jsonschema_rs.ValidationError, schema: Plain, instance: Plain, ours: bool) -> Problem:
    here, keyword = pointer(error.instance_path), error.kind.name
    around = _enclosing(error, schema)
    hint = str(around.get("description", "")) if ours else ""
    if keyword == "required":
        return Problem(here, f"the key {_short(error.kind.value)} is missing", hint)
    if keyword == "enum":
        return _not_among(here, around["enum"], at(instance, here), hint)
    if "propertyNames" in error.schema_path:
        return Problem(here, "has a key that is not written as it must be", hint)
    if type(error.kind).__name__ == "Custom":
        return Problem(here, error.message, hint)
    limit = around.get(keyword)
    if keyword == "type":
        limit = " or ".join(_TYPES[name] for name in ([limit] if isinstance(limit, str) else limit or ()))
    sentence = _SENTENCES.get(keyword, f"breaks the rule `{keyword}`").format(value=limit)
    return Problem(here, sentence, hint)


def _not_among(here: str, options: list[Plain], value: Plain, hint: str) -> Problem:
    words = [option for option in options if isinstance(option, str)]
    meant = suggest_word(value, words) if isinstance(value, str) else ""
    return Problem(
        here, "is none of the values that are allowed", f"did you mean {meant}?" if meant else hint or _list(words)
    )


def _choice(word: str, known: list[str]) -> str:
    meant = suggest_word(word, known)
    return f"did you mean {meant}?" if meant else _list(known)


def _list(words: list[str]) -> str:
    return f"possible: {', '.join(words)}" if 0 < len(words) <= _LONGEST_LIST else ""


def _short(word: str) -> str:
    return f"`{word}`" if len(word) <= 40 else f"`{word[:39]}…`"


def _enclosing(error: jsonschema_rs.ValidationError, schema: Plain) -> Mapping[str, Any]:
    """Give the part of the schema that holds the failing keyword."""
    try:
        around = at(schema, pointer(error.schema_path[:-1]))
    except Missing:
        return {}
    return around if isinstance(around, Mapping) else {}
