"""How a vendor's answers tell success, as far as its page says so: its codes with their kinds, the test of a flag.

In: the codes of a page, and what it says of each answer. Out: ``x-qiyue-errors``, ``x-qiyue-envelope``, or a doubt:
a page whose answers carry a code, and which does not tell the code of a success, gets no table, for a guess would hide
failures.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from qiyue.base.kinds import kind_of_status
from qiyue.base.value import Value
from qiyue.base.where import get, pointer
from qiyue.pages.success import is_failure, is_success, success_values
from qiyue.skeleton import shapes
from qiyue.values import Plain

_STATUS: Final = re.compile(r"[1-5]\d\d")
_CANONICAL: Final = re.compile(r"-?(?:0|[1-9]\d{0,17})")
_CODE: Final = re.compile(
    r"(?:(?:ret|return|err|error|res|resp|response|result|rsp|rtn|status|state|biz|business|sys|sub)[_-]?)?code"
    r"|err(?:or)?[_-]?no|err|ret|rc|rtn",
    re.IGNORECASE,
)
_FLAG: Final = re.compile(r"(?:is[_-]?)?(?:success|successful|succeeded|succeed|ok)", re.IGNORECASE)
_MESSAGE: Final = re.compile(r"\w*(?:msg|message|desc|description|info)", re.IGNORECASE)
_PAYLOAD: Final = re.compile(r"data|payload|items|list|rows|records|content", re.IGNORECASE)


class Verdict(Value):
    """What a page says of success and failure."""

    errors: Plain = None
    """The value of ``x-qiyue-errors``; ``None`` where there is no table."""
    envelope: Plain = None
    """The value of ``x-qiyue-envelope``."""
    doubtful: tuple[str, ...] = ()
    """The codes of the page, with their words, where nothing tells which of them is a success."""


class Answer(Value):
    """What a page says of the answers of a call."""

    schema: Plain
    samples: tuple[Plain, ...] = ()
    """Every sample of an answer that is not called a failure."""
    successes: tuple[Plain, ...] = ()
    """Those that are called a success."""


class Told(Value):
    """What a page says of codes: the facts of each, by code; and of answers."""

    codes: Plain
    answers: tuple[Answer, ...] = ()


class Field(Value):
    """A field of an answer, outside its payload."""

    at: str
    schema: Plain
    samples: tuple[Plain, ...]
    """What samples of answers have there."""
    successes: tuple[Plain, ...]
    """What those of them have there that the page calls a success."""

    @property
    def name(self) -> str:
        return self.at.rpartition("/")[2]

    @property
    def is_boolean(self) -> bool:
        return bool(self.schema.get("type") == "boolean")

    @property
    def told(self) -> tuple[str, ...]:
        """The values that mean success, as its description has it."""
        return success_values(str(self.schema.get("description", "")))


def verdict(page: Told) -> Verdict:
    """Tell what a page says of success and failure."""
    fields = [field for answer in page.answers for field in _fields(answer)]
    flag = next(filter(None, map(_flag_test, fields)), None)
    code = _code_field(fields, page)
    good = _good(code, page)
    if page.codes and all(map(_STATUS.fullmatch, page.codes)) and not _is_listed(code, page):
        test = code and good and {"at": code.at, "in": [_typed(value, page, code) for value in good]}
        return Verdict(_of_statuses(page), _envelope(flag or test, code.at if code and not test else ""))
    is_answered = any(answer.schema for answer in page.answers)
    if good or (page.codes and (flag or (is_answered and not code))):
        rows = [_row(value, page, good, code) for value in dict.fromkeys([*good, *page.codes])]
        return Verdict({"at": code.at if code else "/code", "codes": rows}, _envelope(flag, ""))
    words = tuple(f"{value} {told.get('meaning', '')}".strip() for value, told in page.codes.items())
    return Verdict(None, _envelope(flag, code.at if code and words else ""), words)


def _fields(answer: Answer) -> Iterator[Field]:
    """Give the fields of an answer that hold one value and are not in its payload, outermost first."""
    members = [("", name, schema) for name, schema in shapes.members(answer.schema).items()]
    for _, above, schema in tuple(members):
        if not _PAYLOAD.fullmatch(above):
            members += [(pointer([above]), name, inner) for name, inner in schema.get("properties", {}).items()]
    for above, name, schema in members:
        if "properties" not in schema and "items" not in schema:
            at = above + pointer([name])
            called = [sample for sample in answer.samples if _is_called_success(sample, above)]
            yield Field(at, schema, _there(at, answer.samples), _there(at, [*answer.successes, *called]))


def _is_called_success(sample: Plain, above: str) -> bool:
    """Tell whether a sample says itself that it is a success, by a flag or by words."""
    around = get(sample, above)
    members = around.items() if isinstance(around, dict) else ()
    return any(
        value is True if _FLAG.fullmatch(name) else isinstance(value, str) and is_success(value)
        for name, value in members
        if _FLAG.fullmatch(name) or _MESSAGE.fullmatch(name)
    )


def _there(at: str, samples: Sequence[Plain]) -> tuple[Plain, ...]:
    return tuple(value for sample in samples if isinstance(value := get(sample, at), str | int))


def _is_listed(field: Field | None, page: Told) -> bool:
    """Tell whether a sample has a code of the page in a field."""
    return field is not None and any(str(value) in page.codes for value in field.samples)


def _code_field(fields: Sequence[Field], page: Told) -> Field | None:
    """Choose the field that carries the code: by its name, by a sample that has a code of the page, by its words."""
    plain = [field for field in fields if not field.is_boolean]
    named = [field for field in plain if _CODE.fullmatch(field.name)]
    listed = [field for field in plain if _is_listed(field, page)]
    told = [field for field in plain if field.told and page.codes]
    both = [field for field in named if field in listed or field.told]
    return next(iter([*both, *listed, *named, *told]), None)


def _good(code: Field | None, page: Told) -> tuple[str, ...]:
    """Give the codes of success: those whose words say so, else those of samples that are called successes.

    A code whose words say failure is none.
    """
    words = [value for value, told in page.codes.items() if is_success(told.get("meaning", ""))]
    found = [*words, *(code.told if code else ())] or [*map(str, code.successes if code else ())]
    return tuple(dict.fromkeys(one for one in found if not is_failure(page.codes.get(one, {}).get("meaning", ""))))


def _row(value: str, page: Told, good: tuple[str, ...], code: Field | None) -> dict[str, Plain]:
    told = page.codes.get(value, {})
    row: dict[str, Plain] = {"code": _typed(value, page, code), "kind": "success" if value in good else "business"}
    words = {"message": told.get("meaning", ""), "advice": told.get("remedy", "")}
    words[shapes.SOURCE] = told.get(shapes.SOURCE) or (code.schema.get(shapes.SOURCE, "") if code else "")
    return row | {key: text for key, text in words.items() if text}


def _of_statuses(page: Told) -> Plain:
    """Give the table of HTTP statuses; what a status means without a page tells the kind."""
    rows, kinds = [], set()
    for value in page.codes:
        if value < "4":
            continue
        kind = kind_of_status(int(value))
        row = _row(value, page, (), None) | {"kind": kind}
        rows.append(row | {"emit": False} if kind in kinds else row)
        kinds.add(kind)
    return {"at": "status", "codes": rows} if rows else None


def _typed(value: str, page: Told, code: Field | None) -> Plain:
    """Give a code as its field has it: text stays text."""
    if code and (code.samples or "type" in code.schema):
        is_text = code.schema.get("type") == "string" or any(isinstance(one, str) for one in code.samples)
    else:
        is_text = not all(map(_CANONICAL.fullmatch, page.codes))
    return value if is_text or not _CANONICAL.fullmatch(value) else int(value)


def _flag_test(field: Field) -> Plain:
    """Give the test of a field that is true or false for success, as its name or its words say."""
    is_flag = _FLAG.fullmatch(field.name) or field.told or "是否成功" in str(field.schema.get("description", ""))
    return {"at": field.at, "is": field.told != ("false",)} if field.is_boolean and is_flag else None


def _envelope(test: Plain, code: str) -> Plain:
    answer = {key: value for key, value in (("success", test), ("code", code)) if value}
    return {"answer": answer} if answer else None
