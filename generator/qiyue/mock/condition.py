"""Condition: the success test of an answer, asked and brought about. In: a condition and a body. Out: a body."""

from qiyue.api import Condition, Where
from qiyue.base.absent import ABSENT
from qiyue.base.equality import json_equal
from qiyue.base.where import get, parts_of, put
from qiyue.values import Plain


def holds(condition: Condition, body: Plain) -> bool:
    """Tell whether a body meets the condition; what is not about the body counts as met."""
    if condition.test in ("all", "any"):
        parts = [holds(part, body) for part in condition.parts]
        return all(parts) if condition.test == "all" else any(parts)
    if not _in_body(condition.at):
        return True
    value = get(body, condition.at)
    if condition.test == "present":
        return (value is not ABSENT) is condition.value
    wanted = condition.value if condition.test == "in" else (condition.value,)
    return any(json_equal(value, each) for each in wanted)


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
        return put(body, condition.at, None) if condition.value else without(body, condition.at)
    return put(body, condition.at, condition.value[0] if condition.test == "in" else condition.value)


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


def _in_body(where: Where) -> bool:
    return where.startswith("/")
