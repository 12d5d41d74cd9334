"""What ``init`` writes of pages: the skeleton, its findings, and the lock, as texts of files.

In: pages that were read, and the choices of a person. Out: a ``Draft``.
"""

import re
from collections.abc import Sequence
from typing import Final

from qiyue.base.value import Value
from qiyue.evidence import MAIN
from qiyue.fidelity import Locked, lock_page
from qiyue.init.reading import Pages, alone
from qiyue.publish import yaml
from qiyue.skeleton import Choice, Skeleton, skeleton
from qiyue.values import Plain

SPEC: Final = "openapi.yaml"
FINDINGS: Final = "findings.yaml"
_HEAD: Final = """\
# A skeleton, read from {page} by a machine: every call, row, code and sample that it could tell, with their lines.
# Compare each element with the page, correct it, and take the word `draft` away: `qiyue check --todo` lists what is
# left. Then set `evidence = true`.
"""
_ABOUT_FINDINGS: Final = """\
# Contradictions, gaps and choices, each with an id that evidence refers to: `x-qiyue-source: inferred {prefix}-01`.
"""


class Draft(Value):
    """A first spec.

    skeleton: as it was read, its lines counted through.
    document, findings: the same with places as citations; ``files`` are their texts.
    """

    skeleton: Skeleton
    document: Plain
    findings: tuple[Plain, ...]
    files: dict[str, str]


def draft(read: Pages, prefix: str, chosen: Sequence[Choice] = (), *, after: int = 0) -> Draft:
    """Make a first spec of pages; ``prefix`` begins the ids of its findings, whose numbers go on ``after`` one."""
    begun = skeleton(read.segments, prefix, chosen, after=after)
    document = read.cited(begun.document)
    titles = {name: {"title": _title(read, index)} for index, name in enumerate(read.names)}
    document["x-qiyue-sources"] = titles | ({MAIN: document["x-qiyue-sources"][MAIN]} if MAIN in titles else {})
    findings = tuple({**row, "lines": [read.cite(place) for place in row["lines"]]} for row in begun.findings)
    named = ", ".join(file.name for file in read.files)
    files = {
        SPEC: _HEAD.format(page=named) + yaml.text(document, quick=True),
        FINDINGS: _ABOUT_FINDINGS.format(prefix=prefix) + yaml.text({"findings": [*findings]}, quick=True),
    }
    return Draft(begun, document, findings, files)


def locks(read: Pages) -> dict[str, Locked]:
    """Lock pages, by their ids."""
    return {name: lock_page(read.pages[n], alone(read, n)) for n, name in enumerate(read.names)}


def prefix_of(name: str) -> str:
    """Give what the ids of the findings of an edition begin with."""
    return re.sub(r"[^a-z]", "", name)[:2].upper()


def _title(read: Pages, index: int) -> str:
    return next((each.trail[0] for each in read.segments[index] if each.trail), read.files[index].name)
