"""Values that a description lists: ``1 有效 0 无效``, ``[ship]物流 [post]快递``, ``0为甲,1为乙``, ``one of a, b``.

In: a text of half width. Out: pairs of ``enum/<value>`` and its meaning, or true; ``field/<name>`` for members that a
description lists instead; ``default`` where a value of the list is marked as such.
"""

import re
from collections.abc import Iterator
from typing import Final

from qiyue.values import Plain

Said = tuple[str, Plain]

_MEANING: Final = r"([\u4e00-\u9fff][^\s,;、。|/()\[\]【】]{0,30})"
_SHORT: Final = r"([\u4e00-\u9fff]{1,8})(?![\u4e00-\u9fff])"
_BEFORE: Final = r"(?<![A-Za-z0-9_.\-])"
_TOKEN: Final = _BEFORE + r"['\"`]?([A-Za-z0-9_][A-Za-z0-9_.\-]{0,40})['\"`]?"
_EXPLAINED: Final = (
    re.compile(rf"{_TOKEN}\s?\(([^()\n]{{1,60}})\)"),
    re.compile(
        rf"{_TOKEN}\s?(?::|=|->|→)\s?([^\W\d_][^\s,;、。|/()\[\]]{{0,40}}(?:\s(?!\S{{1,20}}\s?[:=])[A-Za-z]{{1,20}}){{0,3}})"
    ),
    re.compile(rf"{_BEFORE}([A-Za-z0-9]{{1,10}})\s?[-—–]{{1,2}}\s?{_MEANING}"),
    re.compile(r"[\[【]([A-Za-z0-9_][\w.\-]{0,40})[\]】]\s?([^\s,;、。\[\]【】()]{1,30})", re.ASCII),
    re.compile(rf"{_BEFORE}(\d{{1,4}}|[A-Z]{{1,10}}\d{{0,3}})\s?(?:为|是|表示|代表|指|即)\s?{_MEANING}"),
    re.compile(rf"{_BEFORE}(\d{{1,3}})\s?[.、)]\s?(?!不|非|必|须|请|可|长度|如){_SHORT}"),
    re.compile(rf"{_BEFORE}(\d{{1,4}}|[A-Z]{{1,10}}\d{{0,3}})[ \t]?{_SHORT}(?=[\s,;、/|)]|$)"),
)
"""Forms of a value with its meaning; a list has at least two of them."""
_ALONE: Final = re.compile(r"\(([A-Za-z0-9_]{1,20})\s?[:=]\s?([^\W\d_][^\s,;、。()]{0,30})\)")
_SLASHED: Final = re.compile(r"(?<![\w./:\-])(?!\d{4}/)(\w{1,40}(?:\s?[/|]\s?\w{1,40}){1,30})(?![\w./:\-])", re.ASCII)
_WORD: Final = r"['\"`]?[A-Za-z0-9_](?:[A-Za-z0-9_.\-]{0,40}[A-Za-z0-9_])?['\"`]?"
_BETWEEN: Final = r"(?:\s?[,、|/]\s?(?:or\s|and\s|或|和)?|\s(?:or|and|或|和)\s|[或和])"
_LISTED: Final = re.compile(
    r"(?:可选值?|取值(?:范围)?|枚举值?|支持|允许|只能|仅限?|必须"
    r"|one of|allowed values?|possible values?|either|values?)"
    rf"\s?(?:为|是|有|包括|are|is)?\s?:?\s?({_WORD}(?:{_BETWEEN}{_WORD}){{1,40}})",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(
    r"`[^`\s]{1,40}`(?:(?:\s?[,、|/]\s?(?:or\s|and\s|或|和)?|\s?(?:or|and|或|和)\s?)`[^`\s]{1,40}`){1,40}"
)
_SEPARATOR: Final = re.compile(_BETWEEN)
_FIELDS: Final = re.compile(r"包含|包括|字段|结构|组成|\bcontain|\binclud|\bconsist|\bwith\b", re.IGNORECASE)
_DEFAULT: Final = re.compile(r"\s?[,(]?\s?(?:默认|缺省|default)\s?(?:值)?\s?\)?", re.IGNORECASE)


def of_cell(text: str) -> Iterator[Said]:
    """Give the values, or members, that the description of a cell lists."""
    found = _longest(text)
    if found:
        before = text[: found[0].start()]
        kind = "field" if _FIELDS.search(before) else "enum"
        for match in found:
            yield f"{kind}/{match[1].rstrip('.')}", match[2].strip()
            if kind == "enum" and _DEFAULT.match(text, match.end()):
                yield "default", match[1]
        return
    for match in _ALONE.finditer(text):
        yield f"enum/{match[1]}", match[2]
    if slashed := _SLASHED.search(text):
        yield from ((f"enum/{word.strip()}", True) for word in re.split(r"[/|]", slashed[1]))
    else:
        yield from of_sentence(text)


def _longest(text: str) -> list[re.Match[str]]:
    """Read the values by the first form that finds at least two."""
    for pattern in _EXPLAINED:
        found = list(pattern.finditer(text))
        if len({match[1] for match in found}) > 1:
            return found
    return []


def of_sentence(text: str) -> Iterator[Said]:
    """Give the values that words announce: ``one of a, b``, ``可选值: a、b``."""
    for match in _LISTED.finditer(text):
        yield from ((f"enum/{_bare(word)}", True) for word in _SEPARATOR.split(match[1]))


def quoted(text: str) -> Iterator[Said]:
    """Give the values that a cell lists as code: ``left`` or ``right``, each between backquotes."""
    if match := _QUOTED.search(text):
        yield from ((f"enum/{word}", True) for word in re.findall(r"`([^`\s]+)`", match[0]))


def _bare(word: str) -> str:
    return word.strip("\"'`.")
