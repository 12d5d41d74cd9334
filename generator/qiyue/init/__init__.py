"""A vendor's pages to the files of a first spec, and the page on which a person reviews what was read of them.

files ── reading ──► pages, lines counted through ── draft ──► openapi.yaml, findings.yaml ── writing ──► the disk
                     choices (of a person) ────────────┘       view, server ──► a browser, and choices back
"""

from qiyue.init.choices import Chosen
from qiyue.init.draft import Draft, draft, prefix_of
from qiyue.init.reading import Pages, read
from qiyue.init.settings import PROJECT, Settings, page_entries, settings
from qiyue.init.writing import Written

__all__ = [
    "PROJECT",
    "Chosen",
    "Draft",
    "Pages",
    "Settings",
    "Written",
    "draft",
    "page_entries",
    "prefix_of",
    "read",
    "settings",
]
