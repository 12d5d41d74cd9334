"""Types become a flat table of classes; what is not a class is written where it is used."""

from typing import Any

import pytest

from qiyue.client_plan.types.table import ObjectType
from qiyue.client_plan.words import env_name
from qiyue.targets.python.expressions import Writer

from .stage import REF, enum_type, object_type, typed

USER = {"type": "object", "properties": {"name": {"type": "string"}}}


USES = [
    ({"type": "string"}, "str"),
    ({"type": "string", "format": "date"}, "Date"),
    ({"type": "string", "format": "date-time"}, "DateTime"),
    ({"type": "string", "format": "decimal", "pattern": "x"}, "DecimalText"),
    ({"type": "string", "format": "email", "maxLength": 3}, "str"),
    ({"type": "string", "format": "binary"}, "str"),
    ({"type": "number", "format": "double"}, "DecimalNumber"),
    ({"type": ["number", "string", "null"], "format": "decimal"}, "AnyDecimal | None"),
    ({"type": ["integer", "null"]}, "int | None"),
    ({"type": "null"}, "None"),
    ({"type": ["string", "integer"]}, "str | int"),
    ({"enum": ["only"]}, "Literal['only']"),
    ({"enum": [True, False]}, "bool"),
    ({"enum": ["a", 1]}, "str | int"),
    ({"const": 3}, "Literal[3]"),
    ({"oneOf": [{"enum": ["x"]}, {"const": "y"}]}, "models.T"),
    ({"anyOf": [{"$ref": REF + "User"}, {"const": "y"}]}, "models.User | Literal['y']"),
    ({"anyOf": [{"const": "x"}, {"type": ["string", "null"], "enum": ["y"]}]}, "models.T | None"),
    ({"anyOf": [{"const": 1}, {"const": True}]}, "int | bool"),
    ({"items": {"$ref": REF + "User"}}, "list[models.User]"),
    ({"type": "array"}, "list[Any]"),
    ({"type": "array", "items": {"type": "integer"}, "properties": {"a": {}}}, "list[int]"),
    ({"type": ["string", "null"], "properties": {"a": {}}}, "str | None"),
    ({"type": "object"}, "dict[str, Any]"),
    ({"type": "object", "additionalProperties": {"type": "integer"}}, "dict[str, int]"),
    ({"anyOf": [{"$ref": REF + "User"}, {"type": "null"}]}, "models.User | None"),
    ({"oneOf": [{"$ref": REF + "User"}, {"type": "string"}, {"type": "string"}]}, "models.User | str"),
    ({"anyOf": [{}, {"type": "string"}]}, "Any"),
    ({"allOf": [{"$ref": REF + "User"}], "description": "a user"}, "models.User"),
    ({"type": "string", "contentMediaType": "application/json"}, "JsonText[Any]"),
    ({"$ref": REF + "Gone"}, "Any"),
    (True, "Any"),
]


@pytest.mark.parametrize(("node", "text"), USES, ids=[text for _, text in USES])
def test_how_a_type_is_written(node: Any, text: str) -> None:
    types, _ = typed(User=USER, T=node)
    assert Writer().write(types.refs[REF + "T"]).text == text


def test_inline_objects_are_named_after_their_owner() -> None:
    shop = {"type": "object", "properties": {"owner": USER, "mood": {"enum": ["a", "b"]}, "tags": {"items": USER}}}
    types, _ = typed(Shop=shop, ShopOwner={"type": "string"})
    assert set(types.classes) == {"Shop", "ShopMood", "ShopOwner2", "ShopTagsItem"}


CARD = {"properties": {"number": {"type": "string"}}}
BRANCHES = [
    ([{**CARD, "title": "Card"}, {**CARD, "title": "Bank account"}], ["TCard", "TBankAccount"]),
    ([{**CARD, "title": "T Card"}, {"properties": {"kind": {"const": "cash"}}}], ["TCard", "TCash"]),
    ([{**CARD, "title": "Total"}], ["TTotal"]),
    ([{**CARD, "title": "Card"}, {**CARD, "title": "card", "required": ["number"]}], ["TOption1", "TOption2"]),
    ([CARD, {**CARD, "title": "Where nothing else is said"}], ["TOption1", "TOption2"]),
    ([{"properties": {"kind": {"enum": ["a", "b"]}}}, {"type": "null"}, {"$ref": REF + "User"}], ["TOption1"]),
]


@pytest.mark.parametrize(
    ("branches", "names"), BRANCHES, ids=["title", "tag", "prefix", "shared", "sentence", "neither"]
)
def test_the_branches_of_a_union_are_named_after_their_titles_or_tags(branches: Any, names: list[str]) -> None:
    types, _ = typed(User=USER, T={"anyOf": branches})
    assert [name for name in types.classes if name != "User" and isinstance(types.classes[name], ObjectType)] == names


def test_all_of_becomes_one_object() -> None:
    more = {"allOf": [{"$ref": REF + "User"}, {"properties": {"age": {"type": "integer"}}, "required": ["age"]}]}
    types, _ = typed(User=USER, More=more)
    assert set(object_type(types, "More").wires) == {"name", "age"}
    assert object_type(types, "More").received == {"age"}


def test_reserved_names_become_models() -> None:
    types, _ = typed(**dict.fromkeys("list Any user User class TypeAliasType Decimal".split(), USER))
    assert set(types.classes) == {*"ListModel AnyModel User User2 ClassModel TypeAliasTypeModel Decimal".split()}


def test_an_enum_names_its_members() -> None:
    types, _ = typed(E={"enum": ["vat", "a b", "A-B", "", "mro", None, "专票", "vat"]})
    assert [env_name(each.name) for each in enum_type(types, "E").values] == [
        "VAT",
        "A_B",
        "A_B_2",
        "EMPTY",
        "MRO",
        "专票",
    ]
    assert Writer().write(types.refs[REF + "E"]).text == "models.E | None"


@pytest.mark.parametrize(
    ("said", "names"),
    [
        (["active", "On Hold", "class"], ["ACTIVE", "ON_HOLD", "CLASS"]),
        (["active", "Active", "gone"], ["ACTIVE", "ACTIVE_2", "GONE"]),
        (["active", "gone"], ["VALUE_0", "VALUE_1", "VALUE_MINUS_1"]),
        (["active", "", "gone"], ["VALUE_0", "VALUE_1", "VALUE_MINUS_1"]),
        ("active", ["VALUE_0", "VALUE_1", "VALUE_MINUS_1"]),
    ],
)
def test_a_document_may_name_the_members(said: Any, names: list[str]) -> None:
    types, _ = typed(E={"enum": [0, 1, -1], "x-enum-varnames": said})
    assert [env_name(each.name) for each in enum_type(types, "E").values] == names


@pytest.mark.parametrize(
    ("node", "code"),
    [
        ({"type": "array", "prefixItems": [{}]}, "tuple-as-list"),
        ({"$ref": REF + "Gone"}, "dangling-type"),
        ({"allOf": [{"type": "string"}, {"type": ["integer", "null"]}]}, "types-disagree"),
        ({"allOf": [USER, {"properties": {"name": {"type": "integer"}}}]}, "types-disagree"),
        ({"anyOf": [{"$ref": REF + "T"}, {"type": "null"}]}, "recursive-alias"),
        ({"oneOf": [{"type": "string"}, {"type": "integer"}], "discriminator": {}}, "discriminator-unread"),
    ],
)
def test_what_is_degraded_is_told(node: Any, code: str) -> None:
    _, gaps = typed(T=node)
    assert gaps == [code]


def test_a_type_that_holds_itself_has_a_name() -> None:
    items = {"anyOf": [{"$ref": REF + "Tree"}, {"$ref": REF + "Leaf"}]}
    types, gaps = typed(Tree={"items": items}, Leaf={"anyOf": [{"$ref": REF + "Tree"}, {"type": "string"}]})
    assert Writer().write(types.refs[REF + "Tree"]).text == "models.Tree"
    assert Writer().write(types.refs[REF + "Leaf"]).text == "models.Tree | str"
    written = {name: Writer(models="").write(ref).text for name, ref in types.aliases.items()}
    assert (written, gaps) == ({"Tree": "list[Tree | str]"}, [])


def test_large_types_that_hold_large_ones_have_names() -> None:
    rungs: dict[str, Any] = {"R0": {"items": {"type": "string"}}}
    for n in range(1, 30):
        below = {"$ref": f"{REF}R{n - 1}"}
        rungs[f"R{n}"] = {"anyOf": [{"items": below}, {"type": "object", "additionalProperties": below}]}
    types, gaps = typed(**rungs)
    assert max(len(Writer().write(ref).text) for ref in types.refs.values()) < 2_000
    assert Writer().write(types.refs[REF + "R1"]).text == "list[list[str]] | dict[str, list[str]]"
    assert (list(types.aliases)[:2], gaps) == (["R5", "R10"], [])
