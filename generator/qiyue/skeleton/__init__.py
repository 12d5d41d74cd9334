"""A first spec from a page.

segments ── blocks ──► tables, samples ── declarations, sections, sides ──► calls with what stands below them
    ── choices (of a person) ── places, shapes ──► schemas ── operations, codes, verdict, common ──► document: OpenAPI,
for a person to complete
"""

from qiyue.skeleton.choices import Choice, Read
from qiyue.skeleton.document import Skeleton, skeleton
from qiyue.skeleton.sides import Side

__all__ = ["Choice", "Read", "Side", "Skeleton", "skeleton"]
