"""Fidelity: account for every line of a page, and say what a changed page means.

page ── pages ──► segments ── lock ──► source.lock ── coverage ──► what the spec uses of it
                                    └─ drift (align, changes, elements) ──► what a changed page means for the spec
"""

from qiyue.fidelity.citations import Mark, marks
from qiyue.fidelity.coverage import Coverage, cover, record_citations
from qiyue.fidelity.drift import Drift, drift
from qiyue.fidelity.items import Item, ItemKind
from qiyue.fidelity.lock import Entry, Lock, Locked, Reason, lock_page

__all__ = [
    "Coverage",
    "Drift",
    "Entry",
    "Item",
    "ItemKind",
    "Lock",
    "Locked",
    "Mark",
    "Reason",
    "cover",
    "drift",
    "lock_page",
    "marks",
    "record_citations",
]
