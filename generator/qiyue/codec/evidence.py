"""``x-qiyue-source`` of an element ↔ its evidence."""

from collections.abc import Mapping

from qiyue import evidence
from qiyue.api import Evidence
from qiyue.values import Plain

KEY = "x-qiyue-source"


def read(element: Plain) -> Evidence:
    """Give the evidence of an element as it stands in a document."""
    if not isinstance(element, Mapping) or KEY not in element:
        return Evidence()
    return evidence.parse(element[KEY])


def write(value: Evidence) -> dict[str, Plain]:
    """Give the member that carries the evidence; none where there is none."""
    return {KEY: evidence.format(value)} if value else {}
