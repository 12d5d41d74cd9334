"""Report: what contract runs found, as files for machines and people.

In: outcomes by name. Out: ``report.json``, ``junit.xml``, and ``report.html``, one page that needs nothing beside it.
"""

from collections.abc import Sequence

from qiyue import dump
from qiyue.files import File
from qiyue.report.data import data
from qiyue.report.junit import junit
from qiyue.report.page import page
from qiyue.report.run import Run

__all__ = ["Run", "data", "files"]


def files(runs: Sequence[Run]) -> tuple[File, ...]:
    """Write the reports of runs."""
    return (
        File("junit.xml", junit(runs)),
        File("report.html", page(runs)),
        File("report.json", (dump.text(data(runs)) + "\n").encode("utf-8", "backslashreplace")),
    )
