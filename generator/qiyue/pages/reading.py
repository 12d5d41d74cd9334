"""A page to its segments."""

from qiyue.pages.segment import Kind, Segment
from qiyue.pages.text import Page


def segments(page: Page) -> tuple[Segment, ...]:
    """Read a page: every character that is not white space is in one segment."""
    found = []
    start = 0
    for number, line in enumerate(page.text.split("\n"), 1):
        if line.strip():
            begin, end = start + len(line) - len(line.lstrip()), start + len(line.rstrip())
            found.append(Segment(Kind.SENTENCE, number, number, 0, begin, end, (), " ".join(line.split())))
        start += len(line) + 1
    return tuple(found)
