"""Arguments of methods: which there are, in which order, what they are called, and what every call has to give."""

from typing import Any

import pytest

from qiyue.client_plan import Arguments, plan_client
from qiyue.pipeline import compile_text

HEAD = "openapi: 3.1.0\ninfo: {title: Teas, version: '1'}\n"

MEMBERS = "{type: object, required: [leaf], properties: {leaf: {type: string}, pageSize: {type: integer}}}"
ENVELOPE = "x-qiyue-envelope: {request: {payload: /data, fill: {/id: {make: uuid}}}}"
AROUND = (
    f"{{type: object, required: [note], properties: {{id: {{type: string}}, note: {{type: string}}, data: {MEMBERS}}}}}"
)


def planned(operation: str) -> Arguments:
    spec = f"paths: {{/teas: {{post: {{operationId: brew, responses: {{}}, {operation}}}}}}}"
    return plan_client(compile_text(HEAD + spec).api).arguments["brew"]


def listed(arguments: Arguments) -> list[tuple[str, str, bool]]:
    return [(" ".join(each.name), each.at, each.needed) for each in arguments.ordered]


def body(schema: str, *, required: bool = True, media: str = "application/json") -> str:
    return f"requestBody: {{required: {str(required).lower()}, content: {{{media}: {{schema: {schema}}}}}}}"


CASES: dict[str, tuple[str, list[tuple[str, str, bool]]]] = {
    "parameters": (
        "parameters: [{name: pageSize, in: query, schema: {}}, {name: Leaf, in: header, required: true, schema: {}}]",
        [("leaf", "header:Leaf", True), ("page size", "query:pageSize", False)],
    ),
    "one name twice": (
        "parameters: [{name: a, in: query, schema: {}}, {name: a, in: header, schema: {}}]",
        [("a", "query:a", False), ("a 2", "header:a", False)],
    ),
    "no letter": ("parameters: [{name: '%', in: query, schema: {}}]", [("parameter", "query:%", False)]),
    "members": (body(MEMBERS), [("leaf", "/leaf", True), ("page size", "/pageSize", False)]),
    "members of a form": (
        body(MEMBERS, media="application/x-www-form-urlencoded"),
        [("leaf", "/leaf", True), ("page size", "/pageSize", False)],
    ),
    "a list": (body("{type: array, items: {}}"), [("body", "", True)]),
    "further members": (
        body("{type: object, properties: {a: {}}, additionalProperties: true}"),
        [("a", "/a", False), ("fields", "", False)],
    ),
    "a member that is called as a parameter": (
        body(MEMBERS) + ", parameters: [{name: leaf, in: query, schema: {}}]",
        [("body", "", True), ("leaf", "query:leaf", False)],
    ),
}


@pytest.mark.parametrize(("operation", "expected"), CASES.values(), ids=CASES.keys())
def test_arguments(operation: str, expected: list[tuple[str, str, bool]]) -> None:
    assert listed(planned(operation)) == expected


def test_what_stands_beside_the_payload_is_an_argument_and_what_is_filled_in_is_none() -> None:
    arguments = planned(f"{body(AROUND)}, {ENVELOPE}")
    assert listed(arguments) == [
        ("leaf", "/data/leaf", True),
        ("note", "/note", True),
        ("page size", "/data/pageSize", False),
    ]
    assert [each.kind for each in arguments.listed] == ["member", "member", "beside"]


def test_a_member_with_one_value_is_a_constant() -> None:
    arguments = planned(body("{type: object, required: [kind], properties: {kind: {const: tea}, leaf: {const: a}}}"))
    assert [(fill.at, fill.value) for fill in arguments.constants] == [("/kind", "tea")]
    assert listed(arguments) == [("leaf", "/leaf", False)]


def test_a_parameter_given_once_is_needed_of_no_call() -> None:
    once = "parameters: [{name: cup, in: query, required: true, schema: {}, x-qiyue-scope: {client: true}}]"
    (one,) = planned(once).listed
    assert (one.required, one.needed, one.shared) == (True, False, ("cup",))


def test_the_sort_of_a_body_is_told() -> None:
    found: Any = planned(body("{type: string, format: binary}", media="application/octet-stream")).body
    assert (found.content_type, found.is_spread, found.required) == ("application/octet-stream", False, True)


def test_a_parameter_with_one_value_has_it_as_default_where_the_list_may_grow() -> None:
    arguments = planned(
        "parameters: [{name: v, in: query, required: true, schema: {enum: [a]}}, "
        "{name: w, in: query, required: true, schema: {const: b}}, {name: x, in: query, schema: {enum: [c]}}]"
    )
    assert [(each.wire, each.needed, each.default) for each in arguments.listed] == [
        ("v", False, "a"),
        ("x", False, None),
    ]
    assert [(fill.at, fill.value) for fill in arguments.constants] == [("query:w", "b")]
