"""A page to its segments: from the first line to the last, whatever begins at a line is read, and nothing is lost.

In: a ``Page``. Out: segments that follow each other and leave out only white space. Where nothing is known of a line,
it is a sentence.
"""

from collections.abc import Iterable, Iterator, Sequence

from qiyue.pages import calls, code, grids, keyed, lone, marks, outline, prose, rows, samples
from qiyue.pages.drafts import Draft, clean, draft
from qiyue.pages.flat import Flat, Line, flat
from qiyue.pages.nesting import Nesting
from qiyue.pages.placing import Placed, place
from qiyue.pages.segment import Fact, Kind, Segment
from qiyue.pages.tables import IDENTIFIER, is_rule
from qiyue.pages.text import Form, Page
from qiyue.pages.trail import Trail
from qiyue.pages.words import is_language

_FRONT = 40


def segments(page: Page) -> tuple[Segment, ...]:
    """Read a page: every character that is not white space is in one segment."""
    plain = flat(page)
    return place(plain, _Reader(plain).read())


class _Reader:
    """One walk over the lines of a page."""

    def __init__(self, plain: Flat) -> None:
        self._flat, self._text, self._lines = plain, plain.text, plain.lines
        self._trail = Trail()
        self._found: list[Placed] = []
        self._at = self._listed = self._rows_end = 0
        self._rows = Nesting()
        self._declared: dict[int, Draft] = {}
        """Parts of the declaration of a call further down, by the indexes of their lines."""
        self._alone = -1
        """The index behind the last line that was a whole sentence of prose."""

    def read(self) -> list[Placed]:
        steps = (
            self._repeat,
            self._front,
            self._around,
            self._fence,
            self._table,
            self._sample,
            self._call,
            self._outline,
            self._lone,
            self._code,
            self._short,
        )
        while self._at < len(self._lines):
            if not any(step() for step in steps):
                self._prose()
        return self._found

    @property
    def _line(self) -> Line:
        return self._lines[self._at]

    def _add(self, drafts: Iterable[Draft], after: int) -> bool:
        """Keep what was read, and go on at the line with an index, or behind what was read if that is later."""
        trail, found = self._trail.texts, list(drafts)
        self._found += [(each, trail) for each in found]
        end = max((each.end for each in found), default=0)
        self._at = max(after, self._at + 1)
        while self._at < len(self._lines) and self._line.start < end:
            self._at += 1
        return True

    def _repeat(self) -> bool:
        """Read a line as the one before it, where that and the one behind are the same sentence."""
        if self._at != self._alone or self._at + 1 >= len(self._lines):
            return False
        before, line, after = self._lines[self._at - 1 : self._at + 2]
        alike = {(each.text, each.indent, each.blank_before) for each in (before, line, after)}
        if len(alike) > 1:
            return False
        last, trail = self._found[-1]
        self._found.append((last._replace(start=line.start, end=line.end), trail))
        self._at = self._alone = self._at + 1
        return True

    def _front(self) -> bool:
        """Read what a page in Markdown says of itself between two rules before it begins."""
        if self._at or self._line.text != "---" or self._flat.page.form is not Form.MARKDOWN:
            return False
        end = next((i for i, line in enumerate(self._lines[1:_FRONT], 1) if line.text == "---"), None)
        lines = self._lines[: end + 1] if end else ()
        return bool(lines) and self._add(
            [draft(Kind.BOILERPLATE, line.start, line.end, line.text) for line in lines], len(lines)
        )

    def _around(self) -> bool:
        if not self._flat.is_around(self._line.start):
            return False
        return self._add([draft(Kind.NAVIGATION, self._line.start, self._line.end, self._line.text)], self._at + 1)

    def _fence(self) -> bool:
        if not self._line.text.startswith(("```", "~~~")) or self._at in self._declared:
            return False
        fence = self._line.text[:3]
        end = next((i for i in range(self._at + 1, len(self._lines)) if self._lines[i].text.startswith(fence)), None)
        inside = self._lines[self._at + 1 : len(self._lines) if end is None else end]
        marks_ = [self._line] if end is None else [self._line, self._lines[end]]
        found = [*self._inside_fence(inside), *(draft(Kind.BOILERPLATE, m.start, m.end, m.text) for m in marks_)]
        return self._add(found, self._at + len(inside) + len(marks_))

    def _inside_fence(self, lines: Sequence[Line]) -> Iterator[Draft]:
        called = calls.read(lines, 0) if lines else None
        drafts = called.drafts(lines) if called else {}
        if called and len(drafts) == len(lines):
            self._trail.enter(marks.Heading(marks.CALL_LEVEL, called.subject))
            yield from drafts.values()
        else:
            yield from code.drafts(self._text, lines)

    def _table(self) -> bool:
        found = None if self._at in self._declared else grids.table(self._lines, self._at)
        if found is None:
            return False
        table, after = found
        if declared := keyed.read(table):
            self._trail.enter(marks.Heading(marks.CALL_LEVEL, declared.subject))
        return self._add(declared.drafts() if declared else rows.drafts(table), after)

    def _sample(self) -> bool:
        if not samples.BEGINS.match(self._line.text):
            return False
        scan = samples.Scan(self._text, self._line.start).run()
        if len(scan.tokens) < 2 and not scan.whole:
            return False
        return self._add(
            (
                draft(Kind.SAMPLE, token.start, token.end, self._text[token.start : token.end], samples.facts(token))
                for token in scan.tokens
            ),
            self._at + 1,
        )

    def _call(self) -> bool:
        if found := calls.several(self._line):
            self._enter(", ".join(each.facts[0].subject for each in found))
            return self._add(found, self._at + 1)
        if self._at not in self._declared:
            declaration = calls.read(self._lines, self._at)
            if declaration is None:
                return False
            first = declaration.parts[0]
            self._enter(declaration.subject, below=first.labelled or first.told != self._at)
            self._declared |= declaration.drafts(self._lines)
        return self._add([self._declared.pop(self._at)], self._at + 1)

    def _enter(self, subject: str, *, below: bool = False) -> None:
        """Let a call begin: at the level of the heading that it is, or ``below`` all headings."""
        marked = None if below else marks.MARKDOWN.match(self._line.text)
        numbered = None if below else marks.numbered(self._line.text)
        level = len(marked["marks"]) if marked else numbered.level if numbered else marks.CALL_LEVEL
        self._trail.enter(marks.Heading(level, subject))

    def _outline(self) -> bool:
        if self._at < self._listed:
            return False
        self._listed = outline.end_of(self._lines, self._at)
        found = outline.read(self._lines[self._at : self._listed])
        above = self._trail.texts
        self._found += [(each, (*above, *trail)) for each, trail in found]
        self._at = self._listed if found else self._at
        return bool(found)

    def _lone(self) -> bool:
        if self._at != self._rows_end:
            self._rows = Nesting()
        label = "".join(self._trail.texts[-1:])
        if not (found := lone.read(self._line, self._rows, label)):
            return False
        self._add(found, self._at + 1)
        self._rows_end = self._at
        return True

    def _code(self) -> bool:
        if not code.begins(self._line):
            return False
        end = code.end_of(self._lines, self._at)
        return self._add(list(code.drafts(self._text, self._lines[self._at : end])), end)

    def _short(self) -> bool:
        """Read a line that is something by itself: a menu, a heading, a status."""
        line, text = self._line, clean(self._line.text)
        if marks.is_menu(text):
            if is_language(text):
                self._trail.enter(marks.Heading(marks.TAB, text))
            self._add([draft(Kind.NAVIGATION, line.start, line.end, line.text)], self._at + 1)
            if (
                marks.turns_page(text)
                and self._at < len(self._lines)
                and marks.width(self._line.text) <= 40
                and not marks.is_about_page(self._line.text)
                and not lone.read(self._line, Nesting())
            ):
                self._add([draft(Kind.NAVIGATION, self._line.start, self._line.end, self._line.text)], self._at + 1)
            return True
        if is_rule(line.text):
            return self._add([draft(Kind.BOILERPLATE, line.start, line.end, line.text)], self._at + 1)
        if found := self._heading(line):
            self._trail.enter(found)
            match = marks.LABEL_OF_A_STATUS.fullmatch(found.text) if found.level == marks.LABEL else None
            facts = [Fact(match["code"], "name", match["code"])] if match else []
            return self._add(
                [draft(Kind.CODE if match else Kind.HEADING, line.start, line.end, found.text, facts)], self._at + 1
            )
        if marks.MEDIA.fullmatch(text):
            return self._add(
                [draft(Kind.SENTENCE, line.start, line.end, text, [Fact("", "media-type", text)])], self._at + 1
            )
        if match := marks.STATUS.fullmatch(text):
            facts = [Fact(match["code"], "name", match["code"]), Fact(match["code"], "meaning", match["meaning"])]
            return self._add(
                [draft(Kind.CODE, line.start, line.end, text, facts[: 1 + bool(match["meaning"])])], self._at + 1
            )
        return False

    def _heading(self, line: Line) -> marks.Heading | None:
        after = self._lines[self._at + 1] if self._at + 1 < len(self._lines) else None
        text = clean(line.text)
        alone = line.blank_before and (after is None or after.blank_before or self._at == 0)
        named = IDENTIFIER.fullmatch(text.rstrip(":")) is not None
        if named and after is not None and grids.table(self._lines, self._at + 1):
            return marks.Heading(marks.INTRODUCTION, text)
        if named and not text.rstrip(":").isalpha():
            return None
        found = marks.heading(line.text, alone=alone) or self._label_in_a_bullet(line, after)
        return found and marks.Heading(found.level, clean(found.text))

    def _label_in_a_bullet(self, line: Line, after: Line | None) -> marks.Heading | None:
        """Read a bullet that only says what the table or sample below it is."""
        bullet = marks.BULLET.match(line.text)
        if bullet is None or after is None or not marks.is_label(clean(line.text[bullet.end() :])):
            return None
        if not (after.text.startswith(("```", "~~~", "|", "{", "[")) or grids.table(self._lines, self._at + 1)):
            return None
        return marks.Heading(marks.LABEL, line.text[bullet.end() :])

    def _prose(self) -> None:
        end = prose.block_end(self._lines, self._at)
        lines = self._lines[self._at : end]
        found = list(prose.drafts(self._text, lines))
        self._add(found, end)
        self._alone = end if len(lines) == len(found) == 1 and found[0].end == lines[0].end else -1
        if lines[-1].text.endswith(":"):
            self._trail.enter(marks.Heading(marks.INTRODUCTION, lines[-1].text.rstrip(":")))
