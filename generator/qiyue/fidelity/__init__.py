"""Fidelity: account for every line of a page, and say what a changed page means.

page ── pages ──► segments ── lock ──► source.lock ── coverage ──► what the spec uses of it
                                    └─ drift (align, changes, elements) ──► what a changed page means for the spec
"""

from qiyue.fidelity.citations import Mark, marks
from qiyue.fidelity.coverage import Coverage, cover, recorded
from qiyue.fidelity.drift import Drift, drift
from qiyue.fidelity.items import Item, What
from qiyue.fidelity.lock import Entry, Lock, Locked, Reason, locked

__all__ = [
    "Coverage",
    "Drift",
    "Entry",
    "Item",
    "Lock",
    "Locked",
    "Mark",
    "Reason",
    "What",
    "cover",
    "drift",
    "locked",
    "marks",
    "recorded",
]
