"""Values that are the same though one is text: as JSON reads the text, and in no other way."""

from decimal import Decimal

import pytest

from qiyue.base.absent import ABSENT
from qiyue.mock.compare import alike
from qiyue.values import Plain


@pytest.mark.parametrize(
    ("left", "right", "equal"),
    [
        ("2", 2, True),
        ("2", Decimal("2.0"), True),
        ("2.50", Decimal("2.5"), True),
        ("true", True, True),
        ("null", None, True),
        ("[1]", [1], True),
        ("2", "2.0", False),
        ("02", 2, False),
        ("2_0", 20, False),
        ("٢", 2, False),
        ("1", True, False),
        ("two", 2, False),
        ("", 0, False),
        ("absent", ABSENT, False),
        (1, True, False),
        (ABSENT, ABSENT, True),
    ],
)
def test_alike(left: Plain, right: Plain, equal: bool) -> None:
    assert (alike(left, right), alike(right, left)) == (equal, equal)
