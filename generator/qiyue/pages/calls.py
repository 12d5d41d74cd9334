"""Calls that a page declares, in whatever typography: ``POST /v1/orders``, method and path each on a line, labels.

Lines are read as parts, each with a method or an address; the parts that stand together make a ``Declaration``. A label
and its value may stand on one line, on two, in a bullet, under a heading, in the row of a table.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from qiyue.pages import addresses, labels, marks
from qiyue.pages.addresses import Address
from qiyue.pages.drafts import Draft, draft
from qiyue.pages.flat import Line
from qiyue.pages.labels import Label
from qiyue.pages.segment import Fact, Kind, normal
from qiyue.pages.words import simplified

_FAR: Final = 24
"""Lines from one part of a declaration to the next."""
_VALUES: Final = 8
"""Lines of values below one label."""
_LONGEST: Final = 400
_AROUND: Final = " -:|#*`—–("
_NAME: Final = re.compile(r"[A-Za-z]\w*(?:\.(?!(?:json|html?|php|jsp|do|aspx?|action)$)[A-Za-z]\w*){1,6}", re.ASCII)
"""The name of a call of a gateway: words with dots between them."""
_NAMES: Final = (Label.METHOD, Label.ADDRESS, Label.OPERATION)
_PLACES: Final = (Label.ADDRESS, Label.SERVER, Label.SANDBOX)
_FENCE: Final = ("```", "~~~")
_PART_OF_A_CALL: Final = re.compile(
    r"(?:请求|响应|返回|应答|输入|输出|body|path|query|业务|公共|接口)?(?:参数|示例|样例|报文|结果|字段|数据|内容|体|头).{0,8}"
    r"|.{0,20}(?:parameters?|params?|response|returns?|examples?|samples?|headers?|body)\b.{0,12}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Part:
    """What lines tell of a call: a label with its values, or a value that needs none.

    lines: the indexes of the lines that tell it; ``told`` is that of the line with the value.
    environment: SERVER or SANDBOX where the page says so of the address.
    """

    lines: tuple[int, ...]
    told: int
    method: str = ""
    address: Address | None = None
    rest: str = ""
    operation: str = ""
    labelled: bool = False
    environment: Label = Label.ADDRESS


@dataclass(slots=True)
class Declaration:
    """A call, as far as one place of a page tells it."""

    parts: list[Part] = field(default_factory=list)

    @property
    def method(self) -> str:
        return next((part.method for part in self.parts if part.method), "")

    @property
    def address(self) -> Address | None:
        """Where the call goes; of several environments that of production."""
        found = sorted(
            (part for part in self.parts if part.address), key=lambda part: part.environment is Label.SANDBOX
        )
        return found[0].address if found else None

    @property
    def operation(self) -> str:
        """The name by which a gateway chooses the call, "" where an address is that of one call."""
        carried = self.address.query if self.address else ()
        told = [*(part.operation for part in self.parts), *(value for _, value in carried if _NAME.fullmatch(value))]
        return next(filter(None, told), "")

    @property
    def subject(self) -> str:
        """How the call is called: method, path and name, as far as they are told."""
        return " ".join(filter(None, (self.method, self.address.path if self.address else "", self.operation)))

    @property
    def is_told(self) -> bool:
        """Whether it is a call: a path alone, or an environment, is none without a method or a label."""
        labelled = any(part.labelled and part.environment is Label.ADDRESS and part.address for part in self.parts)
        return (self.address is not None and (bool(self.method) or labelled)) or bool(self.operation)

    def takes(self, part: Part) -> bool:
        """Tell whether a further part can belong to it."""
        if (part.method and self.method) or (part.operation and self.operation):
            return False
        same = self.address and part.address and self.address.path == part.address.path
        if part.address and self.address and not (same and part.environment is not Label.ADDRESS):
            return False
        return not self.parts or part.labelled or part.lines[0] == self.parts[-1].lines[-1] + 1

    def drafts(self, lines: Sequence[Line]) -> Mapping[int, Draft]:
        """Give the segments of the declaration, by the indexes of their lines."""
        return {index: self._draft(part, index, lines[index]) for part in self.parts for index in part.lines}

    def _draft(self, part: Part, index: int, line: Line) -> Draft:
        if index != part.told:
            kind = Kind.BOILERPLATE if line.text.startswith(_FENCE) else Kind.HEADING
            return draft(kind, line.start, line.end, line.text)
        names = part.address or (part.operation and self.address is None)
        told = [Fact(self.subject, "name", self.subject)] if names else []
        if part.method:
            told.append(Fact(self.subject, "method", part.method))
        if part.address:
            told += facts(self.subject, part.address, sandbox=part.environment is Label.SANDBOX)
        if part.operation or (part.address and self.operation):
            told.append(Fact(self.subject, "operation", self.operation))
        if rest := part.rest.strip(" -:|#"):
            told.append(Fact(self.subject, "meaning", normal(rest)))
        return draft(Kind.ENDPOINT, line.start, line.end, line.text, told)


def facts(subject: str, address: Address, *, sandbox: bool = False) -> Iterator[Fact]:
    """Give what an address says of the call it belongs to."""
    yield Fact(subject, "path", address.path)
    if address.server:
        yield Fact(subject, "sandbox" if sandbox else "server", address.server)
    yield from (Fact(subject, f"query/{name}", True) for name, _ in address.query)


def read(lines: Sequence[Line], index: int) -> Declaration | None:
    """Read the declaration whose first part stands at a line; None where none begins."""
    declaration = Declaration()
    at = index
    while at < len(lines) and at - index <= _FAR:
        part = _part(lines, at)
        if part is None:
            if not declaration.parts or not declaration.parts[-1].labelled or _ends(lines, at):
                break
            at += 1
        elif declaration.takes(part):
            declaration.parts.append(part)
            at = part.lines[-1] + 1
        else:
            break
    return declaration if declaration.is_told else None


def several(line: Line) -> list[Draft]:
    """Read the calls of a line that has several, or of a heading that has one behind other words."""
    found = list(marks.CALLS.finditer(line.text))
    if not found or marks.MESSAGE.search(line.text):
        return []
    heading = marks.MARKDOWN.match(line.text) or (marks.numbered(line.text) and marks.NUMBERED.match(line.text))
    before = line.text[heading.end() if heading else 0 : found[0].start()].strip(_AROUND)
    if (before and not heading) or (not before and len(found) == 1):
        return []
    cuts = [0, *(match.start() for match in found[1:]), len(line.text)]
    drafts = []
    for match, start, end in zip(found, cuts, cuts[1:], strict=False):
        address = addresses.address(match["path"])
        if address is None:
            continue
        subject = f"{match['method']} {address.path}"
        told = [Fact(subject, "name", subject), Fact(subject, "method", match["method"]), *facts(subject, address)]
        if before and match is found[0]:
            told.append(Fact(subject, "meaning", normal(before)))
        text = line.text[start:end].rstrip()
        drafts.append(draft(Kind.ENDPOINT, line.start + start, line.start + start + len(text), text, told))
    return drafts


def _ends(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line that is no part ends a declaration: the parts of the call begin, or another section."""
    text = lines[at].text
    if text.startswith(_FENCE) or text.count("|") > 4:
        return True
    bare = simplified(text).strip("#*_`:【】[] 0123456789.")
    if len(bare) <= 24 and _PART_OF_A_CALL.fullmatch(bare):
        return True
    return bool(marks.MARKDOWN.match(text)) and labels.label(bare) is None


def _part(lines: Sequence[Line], at: int) -> Part | None:
    """Read what a line tells of a call, with the values below it if it is a label."""
    line = lines[at]
    if len(line.text) > _LONGEST or marks.MESSAGE.fullmatch(line.text):
        return None
    return _alone(line, at) or _labelled(lines, at)


def _alone(line: Line, at: int) -> Part | None:
    """Read a call, a method or a path without a label."""
    text = line.text.lstrip("> ")
    if (
        (match := marks.MARKDOWN.match(text))
        or (match := marks.NUMBERED.match(text))
        or (match := marks.BULLET.match(text))
    ):
        text = text[match.end() :]
    text = text.strip("* ")
    if match := marks.CALL.fullmatch(text):
        address = addresses.address(match["path"].rstrip("*"))
        return Part((at,), at, match["method"], address, match["rest"].lstrip("`*) ")) if address else None
    if match := marks.METHOD_ALONE.fullmatch(text):
        return Part((at,), at, match["method"])
    if (bare := text.strip("`")).startswith(("/", "http", "{")):
        address = addresses.address(bare)
        if address and address.end == len(bare) and len(address.path) > 1:
            return Part((at,), at, "", address)
    return None


def _labelled(lines: Sequence[Line], at: int) -> Part | None:
    """Read a label and its value, which stands behind it or on the lines below."""
    method, address, rest, environment, operation = "", None, "", Label.ADDRESS, ""
    for label, value in labels.pairs(lines[at].text):
        if not value:
            return _below(lines, at, label)
        if label in _NAMES and _NAME.fullmatch(value):
            operation = value
        elif label is Label.METHOD:
            method = method or addresses.method(value)
        elif label in _PLACES and address is None and (address := address_of(value)):
            environment = label
            called = marks.CALL.match(value)
            rest = "" if called else value[address.end :].strip("`*) ")
            method = method or (called["method"] if called else _method_behind(rest))
    if not (method or address or operation):
        return None
    rest = rest if address and not method else ""
    return Part((at,), at, method, address, rest, operation, labelled=True, environment=environment)


def _method_behind(rest: str) -> str:
    """Give the method of a second pair on the line of an address."""
    found = (addresses.method(value) for label, value in labels.pairs(rest) if label is Label.METHOD)
    return next(filter(None, found), "")


def address_of(value: str) -> Address | None:
    """Read the address of a call from the value of a label: one that has a path."""
    if match := marks.CALL.match(value):
        value = match["path"]
    found = addresses.address(value, labelled=True)
    return found if found and (found.path.strip("/") or found.query) else None


def _below(lines: Sequence[Line], at: int, label: Label) -> Part | None:
    """Read the values below a label that stands alone: one, or one for each environment."""
    found: list[tuple[int, Part]] = []
    taken = [at]
    for index in range(at + 1, min(len(lines), at + 1 + _VALUES)):
        text = lines[index].text
        if text.startswith(_FENCE):
            if len(taken) > 2:
                taken.append(index)
                break
        elif (value := _value(text, label, index)) and not (found and value.environment is Label.ADDRESS):
            found.append((index, value))
        else:
            break
        taken.append(index)
    if not found:
        return None
    while lines[taken[-1]].text.startswith(_FENCE) and sum(lines[each].text.startswith(_FENCE) for each in taken) % 2:
        taken.pop()
    index, value = next((each for each in found if each[1].environment is not Label.SANDBOX), found[0])
    return replace(value, lines=tuple(taken), told=index, environment=Label.ADDRESS)


def _value(text: str, label: Label, index: int) -> Part | None:
    """Read a line below a label."""
    bare = text.lstrip("> ").strip("`* ")
    if match := marks.BULLET.match(bare):
        bare = bare[match.end() :].strip("`* ")
    if label is Label.METHOD:
        method = addresses.method(bare)
        return Part((index,), index, method, labelled=True) if method and not addresses.address(bare) else None
    if label not in _PLACES:
        return None
    pair = next(iter(labels.pairs(text)), None)
    environment = pair[0] if pair and pair[1] and pair[0] in _PLACES else Label.ADDRESS
    value = pair[1] if pair and environment is not Label.ADDRESS else bare
    called = marks.CALL.match(value)
    address = address_of(value)
    method = called["method"] if called else ""
    return Part((index,), index, method, address, labelled=True, environment=environment) if address else None
