"""The rule for names, as `docs/naming.md` tells it: each table there is a document."""

import random
from pathlib import Path

import pytest

from qiyue.client_plan import Naming
from qiyue.client_plan.naming import name_operations
from qiyue.pipeline import compile_text

RULE = Path(__file__).parents[3] / "docs" / "naming.md"
HEAD = "openapi: 3.1.0\ninfo: {title: Teas, version: '1'}\n"
GOOD = "responses: {'200': {description: ok}}"


def tables() -> list[list[list[str]]]:
    """The rows of each table, each as its cells."""
    blocks = [block.splitlines()[2:] for block in RULE.read_text("utf-8").split("\n\n") if block.startswith("|")]
    return [[[cell.strip() for cell in row.strip("|").split("|")] for row in block] for block in blocks]


def document(rows: list[tuple[str, str]]) -> str:
    """Requests, and what stands in their operations."""
    paths: dict[str, list[str]] = {}
    for request, inside in rows:
        method, path = request.split(" ")
        paths.setdefault(path, []).append(f"    {method.lower()}: {{{inside}, {GOOD}}}")
    return HEAD + "paths:\n" + "\n".join(f"  '{path}':\n" + "\n".join(lines) for path, lines in paths.items())


def named(text: str, naming: Naming = Naming()) -> dict[str, str]:
    """Request → name, with dots between resources."""
    api = compile_text(text).api
    names = name_operations(api, naming)
    return {
        f"{each.method} {each.path}": ".".join(map("_".join, (*names[each.id].resources, names[each.id].method)))
        for each in api.operations
    }


@pytest.mark.parametrize("rows", tables(), ids=lambda rows: rows[0][0])
def test_the_tables_of_the_rule(rows: list[list[str]]) -> None:
    inside = [(row[0], f"operationId: '{row[2]}'" + (f", tags: ['{row[1]}']" if row[1] else "")) for row in rows]
    wanted = {row[0]: row[3] for row in rows}
    assert named(document(inside)) == wanted
    random.Random(1).shuffle(inside)
    assert named(document(inside)) == wanted


GIVEN = {
    "x-qiyue-name: {resource: leaves, method: findOne}": "leaves.find_one",
    "x-qiyue-name: {method: findOne}": "teas.find_one",
    "x-speakeasy-group: tea.leaves, x-speakeasy-name-override: pick": "tea.leaves.pick",
    "x-speakeasy-name-override: pick": "teas.pick",
    "x-fern-sdk-group-name: [tea, leaves], x-fern-sdk-method-name: pick": "tea.leaves.pick",
    "x-fern-sdk-group-name: leaves": "leaves.list",
    "x-speakeasy-group: {odd: shape}, x-fern-sdk-method-name: 5": "teas.list",
}


@pytest.mark.parametrize("inside", GIVEN)
def test_what_the_document_names_stands(inside: str) -> None:
    assert named(document([("GET /teas", f"operationId: listTeas, {inside}")])) == {"GET /teas": GIVEN[inside]}


def test_a_scope_is_left_out_unless_the_tag_names_it() -> None:
    rows = [(f"GET /accounts/{{id}}/thing{n}s", f"operationId: listThing{n}s, tags: [Things]") for n in range(20)]
    rows.append(("GET /accounts/{id}/members", "operationId: listMembers, tags: [Account Members]"))
    names = named(document(rows))
    assert names["GET /accounts/{id}/thing3s"] == "thing3s.list"
    assert names["GET /accounts/{id}/members"] == "accounts.members.list"
    assert named(document(rows[1:]))["GET /accounts/{id}/thing3s"] == "thing3s.list"
    assert named(document(rows[2:]))["GET /accounts/{id}/thing3s"] == "accounts.thing3s.list"


def test_a_name_of_a_resource_is_no_method_beside_it() -> None:
    rows = [("POST /teas/search", "operationId: searchTeas"), ("GET /teas/search/leaves", "operationId: listLeaves")]
    assert named(document(rows)) == {
        "POST /teas/search": "teas.search_teas",
        "GET /teas/search/leaves": "teas.search.leaves.list",
    }


def test_two_versions_of_a_path() -> None:
    rows = [(f"GET /v{n}/teas", f"operationId: 'get-/v{n}/teas'") for n in (1, 2)]
    assert named(document(rows)) == {"GET /v1/teas": "teas.list_v1", "GET /v2/teas": "teas.list_v2"}


ASCII = {
    "operationId: 查询发票, tags: [发票]": ("invoices.list", "invoices.get"),
    "operationId: 查询Invoice, tags: [发票]": ("invoices.list", "invoices.invoice"),
}


@pytest.mark.parametrize("inside", ASCII)
@pytest.mark.parametrize("style", ["paths", "ids"])
def test_ascii(inside: str, style: str) -> None:
    text = document([("GET /invoices", inside)])
    assert not named(text, Naming(style))["GET /invoices"].isascii()
    name = named(text, Naming(style, ascii=True))["GET /invoices"]
    assert name == ASCII[inside][style == "ids"]


def test_long_names_are_shortened_as_long_as_they_stay_apart() -> None:
    long = "rearrangeTheVeryOldLeavesOfAllTheGardensInTheNorthernProvinces"
    one = document([("POST /teas", f"operationId: {long}")])
    assert named(one) == {"POST /teas": "teas.rearrange_very_old_leaves_gardens"}
