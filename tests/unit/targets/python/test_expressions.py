"""Types as text."""

from qiyue.targets.python.expressions import NONE, Expression, union


def test_a_union_of_unions_has_each_part_once_and_none_last() -> None:
    card = union([Expression("Card"), Expression("Mapping[str, Any]", frozenset({("typing", "Any")}))])
    cash = union([NONE, Expression("Cash"), Expression("Mapping[str, Any]", frozenset({("typing", "Any")}))])
    joined = union([card, cash])
    assert joined.text == "Card | Mapping[str, Any] | Cash | None"
    assert joined.imports == {("typing", "Any")}
