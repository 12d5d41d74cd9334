"""decode(encode(x)) = x: what a generated client reads of a valid value, it writes again with every digit and letter.

What is equal here all the same: the order of members, and a number with an exponent and without one. Where whole
numbers are meant, none is written with a point here: ``2.0`` is read as ``2``.
"""

import importlib
import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import chain, islice
from typing import Any, NamedTuple

import pytest

from qiyue.api import Operation, TypeId
from qiyue.api.types import is_named, name_of
from qiyue.base.absent import ABSENT
from qiyue.base.media import is_json
from qiyue.base.where import get, pointer, put
from qiyue.contract.generators.boundary.schema_variants import SchemaVariants
from qiyue.contract.http.response import ReceivedResponse
from qiyue.contract.oracle.verdict import judge
from qiyue.diagnostics import Report
from qiyue.mock.schemas import Schemas
from qiyue.sample import sample

MOST = 40
"""Values from the edges of a type, and as many with one number or text written otherwise."""
NUMBERS = tuple(Decimal(text) for text in ("0.10", "100.000", "-0", "1E+2", "2.5E-7", "0.10000000000000000000001"))
WHOLE = (10**30, -(2**53) - 1, Decimal("1E+2"))
TEXTS = ("43.50", "1e3", "2026-02-28", "2026-02-28T08:05:00.120Z", "2026-02-28 08:05:00", "08:05", ' 甲\\"\n', "")
DIFFERENT = [
    ("[1]", "[1.0]"),
    ("[0.1]", "[0.10]"),
    ("[0]", "[-0]"),
    ("[1]", '["1"]'),
    ("[1]", "[true]"),
    ("[1,2]", "[2,1]"),
    ('{"a":null}', "{}"),
    ('{"a":{"b":1}}', '{"a":{"b":2}}'),
    ('"08:00:00Z"', '"08:00:00+00:00"'),
]


class Form(NamedTuple):
    """A Python type of a generated client, and values that it is read from."""

    name: str
    type: Any
    values: Iterator[Any]


def written(value: Any, number: Callable[[Decimal], str] = str) -> str:
    """Write JSON with members in order, and its exact numbers as told; nothing of the project writes here."""
    if isinstance(value, dict):
        return f"{{{','.join(f'{json.dumps(name)}:{written(value[name], number)}' for name in sorted(value))}}}"
    if isinstance(value, list):
        return f"[{','.join(written(item, number) for item in value)}]"
    return number(value) if isinstance(value, Decimal) else json.dumps(value)


def said(text: str) -> str:
    """Write a JSON text in such a way that only what is equal is alike."""
    return written(json.loads(text, parse_float=Decimal, parse_int=Decimal), "{:f}".format)


def otherwise(value: Any, is_valid: Callable[[Any], bool]) -> Iterator[Any]:
    """Give a value with one number or text of it written otherwise, or with a member that nobody declared."""
    if isinstance(value, dict):
        yield {**value, "x-unheard-of": {"a": [Decimal("1.50")]}}
    for at, leaf in leaves(value):
        numbers = NUMBERS if is_valid(put(value, at, NUMBERS[0])) else WHOLE
        yield from (put(value, at, other) for other in (TEXTS if isinstance(leaf, str) else numbers))


def leaves(value: Any, so_far: tuple[str | int, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Give the numbers and texts of a value, by pointer."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for part, item in inner:
        yield from leaves(item, (*so_far, part))
    if isinstance(value, str | int | Decimal) and not isinstance(value, bool):
        yield pointer(so_far), value


def values(stand: Any, schemas: Schemas, type_id: TypeId) -> Iterator[Any]:
    """Give valid values of a type: samples, its edges, and other ways of writing."""
    samples = [sample(stand.api, type_id, role="answer", full=full) for full in (True, False)]
    node, is_valid = stand.api.schema(type_id), schemas.validator(type_id).is_valid
    edges = (edge.value for each in samples for edge in SchemaVariants(stand.api, written=False).vary(node, each, ""))
    written = (other for each in samples for other in otherwise(each, is_valid))
    found = (filter(is_valid, some) for some in (samples, edges, written))
    return chain.from_iterable(islice(some, MOST) for some in found)


def payloads(operation: Operation, bodies: Iterator[Any]) -> Iterator[Any]:
    """Give what callers get of bodies: what lies at the payload, or a whole body that is no refusal."""
    answer = operation.envelope.answer if operation.envelope else None
    for body in bodies:
        data = get(body, answer.payload) if answer else body
        if data is not body or judge(operation, ReceivedResponse(200, {}, written(body).encode())).success:
            yield from () if data is ABSENT else (data,)


def forms(stand: Any) -> Iterator[Form]:
    """Give every named type that has a class, and the answers of every operation."""
    schemas, package = Schemas(stand.api, "answer", Report()), stand.package
    models = vars(importlib.import_module(f"{package.module.__name__}.models"))
    for type_id in filter(is_named, stand.api.types):
        if name_of(type_id) in models:
            yield Form(type_id, models[name_of(type_id)], values(stand, schemas, type_id))
    for operation in stand.api.operations:
        media = {(answer.status, each.content_type): each for answer in operation.answers for each in answer.media}
        for declared in package.operations[operation.id].answers:
            if is_json(declared.content_type) and declared.type is not None:
                bodies = values(stand, schemas, media[declared.status, declared.content_type].type)
                yield Form(operation.id, declared.type, payloads(operation, bodies))


def test_what_is_read_is_written_again_to_the_digit(stand: Any) -> None:
    root = stand.package.module.__name__
    reading, own = (importlib.import_module(f"{root}._runtime.{name}") for name in ("reading", "json"))
    lost = []
    for form in forms(stand):
        texts = list(map(written, form.values))
        again = [own.text(reading.plain(reading.read(form.type, own.loads(text)), form.type)) for text in texts]
        lost += [(form.name, *pair) for pair in zip(texts, again, strict=True) if said(pair[1]) != said(pair[0])]
        assert texts, f"nothing was read as {form.name}"
    assert lost == []


@pytest.mark.parametrize(
    ("left", "right"), [('{"a":1,"b":[{"c":1,"d":2}]}', '{"b":[{"d":2,"c":1}],"a":1}'), ("1E2", "100")]
)
def test_what_is_equal(left: str, right: str) -> None:
    assert said(left) == said(right)


@pytest.mark.parametrize(("left", "right"), DIFFERENT)
def test_what_differs(left: str, right: str) -> None:
    assert said(left) != said(right)
