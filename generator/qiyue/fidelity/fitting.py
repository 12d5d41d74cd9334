"""Does what a page shows fit the schema of the element that cites it?"""

import re
from collections.abc import Sequence
from typing import Final

from qiyue.fidelity.citations import Mark
from qiyue.fidelity.elements import last_name
from qiyue.lint.examples import Checker, Sample
from qiyue.pages import Segment
from qiyue.values import Missing, Plain, at

_INDEX: Final = re.compile(r"/\d+(?=/|$)")
_ITEMS: Final = re.compile(r"/\d+(?=(?:/\d+)*$)")
_PROPERTY: Final = "/properties/"


def shape(subject: str) -> str:
    """Give the pointer of a sample's member, whichever item of a list it lies in."""
    return _INDEX.sub("/*", subject)


class Fitting:
    """The schemas of a vendor's editions, to hold the samples of a page against."""

    def __init__(self, documents: Sequence[Plain]) -> None:
        self._documents = [(document, Checker(document)) for document in documents]

    def problem(self, segment: Segment, marks: Sequence[Mark]) -> str:
        """Say what is wrong with a member of a sample; nothing if one of the editions takes it."""
        values = [fact.value for fact in segment.facts if fact.what == "value"]
        subject = segment.facts[0].subject
        items = "/items" * len(_ITEMS.findall(subject))
        elements = {
            mark.element + items for mark in marks if mark.name == last_name(subject) and _PROPERTY in mark.element
        }
        said = [self._problem(values[0], element) for element in sorted(elements)] if values else []
        return next(filter(None, said), "") if all(said) else ""

    def _problem(self, value: Plain, element: str) -> str:
        found = []
        for document, checker in self._documents:
            try:
                at(document, element)
            except Missing:
                continue
            first = next(checker.problems(Sample("", value, element)), None)
            if first is None:
                return ""
            found.append(f"{first.pointer} {first.sentence}".strip())
        return found[0] if found else ""
