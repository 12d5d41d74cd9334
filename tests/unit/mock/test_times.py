from typing import Any

import pytest

from qiyue.mock.times import read, write

NOON = 1_710_475_200  # 2024-03-15 12:00:00 +08:00
SHANGHAI = {"zone": "Asia/Shanghai"}


@pytest.mark.parametrize(
    ("shape", "written"),
    [
        ({"type": "string", "x-qiyue-time": {"format": "yyyyMMddHHmmss", **SHANGHAI}}, "20240315120000"),
        ({"type": "string", "x-qiyue-time": {"format": "yyyy-MM-dd HH:mm", **SHANGHAI}}, "2024-03-15 12:00"),
        ({"type": "string", "x-qiyue-time": {"format": "yyyy-MM-ddTHH:mm:ss.SSSXXX"}}, "2024-03-15T04:00:00.000Z"),
        ({"type": "string", "x-qiyue-time": {"epoch": "s"}}, "1710475200"),
        ({"type": "integer", "x-qiyue-time": {"epoch": "s"}}, 1710475200),
        ({"type": "integer", "x-qiyue-time": {"epoch": "ms", **SHANGHAI}}, 1710475200000),
        ({"type": "integer"}, 1710475200),
        ({"type": "string", "format": "date-time"}, "2024-03-15T04:00:00Z"),
    ],
)
def test_both_ways(shape: dict[str, Any], written: Any) -> None:
    assert write(NOON, shape) == written
    assert read(written, shape) == NOON


@pytest.mark.parametrize(
    ("value", "shape", "moment"),
    [
        ("2024-03-15", {"x-qiyue-time": {"format": "yyyy-MM-dd", **SHANGHAI}}, 1710432000),
        ("2024-03-15T12:00:00+08:00", {"format": "date-time"}, NOON),
        ("2024-03-15T12:00:00.25+08:00", {"format": "date-time"}, None),
        ("20241315120000", {"x-qiyue-time": {"format": "yyyyMMddHHmmss"}}, None),
        ("2024031512000", {"x-qiyue-time": {"format": "yyyyMMddHHmmss"}}, None),
        (20240315120000, {"x-qiyue-time": {"format": "yyyyMMddHHmmss"}}, None),
        ("20240315120000", {"x-qiyue-time": {"epoch": "s"}}, None),
        (-1556271719488015, {"x-qiyue-time": {"epoch": "ms"}}, None),
        (-1, {"x-qiyue-time": {"epoch": "ms"}}, -0.001),
        ("soon", {"x-qiyue-time": {"epoch": "s"}}, None),
        (True, {}, None),
        (None, {}, None),
    ],
)
def test_reading(value: Any, shape: dict[str, Any], moment: float | None) -> None:
    assert read(value, shape) == moment
