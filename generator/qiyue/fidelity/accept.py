"""A changed page is accepted: its lock anew, and the citations of the vendor's files brought to where the lines are.

In: a vendor, a drift in which everything is settled, reasons for what is skipped. Out: the files to write; or
``Refused``, with what is not settled.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from qiyue.diagnostics import refuse
from qiyue.fidelity import lockfile, store
from qiyue.fidelity.citations import Mark
from qiyue.fidelity.coverage import entries_cited
from qiyue.fidelity.drift import Drift
from qiyue.fidelity.items import Item, group_items
from qiyue.fidelity.lines import Lines
from qiyue.fidelity.lock import Entry, Lock, Reason
from qiyue.fidelity.renumber import NEW, Emptied, Renumbering
from qiyue.fidelity.settle import is_resolved
from qiyue.fidelity.vendor import Vendor
from qiyue.source import Source


def list_unresolved(owner: Vendor, drift: Drift, said: frozenset[int]) -> tuple[Item, ...]:
    """Give the items that neither the spec agrees with nor somebody says are settled; ``said`` are lines."""
    cited = frozenset(line for mark in owner.marks if mark.page == NEW for line in mark.lines)
    return group_items(
        item
        for group in drift.items
        for item in group.each
        if not said.intersection(_lines(item.after or item.before))
        and not any(is_resolved(item, compiled.data, cited) for compiled in owner.compiled)
    )


def accept_changes(owner: Vendor, page: str, lock: Lock, drift: Drift, given: Mapping[int, Reason]) -> dict[Path, str]:
    """Give the texts of all files that accepting a drift changes.

    Raises:
        Refused: a fact would be left without evidence.
    """
    lines = Lines.of(drift)
    marks = [mark for mark in owner.marks if mark.page in {page, NEW}]
    named = sorted({mark.place.file for mark in marks})
    read = store.sources(owner.editions, named) if page in lock.pages else {}
    files = {path: _renumbered(text, page, lines) for path, text in read.items()}
    here = [each for mark in marks for each in _today(mark, lines if page in lock.pages else None)]
    pages = {**lock.pages, page: replace(drift.new, entries=entries_cited(list(_locked(drift, given)), here))}
    return {**files, store.path(owner.editions[0]): lockfile.write(replace(lock, pages=pages))}


def _today(mark: Mark, lines: Lines | None) -> Iterator[Mark]:
    """Give a mark with the lines of today; with ``lines`` it was written before."""
    if lines is None or mark.page == NEW:
        yield mark
    else:
        yield from (replace(mark, first=first, last=last) for first, last in lines.ranges(mark.first, mark.last))


def _lines(place: str) -> range:
    first, _, last = place.removeprefix("L").partition("-")
    return range(int(first), int(last or first) + 1)


def _renumbered(written: Source, page: str, lines: Lines) -> str:
    mark = "\ufeff" if written.text.startswith("\ufeff") else ""
    try:
        return mark + Renumbering(page, lines).file(Source(written.file, written.text.removeprefix(mark)))
    except Emptied as emptied:
        message = f"`{emptied}` cites nothing but lines that are gone"
        raise refuse("groundless-citation", message, emptied.place, "edit it, then accept") from None


def _locked(drift: Drift, given: Mapping[int, Reason]) -> Iterator[Entry]:
    """Give the new entries with the reasons of the old ones, given ones first; kinds propose the rest."""
    found = drift.alignment
    back = {after: before for before, after in (*found.same, *found.changed)}
    back |= {after: run[0] for run, later in found.wrapped for after in later}
    for index, entry in enumerate(drift.new.entries):
        named = [given[line] for line in entry.lines if line in given]
        kept = drift.old.entries[back[index]].skip if index in back else ""
        yield replace(entry, skip=named[0] if named else kept or entry.skip)
