"""How an urlencoded form is written: a value, what the document says of its encoding, the field."""

from typing import Any

import pytest

from qiyue.contract.http.form_encoding import encode_form

ROWS: dict[str, tuple[Any, dict[str, Any], str]] = {
    "text": ("a b", {}, "p=a+b"),
    "a number": (0.1, {}, "p=0.1"),
    "truth": (True, {}, "p=true"),
    "null": (None, {}, ""),
    "a list": ([1, 2], {}, "p=1&p=2"),
    "an object is JSON": ({"a": [1]}, {}, "p=%7B%22a%22%3A%5B1%5D%7D"),
    "objects in a list": ([{"a": 1}, {}], {}, "p=%7B%22a%22%3A1%7D&p=%7B%7D"),
    "a content type": ({"a": 1}, {"contentType": "application/json"}, "p=%7B%22a%22%3A1%7D"),
    "a list in one field": ([1, 2], {"style": "form", "explode": False}, "p=1%2C2"),
    "a list with pipes": ([1, 2], {"style": "pipeDelimited"}, "p=1%7C2"),
    "an object member by member": ({"a": 1, "b": None}, {"style": "form"}, "a=1"),
    "an object in one field": ({"a": 1, "b": 2}, {"explode": False}, "p=a%2C1%2Cb%2C2"),
    "an object in brackets": ({"a": 1}, {"style": "deepObject", "explode": True}, "p%5Ba%5D=1"),
    "no items": ([], {"explode": False}, ""),
}


@pytest.mark.parametrize(("value", "encoding", "field"), ROWS.values(), ids=ROWS)
def test_a_field(value: Any, encoding: dict[str, Any], field: str) -> None:
    assert encode_form({"p": value}, {"p": encoding}) == field.encode()
