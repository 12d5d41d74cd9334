"""What the review page shows: each line of the pages with its state, each line of the skeleton with what it cites.

In: pages, a draft, choices. Out: a ``View`` of texts and numbers; the templates print it and decide nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from qiyue.base.value import Value
from qiyue.evidence import MAIN, PAGE
from qiyue.init.choices import Chosen
from qiyue.init.draft import SPEC, Draft
from qiyue.init.reading import Pages
from qiyue.init.words import LANGUAGES, WORDS
from qiyue.init.writing import Written, draft_name
from qiyue.pages.words import METHODS
from qiyue.skeleton import Choice, Read, Side
from qiyue.values import Plain

_LINES: Final = re.compile(r"(?<![\w:])L(\d+)(?:-L?(\d+))?")
_CITED: Final = re.compile(rf"(?:(?P<page>{PAGE}):)?(?<!\w)L(?P<line>\d+)")
_SOURCE: Final = "x-qiyue-source"
_LONGEST: Final = 2_000
"""Characters of a line that are shown."""
SIDES: Final = (Side.BODY, Side.QUERY, Side.HEADER, Side.PATH, Side.ANSWER, Side.FAILURE)


class Option(Value):
    """One of the values that can be chosen."""

    value: str
    text: str


class Line(Value):
    """A line of a page, or of the skeleton.

    number: among the lines of all pages; of the skeleton the line that it cites, 0 for none.
    place: as a citation has it. ``state`` is used, unplaced, doubtful, contradicting or plain.
    block: what begins here, as words; ``kind`` is what can be decided of it.
    """

    number: int
    place: str
    text: str
    state: str = "plain"
    state_text: str = ""
    kind: str = ""
    block: str = ""
    call: str = ""
    side: str = ""
    method: str = ""
    is_decided: bool = False


class View(Value):
    """Everything that the page shows."""

    words: Mapping[str, str]
    language: str
    languages: tuple[Option, ...]
    lines: tuple[Line, ...]
    spec: tuple[Line, ...]
    calls: tuple[Option, ...]
    sides: tuple[Option, ...]
    methods: tuple[Option, ...]
    findings: tuple[Line, ...]
    counts: tuple[Option, ...]
    written: tuple[str, ...]
    beside: tuple[Option, ...]
    lost: tuple[str, ...]


def view(read: Pages, draft: Draft, chosen: Chosen, written: Written, language: str) -> View:
    """Build what the page shows."""
    words = WORDS[language]
    states = _states(draft)
    blocks: dict[int, Read] = {}
    for each in draft.skeleton.read:
        blocks.setdefault(each.first, each)
    decided = {each.line: each for each in chosen.choices}
    lines = tuple(_lines(read, states, blocks, decided, words))
    told = [("calls", sum(each.kind == "call" for each in draft.skeleton.read))]
    told += [(state, sum(line.state == state for line in lines)) for state in ("unplaced", "doubtful", "contradicting")]
    return View(
        words,
        language,
        tuple(Option(code, name) for code, name in LANGUAGES.items() if code != language),
        lines,
        tuple(_spec(read, draft.files[SPEC])),
        tuple(Option(str(each.first), each.name) for each in draft.skeleton.read if each.kind == "call"),
        tuple(Option(side.value, words[side.value]) for side in SIDES),
        tuple(Option(method, method) for method in sorted(METHODS)),
        tuple(_findings(draft)),
        tuple(Option(words[name], str(count)) for name, count in told),
        tuple(file.as_posix() for file in written.files),
        tuple(Option(name, draft_name(name)) for name in written.beside),
        chosen.lost_places,
    )


def _states(draft: Draft) -> dict[int, str]:
    """Tell the state of each line that has one; the gravest counts."""
    states: dict[int, str] = {}
    found = draft.skeleton
    states |= dict.fromkeys((line for text in _sources(found.document) for line in _numbers(text)), "used")
    states |= dict.fromkeys((n for each in found.unplaced for n in range(each.first, each.last + 1)), "unplaced")
    for state, grave in (("doubtful", False), ("contradicting", True)):
        rows = [row for row in found.findings if (row["id"] in found.clashes) is grave]
        states |= dict.fromkeys((line for row in rows for place in row["lines"] for line in _numbers(place)), state)
    return states


def _sources(data: Plain) -> Iterator[str]:
    """Give the texts of all evidence in a document."""
    if isinstance(data, dict):
        for key, item in data.items():
            if key != _SOURCE:
                yield from _sources(item)
            elif isinstance(item, dict):
                yield from item.values()
            else:
                yield str(item)
    elif isinstance(data, list):
        for item in data:
            yield from _sources(item)


def _numbers(text: str) -> Iterator[int]:
    for match in _LINES.finditer(text):
        yield from range(int(match[1]), int(match[2] or match[1]) + 1)


def _lines(
    read: Pages,
    states: Mapping[int, str],
    blocks: Mapping[int, Read],
    decided: Mapping[int, Choice],
    w: Mapping[str, str],
) -> Iterator[Line]:
    texts = (line for page in read.pages for line in page.text.split("\n"))
    for number, text in enumerate(texts, 1):
        state, block, choice = states.get(number, "plain"), blocks.get(number), decided.get(number)
        line = Line(number, read.cite(f"L{number}"), text[:_LONGEST], state, w[state])
        if block is None and choice is None:
            yield line
            continue
        choice = choice or Choice(number)
        kind = block.kind if block else "table"
        where = [w[block.side] if block.side else "", block.name or w["no_call"]] if block else [w["skipped"]]
        yield Line(
            number,
            line.place,
            line.text,
            state,
            line.state_text,
            "call" if kind == "call" else "block",
            " · ".join(filter(None, (w[kind], *where))),
            str(choice.call or ""),
            choice.side.value if choice.side else "",
            choice.method,
            number in decided,
        )


def _spec(read: Pages, text: str) -> Iterator[Line]:
    """Give the lines of the skeleton; each that cites a place leads to it."""
    for at, line in enumerate(text.split("\n"), 1):
        found = _CITED.search(line) if _SOURCE in line or "draft " in line else None
        number = read.line(found["page"] or MAIN, int(found["line"])) if found else None
        yield Line(number or 0, str(at), line[:_LONGEST])


def _findings(draft: Draft) -> Iterator[Line]:
    shown: Sequence[Plain] = draft.skeleton.findings
    for row, cited in zip(shown, draft.findings, strict=True):
        first = next((line for place in row["lines"] for line in _numbers(place)), 0)
        yield Line(first, ", ".join(cited["lines"]), f"{row['id']}: {row['title']}")
