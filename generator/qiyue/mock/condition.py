"""Condition: the success test of an answer, asked and brought about. In: a condition and a body. Out: a body."""

from dataclasses import replace

from qiyue.api import Condition, Where
from qiyue.base import condition as conditions
from qiyue.base.where import get, parts_of, put
from qiyue.values import Plain

_ALWAYS = Condition(test="all")


def holds(condition: Condition, body: Plain) -> bool:
    """Tell whether a body meets the condition; what is not about the body counts as met."""
    return conditions.holds(_about_body(condition), lambda at: get(body, at))


def satisfied(condition: Condition, body: Plain) -> Plain:
    """Give the body, changed so that it meets the condition."""
    if condition.test == "all":
        for part in condition.parts:
            body = satisfied(part, body)
        return body
    if holds(condition, body):
        return body
    if condition.test == "any":
        return satisfied(condition.parts[0], body) if condition.parts else body
    if condition.test == "present":
        return put(body, condition.at, {}) if condition.value else without(body, condition.at)
    return put(body, condition.at, conditions.wanted_values(condition)[0])


def broken(condition: Condition, body: Plain, code: Where) -> Plain:
    """Give the body, changed so that no flag in it says success; the code is left as it is."""
    if condition.test in ("all", "any"):
        for part in condition.parts:
            body = broken(part, body, code)
        return body
    if condition.at == code or not _in_body(condition.at) or not holds(condition, body):
        return body
    if condition.test == "present":
        return without(body, condition.at) if condition.value else put(body, condition.at, {})
    return put(body, condition.at, not condition.value) if isinstance(condition.value, bool) else body


def without(body: Plain, pointer: Where) -> Plain:
    """Give the body without what lies at a pointer into its objects."""
    parts = parts_of(pointer)
    if not parts or not isinstance(body, dict) or parts[0] not in body:
        return body
    if len(parts) == 1:
        return {name: value for name, value in body.items() if name != parts[0]}
    rest = pointer[pointer.index("/", 1) :]
    return {**body, parts[0]: without(body[parts[0]], rest)}


def _about_body(condition: Condition) -> Condition:
    """Give the condition with what is not about the body as met."""
    if condition.parts:
        return replace(condition, parts=tuple(map(_about_body, condition.parts)))
    return condition if _in_body(condition.at) or condition.test in ("all", "any") else _ALWAYS


def _in_body(where: Where) -> bool:
    return where.startswith("/")
