"""The equivalences of requests, each as two requests; and differences that must be seen."""

import pytest

from qiyue.contract.http.comparable_request import equal_as_text, to_comparable
from qiyue.contract.http.equivalences import DIFFERENCES, EQUIVALENCES, Difference, Equivalence

DECLARED = ["X-A", "X-B"]


@pytest.mark.parametrize("given", EQUIVALENCES, ids=lambda given: given.name)
def test_equal(given: Equivalence) -> None:
    requests = (given.left.request(), given.right.request())
    left, right = (to_comparable(each, DECLARED, merged=given.where_merged) for each in requests)
    assert given.left != given.right
    assert left.differences(right) == (["body"] if given.where_both else [])
    assert equal_as_text(left.body, right.body)


@pytest.mark.parametrize("given", DIFFERENCES, ids=lambda given: given.meaning)
def test_different(given: Difference) -> None:
    left, right = (to_comparable(shown.request(), DECLARED) for shown in (given.left, given.right))
    assert given.part in left.differences(right)


def test_every_equivalence_has_a_name_of_its_own() -> None:
    assert len({each.name for each in EQUIVALENCES}) == len(EQUIVALENCES)
