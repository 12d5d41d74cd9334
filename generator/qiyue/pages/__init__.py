"""Vendor's pages: a page's text becomes segments with places and the facts that qiyue could read from them.

In: the file of a page (``read``) or its text. Out: a ``Page``, and ``segments(page)``, which account for every
character of it. What is read is general: headings, tables, code blocks, samples, code tables, endpoints, limits.
"""

from qiyue.pages import addresses, labels
from qiyue.pages.reading import segments
from qiyue.pages.segment import Fact, Kind, Segment
from qiyue.pages.text import Form, Page, read, read_text
from qiyue.pages.words import json_type

__all__ = [
    "Fact",
    "Form",
    "Kind",
    "Page",
    "Segment",
    "addresses",
    "json_type",
    "labels",
    "read",
    "read_text",
    "segments",
]
