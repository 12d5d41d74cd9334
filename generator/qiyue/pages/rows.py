"""Rows of a table to drafts: each cell a segment, with the facts that its column gives it."""

import re
from collections.abc import Iterator
from typing import Final

from qiyue.pages import addresses, calls, enums, rules
from qiyue.pages.addresses import Address
from qiyue.pages.drafts import Draft, clean, draft
from qiyue.pages.limits import plain, said
from qiyue.pages.nesting import Nesting
from qiyue.pages.segment import Fact, Kind, normal
from qiyue.pages.spans import DEEPER
from qiyue.pages.tables import IDENTIFIER, Cell, Row, Table
from qiyue.pages.words import METHODS, NAMING, Role, flag, json_type

_INDENT: Final = re.compile(rf"^[\s\-└├─│>»·•*+|{DEEPER}]+(?=\S)")
_NOTHING: Final = frozenset({"", "-", "--", "—", "/", "na", "n/a", "无", "none", "null", "nil", "不限"})
_SIZE: Final = re.compile(r"\(\s?(\d{1,9})\s?(?:,\s?\d+\s?)?\)")
_KINDS: Final = {Role.CODE: Kind.CODE, Role.CALL: Kind.ENDPOINT, Role.PATH: Kind.ENDPOINT}


def drafts(table: Table) -> Iterator[Draft]:
    """Give the segments of a table: its head, its rules, its cells."""
    for cell in (*(cell for _, cell in table.head), *table.further):
        if cell.text:
            yield draft(Kind.COLUMNS, cell.start, cell.end, cell.text)
    for rule in table.marks:
        yield draft(Kind.COLUMNS, rule.start, rule.end, rule.text)
    naming = next((role for role in table.roles if role in NAMING), None)
    subject, nesting = "", Nesting()
    for row in table.rows:
        name = next((cell for role, cell in row if role is naming and cell.text), None)
        alone = len(row) > 1 and [cell for _, cell in row if cell.text] == [name]
        if name and alone and not IDENTIFIER.fullmatch(clean(name.text)):
            yield draft(Kind.HEADING, name.start, name.end, name.text)
            nesting = Nesting()
            continue
        if name and naming is Role.NAME:
            subject = nesting.marked(_marked_name(name.text), name.indent, json_type(_shape(row)))
        elif name and naming is Role.PATH and (address := addresses.address(clean(name.text))):
            yield from _address_row(row, address, name)
            continue
        elif name:
            subject = clean(name.text)
        subject = _INDENT.sub("", subject)
        yield from _row(row, subject, naming, name, typed=Role.TYPE in table.roles)


def _address_row(row: Row, address: Address, name: Cell) -> Iterator[Draft]:
    """Give the segments of a row that an address names: a call, or a server where it has no path."""
    method = next((addresses.method(cell.text) for role, cell in row if role is Role.METHOD), "")
    is_call = bool(method or address.path.strip("/"))
    subject = f"{method} {address.path}".strip() if is_call else address.server
    own = calls.facts(subject, address) if is_call else [Fact(subject, "server", address.server)]
    for role, cell in row:
        if cell is name:
            facts = [Fact(subject, "name", subject), *own]
            yield draft(Kind.ENDPOINT if is_call else Kind.ROW, cell.start, cell.end, cell.text, facts)
        elif cell.text:
            facts = list(_facts(subject, role, clean(cell.text), Kind.ENDPOINT, ""))
            yield draft(Kind.CELL, cell.start, cell.end, cell.text, facts)


def _marked_name(text: str) -> str:
    """Give the name of a row with the marks before it that tell how deep it is."""
    rest = text.lstrip(DEEPER + " ")
    return DEEPER * text[: len(text) - len(rest)].count(DEEPER) + clean(rest)


def lone(row: Row, indent: int, nesting: Nesting) -> Iterator[Draft]:
    """Give the segments of a row that stands by itself, or below another one; it begins with its name."""
    naming, name = row[0]
    subject = nesting.enter(clean(name.text), indent, json_type(_shape(row)))
    yield from _row(row, subject, naming, name, typed=True)


def _row(row: Row, subject: str, naming: Role | str | None, name: Cell | None, *, typed: bool) -> Iterator[Draft]:
    kind = (
        _KINDS.get(naming, Kind.ROW) if isinstance(naming, Role) and not (typed and naming is Role.CODE) else Kind.ROW
    )
    shape = _shape(row)
    flagged = any(cell.text for role, cell in row if role is Role.REQUIRED or role is Role.OPTIONAL)
    for role, cell in row:
        if not cell.text:
            continue
        if cell is name:
            yield draft(kind, cell.start, cell.end, cell.text, [Fact(subject, "name", subject)])
        else:
            facts = list(_facts(subject, role, clean(cell.text), kind, shape))
            if "`" in cell.text and (role is Role.MEANING or role is Role.ENUM):
                facts += [Fact(subject, what, value) for what, value in enums.quoted(cell.text)]
            if flagged and not (role is Role.REQUIRED or role is Role.OPTIONAL):
                facts = [fact for fact in facts if fact.what != "required"]  # the column decides
            yield draft(Kind.CELL, cell.start, cell.end, cell.text, facts)


def _shape(row: Row) -> str:
    """Give the type of a row as it is written."""
    return next((clean(cell.text).casefold() for role, cell in row if role is Role.TYPE), "")


def _is_list(shape: str) -> bool:
    return shape.startswith(("array", "list", "数组", "列表")) or shape.endswith("[]")


def _facts(subject: str, role: Role | str, text: str, kind: Kind, shape: str) -> Iterator[Fact]:
    if role is Role.TYPE and " " in text and not json_type(text):
        role = Role.MEANING
    if role is Role.TYPE:
        yield Fact(subject, "type", "".join(text.casefold().split()))
        if (size := _SIZE.search(text)) and "," not in size[0]:
            yield Fact(subject, "maxLength", int(size[1]))
    elif role is Role.REQUIRED or role is Role.OPTIONAL:
        yield from _flag(subject, role, text)
    elif role is Role.MEANING or role is Role.REMEDY or not isinstance(role, Role):
        if meaning := normal(text):
            yield Fact(subject, role.value if isinstance(role, Role) else f"column/{normal(role)}", meaning)
        yield from _told(subject, text, kind, shape)
    elif role is Role.METHOD:
        yield from (
            Fact(subject, "method", word.upper()) for word in re.findall(r"[A-Za-z]+", text) if word.upper() in METHODS
        )
    elif role in {Role.LENGTH, Role.DEFAULT, Role.MINIMUM, Role.MAXIMUM, Role.EXAMPLE, Role.FORMAT}:
        yield from _value(subject, role, text)
    elif role is Role.RULES:
        yield from (Fact(subject, what, value) for what, value in rules.read(text, json_type(shape)))
    elif role is Role.ENUM:
        yield from _told(subject, text, kind, shape) if said(text, cell=True) else _values(subject, text)
    else:
        yield Fact(subject, str(role), text)


def _flag(subject: str, role: Role | str, text: str) -> Iterator[Fact]:
    value = flag(text)
    if value is not None:
        yield Fact(subject, "required", value is (role is Role.REQUIRED))
    elif text.casefold() not in _NOTHING:
        yield Fact(subject, "required-when", normal(text))


def _value(subject: str, role: Role | str, text: str) -> Iterator[Fact]:
    if text.casefold() in _NOTHING and role is not Role.DEFAULT:
        return
    if text.casefold() in {"", "-", "--", "—"}:
        return
    told = said(text, cell=False) if role is Role.LENGTH else ()
    yield from (Fact(subject, what, value) for what, value in told)
    if not told:
        yield Fact(subject, str(role), plain(text))


def _values(subject: str, text: str) -> Iterator[Fact]:
    for word in re.split(r"[\s,、;/|]+", text):
        if word:
            yield Fact(subject, f"enum/{word}", True)


def _told(subject: str, text: str, kind: Kind, shape: str) -> Iterator[Fact]:
    """Give what the prose of a cell says beyond its meaning."""
    is_list = _is_list(shape)
    for what, value in said(text, cell=kind is not Kind.CODE):
        if what.startswith("field/"):
            member = f"{subject}[].{what[6:]}" if is_list else f"{subject}.{what[6:]}"
            yield Fact(member, "name", member)
            yield Fact(member, "meaning", value)
        elif kind is not Kind.CODE or what not in {"required", "required-when"}:
            yield Fact(subject, what, value)
