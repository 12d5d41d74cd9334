"""Operations of OpenAPI from what a page says of its calls.

In: a ``Call`` and what holds of the whole page. Out: an operation as plain data, and the sentences about what is
assumed or contradicts itself.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import jsonschema_rs

from qiyue.pages.success import is_success_label
from qiyue.skeleton import places, shapes
from qiyue.skeleton.blocks import Block, Row, Sample, Sentence, Table
from qiyue.skeleton.calls import Call, Placed
from qiyue.skeleton.citing import cite
from qiyue.skeleton.places import Body
from qiyue.skeleton.shapes import Schema
from qiyue.skeleton.sides import Side
from qiyue.skeleton.verdict import Answer
from qiyue.values import Plain

JSON: Final = "application/json"
FORM: Final = "application/x-www-form-urlencoded"
MULTIPART: Final = "multipart/form-data"

_USUAL: Final = frozenset({"authorization", "content-type", "accept", "host", "user-agent", "content-length"})
_BODIES: Final = frozenset({"POST", "PUT", "PATCH"})
_VARIABLE: Final = re.compile(r"\{([^{}]+)\}")
_MEDIA: Final = (
    (MULTIPART, re.compile(r"multipart/form-data|\bform-data\b", re.IGNORECASE)),
    (FORM, re.compile(r"x-www-form-urlencoded|form-urlencoded|表单(?:方式|形式|格式|提交)", re.IGNORECASE)),
    (JSON, re.compile(r"application/json", re.IGNORECASE)),
)
_DONE: Final = re.compile(
    r"(?:returns?|respon[ds]\w*|answers?|status(?: code)?|http|返回|响应|状态码?)"
    r"[^.。;\d]{0,24}\W(?P<status>20[0-9])(?!\d)",
    re.IGNORECASE,
)
_WANTED: Final = re.compile(r"required|必填|必须|必传|必选", re.IGNORECASE)
_UNWANTED: Final = re.compile(r"optional|选填|可选|非必", re.IGNORECASE)
_PLACES: Final = {"query": "query", "header": "header", "path": "path", "url": "query", "请求头": "header"}


@dataclass(slots=True)
class Operation:
    """An operation, and where the parts of its call were put."""

    call: Call
    parameters: dict[tuple[str, str], Schema] = field(default_factory=dict)
    request: Body = field(default_factory=Body)
    answer: Body = field(default_factory=Body)

    @property
    def answers(self) -> Answer:
        """What tells success from failure in its answers."""
        answers = [each for each in self.call.placed if each.side is Side.ANSWER]
        called = [each for each in answers if is_success_label(" ".join(each.labels[:1]))]
        values, successes = (
            tuple(each.block.value for each in found if isinstance(each.block, Sample)) for found in (answers, called)
        )
        return Answer(self.answer.schema, values, successes)

    @property
    def takes_body(self) -> bool:
        return self.call.method in _BODIES


def operation(call: Call, objects: Mapping[str, Table]) -> Operation:
    """Put the fields of a call at their places."""
    made = Operation(call)
    source = cite(call.declared)
    for name in dict.fromkeys(_VARIABLE.findall(call.path)):
        made.parameters[name, "path"] = _given({"type": "string"}, required=True, description="", source=source)
    for name in call.query:
        made.parameters[name, "query"] = _given({"type": "string"}, required=True, description="", source=source)
    body = [each for placed in call.placed for each in _left_for_the_body(made, placed)]
    made.request = places.body(body, objects, flags=True)
    answers = [placed for placed in call.placed if placed.side is Side.ANSWER]
    made.answer = places.body(answers, objects, flags=False)
    return made


def plain(made: Operation, name: str, media: str) -> Plain:
    """Write an operation as OpenAPI has it; ``media`` is what the page says of all bodies."""
    call = made.call
    found: dict[str, Plain] = {"operationId": name}
    if call.summary:
        found["summary"] = call.summary
    if made.parameters:
        found["parameters"] = [{"name": name, "in": place, **rest} for (name, place), rest in made.parameters.items()]
    if made.request.schema:
        kind = media_type(call.texts, made.request.schema) or media or JSON
        found["requestBody"] = {"required": True, "content": {kind: _media(made.request)}, **cite(made.request.blocks)}
    answer: dict[str, Plain] = {"description": "success"}
    if made.answer.schema:
        answer["content"] = {JSON: _media(made.answer)}
    status, told = _status(call)
    found["responses"] = {status: answer | cite([*told, *made.answer.blocks])}
    if call.assumed:
        found["x-qiyue-safety"] = {"live": "never"}
    return found


def media_type(texts: Sequence[Sentence], schema: Schema | None = None) -> str:
    """Tell what media type the texts of a call, or of a page, give a body; "" where they do not."""
    if schema and any(part.get("format") == "binary" for part in shapes.members(schema).values()):
        return MULTIPART
    for text in texts:
        for kind, pattern in _MEDIA:
            if pattern.search(text.text):
                return kind
    return ""


def _left_for_the_body(made: Operation, placed: Placed) -> Iterator[Placed]:
    """Take parameters out of a table; gives what of it is of the body."""
    if placed.side in {Side.ANSWER, Side.FAILURE, Side.NOTHING}:
        return
    if not isinstance(placed.block, Table):
        if made.takes_body and placed.side is not Side.HEADER:
            yield placed
        return
    left = []
    for row in placed.block.rows:
        place = _place(made, placed.side, row)
        if not place:
            left.append(_flagged(row, placed.labels))
        elif not (place == "header" and row.name.casefold() in _USUAL):
            _add_parameter(made, _flagged(row, placed.labels), place)
    if left:
        rest = Table(placed.block.trail, placed.block.first, placed.block.last, tuple(left))
        yield Placed(placed.side, placed.labels, rest)


def _place(made: Operation, side: Side, row: Row) -> str:
    """Tell where a parameter stands, "" for a member of the body."""
    if (row.name, "path") in made.parameters:
        return "path"
    told = next((str(fact.value).casefold() for fact in row.facts if fact.what == "in"), "")
    if told:
        return _PLACES.get(told, "" if made.takes_body else "query")
    if side is Side.HEADER or (side is Side.PATH and f"{{{row.name}}}" in made.call.path):
        return side.value
    if side is Side.QUERY or row.name in made.call.query or not made.takes_body:
        return "query"
    return ""


def _flagged(row: Row, labels: tuple[str, ...]) -> Row:
    """Give a row the flag that only its heading tells: ``Required parameters``."""
    if any(fact.what in {"required", "required-when"} for fact in row.facts):
        return row
    wanted = any(_WANTED.search(label) and not _UNWANTED.search(label) for label in labels[:1])
    return (
        Row(row.trail, row.first, row.last, (*row.facts, type(row.facts[0])(row.name, "required", True)))
        if wanted
        else row
    )


def _add_parameter(made: Operation, row: Row, place: str) -> None:
    schema = shapes.field(fact for fact in row.facts if fact.subject == row.name)
    required = any(fact.what == "required" and fact.value is True for fact in row.facts if fact.subject == row.name)
    description = "; ".join(str(f.value) for f in row.facts if f.what == "meaning" and f.subject == row.name)
    given = _given(schema, required=required or place == "path", description=description, source=cite([row]))
    made.parameters[row.name, place] = {**made.parameters.get((row.name, place), {}), **given}


def _given(schema: Schema, *, required: bool, description: str, source: Schema) -> Schema:
    """Give what a parameter has beside its name and place."""
    about = {"description": description} if description else {}
    return {**about, "required": required, "schema": shapes.clean(schema), **source}


def _status(call: Call) -> tuple[str, tuple[Block, ...]]:
    """Give the status of success, and what tells it: a text of the call, or the first such code of its tables."""
    for text in call.texts:
        if match := _DONE.search(text.text):
            return match["status"], (text,)
    codes = {row.name: (row,) for block in call.codes for row in block.rows}
    code = "200" if "200" in codes else next((code for code in codes if re.fullmatch(r"20\d", code)), "200")
    return code, codes.get(code, ())


def _media(body: Body) -> Plain:
    schema = shapes.clean(body.schema)
    if (
        body.example is None
        or shapes.has_data_as_keys(body.schema)
        or not jsonschema_rs.validator_for(schema).is_valid(body.example.value)
    ):
        return {"schema": schema}
    return {"schema": schema, "example": body.example.value, **cite([body.example])}
