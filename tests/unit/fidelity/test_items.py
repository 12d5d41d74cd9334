"""What is the same at several places is said once, and settled only when it is at each of them."""

import pytest

from qiyue.api import Grade
from qiyue.diagnostics import Place
from qiyue.fidelity import Item, ItemKind, Mark
from qiyue.fidelity.items import drop_nested_items, group_items

CALL = ("Orders", "POST/v1/orders")
TABLE = [
    ("nothing", [], []),
    (
        "a name in a table and in a sample",
        [
            Item(ItemKind.CHANGED, "a_id", "name", "a_id", "b_id", "L1", "L1"),
            Item(ItemKind.CHANGED, "/rows/0/a_id", "name", "/rows/0/a_id", "/rows/0/b_id", "L7", "L7"),
        ],
        [2],
    ),
    (
        "two names",
        [
            Item(ItemKind.CHANGED, "a", "name", "a", "b", "L1", "L1"),
            Item(ItemKind.CHANGED, "c", "name", "c", "b", "L2", "L2"),
        ],
        [1, 1],
    ),
    (
        "a path of a call and in code",
        [
            Item(ItemKind.CHANGED, "POST /v1/orders", "path", "/v1/orders", "/v2/orders", "L1", "L1"),
            Item(ItemKind.CHANGED, "/v1/orders", "path", "/v1/orders", "/v2/orders", "L9", "L9"),
        ],
        [2],
    ),
    (
        "limits of two fields",
        [
            Item(ItemKind.CHANGED, "a", "maximum", 9, 8, "L1", "L1"),
            Item(ItemKind.CHANGED, "b", "maximum", 9, 8, "L2", "L2"),
        ],
        [1, 1],
    ),
    (
        "a call that came with a row and a rule below it, and a row elsewhere",
        [
            Item(ItemKind.NEW, "POST /v1/orders", "endpoint", after="L1", trail=CALL),
            Item(ItemKind.NEW, "a", "row", after="L3", trail=(*CALL, "Request")),
            Item(ItemKind.NEW, "", "sentence", after="L4", trail=CALL, note=True),
            Item(ItemKind.NEW, "a", "row", after="L9", trail=("Orders",)),
        ],
        [3, 1],
    ),
    (
        "calls of an outline have no section",
        [
            Item(ItemKind.NEW, "Orders", "endpoint", after="L1", trail=("Menu",)),
            Item(ItemKind.NEW, "a", "row", after="L3", trail=("Menu",)),
        ],
        [1, 1],
    ),
]


@pytest.mark.parametrize(("name", "items", "sizes"), TABLE, ids=[name for name, *_ in TABLE])
def test_what_is_said_once(name: str, items: list[Item], sizes: list[int]) -> None:
    found = group_items(items)
    assert [len(item.each) for item in found] == sizes, name
    assert sorted(each.after for item in found for each in item.each) == [item.after for item in items]


def test_the_findings_are_those_of_the_elements_at_every_place() -> None:
    marks = [
        Mark(element, element, "", Grade.STATED, "main", 1, 1, (finding,), Place("x"))
        for element, finding in (("/a", "X-1"), ("/b", "X-2"), ("/c", "X-3"))
    ]
    items = [Item(ItemKind.CHANGED, "a", "name", "a", "b", "L1", marks=(mark,)) for mark in marks[:2]]
    items.append(Item(ItemKind.CHANGED, "a", "name", "a", "b", "L3", marks=(marks[0], marks[2])))
    (item,) = group_items(items)
    assert item.findings == ("X-1", "X-2")


def test_what_lies_in_a_member_that_went_is_not_said() -> None:
    gone = Item(ItemKind.GROUNDLESS, "/rows", "sample", before="L1")
    assert drop_nested_items([gone, Item(ItemKind.GROUNDLESS, "/rows/0/id", "sample", before="L2")]) == (gone,)
