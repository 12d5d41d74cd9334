"""Samples of JSON, and of what looks like it: a text becomes tokens, each with its JSON Pointer, value and place.

It reads what people paste: comments, ``...``, commas too many, single quotes, bare words, the literals and calls of
Python, samples that break off. It never looks at a character twice, so a hostile page costs no more than a long one.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from qiyue.base.where import pointer
from qiyue.pages.limits import plain
from qiyue.pages.segment import Fact
from qiyue.values import Plain

MAX_DEPTH: Final = 64

BEGINS: Final = re.compile(
    r"\{\s*(?:[}\"']|//|/\*|\.\.\.|…|[A-Za-z_]\w{0,60}\s?:\s|$)|\[\s*(?:[\]{\"]|-?\d[\d.]*\s*[,\]]|\[\s*[{\"\[]|$)"
)
"""How a sample begins."""

_SPACE: Final = re.compile(r"\s+")
_COMMENT: Final = re.compile(r"(?://|#)[^\n]*|/\*.*?(?:\*/|\n)", re.DOTALL)
_STRING: Final = re.compile(r"\"(?:[^\"\\\n]|\\.)*(?:\"|$|(?=\n))|'(?:[^'\\\n]|\\.)*(?:'|$|(?=\n))")
_KEY: Final = re.compile(r"(?:\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|[A-Za-z_$][\w$.\-]*)(?=\s*:)")
_BARE: Final = re.compile(r"(?:[^\s,{}\[\]()\"'#]|\([^()\n]*\)|(?<=\w)\"[^\"\n]*\"|\s(?=[^\s,{}\[\]/#\"']))+")
_WORDS: Final = {"true": True, "false": False, "null": None, "True": True, "False": False, "None": None, "nil": None}
_DATE: Final = re.compile(
    r"(?P<date>\d{4}(?P<dash>[-/.年]?)\d{2}(?P<dash2>[-/.月]?)\d{2}日?)(?P<between>T| )?"
    r"(?P<time>\d{2}:?\d{2}(?P<second>:?\d{2})?)?"
    r"(?P<fraction>\.\d{1,9})?(?P<zone>Z|[+-]\d{2}:?\d{2})?"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A value of a sample with its key: a scalar, or the opening of a container, whose ``value`` is {} or []."""

    pointer: str
    value: Plain
    start: int
    end: int
    comment: str = ""


@dataclass(slots=True)
class _Inside:
    """A container that is open."""

    parts: tuple[str | int, ...]
    listed: bool
    count: int = 0


@dataclass(slots=True)
class Scan:
    """One walk over a sample: ``tokens`` and where it ended."""

    text: str
    at: int
    tokens: list[Token] = field(default_factory=list)
    whole: bool = False
    _open: list[_Inside] = field(default_factory=list)

    def run(self) -> "Scan":
        """Read from an opening bracket to its partner, or to where it can be no sample any more."""
        while self._step():
            pass
        return self

    def _step(self) -> bool:
        """Read one token; False at the end."""
        if not self._skip():
            return False
        character = self.text[self.at]
        if character in "}])":
            self._stretch(1)
            if self._open:
                self._open.pop()
            self.whole = not self._open
            return not self.whole
        if character == "," or self.text.startswith(("...", "…"), self.at):
            self._stretch(1 if character in ",…" else 3)
            return True
        return self._value()

    def _skip(self) -> bool:
        """Pass white space and comments; an empty line between two lines is no end, two are."""
        while self.at < len(self.text):
            if match := _SPACE.match(self.text, self.at):
                if match[0].count("\n") > 2:
                    return False
                self.at = match.end()
            elif self.tokens and (match := _COMMENT.match(self.text, self.at)):
                self._note(match)
            else:
                return True
        return False

    def _note(self, match: re.Match[str]) -> None:
        last = self.tokens[-1]
        said = match[0].strip("/#* \n")
        self.tokens[-1] = Token(
            last.pointer,
            last.value,
            last.start,
            self._end_of_words(last.start, match.end()),
            f"{last.comment} {said}".strip(),
        )
        self.at = match.end()

    def _stretch(self, length: int) -> None:
        self.at += length
        if self.tokens:
            last = self.tokens[-1]
            self.tokens[-1] = Token(last.pointer, last.value, last.start, self.at, last.comment)

    def _value(self) -> bool:
        start, parts = self.at, self._parts()
        if parts is None or not self._skip():
            self.at = start
            return False
        character = self.text[self.at]
        if character in "{[":
            if len(self._open) >= MAX_DEPTH:
                return False
            self.at += 1
            self._add(parts, {} if character == "{" else [], start)
            self._open.append(_Inside(parts, character == "["))
            return True
        if match := _STRING.match(self.text, self.at):
            self.at = match.end()
            self._add(parts, _unquoted(match[0]), start)
            return True
        if (match := _BARE.match(self.text, self.at)) and _may_be_value(match[0]):
            self.at = match.end()
            self._add(parts, _bare(match[0].strip()), start)
            return True
        self.at = start
        return False

    def _parts(self) -> tuple[str | int, ...] | None:
        """Pass the key; give the path of the value that follows, None where no value can stand."""
        if not self._open:
            return () if not self.tokens else None
        inside = self._open[-1]
        if inside.listed:
            inside.count += 1
            return (*inside.parts, inside.count - 1)
        match = _KEY.match(self.text, self.at)
        if match is None:
            return None
        self.at = self.text.index(":", match.end()) + 1
        return (*inside.parts, str(_unquoted(match[0])))

    def _add(self, parts: tuple[str | int, ...], value: Plain, start: int) -> None:
        self.tokens.append(Token(pointer(parts), value, start, self._end_of_words(start, self.at)))

    def _end_of_words(self, start: int, end: int) -> int:
        """Where a token ends, without white space behind it: a text that is never closed goes on to its line end."""
        return start + len(self.text[start:end].rstrip())


def _may_be_value(text: str) -> bool:
    """A bare word: a number, a literal, a call, a name; not a sentence."""
    return len(text) <= 200 and not re.search(r"[\u4e00-\u9fff]{4}|[。;]", text)


def _bare(text: str) -> Plain:
    return _WORDS[text] if text in _WORDS else _number(text)


def _number(text: str) -> Plain:
    if re.fullmatch(r"-?\d{1,30}(?:\.\d{1,30})?[eE][+-]?\d{1,3}", text):
        return Decimal(text)
    return plain(text)


def _unquoted(text: str) -> Plain:
    quote = text[:1]
    if quote not in "\"'":
        return text
    if quote == '"':
        try:
            return json.loads(text, strict=False)
        except ValueError:
            pass
    return text[1:].removesuffix(quote)


def facts(token: Token) -> tuple[Fact, ...]:
    """Give what a token says: type, value, the shape of a date; the members of JSON that is written as text."""
    found = [Fact(token.pointer, "type", type_of(token.value))]
    if not isinstance(token.value, dict | list):
        found.append(Fact(token.pointer, "value", token.value))
    if isinstance(token.value, str):
        if shape := date_shape(token.value):
            found.append(Fact(token.pointer, "format", shape))
        found += _inner(token)
    if token.comment:
        found.append(Fact(token.pointer, "meaning", token.comment))
    return tuple(found)


def _inner(token: Token) -> Iterator[Fact]:
    if token.value[:1] in {"{", "["} and token.value[-1:] in {"}", "]"}:
        scan = Scan(token.value, 0).run()
        if scan.whole and len(scan.tokens) > 1:
            for inner in scan.tokens:
                yield Fact(f"{token.pointer}#{inner.pointer}", "type", type_of(inner.value))


def type_of(value: Plain) -> str:
    """Give the type of JSON that a value has."""
    if value is None:
        return "null"
    kinds = ((bool, "boolean"), (int, "integer"), (Decimal, "number"), (str, "string"), (list, "array"))
    return next((name for kind, name in kinds if isinstance(value, kind)), "object")


def date_shape(text: str) -> str:
    """Give the shape of a date (``yyyy-MM-dd HH:mm``), "" for what is none."""
    match = _DATE.fullmatch(text.strip()) if len(text) < 40 else None
    if match is None or not text.startswith(("19", "20")):
        return ""
    if not "01" <= re.sub(r"\D", "", match["date"])[4:6] <= "12" or (
        match["time"] and not match["between"] and match["dash"]
    ):
        return ""
    mark = match["dash"]
    shape = f"yyyy{mark}MM{match['dash2']}dd" + ("日" if mark == "年" else "")
    if match["time"]:
        colon = ":" if ":" in match["time"] else ""
        shape += (match["between"] or "") + f"HH{colon}mm" + (f"{colon}ss" if match["second"] else "")
    return shape + ("SSS" if match["fraction"] else "") + ("Z" if match["zone"] else "")
