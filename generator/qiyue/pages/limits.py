"""What a description says beyond its meaning: limits, defaults, formats, lists of values, conditions.

In: a text of half width. Out: pairs of ``what`` and value, as ``Fact`` has them; ``field/<name>`` for the members that
a description lists.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from qiyue.pages import enums
from qiyue.pages.segment import CACHED
from qiyue.pages.words import simplified, vocabulary
from qiyue.values import Plain

Said = tuple[str, Plain]

_LONGEST: Final = 2_000  # of a text; what stands behind is not looked at

_UNIT: Final = vocabulary("""
characters 字符 个字符 字 个字 汉字 个汉字 位 位字符 位数 字节 个字节 characters character chars char
           bytes byte digits digit
items      条 条记录 条数据 个 项 件 张 笔 行 份 items item entries rows records elements files
decimals   位小数 decimals
KB         kb kib
MB         mb m mib 兆
GB         gb g
ms         毫秒 ms milliseconds millisecond
s          秒 秒钟 s sec secs second seconds
min        分钟 min mins minute minutes
h          小时 个小时 h hour hours
d          天 个工作日 工作日 day days
month      个月 month months
times      次 次请求 次调用 times calls requests qps tps
%          %
""")
_UNITS: Final = "|".join(map(re.escape, sorted(_UNIT, key=len, reverse=True)))
_NUMBER: Final = rf"(?P<number>-?\d[\d,]{{0,20}}(?:\.\d{{1,10}})?)\s{{0,3}}(?P<unit>(?:{_UNITS})(?![A-Za-z]))?"
_LINK: Final = r"(?:\s|值|为|是|支持|允许|可|长度|数量|大小|只能|上传|传入|传|设置|设|of|is|to|:|=|\(){0,6}"

_MOST: Final = (
    "不(?:能|可|得|应|允许)?(?:超过|大于|多于|高于|长于)|最大|最多|最长|最高|至多|上限|小于等于|限制在|限制为|<=|≤"
    r"|\bmax(?:imum)?\b|\bat most|\bup to|no more than|not (?:to )?exceed(?:ing)?|limited to|less than or equal to"
)
_LEAST: Final = (
    "不(?:能|可|得|应|允许)?(?:少于|低于|小于|短于)|最小|最少|最短|最低|至少|下限|大于等于|>=|≥"
    r"|\bmin(?:imum)?\b|\bat least|no less than|not less than|greater than or equal to"
)
_OVER: Final = r"(?<![不能可得应许])(?:超过|超出|大于|多于)|(?<!not )\bexceed(?:s|ing)?|(?<!no )more than"
_COMPARED: Final = re.compile(
    rf"(?:(?P<maximum>{_MOST})|(?P<minimum>{_LEAST})|(?P<over>{_OVER})){_LINK}{_NUMBER}", re.IGNORECASE
)
_BETWEEN: Final = re.compile(
    r"(?<![A-Za-z0-9_.\-/:])(?P<low>\d{1,9})\s?(?:-|~|～|至|到|–|—|\.\.|\bto\b)\s?(?P<high>\d{1,9})\s{0,3}"
    rf"(?P<unit>(?:{_UNITS})(?![A-Za-z]))?(?![\w\-/.])",
    re.IGNORECASE,
)
_BELOW: Final = re.compile(rf"(?:(?<![不能可得应许])(?:小于|少于|低于)|less than|below){_LINK}{_NUMBER}", re.IGNORECASE)
_ABOVE: Final = re.compile(
    rf"(?:(?:必须|须|应|需|值|要)(?:要|该)?大于|^\W?大于|greater than){_LINK}{_NUMBER}", re.IGNORECASE
)
_WITHIN: Final = re.compile(rf"{_NUMBER}\s?(?:以内|之内|以下|封顶)", re.IGNORECASE)
_FROM: Final = re.compile(
    r"从\s?(?P<number>\d{1,9})\s?(?:开始|起)|(?:starts?|starting|counted) (?:at|from|with) (?P<first>\d{1,9})",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(
    r"(?P<left>[\[(])\s?(?P<low>-?\d{1,12}(?:\.\d{1,6})?)\s?[,~-]\s?(?P<high>-?\d{1,12}(?:\.\d{1,6})?)\s?(?P<right>[\])])"
)
_BARE: Final = re.compile(rf"(?<![A-Za-z0-9_.\-/:]){_NUMBER}", re.IGNORECASE)
_KINDS: Final = {
    "characters": {"maximum": "maxLength", "minimum": "minLength", "limit": "length"},
    "items": {"maximum": "maxItems", "minimum": "minItems"},
    "": {"maximum": "maximum", "minimum": "minimum"},
}

_VALUE: Final = (
    r"(?P<value>\"[^\"\n]{0,40}\"|'[^'\n]{0,40}'|`[^`\n]{0,40}`"
    r"|-?[A-Za-z0-9_](?:[A-Za-z0-9_./+\-]{0,60}[A-Za-z0-9_])?|空)"
)
_DEFAULT: Final = re.compile(
    rf"(?:默认|缺省|\bdefaults?\b)(?:值|情况下|\s+value)?\s{{0,3}}(?:为|是|to\b|is\b|[:=])?\s{{0,3}}{_VALUE}",
    re.IGNORECASE,
)
_CONST: Final = re.compile(
    rf"(?:固定(?:传值|传|填|值)?|始终(?:为|是)|\balways\b|\bfixed\b(?: to| as)?)"
    rf"\s{{0,3}}[为是传填:=]?\s{{0,3}}{_VALUE}",
    re.IGNORECASE,
)
_FORMAT: Final = re.compile(
    r"(?<![A-Za-z])(?:[Yy]{2,4}[-/.年]?[Mm]{2}(?:[-/.月]?[Dd]{2}日?)?"
    r"(?:['T ]{0,3}[Hh]{2}[:时]?[Mm]{2}(?:[:分]?[Ss]{2}秒?)?"
    r"(?:\.?S{1,6})?(?:Z|X{1,3})?)?|[Hh]{2}:[Mm]{2}(?::[Ss]{2})?)(?![A-Za-z])"
    r"|ISO[ -]?8601|RFC[ -]?3339|\bUUID\b|Base64"
)
_CONDITION: Final = re.compile(
    r"(?P<when>(?:当|如果|若|\bwhen\b|\bif\b)[^,。;\n]{1,60}?|[^\s,。;()【】\[\]\n]{2,40}(?=(?:时|的时候|情况下)[,则]?(?:必|须)))\s?(?:时|,|的时候)?\s?[则才]?"
    r"(?:必传|必填|必须|必需|必选|is required|required|mandatory)",
    re.IGNORECASE,
)
_DEMANDED: Final = re.compile(
    r"(?<!非)(?:必填|必传|必选)(?!参数|项|字段)|不[能可]为空|不允许为空|[(【\[]required[)】\]]", re.IGNORECASE
)
_VOLUNTARY: Final = re.compile(r"非必填|非必传|选填|可不传|可以不传|可为空|可空|[(【\[]optional[)】\]]", re.IGNORECASE)


_CALENDAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?:[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?|年)")


@lru_cache(maxsize=CACHED)
def said(text: str, *, cell: bool) -> tuple[Said, ...]:
    """Give what a description says; that of a cell is also read for values and members that it lists."""
    text = _CALENDAR.sub(" ", simplified(text[:_LONGEST]))
    found = [*_words(text), *_numbers(text)]
    found += enums.of_cell(text) if cell else enums.of_sentence(text)
    return tuple(dict.fromkeys(found))


def _words(text: str) -> Iterator[Said]:
    for what, pattern in (("default", _DEFAULT), ("const", _CONST)):
        for match in pattern.finditer(text):
            yield what, plain(match["value"])
    for match in _FORMAT.finditer(text):
        yield "format", match[0]
    if condition := _CONDITION.search(text):
        yield "required-when", "".join(condition["when"].split())
    elif _VOLUNTARY.search(text):
        yield "required", False
    elif _DEMANDED.search(text):
        yield "required", True


def _numbers(text: str) -> Iterator[Said]:
    taken: list[tuple[int, int]] = []
    for match in _BETWEEN.finditer(text):
        kinds = _KINDS.get(unit := _UNIT.get((match["unit"] or "").casefold(), ""))
        for what, group in (("minimum", "low"), ("maximum", "high")):
            yield kinds[what] if kinds else f"{what}/{unit}", int(match[group])
        taken.append(match.span())
    for what, value, span in _bounds(text):
        if not _overlaps(taken, *span):
            taken.append(span)
            yield what, value
    for match in _COMPARED.finditer(text):
        if not _overlaps(taken, *match.span("number")):
            taken.append(match.span())
            yield _named(_comparison(match), match)
    for match in _BARE.finditer(text):
        if match["unit"] and not _overlaps(taken, *match.span()):
            yield _named("limit", match)


def _bounds(text: str) -> Iterator[tuple[str, Plain, tuple[int, int]]]:
    """Give bounds told without a word for most or least: ``[1,100]``, ``小于500``, ``20字以内``, ``从1开始``."""
    for match in _RANGE.finditer(text):
        if "[" in match[0] or "]" in match[0]:
            yield "minimum" if match["left"] == "[" else "above", plain(match["low"]), match.span()
            yield "maximum" if match["right"] == "]" else "below", plain(match["high"]), (match.end(), match.end())
    for what, pattern, step in (("maximum", _WITHIN, 0), ("below", _BELOW, -1), ("above", _ABOVE, 1)):
        for match in pattern.finditer(text):
            unit = _UNIT.get((match["unit"] or "").casefold(), "")
            kinds = _KINDS.get(unit, {}) if unit else {}
            value = plain(match["number"].replace(",", ""))
            if kinds and isinstance(value, int):
                yield kinds["minimum" if what == "above" else "maximum"], value + step, match.span()
            elif not unit:
                yield what, value, match.span()
    for match in _FROM.finditer(text):
        yield "minimum", int(match["number"] or match["first"]), match.span()


def _comparison(match: re.Match[str]) -> str:
    return next(word for word in ("maximum", "minimum", "over") if match[word])


def _named(what: str, match: re.Match[str]) -> Said:
    unit = _UNIT.get((match["unit"] or "").casefold(), "")
    return _KINDS.get(unit, {}).get(what) or f"{what}/{unit}".rstrip("/"), plain(match["number"].replace(",", ""))


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end in taken)


def plain(text: str) -> Plain:
    """Give what a text is as data: a number, or the text without its quotes."""
    if re.fullmatch(r"-?(?:0|[1-9]\d{0,30})", text):
        return int(text)
    if re.fullmatch(r"-?\d{1,30}\.\d{1,30}", text):
        return Decimal(text)
    return text.strip("\"'`")
