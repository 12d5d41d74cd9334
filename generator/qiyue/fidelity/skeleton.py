"""A first spec from a page: every call, row, code and sample that could be read, nothing cited yet.

In: the segments of a page. Out: an OpenAPI 3.1 document as plain data, for somebody to complete.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, count
from typing import Any, Final

import jsonschema_rs

from qiyue.fidelity import shapes
from qiyue.pages import Fact, Kind, Segment
from qiyue.values import Plain

_ANSWER: Final = re.compile(r"响应|返回|应答|出参|输出|respon|return|result|output|answer", re.IGNORECASE)
_QUERY: Final = re.compile(r"查询|query", re.IGNORECASE)
_HEADER: Final = re.compile(r"请求头|header", re.IGNORECASE)
_SAMPLE: Final = re.compile(r"示例|样例|例|example|sample", re.IGNORECASE)
_FAILED: Final = re.compile(r"错误|失败|异常|error|fail", re.IGNORECASE)
_SUBJECT: Final = re.compile(r"([A-Za-z_]\w*)(?:数组|对象|列表|\[\]|中|的|item|object|entr|array|list)", re.ASCII)
_BEARER: Final = re.compile(r"authorization\W{1,3}bearer\b", re.IGNORECASE)
_STATUS: Final = re.compile(r"[45]\d\d")
_IN_PATH: Final = re.compile(r"\{([^{}/]+)\}|<([^<>/]+)>|:([A-Za-z_]\w*)")
_USUAL: Final = frozenset({"authorization", "content-type", "accept", "host", "user-agent", "content-length"})
_BODIES: Final = frozenset({"POST", "PUT", "PATCH"})
_CODE: Final = re.compile(r"/(?:\w*code|errno|err)", re.IGNORECASE)

Schema = dict[str, Any]


@dataclass(slots=True)
class _Call:
    """An operation, as far as the page was read."""

    name: str
    method: str = ""
    path: str = ""
    summary: str = ""
    group: str = ""
    parameters: dict[tuple[str, str], Schema] = field(default_factory=dict)
    request: Schema = field(default_factory=dict)
    answer: Schema = field(default_factory=dict)
    form: bool = False
    examples: dict[str, Plain] = field(default_factory=dict)


@dataclass(slots=True)
class _Page:
    """What was read of a page."""

    title: str = ""
    server: str = ""
    bearer: bool = False
    calls: list[_Call] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    loose: dict[tuple[str, ...], Schema] = field(default_factory=dict)
    """Tables and samples of no call with a path, by the headings above them."""


def spec(segments: Sequence[Segment]) -> Plain:
    """Give the skeleton of a spec."""
    found = _read(segments)
    document: dict[str, Plain] = {
        "openapi": "3.1.0",
        "info": {"title": found.title or "API", "version": "1"},
        "servers": [{"url": found.server or "/"}],
        "paths": {},
    }
    for call in found.calls:
        if call.path.startswith("/") and call.method:
            _operation(document["paths"], call)
    unplaced = [call for call in found.calls if not (call.path.startswith("/") and call.method)]
    if unplaced:
        document["x-qiyue-catalogue"] = [_row(call) for call in unplaced]
    components: dict[str, Plain] = {}
    if found.loose:
        parts = enumerate(found.loose.items(), 1)
        components["schemas"] = {f"Part{n}": {"title": " / ".join(trail[-2:]), **part} for n, (trail, part) in parts}
    if found.bearer:
        components["securitySchemes"] = {"bearer": {"type": "http", "scheme": "bearer"}}
        document["security"] = [{"bearer": []}]
    if components:
        document["components"] = components
    if found.codes:
        document["x-qiyue-errors"] = _errors(found)
    return document


def _read(segments: Sequence[Segment]) -> _Page:
    page = _Page()
    facts: list[tuple[Segment, list[Fact]]] = []
    for segment in segments:
        if segment.kind is Kind.HEADING and not page.title:
            page.title = segment.text
        if facts and _goes_on(facts[-1][0], segment):
            facts[-1][1].extend(_spelt(segment))
        else:
            facts.append((segment, list(_spelt(segment))))
    for segment, told in facts:
        _take(page, segment, told)
    return page


def _spelt(segment: Segment) -> Iterator[Fact]:
    """Give facts with their prose as the page writes it."""
    for fact in segment.facts:
        whole = segment.kind is Kind.CELL and fact.what in {"meaning", "remedy"}
        own = fact.subject == segment.facts[0].subject
        yield Fact(fact.subject, fact.what, segment.text) if whole and own else fact


def _goes_on(first: Segment, segment: Segment) -> bool:
    """Tell whether a segment belongs to what begins with the first: a cell to its row, a token to its sample."""
    if segment.kind is Kind.CELL:
        return first.kind in {Kind.ROW, Kind.CODE, Kind.ENDPOINT}
    if segment.kind is Kind.SAMPLE and first.kind is Kind.SAMPLE and segment.trail == first.trail:
        return bool(segment.facts and segment.facts[0].subject.startswith("/") and _root(first))
    same = segment.kind is first.kind is Kind.ENDPOINT and segment.facts and first.facts
    return bool(same and segment.facts[0].subject == first.facts[0].subject)


def _root(segment: Segment) -> bool:
    return bool(segment.facts) and segment.facts[0].subject == ""


def _take(page: _Page, segment: Segment, facts: list[Fact]) -> None:
    page.bearer = page.bearer or bool(_BEARER.search(segment.text))
    if not page.server and segment.kind is Kind.SENTENCE:
        page.server = next((str(f.value) for f in facts if str(f.value).startswith(("http://", "https://"))), "")
    if segment.kind is Kind.ENDPOINT and facts:
        _call(page, segment, facts)
    elif segment.kind is Kind.CODE and facts:
        told = {fact.what: str(fact.value) for fact in facts}
        page.codes[facts[0].subject] = told
    elif segment.kind is Kind.ROW and facts:
        _field(page, segment, facts)
    elif segment.kind is Kind.SAMPLE and _root(segment):
        _sample(page, segment, facts)


def _call(page: _Page, segment: Segment, facts: list[Fact]) -> None:
    told = {fact.what: str(fact.value) for fact in reversed(facts)}
    path = re.sub(r"https?://[^/]*", "", told.get("path", ""))
    path = _IN_PATH.sub(lambda m: "{" + next(filter(None, m.groups())) + "}", path)
    if path and any(c.method == told.get("method", "") and c.path == path for c in page.calls):
        return
    page.calls.append(
        _Call(
            facts[0].subject,
            told.get("method", ""),
            path,
            told.get("meaning", ""),
            segment.trail[-1] if segment.trail else "",
        )
    )


def _called(page: _Page) -> _Call | None:
    return page.calls[-1] if page.calls and page.calls[-1].path else None


def _field(page: _Page, segment: Segment, facts: list[Fact]) -> None:
    for name in dict.fromkeys(fact.subject for fact in facts):
        own = [fact for fact in facts if fact.subject == name]
        required = any(fact.what == "required" and fact.value is True for fact in own)
        description = "; ".join(str(fact.value) for fact in own if fact.what == "meaning")
        schema = shapes.field(own)
        if call := _called(page):
            _put(call, segment.trail, name, schema, required=required, description=description)
        else:
            above = page.loose.get(segment.trail[:-1], {})
            parent = _parent(segment.trail, above)
            root = above if parent else page.loose.setdefault(segment.trail, {})
            shapes.put(root, f"{parent}{name}", schema, required=required, description=description)


def _put(call: _Call, trail: tuple[str, ...], name: str, schema: Schema, *, required: bool, description: str) -> None:
    below, label = _labels(trail), " ".join(trail[-1:])
    if f"{{{name}}}" in call.path:
        call.parameters[name, "path"] = _given(schema, True, description)
    elif _ANSWER.search(below):
        whole = f"{_parent(trail, call.answer)}{name}"
        shapes.put(call.answer, whole, schema, required=False, description=description)
    elif _HEADER.search(label):
        if name.lower() not in _USUAL:
            call.parameters[name, "header"] = _given(schema, required, description)
    elif (_QUERY.search(label) and "/" not in label) or call.method not in _BODIES:
        call.parameters[name, "query"] = _given(schema, required, description)
    else:
        call.form = call.form or schema.get("format") == "binary"
        whole = f"{_parent(trail, call.request)}{name}"
        shapes.put(call.request, whole, schema, required=required, description=description)


def _labels(trail: tuple[str, ...]) -> str:
    """Give the nearest headings that name no path."""
    return " ".join(text for text in trail[-2:] if "/" not in text)


def _given(schema: Schema, required: bool, description: str) -> Schema:
    """Give what a parameter has beside its name and place."""
    return {**({"description": description} if description else {}), "required": required, "schema": schema}


def _parent(trail: tuple[str, ...], schema: Schema) -> str:
    """Give the field whose members a table lists: ``items`` of "each object of items has these fields"."""
    match = _SUBJECT.match(trail[-1]) if trail else None
    known = schema.get("properties", {}).get(match[1]) if match else None
    if match is None or known is None:
        return ""
    return f"{match[1]}[]." if known.get("type") == "array" else f"{match[1]}."


def _sample(page: _Page, segment: Segment, facts: list[Fact]) -> None:
    below = _labels(segment.trail)
    value = shapes.sample(facts)
    call = _called(page)
    if not isinstance(value, dict | list):
        return
    if call is None:
        shapes.fit(page.loose.setdefault(segment.trail, {}), value)
    elif _SAMPLE.search(below) and not _FAILED.search(below):
        side = "answer" if _ANSWER.search(below) else "request" if call.method in _BODIES else ""
        if side:
            shapes.fit(call.answer if side == "answer" else call.request, value)
            call.examples.setdefault(side, value)


def _operation(paths: dict[str, Plain], call: _Call) -> None:
    operation: dict[str, Plain] = {"operationId": _id(call, paths)}
    if call.summary:
        operation["summary"] = call.summary
    names = {*(match[1] for match in re.finditer(r"\{([^{}]+)\}", call.path))}
    plain = {(name, "path"): _given({"type": "string"}, True, "") for name in sorted(names)}
    parameters = {**plain, **call.parameters}
    if parameters:
        operation["parameters"] = [{"name": name, "in": place, **rest} for (name, place), rest in parameters.items()]
    if call.request:
        media = "multipart/form-data" if call.form else "application/json"
        operation["requestBody"] = {
            "required": True,
            "content": {media: _media(call.request, call.examples.get("request"))},
        }
    answer: dict[str, Plain] = {"description": "success"}
    if call.answer:
        answer["content"] = {"application/json": _media(call.answer, call.examples.get("answer"))}
    operation["responses"] = {"200": answer}
    paths.setdefault(call.path, {})[call.method.lower()] = operation


def _media(schema: Schema, example: Plain) -> Plain:
    if example is None or not jsonschema_rs.validator_for(schema).is_valid(example):
        return {"schema": schema}
    return {"schema": schema, "example": example}


def _id(call: _Call, paths: dict[str, Plain]) -> str:
    """Make a name from the end of the path; a number tells equal ones apart."""
    words = re.findall(r"[A-Za-z0-9]+", call.path)
    name = call.method.lower() + "".join(word[:1].upper() + word[1:] for word in words[-3:])
    taken = {operation["operationId"] for item in paths.values() for operation in item.values()}
    return next(each for each in chain([name], (f"{name}{number}" for number in count(2))) if each not in taken)


def _row(call: _Call) -> Plain:
    row = {"name": call.name, "group": call.group, "method": call.method}
    return {key: value for key, value in row.items() if value} | {"reason": "the page does not say how to call it"}


def _errors(page: _Page) -> Plain:
    """Give the table of codes; where they stand in an answer is guessed from the samples."""
    keys = (f"/{key}" for call in page.calls for key in call.answer.get("properties", {}))
    at = next((key for key in keys if _CODE.fullmatch(key)), "/code")
    http = all(_STATUS.fullmatch(code) for code in page.codes)
    rows = [_code(code, told) for code, told in page.codes.items()]
    return {"at": "status" if http else at, "codes": rows}


def _code(code: str, told: dict[str, str]) -> Plain:
    row: dict[str, Plain] = {"code": int(code) if re.fullmatch(r"-?(?:0|[1-9]\d{0,17})", code) else code}
    if "meaning" in told:
        row["message"] = told["meaning"]
    if told.get("remedy"):
        row["advice"] = told["remedy"]
    return row
