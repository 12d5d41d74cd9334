"""What a page says of each of its calls, gathered: rows and samples under the call that they stand below.

In: the segments of a page. Out: a ``Told``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from qiyue.pages import Fact, Kind, Segment
from qiyue.pages.success import is_success_label
from qiyue.skeleton import shapes
from qiyue.skeleton.shapes import Schema
from qiyue.values import Plain

_ANSWER: Final = re.compile(r"响应|返回|应答|出参|输出|respon|return|result|output|answer", re.IGNORECASE)
_QUERY: Final = re.compile(r"查询|query", re.IGNORECASE)
_HEADER: Final = re.compile(r"请求头|header", re.IGNORECASE)
_SAMPLE: Final = re.compile(r"示例|样例|例|example|sample", re.IGNORECASE)
_FAILED: Final = re.compile(r"错误|失败|异常|error|fail", re.IGNORECASE)
_STATES: Final = re.compile(r"状态(?!码)|(?:states?|status(?:es)?)(?!\s?code)(?!.*error)", re.IGNORECASE)
"""The label of a table of what a thing, such as an order, may be; it lists no errors."""
_SUBJECT: Final = re.compile(r"([A-Za-z_]\w*)(?:数组|对象|列表|\[\]|中|的|item|object|entr|array|list)", re.ASCII)
_BEARER: Final = re.compile(r"authorization\W{1,3}bearer\b", re.IGNORECASE)
_BASE: Final = re.compile(
    r"(?:\burl|\bhost|\bserver|\bendpoint|\bgateway|\bcalls go to|域名|地址|环境|网关)\W{0,8}(https?://[^\s`'\"<>()]+)",
    re.IGNORECASE,
)
_CALLED: Final = re.compile(r"\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b|(?:https?:/)?/[^\s`|]+")
_IN_PATH: Final = re.compile(r"\{([^{}/]+)\}|<([^<>/]+)>|:([A-Za-z_]\w*)")
_USUAL: Final = frozenset({"authorization", "content-type", "accept", "host", "user-agent", "content-length"})
_BODIES: Final = frozenset({"POST", "PUT", "PATCH"})


@dataclass(slots=True)
class Call:
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
    samples: list[Plain] = field(default_factory=list)
    """Every sample of an answer that is not called a failure."""
    successes: list[Plain] = field(default_factory=list)
    """Those that are called a success."""


@dataclass(slots=True)
class Told:
    """What was read of a page."""

    title: str = ""
    server: str = ""
    bearer: bool = False
    calls: list[Call] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    loose: dict[tuple[str, ...], Schema] = field(default_factory=dict)
    """Tables and samples of no call with a path, by the headings above them."""


def gather(segments: Sequence[Segment]) -> Told:
    page = Told()
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
        text = segment.text if segment.kind is Kind.CELL else _CALLED.sub("", segment.text).strip(" -:|#*`—–()")
        whole = segment.kind in {Kind.CELL, Kind.ENDPOINT} and fact.what in {"meaning", "remedy"}
        own = fact.subject == segment.facts[0].subject
        yield Fact(fact.subject, fact.what, text) if whole and own else fact


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


def _take(page: Told, segment: Segment, facts: list[Fact]) -> None:
    page.bearer = page.bearer or bool(_BEARER.search(segment.text))
    if not page.server and segment.kind in {Kind.SENTENCE, Kind.SAMPLE} and (found := _BASE.search(segment.text)):
        page.server = found[1].rstrip("/.,")
    if segment.kind is Kind.ENDPOINT and facts:
        _call(page, segment, facts)
    elif segment.kind is Kind.CODE and facts and not _STATES.search(" ".join(segment.trail[-1:])):
        told = {fact.what: str(fact.value) for fact in facts}
        page.codes[facts[0].subject] = told
    elif segment.kind is Kind.ROW and facts:
        _field(page, segment, facts)
    elif segment.kind is Kind.SAMPLE and _root(segment):
        _sample(page, segment, facts)


def _call(page: Told, segment: Segment, facts: list[Fact]) -> None:
    told = {fact.what: str(fact.value) for fact in reversed(facts)}
    path = re.sub(r"https?://[^/]*", "", told.get("path", ""))
    path = _IN_PATH.sub(lambda m: "{" + next(filter(None, m.groups())) + "}", path)
    if path and any(c.method == told.get("method", "") and c.path == path for c in page.calls):
        return
    page.calls.append(
        Call(
            facts[0].subject,
            told.get("method", ""),
            path,
            told.get("meaning", ""),
            segment.trail[-1] if segment.trail else "",
        )
    )


def _called(page: Told) -> Call | None:
    return page.calls[-1] if page.calls and page.calls[-1].path else None


def _field(page: Told, segment: Segment, facts: list[Fact]) -> None:
    if len(facts) > 1 and all(fact.what == "name" or fact.what.startswith("column/") for fact in facts):
        return  # a table of something else
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


def _put(call: Call, trail: tuple[str, ...], name: str, schema: Schema, *, required: bool, description: str) -> None:
    below, label = _labels(trail), " ".join(trail[-1:])
    if f"{{{name}}}" in call.path:
        call.parameters[name, "path"] = given(schema, True, description)
    elif _ANSWER.search(below):
        whole = f"{_parent(trail, call.answer)}{name}"
        shapes.put(call.answer, whole, schema, required=False, description=description)
    elif _HEADER.search(label):
        if name.lower() not in _USUAL:
            call.parameters[name, "header"] = given(schema, required, description)
    elif (_QUERY.search(label) and "/" not in label) or call.method not in _BODIES:
        call.parameters[name, "query"] = given(schema, required, description)
    else:
        call.form = call.form or schema.get("format") == "binary"
        whole = f"{_parent(trail, call.request)}{name}"
        shapes.put(call.request, whole, schema, required=required, description=description)


def _labels(trail: tuple[str, ...]) -> str:
    """Give the nearest headings that name no path."""
    return " ".join(text for text in trail[-2:] if "/" not in text)


def given(schema: Schema, required: bool, description: str) -> Schema:
    """Give what a parameter has beside its name and place."""
    return {**({"description": description} if description else {}), "required": required, "schema": schema}


def _parent(trail: tuple[str, ...], schema: Schema) -> str:
    """Give the field whose members a table lists: ``items`` of "each object of items has these fields"."""
    match = _SUBJECT.match(trail[-1]) if trail else None
    known = schema.get("properties", {}).get(match[1]) if match else None
    if match is None or known is None:
        return ""
    return f"{match[1]}[]." if known.get("type") == "array" else f"{match[1]}."


def _sample(page: Told, segment: Segment, facts: list[Fact]) -> None:
    below = _labels(segment.trail)
    value = shapes.sample(facts)
    call = _called(page)
    if not isinstance(value, dict | list):
        return
    if call is None:
        shapes.fit(page.loose.setdefault(segment.trail, {}), value)
    elif (_SAMPLE.search(below) or _ANSWER.search(" ".join(segment.trail[-1:]))) and not _FAILED.search(below):
        side = "answer" if _ANSWER.search(below) else "request" if call.method in _BODIES else ""
        if side:
            shapes.fit(call.answer if side == "answer" else call.request, value)
            call.examples.setdefault(side, value)
        if side == "answer":
            call.samples.append(value)
            call.successes += [value] if is_success_label(" ".join(segment.trail[-1:])) else []
