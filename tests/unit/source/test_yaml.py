from decimal import Decimal
from typing import Any

import pytest

from qiyue.diagnostics import Refused
from qiyue.source import read_text


def refused(text: str) -> tuple[str, str]:
    with pytest.raises(Refused) as caught:
        read_text(text, "a.yaml")
    [diagnostic] = caught.value.diagnostics
    assert diagnostic.place is not None
    return diagnostic.code, str(diagnostic.place)


SCALARS: dict[str, Any] = {
    "NO": "NO",
    "ON": "ON",
    "Y": "Y",
    "yes": "yes",
    "2024-01-01": "2024-01-01",
    "2024-13-45": "2024-13-45",
    "22:13": "22:13",
    "1_000": "1_000",
    ".inf": ".inf",
    ".nan": ".nan",
    "'12'": "12",
    "0o14": 12,
    "0x1F": 31,
    "010": 10,
    "+12": 12,
    "12345678901234567890": 12345678901234567890,
    "1.50": Decimal("1.50"),
    "0.10000000000000000001": Decimal("0.10000000000000000001"),
    "1e3": Decimal("1e3"),
    "-.5": Decimal("-.5"),
    "~": None,
    "": None,
    "Null": None,
    "TRUE": True,
    "false": False,
    "! 12": "12",
    "!!str 12": "12",
    '!!int "12"': 12,
    "!!float 3": 3,
    "!!timestamp 2024-01-01": "2024-01-01",
    '"a\u2028b\x85c"': "a\u2028b\x85c",
    "a\u2029b": "a\u2029b",
    "😀": "😀",
}


@pytest.mark.parametrize("text", SCALARS)
def test_a_scalar_means_what_yaml_1_2_says(text: str) -> None:
    value = read_text(f"a: {text}\n", "a.yaml").data["a"]
    assert (type(value), str(value)) == (type(SCALARS[text]), str(SCALARS[text]))


def test_a_key_is_its_own_text() -> None:
    text = "200: a\nOn: b\n1.0: c\n~: d\n2024-01-01: e\n"
    assert list(read_text(text, "a.yaml").data) == ["200", "On", "1.0", "~", "2024-01-01"]


REFUSED = {
    "a: 1\nb: 2\na: 3": ("duplicate-key", "a.yaml:3:1"),
    "x: {y: [1, {a: 1, a: 2}]}": ("duplicate-key", "a.yaml:1:19"),
    '200: 1\n"200": 2': ("duplicate-key", "a.yaml:2:1"),
    "a: &a [*a]": ("recursive-anchor", "a.yaml:1:8"),
    "a: *b": ("unknown-anchor", "a.yaml:1:4"),
    "a:\n\t- b": ("tab-indent", "a.yaml:2:1"),
    "a: b: c": ("yaml-syntax", "a.yaml:1:5"),
    "a: [1, 2": ("yaml-syntax", "a.yaml:1:9"),
    "😀: 1\nb: @": ("yaml-syntax", "a.yaml:2:4"),
    "a: \x07": ("yaml-syntax", "a.yaml:1:4"),
    "a: \ud800": ("lone-surrogate", "a.yaml:1:4"),
    "": ("empty-document", "a.yaml:1:1"),
    "# nothing\n": ("empty-document", "a.yaml:1:1"),
    "a: 1\n---\nb: 2": ("several-documents", "a.yaml:2:1"),
    "a: !date 2024": ("yaml-tag", "a.yaml:1:4"),
    "a: !!int x": ("yaml-tag", "a.yaml:1:4"),
    "a: !!set {x}": ("yaml-tag", "a.yaml:1:4"),
    "? [a]\n: b": ("complex-key", "a.yaml:1:3"),
    "a: &a 1\n*a : b": ("complex-key", "a.yaml:2:1"),
    "a: {<<: 3}": ("merge-key", "a.yaml:1:4"),
    "a: " + "9" * 5000: ("number-too-large", "a.yaml:1:4"),
    "a: 0x" + "f" * 5000: ("number-too-large", "a.yaml:1:4"),
    "a: 1e99999": ("number-too-large", "a.yaml:1:4"),
    "a: 1e99999999999999999999": ("number-too-large", "a.yaml:1:4"),
    "[" * 300 + "]" * 300: ("too-deep", "a.yaml:1:201"),
    "- " * 50_000: ("too-deep", "a.yaml:1:401"),
}


@pytest.mark.parametrize("text", REFUSED, ids=lambda text: repr(text[:20]))
def test_what_is_not_plain_data_is_refused_with_its_place(text: str) -> None:
    assert refused(text) == REFUSED[text]


def test_a_duplicate_names_the_first_place() -> None:
    with pytest.raises(Refused) as caught:
        read_text("a:\n  - b: 1\n    c: 2\n    b: 3\n", "a.yaml")
    assert "a.yaml:2:5" in caught.value.diagnostics[0].hint


def test_aliases_are_copies() -> None:
    data = read_text("a: &x [1, {b: 2}]\nc: *x\n", "a.yaml").data
    data["a"][1]["b"] = 3
    assert data["c"] == [1, {"b": 2}]


def test_an_alias_can_be_a_key() -> None:
    assert read_text("&k key: 1\nb: {*k : 2}\n", "a.yaml").data == {"key": 1, "b": {"key": 2}}


def test_a_merge_key_adds_what_is_not_there() -> None:
    text = "b: &b {x: 1, y: 2}\nc: {<<: *b, y: 3}\nd: {<<: [*b, {x: 9, z: 1}]}\ne: {'<<': 1}\n"
    data = read_text(text, "a.yaml").data
    assert data["c"] == {"x": 1, "y": 3}
    assert data["d"] == {"x": 1, "y": 2, "z": 1}


def test_an_alias_bomb_is_refused_before_it_goes_off() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    assert refused("\n".join(lines))[0] == "alias-bomb"


def test_aliases_cannot_build_depth() -> None:
    lines = ["a0: &a0 {k: 1}"]
    lines += [f"a{n}: &a{n} {'{k: ' * 50}*a{n - 1}{'}' * 50}" for n in range(1, 20)]
    assert refused("\n".join(lines))[0] == "too-deep"
