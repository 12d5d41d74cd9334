"""JSON Pointers."""

import pytest

from qiyue.base.where import parts_of, pointer


@pytest.mark.parametrize("parts", [(), ("a",), ("paths", "/a/{b}"), ("~", "~1", ""), ("中文", "0")])
def test_pointers_are_read_as_they_are_written(parts: tuple[str, ...]) -> None:
    assert parts_of(pointer(parts)) == parts
