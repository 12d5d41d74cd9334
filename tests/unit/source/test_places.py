import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qiyue.base.where import pointer
from qiyue.source import Places, read_text

YAML = """\
# comment
a:
  - b: 1
    c: &x {d: [5, 6]}
  -
    - "q"
e: *x
f:
  <<: *x
  g: 1
200: q
"k/~y": [😀, z]
"""
YAML_PLACES = {
    "": "2:1",
    "/a": "2:1",
    "/a/0": "3:5",
    "/a/0/b": "3:5",
    "/a/0/c/d/1": "4:19",
    "/a/1/0": "6:7",
    "/a/7": "2:1",
    "/e": "7:1",
    "/e/d/1": "4:19",
    "/f/d/0": "4:16",
    "/f/g": "10:3",
    "/f/nothing/there": "8:1",
    "/200": "11:1",
    "/k~1~0y/1": "12:13",
}
JSON = """{
  "a": [1, {"b": true},
    null],
  "c\\u002fd": {"e": "}"}
}"""
JSON_PLACES = {"": "1:1", "/a": "2:3", "/a/0": "2:9", "/a/1/b": "2:13", "/a/2": "3:5", "/c~1d/e": "4:16", "/x": "1:1"}


@pytest.mark.parametrize("where", YAML_PLACES)
def test_a_place_in_yaml(where: str) -> None:
    assert str(Places.of(read_text(YAML, "a.yaml").source).place(where)) == f"a.yaml:{YAML_PLACES[where]}"


@pytest.mark.parametrize("where", JSON_PLACES)
def test_a_place_in_json(where: str) -> None:
    assert str(Places.of(read_text(JSON, "a.json").source).place(where)) == f"a.json:{JSON_PLACES[where]}"


def test_a_place_shows_its_line() -> None:
    assert Places.of(read_text("a: 1\r\nb: 2\r\n", "a.yaml").source).place("/b").text == "b: 2"


def test_a_line_of_a_minified_file_is_not_shown_whole() -> None:
    text = json.dumps({f"k{n}": n for n in range(10_000)})
    places = Places.of(read_text(text, "a.json").source)
    assert len(places.place("/k1").text) < 400
    assert places.place("/k9000").text == ""


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(VALUES)
def test_every_member_of_any_json_has_the_place_of_its_key(value: object) -> None:
    text = json.dumps(value, indent=1)
    source = read_text(text, "a.json").source
    places = Places.of(source)
    lines = text.split("\n")
    todo: list[tuple[tuple[str, ...], object]] = [((), value)]
    while todo:
        parts, data = todo.pop()
        for key, item in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
            todo.append(((*parts, str(key)), item))
            place = places.place(pointer((*parts, str(key))))
            written = json.dumps(key) if isinstance(data, dict) else json.dumps(item, indent=1)[:1]
            assert lines[place.line - 1][place.column - 1 :].startswith(written)
