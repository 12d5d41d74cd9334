from decimal import Decimal

import pytest

from qiyue.diagnostics import Refused
from qiyue.source import read_text


def test_every_digit_stays() -> None:
    text = '{"a": 43.50, "b": 0.10000000000000000001, "c": 1E+2, "d": 1825818122664084104, "e": -0.0}'
    data = read_text(text, "a.json").data
    assert [str(value) for value in data.values()] == [
        "43.50",
        "0.10000000000000000001",
        "1E+2",
        "1825818122664084104",
        "-0.0",
    ]
    assert isinstance(data["a"], Decimal)
    assert isinstance(data["d"], int)


REFUSED = {
    "": ("json-syntax", "1:1"),
    "{} x": ("json-syntax", "1:4"),
    "{'a': 1}": ("json-syntax", "1:2"),
    '{"a": NaN}': ("json-syntax", "1:7"),
    '{"a": "NaN",\n "b": -Infinity}': ("json-syntax", "2:7"),
    '{"a": 1, "b": {"x": 1,\n "x": 2}}': ("duplicate-key", "2:2"),
    '[{"a": [], "b": {}, "a": 1}]': ("duplicate-key", "1:21"),
    '{"a": "\\ud83d"}': ("lone-surrogate", "1:8"),
    '{"a": "\\ud83dx\\ude00"}': ("lone-surrogate", "1:8"),
    '{"a": "x\\ude00"}': ("lone-surrogate", "1:9"),
    '{"\ud800": 1}': ("lone-surrogate", "1:3"),
    '{"12345": "' + "9" * 5000 + '", "a": ' + "9" * 5000 + "}": ("number-too-large", "1:5020"),
    '{"a": 1e99999}': ("number-too-large", "1:7"),
    "[" * 300 + "]" * 300: ("too-deep", "1:201"),
    "[" * 200_000: ("too-deep", "1:201"),
}


@pytest.mark.parametrize("text", REFUSED, ids=lambda text: repr(text[:20]))
def test_what_is_not_exact_json_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(Refused) as caught:
        read_text(text, "a.json")
    [diagnostic] = caught.value.diagnostics
    code, place = REFUSED[text]
    assert (diagnostic.code, str(diagnostic.place)) == (code, f"a.json:{place}")


def test_whole_characters_are_taken() -> None:
    assert read_text('{"a": "\\ud83d\\ude00 \\\\ud83d"}', "a.json").data == {"a": "😀 \\ud83d"}
