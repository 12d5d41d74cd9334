"""Code on a page: calls by curl, messages of HTTP, scripts. Lines become tokens that name headers, fields and calls."""

import re
from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from qiyue.pages import marks, samples
from qiyue.pages.drafts import Draft, draft
from qiyue.pages.flat import Line
from qiyue.pages.segment import Fact, Kind

_CODE: Final = re.compile(
    r"(?:import|from|const|let|var|def|class|return|public|private|static|using|package|function|async|await|try|except|catch|finally|print"
    r"|echo|require|include|fn|func|use)\b[\s({\"'$].*|(?:import|from)\s.*|[A-Za-z_$][\w.$]*\s*[+:]?=\s*\S.*"
    r"|[A-Za-z_$][\w.$]*\(.*|-{1,2}[A-Za-z][\w-]*\s['\"$].*|curl\s.*|\$\s\S.*|(?:if|for|while|with|elif|else)\b.*[:{]"
    r"|[})\]];?,?|<\?php.*|wget\s.*|pip install .*|npm .*"
)
_STARTS: Final = re.compile(
    r"(?:import|from)\s+[\w.{]|curl\s|\$\s?curl\s|const\s|let\s|var\s|package\s|using\s|public\s|<\?php|def\s"
    r"|#!/|[A-Za-z_$][\w.]*\s+=\s+[\x21-\x7e]|print\(|wget\s|(?:pip|npm|go|composer) \w+"
)
_ASSIGNED: Final = re.compile(
    r"(?:(?:const|let|var|final)\s+)?(?P<name>[A-Za-z_$][\w.$]*)\s*(?::\s?\w+\s?)?=\s*(?=[{\[])"
)
_FORM: Final = re.compile(
    r"(?:-F|--form|-d|--data(?:-raw|-urlencode|-binary)?)\s+\$?['\"]?(?P<name>[\w.\[\]\-]{1,80})=(?P<value>[^'\"\n]*)"
)
_HEADER: Final = re.compile(r"(?:-H|--header)\s+\$?['\"](?P<name>[\w\-]{1,80})\s?:\s?(?P<value>[^'\"\n]*)")
_METHOD: Final = re.compile(r"(?:-X|--request)\s?['\"]?(?P<curl>[A-Z]{3,7})\b|\.(?P<call>get|post|put|patch|delete)\(")
_URL: Final = re.compile(r"https?://[^\s'\"`<>\\]+|(?<=['\"])/[A-Za-z][^\s'\"`<>\\]*(?=['\"])")
_BODY: Final = re.compile(r"(?:-d|--data(?:-raw|-binary)?|--json)\s+\$?['\"](?=\s*[{\[])")


def begins(line: Line) -> bool:
    """Tell whether code begins at a line."""
    return bool(
        _STARTS.match(line.text)
        or marks.MESSAGE.fullmatch(line.text)
        or (_CODE.fullmatch(line.text) and _ASSIGNED.match(line.text))
    )


def end_of(lines: Sequence[Line], index: int) -> int:
    """Give the index behind the code that begins at a line: code goes on while lines look like it."""
    at = index + 1
    message = bool(marks.MESSAGE.fullmatch(lines[index].text))
    while at < len(lines):
        line = lines[at]
        if message:
            if not marks.HEADER.fullmatch(line.text) or line.blank_before:
                break
        elif lines[at - 1].text.endswith("\\") and not line.blank_before:
            pass
        elif not (
            _CODE.fullmatch(line.text)
            or line.indent >= 2
            or line.text.startswith(('"', "'", "//", "--", "-H", "-d", "-F"))
        ) or (line.blank_before and not (_CODE.fullmatch(line.text))):
            break
        at += 1
    return at


def drafts(text: str, lines: Sequence[Line]) -> Iterator[Draft]:
    """Give the tokens of lines of code; mappings in it are read as samples."""
    passed = 0
    for line in lines:
        if line.start < passed:
            continue
        opening = _opening(line)
        if opening is None:
            yield draft(Kind.SAMPLE, line.start, line.end, line.text, _facts(line.text))
            continue
        scan = samples.Scan(text, opening).run()
        for number, token in enumerate(scan.tokens):
            start = line.start if number == 0 else token.start
            extra = _facts(text[line.start : opening]) if number == 0 else ()
            yield draft(Kind.SAMPLE, start, token.end, text[start : token.end], [*samples.facts(token), *extra])
            passed = token.end
        rest = text.find("\n", passed)
        rest = len(text) if rest < 0 else rest
        if text[passed:rest].strip():
            yield draft(Kind.SAMPLE, passed, rest, text[passed:rest], _facts(text[passed:rest]))
            passed = rest


def _opening(line: Line) -> int | None:
    """Give where a mapping opens that a line assigns or sends."""
    match = _ASSIGNED.match(line.text) or _BODY.search(line.text)
    if match is None:
        return line.start if samples.BEGINS.match(line.text) else None
    return line.start + match.end() + len(line.text[match.end() :]) - len(line.text[match.end() :].lstrip())


def _facts(text: str) -> Iterator[Fact]:
    text = " ".join(text[:4000].split())
    message = marks.MESSAGE.fullmatch(text)
    method = message["method"] if message else _method(text)
    for url in [message["path"]] if message else _URL.findall(text):
        parts = _split(url)
        if parts is None:
            continue
        path, query = parts
        if method:
            yield Fact(path, "method", method)
        yield Fact(path, "path", path)
        yield from (Fact(name, "value", value) for name, value in query)
    for pattern in (_HEADER, _FORM):
        for match in pattern.finditer(text):
            yield Fact(match["name"], "value", match["value"].strip())
    if not message and (header := marks.HEADER.fullmatch(text)):
        yield Fact(header["name"], "value", header["value"])


def _method(text: str) -> str:
    match = _METHOD.search(text)
    return (match["curl"] or match["call"].upper()) if match else ""


def _split(url: str) -> tuple[str, list[tuple[str, str]]] | None:
    try:
        parts = urlsplit(url)
        return (parts.path or "/"), parse_qsl(parts.query, keep_blank_values=True, max_num_fields=100)
    except ValueError:
        return None
