"""Page: runs as one HTML page that needs nothing beside it. In: runs. Out: bytes.

Texts of specs and servers are data: the templates escape them, and a policy in the page lets a browser run nothing but
our own script.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from itertools import groupby

from jinja2 import Environment

from qiyue import __version__
from qiyue.api import Operation
from qiyue.contract import Failure, OperationResult, Outcome
from qiyue.report.run import Run
from qiyue.report.text import clean
from qiyue.report.views import Card, Cell, Code, Fact, Figure, Left, Page, Row, Section, Source
from qiyue.templating import environment

_SHOWN = 10
"""Broken promises of one check of one operation that are shown; ``report.json`` has all."""
_ORDER = ("example", "success", "refusal", "code", "server-error", "status", "content-type", "headers", "body")


def page(runs: Sequence[Run]) -> bytes:
    """Write the page."""
    green = sum(run.outcome.green for run in runs)
    view = Page(
        title=", ".join(clean(run.name) for run in runs),
        is_green=green == len(runs),
        verdict="Green" if green == len(runs) else "Not green",
        figures=_figures([run.outcome for run in runs]),
        is_many=len(runs) > 1,
        sections=tuple(_section(index, run) for index, run in enumerate(runs, 1)),
        version=__version__,
        style_hash=_hash("style.css"),
        script_hash=_hash("script.js"),
    )
    text = _environment().get_template("page.html.jinja").render(view=view)
    return text.encode("utf-8", "replace")


@cache
def _environment() -> Environment:
    return environment("report", autoescape=True)


def _hash(name: str) -> str:
    """Give the name by which a policy allows one of our own files."""
    text = _environment().get_template(name).render()
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _section(number: int, run: Run) -> Section:
    outcome = run.outcome
    checks = _checks(outcome)
    cards, more = _cards(number, run)
    anchors = {(card.operation, card.check): card.anchor for card in reversed(cards)}
    notes = tuple(map(clean, _notes(outcome)))
    tested = {each.operation: each for each in outcome.tested}
    rows = tuple(
        _row(run.api.operation(name), tested.get(name) or OperationResult(name), outcome, checks, anchors)
        for name in outcome.selected
    )
    left = tuple(
        Left(clean(reason), tuple(clean(each.operation) for each in outcome.barred if each.reason == reason))
        for reason in dict.fromkeys(each.reason for each in outcome.barred)
    )
    sources = tuple(_source(each.id, each.title, each.url, each.read) for each in run.api.pages)
    return Section(
        anchor=f"run-{number}",
        name=clean(run.name),
        title=clean(f"{run.api.title} {run.api.version}".strip()),
        is_green=outcome.green,
        verdict="green" if outcome.green else "not green",
        figures=(*_figures([outcome]), Figure("Target", clean(outcome.target)), Figure("Seed", str(outcome.seed))),
        notes=notes,
        has_notes=bool(notes),
        checks=checks,
        rows=rows,
        has_rows=bool(rows),
        cards=cards,
        has_cards=bool(cards),
        more=f"{more:,} more of the same kind are in report.json.",
        has_more=more > 0,
        gaps=tuple(Fact(clean(str(run.place(gap.place))), clean(gap.message)) for gap in outcome.gaps),
        has_gaps=bool(outcome.gaps),
        left=left,
        has_left=bool(left),
        sources=sources,
        has_sources=bool(sources),
    )


def _figures(outcomes: Sequence[Outcome]) -> tuple[Figure, ...]:
    tested = [each for outcome in outcomes for each in outcome.tested if each.cases]
    selected = sum(len(outcome.selected) for outcome in outcomes)
    return (
        Figure("Operations tested", f"{len(tested):,} of {selected:,}"),
        Figure("Cases", f"{sum(each.cases for each in tested):,}"),
        Figure("Business successes", f"{sum(each.successes for each in tested):,}"),
        Figure("Broken promises", f"{sum(len(outcome.failures) for outcome in outcomes):,}"),
        Figure("Time", f"{sum(outcome.seconds for outcome in outcomes):,.1f} s"),
    )


def _notes(outcome: Outcome) -> Iterator[str]:
    yield from outcome.untested_reasons()
    if outcome.stopped:
        yield f"Stopped: {outcome.stopped}."
    for variable in outcome.missing:
        yield f"{variable} is not set: calls went without it."
    for text in outcome.left:
        yield f"Left on the server: {text}."


def _checks(outcome: Outcome) -> tuple[str, ...]:
    """Give the checks that looked at anything, in the order in which a call goes."""
    found = {name for each in outcome.tested for name, _ in each.checks} | {each.check for each in outcome.failures}
    return tuple(sorted(found, key=lambda name: (_ORDER.index(name) if name in _ORDER else len(_ORDER), name)))


def _row(
    operation: Operation,
    tested: OperationResult,
    outcome: Outcome,
    checks: Iterable[str],
    anchors: dict[tuple[str, str], str],
) -> Row:
    failed = [failure for failure in outcome.failures if failure.operation == operation.id]
    looked = dict(tested.checks)
    return Row(
        id=clean(operation.id),
        method=clean(operation.method),
        path=clean(operation.path),
        is_good=bool(tested.successes) and not failed,
        cases=f"{tested.cases:,}",
        successes=f"{tested.successes:,}",
        none_succeeded=not tested.successes,
        refusals=", ".join(tested.refused()),
        cells=tuple(
            _cell(name, looked.get(name, 0), failed, anchors.get((clean(operation.id), name), "")) for name in checks
        ),
    )


def _cell(check: str, looked: int, failed: Sequence[Failure], anchor: str) -> Cell:
    count = sum(failure.count for failure in failed if failure.check == check)
    if count:
        text = f"{check}: {count:,} of {max(looked, count):,} cases broke it"
        return Cell(passed=False, failed=True, idle=False, text=text, count=f"{count:,}", link=f"#{anchor}")
    if looked:
        return Cell(passed=True, failed=False, idle=False, text=f"{check}: kept in {looked:,} cases")
    return Cell(passed=False, failed=False, idle=True, text=f"{check}: nothing to look at")


def _cards(number: int, run: Run) -> tuple[tuple[Card, ...], int]:
    """Give the cards of a run, and how many more there would be."""
    order = {operation: index for index, operation in enumerate(run.outcome.selected)}
    failures = sorted(run.outcome.failures, key=lambda each: (order.get(each.operation, 0), each.check))
    cards: list[Card] = []
    for _, group in groupby(failures, key=lambda each: (each.operation, each.check)):
        for failure in list(group)[:_SHOWN]:
            cards.append(_card(f"run-{number}-{len(cards) + 1}", run, failure))
    return tuple(cards), len(failures) - len(cards)


def _card(anchor: str, run: Run, failure: Failure) -> Card:
    facts = (
        ("Seen", f"{failure.count:,} times; first in {failure.phase}{f': {failure.about}' if failure.about else ''}"),
        ("Spec", str(run.place(failure.place))),
        ("Pointer", failure.place),
        ("Page", failure.source),
    )
    codes = (("curl", failure.reproduction), ("client", failure.call), ("answer", failure.answer))
    return Card(
        anchor=anchor,
        operation=clean(failure.operation),
        check=failure.check,
        message=clean(failure.message),
        facts=tuple(Fact(name, clean(text)) for name, text in facts if text),
        codes=tuple(Code(name, clean(text)) for name, text in codes if text),
    )


def _source(name: str, title: str, url: str, read: str) -> Source:
    is_link = url.startswith(("http://", "https://"))
    return Source(clean(name), clean(title), clean(url), is_link, clean(read), bool(read))
