"""``qiyue drift``: what a changed page means for the spec."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path

import click
from rich.console import RenderableType
from rich.text import Text

from qiyue import config, fidelity, pages
from qiyue.cli import choice, options
from qiyue.cli.excerpt import escape_control_characters
from qiyue.cli.result import Exit, Result
from qiyue.diagnostics import refuse
from qiyue.evidence import MAIN
from qiyue.fidelity import Drift, Item, ItemKind, Lock, Locked, Reason, accept, store, vendor, wording
from qiyue.fidelity.vendor import Vendor
from qiyue.values import Plain

_LINES = re.compile(r"L?(\d+)(?:-L?(\d+))?")
_STYLES = {
    ItemKind.CHANGED: "yellow",
    ItemKind.GROUNDLESS: "red",
    ItemKind.NEW: "green",
    ItemKind.UNFIT: "red",
    ItemKind.REWORDED: "cyan",
}


class Format(StrEnum):
    """How a drift is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


@click.command()
@click.argument("name", metavar="EDITION", help="An edition of the nearest project.")
@click.argument("document", type=options.PATH, metavar="DOCUMENT", help="The page as it is today.")
@click.option("--page", default=MAIN, metavar="ID", help="Which page the document is.")
@click.option(
    "--format",
    "form",
    type=click.Choice([each.value for each in Format]),
    default=Format.TEXT.value,
    help="How to write it.",
)
@click.option(
    "--accept", "accept_it", is_flag=True, help="Lock the page as it is today, and renumber what the spec cites."
)
@click.option("--settled", metavar="LINES", multiple=True, help="With --accept: L12 is looked after.")
@click.option("--skip", metavar="LINES=REASON", multiple=True, help="With --accept: why nothing of the spec uses L12.")
@options.json
def drift(
    name: str,
    document: Path,
    page: str,
    form: str,
    accept_it: bool,
    settled: Sequence[str],
    skip: Sequence[str],
    as_json: bool,
) -> Result:
    """Say element by element what a changed page means for the spec.

    Example: qiyue drift EDITION page.txt
    """
    project = config.load_project(Path.cwd())
    (owner,) = vendor.vendors(project, choice.editions([name]))
    lock = store.read(owner.editions[0]) or Lock({})
    if page not in lock.pages and not accept_it:
        message = f"the page `{page}` of `{owner.name}` has no lock to compare with"
        raise refuse("lock-missing", message, hint="with --accept, the document becomes the first")
    marks = [mark for mark in owner.marks if mark.page == page]
    documents = [compiled.data for compiled in owner.compiled]
    found = fidelity.drift(lock.pages.get(page, Locked()), pages.read(document), marks, documents)
    if accept_it:
        return _accept(owner, page, lock, found, settled, skip)
    return _result(name, found.items, Format(form))


def _result(name: str, items: Sequence[Item], form: Format) -> Result:
    drifted = sum(not item.note for item in items)
    shown = [wording.markdown(name, items)] if form is Format.MARKDOWN else list(_shown(items))
    return Result(
        Exit.FINDINGS if drifted else Exit.CLEAN,
        lines=shown,
        data={
            "drift": [_plain(item) for item in items if not item.note],
            "notes": [_plain(i) for i in items if i.note],
        },
        only_json=form is Format.JSON,
    )


def _accept(owner: Vendor, page: str, lock: Lock, found: Drift, settled: Sequence[str], skip: Sequence[str]) -> Result:
    given = {line: _reason(each) for each in skip for line in _lines(each.partition("=")[0])}
    said = frozenset(line for each in settled for line in _lines(each)) | given.keys()
    first = page not in lock.pages
    left = () if first else accept.list_unresolved(owner, found, said)
    if left:
        result = _result(owner.name, left, Format.TEXT)
        advice = "Nothing was accepted: edit the spec, or say --settled or --skip with these lines."
        return Result(Exit.FINDINGS, lines=[*result.lines, advice], data=result.data | {"accepted": False})
    changed = store.write(accept.accept_changes(owner, page, lock, found, given))
    lines = [f"{path}: written" for path in changed]
    return Result(lines=lines or ["Nothing to write."], data={"accepted": True, "written": list(changed)})


def _lines(text: str) -> range:
    found = _LINES.fullmatch(text.strip())
    if found is None:
        raise refuse("usage", f"`{text}` names no lines", hint="write L12 or L12-15")
    return range(int(found[1]), int(found[2] or found[1]) + 1)


def _reason(text: str) -> Reason:
    word = text.partition("=")[2].strip()
    if word not in set(Reason):
        raise refuse("usage", f"`{word}` is no reason to skip a line", hint=f"the reasons are {', '.join(Reason)}")
    return Reason(word)


def _shown(items: Sequence[Item]) -> Iterator[RenderableType]:
    for item in sorted(items, key=lambda item: item.note):
        style = "dim" if item.note else _STYLES[item.what]
        label = "note" if item.note else item.what.value
        yield Text.assemble(
            (f"{label} ", f"bold {style}"),
            escape_control_characters(wording.sentence(item)),
            (f"  {wording.where(item)}", "dim"),
        )
        if item.note:
            continue
        beside = "beside " if item.what is ItemKind.NEW else ""
        targets = list(wording.targets(item))
        most = 1 + len(item.each)
        for place, element in targets[:most]:
            yield Text.assemble(f"  {beside}{place} ", (escape_control_characters(element), "dim"))
        if len(targets) > most:
            yield Text(f"  and {len(targets) - most} more that cite it", "dim")
        if item.findings:
            yield Text(f"  findings: {', '.join(item.findings)}", "dim")


def _plain(item: Item) -> dict[str, Plain]:
    return {
        "what": item.what.value,
        "subject": item.subject,
        "fact": item.fact,
        "old": item.old,
        "new": item.new,
        "before": item.before,
        "after": item.after,
        "also": [{"subject": each.subject, "before": each.before, "after": each.after} for each in item.also],
        "sentence": wording.sentence(item),
        "elements": [
            {
                "pointer": mark.element,
                "name": mark.name,
                "fact": mark.fact,
                "place": {"file": mark.place.file, "line": mark.place.line, "column": mark.place.column},
            }
            for mark in dict.fromkeys(mark for each in item.each for mark in each.marks)
        ],
        "findings": list(item.findings),
    }
