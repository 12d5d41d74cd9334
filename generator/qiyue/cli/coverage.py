"""``qiyue coverage``: what of a page the spec has used, and what not."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from pathlib import Path
from typing import Final

import click
from rich.console import RenderableType
from rich.table import Table

from qiyue import config, fidelity, pages
from qiyue.cli import choice, options
from qiyue.cli.result import Exit, Result
from qiyue.diagnostics import Diagnostic, Severity, refuse
from qiyue.evidence import MAIN
from qiyue.fidelity import Coverage, lockfile, store, vendor
from qiyue.fidelity.coverage import Open
from qiyue.fidelity.lock import Entry
from qiyue.fidelity.vendor import Vendor
from qiyue.values import Plain

_FEW: Final = 3


@click.command()
@options.editions
@click.option(
    "--document", type=options.PATH, metavar="FILE", help="The page, to show the text of what is not covered."
)
@click.option("--page", default=MAIN, metavar="ID", help="Which page the document is.")
@click.option("--accept", is_flag=True, help="Keep in the locks who cites each line now.")
@options.json
def coverage(names: Sequence[str], document: Path | None, page: str, accept: bool, as_json: bool) -> Result:
    """Say what of each page the spec uses, by the locks; a line that nothing cites and nobody skips is a finding.

    So is a line that somebody cited when the lock was written, and no longer does. What only drafts cite is read and
    not confirmed.

    Example: qiyue coverage
    """
    project = config.load_project(Path.cwd())
    found = vendor.vendors(project, choice.editions(names))
    if document is not None and len(found) != 1:
        raise refuse("usage", "a document is a page of one vendor", hint="name an edition")
    text = pages.read(document).text.split("\n") if document else []
    if accept:
        store.write({file: text for each in found for file, text in _recorded(each)})
    accounts = [(each, account) for each in found for account in _accounts(each)]
    missing = [each for each in found if store.read(each.editions[0]) is None]
    said = [*map(_no_lock, missing), *(each for owner, account in accounts for each in _groundless(account))]
    incomplete = said or any(account.open for _, account in accounts)
    return Result(
        Exit.FINDINGS if incomplete else Exit.CLEAN,
        said,
        [
            *_table(accounts),
            *(line for owner, account in accounts for line in _open(owner, account, text, page)),
            *_later(accounts),
        ],
        {"pages": [_data(owner, account) for owner, account in accounts]},
    )


def _accounts(owner: Vendor) -> tuple[Coverage, ...]:
    lock = store.read(owner.editions[0])
    return () if lock is None else fidelity.cover(lock, owner.marks)


def _recorded(owner: Vendor) -> Iterator[tuple[Path, str]]:
    """Give the lock of a vendor, if there is one, with who cites each segment now."""
    edition = owner.editions[0]
    if lock := store.read(edition):
        yield store.path(edition), lockfile.write(fidelity.record_citations(lock, owner.marks))


def _no_lock(owner: Vendor) -> Diagnostic:
    hint = f"write it: qiyue drift {owner.name} DOCUMENT --accept"
    return Diagnostic("lock-missing", Severity.ERROR, f"the pages of `{owner.name}` have no lock", hint=hint)


def _groundless(account: Coverage) -> Iterator[Diagnostic]:
    for mark in account.groundless:
        message = f"L{mark.first} of page `{mark.page}` holds no segment"
        yield Diagnostic("groundless-citation", Severity.ERROR, message, mark.place, "cite a line that says it")


def _table(accounts: Sequence[tuple[Vendor, Coverage]]) -> Iterator[RenderableType]:
    if not accounts:
        return
    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False)
    for column in ("page", "segments", "cited", "skipped", "read", "confirmed"):
        table.add_column(column, justify="left" if column in {"page", "cited", "skipped"} else "right", overflow="fold")
    for owner, account in accounts:
        name = owner.name if account.page == MAIN else f"{owner.name} {account.page}"
        cited = ", ".join(f"{count} {grade}" for grade, count in account.grades.items())
        skipped = ", ".join(f"{count} {reason}" for reason, count in account.reasons.items())
        percents = (account.percent(count) for count in (account.covered, account.confirmed))
        table.add_row(name, str(account.segments), cited or "-", skipped or "-", *percents)
    yield table


def _open(owner: Vendor, account: Coverage, text: Sequence[str], page: str) -> Iterator[str]:
    """Say what is open, by sections: a few segments of each, and all that lost a citation."""
    text = text if account.page == page else ()
    for trail, section in groupby(account.open, key=lambda each: each.entry.trail):
        found = list(section)
        yield f"{owner.name} {account.page}, {' / '.join(trail[-2:]) or 'no heading'}: {len(found)} open"
        shown = [each for number, each in enumerate(found) if number < _FEW or each.lost]
        yield from (f"  {_segment(each, text)}" for each in shown)
        if len(shown) < len(found):
            yield f"  and {len(found) - len(shown)} more, to L{found[-1].entry.last}"


def _segment(each: Open, text: Sequence[str]) -> str:
    lines = ", ".join(f"L{line}" for line in each.lines)
    said = " ".join(text[line - 1].strip() for line in each.lines if line <= len(text))
    lost = f", no longer cited by {', '.join(f'`{name}`' for name in each.lost)}" if each.lost else ""
    return f"{lines}: {each.entry.kind}: {said or _facts(each.entry) or 'nothing cites it'}{lost}"


def _facts(entry: Entry) -> str:
    """Name the first few facts of an entry."""
    facts = dict.fromkeys(f"{fact.subject} {fact.what}".strip() for fact in entry.facts)
    return ", ".join([*islice(facts, _FEW), *(["..."] if len(facts) > _FEW else [])])


def _later(accounts: Iterable[tuple[Vendor, Coverage]]) -> Iterator[str]:
    for owner, account in accounts:
        if account.later:
            new = f"{account.later} segments have citations that the lock does not know yet"
            yield f"{owner.name} {account.page}: {new}; to keep them: qiyue coverage --accept"


def _data(owner: Vendor, account: Coverage) -> dict[str, Plain]:
    return {
        "vendor": owner.name,
        "page": account.page,
        "segments": account.segments,
        "covered": account.covered,
        "confirmed": account.confirmed,
        "cited": {grade.value: count for grade, count in account.grades.items()},
        "skipped": {reason.value: count for reason, count in account.reasons.items()},
        "open": [
            {"lines": list(each.lines), "kind": each.entry.kind.value, "lost": list(each.lost)} for each in account.open
        ],
        "later": account.later,
    }
