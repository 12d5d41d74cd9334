"""A first spec from a page.

segments ── blocks ──► tables, samples ── declarations, sections, sides ──► calls with what stands below them
    ── places, shapes ──► schemas ── operations, codes, verdict, common ──► document: OpenAPI, for a person to complete
"""

from qiyue.skeleton.document import Skeleton, skeleton

__all__ = ["Skeleton", "skeleton"]
