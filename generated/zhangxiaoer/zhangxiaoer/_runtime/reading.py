"""Reading: from plain data to typed values and back, tolerant of what a vendor does otherwise than its page says.

Answers are read plainly first and, only if that fails, leniently: then an optional field with a wrong value keeps
the value as it came. If that fails too they are read openly: then a required field that has one declared value, or a
list of such, keeps another one as well. Requests, and the search for deviations, are read strictly.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from .absent import ABSENT
from .problems import Problem, choice, near_miss
from .shape import shape
from .strictness import Reading, context
from .where import get, pointer

_RULES: Final = {"value_error": "format", "enum": "enum", "literal_error": "enum"}


def read(form: Any, data: Any) -> Any:
    """Read an answer: plainly, else leniently, else openly.

    Raises:
        ValidationError: what the type requires is not there.
    """
    with suppress(ValidationError):
        return read_as(form, data, "plain")
    with suppress(ValidationError):
        return read_as(form, data, "lenient")
    return read_as(form, data, "open")


def read_as(form: Any, data: Any, reading: Reading, *, sent: bool = False) -> Any:
    """Read data as a type; ``sent`` for a request, which may use Python's names and lack what only answers have.

    Raises:
        ValidationError: it does not fit.
    """
    return _adapter(form).validate_python(data, context=context(reading, sent=sent), by_alias=True, by_name=sent)


def misfits(error: ValidationError, data: Any) -> tuple[Problem, ...]:
    """Tell what in the data does not fit its type: where, by which rule, and the shape of what lay there."""
    found = error.errors(include_url=False)
    return tuple(dict.fromkeys(_problem(one["type"], one["loc"], one["msg"], data) for one in found))


def _problem(error_type: str, location: tuple[str | int, ...], message: str, data: Any) -> Problem:
    """Make a pointer of the location of an error, which also names branches of unions."""
    parts: list[str | int] = []
    for part in location:
        inner = get(data, pointer((part,)))
        if inner is not ABSENT:
            data = inner
            parts.append(part)
    if error_type == "missing":
        name = str(location[-1])
        others = data if isinstance(data, Mapping) else ()
        meant = next((other for other in others if near_miss(other, [name])), "")
        return Problem(pointer((*parts, name)), "required", hint=f"did you mean it by {meant}?" if meant else "")
    rule = _RULES.get(error_type, "type")
    choices = re.findall(r"'([^']*)'", message) if rule == "enum" else []
    wanted = choice(choices) if choices else _wanted(error_type, message)
    return Problem(pointer(tuple(parts)), rule, shape(data), near_miss(data, choices), wanted)


_WANTED: Final = (
    ("date_time", "a date and time YYYY-MM-DDThh:mm:ss"),
    ("datetime", "a date and time YYYY-MM-DDThh:mm:ss"),
    ("date", "a date YYYY-MM-DD"),
    ("string", "text"),
    ("finite_number", "a finite number"),
    ("int", "a whole number"),
    ("bool", "true or false"),
    ("decimal", "a decimal number"),
    ("float", "a number"),
    ("list", "a list"),
    ("tuple", "a list"),
    ("dict", "an object"),
    ("model", "an object"),
    ("bytes", "bytes"),
)
"""What a type of error of pydantic wants, by how it begins."""


def _wanted(error_type: str, message: str) -> str:
    told = message.partition("not a ")[2] if error_type == "value_error" else error_type
    name = told.replace("-", "_")
    return next(
        (words for begin, words in _WANTED if name.startswith(begin)), f"a {told}" if told != error_type else ""
    )


def plain(value: Any, form: Any = Any) -> Any:
    """Give the plain form of a typed value under its wire names: what was set, and nothing else."""
    return _adapter(form).dump_python(value, by_alias=True, exclude_unset=True, warnings="none")


def _adapter(form: Any) -> TypeAdapter[Any]:
    try:
        return _cached(form)
    except TypeError:  # the type cannot be hashed
        return TypeAdapter(form)


@lru_cache(maxsize=1024)
def _cached(form: Any) -> TypeAdapter[Any]:
    return TypeAdapter(form)
