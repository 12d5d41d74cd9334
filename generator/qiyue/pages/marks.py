"""What a line is by its own words: a heading, a label, a call, a header, a menu; all looked up in one place."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from qiyue.pages.segment import CACHED
from qiyue.pages.words import METHODS, folded, is_language

_METHOD: Final = "|".join(sorted(METHODS))

BULLET: Final = re.compile(
    r"(?:[-*+•◦▪●○‣·■□–]\s+|[-•·](?=[^\s\d\-])|\(?\d{1,2}[.)、]\s*(?=\D)|[①-⑳]\s*|[(]?[a-z][.)]\s+)"
)
CALL: Final = re.compile(
    rf"(?:\W{{0,3}})(?P<method>{_METHOD})(?:[\])】`*]{{1,3}}\s*[:|]?\s*|\s*[:|]?\s+)"
    r"`?(?P<path>(?:https?://[^\s/]+)?/[^\s`|]*|https?://\S+)`?(?P<rest>.*)"
)
CALLS: Final = re.compile(
    rf"(?<![A-Za-z])(?P<method>{_METHOD})\s*[:|]?\s+`?(?P<path>(?:https?://[^\s/`]+)?/[^\s`|,;]*)"
)
MESSAGE: Final = re.compile(rf"(?P<method>{_METHOD})\s+(?P<path>\S+)\s+HTTP/[\d.]+")
METHOD_ALONE: Final = re.compile(rf"\W{{0,3}}(?P<method>{_METHOD})\W{{0,3}}")
HEADER: Final = re.compile(r"[\"']?(?P<name>[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*)\s?:\s+(?P<value>\S.*?)[\"']?")
PAIR: Final = re.compile(r"(?P<key>[^\s:,;。、{}\"'/()|][^:,;。、{}\"'/]{0,19})\s?:\s?(?P<value>\S.{0,200})")
STATUS: Final = re.compile(r"\W*(?P<code>[1-5]\d\d|[1-5]XX)\s*(?P<meaning>[A-Za-z\u4e00-\u9fff]{0,20})\W*")
LABEL_OF_A_STATUS: Final = re.compile(r"[^\d]{2,30}\s(?P<code>[1-5]\d\d)(?:\s[A-Za-z ]{2,30})?")
MEDIA: Final = re.compile(r"(?:application|text|multipart|image)/[\w.+\-]+")
NUMBERED: Final = re.compile(
    r"(?:(?P<digits>\d{1,2}(?:\.\d{1,2}){0,4})(?:[.、]\s*|\s+)|第?(?P<word>[一二三四五六七八九十]{1,3})(?:[、.章节]\s*)|[(](?P<inner>[一二三四五六七八九十]{1,3})[)]\s*)(?=\S)"
)
BOLD: Final = re.compile(
    r"(?P<mark>\*\*|__)(?P<text>[^*_\s][^*\n]{0,58})(?P=mark)\s?(?P<rest>:?(?:\s?`[^`\n]{1,30}`)?)"
)
ITALIC: Final = re.compile(r"(?P<mark>[*_])(?P<text>[^*_\s][^*_\n]{0,58})(?P=mark)\s?:?")
MARKDOWN: Final = re.compile(r"(?P<marks>#{1,6})\s+(?=\S)")

_PART: Final = (
    "请求|响应|返回|应答|输入|输出|路径|查询|公共|公用|通用|系统级?|业务|错误|失败|成功|正常|异常|代码|调用|参数|示例|样例|范例|说明|描述|头部?|体|报文"
    "|结果|数据|字段|内容|入参|出参|回参|格式|列表|header|path|query|body|cookie|form|request|response|error|success|parameters?|params?|headers?"
    "|examples?|samples?|required|optional|fields?|bodies|code|return(?:s|ed)?|results?|output|input|data|arguments?|schema|authorization|usage|http|json|接口"
)
_LABEL: Final = re.compile(
    rf"(?:(?:{_PART})[\s\-_/]?){{1,8}}\d{{0,2}}\s*(?:\([^()]{{0,40}}\)|[:]|-\s\S.{{0,30}}|\d{{3}}(?:\s[A-Za-z]{{2,12}}){{0,3}})?",
    re.IGNORECASE,
)
_TAILS: Final = frozenset("列表 内容 数据 结果 格式 字段 体 json http code data".split())
"""Words of labels that alone are more likely the rest of something."""

_TURNS: Final = frozenset("上一页 下一页 上一篇 下一篇 上一节 下一节 previous next previouspage nextpage".split())
_MENU: Final = _TURNS | frozenset(
    "skiptocontent skiptomaincontent onthispage tableofcontents contents backtotop editthispage copy copied home login"
    " signin signup search searchdocs menu share print tryit tryitout send feedback 本页目录 目录 导航 菜单"
    " 返回顶部 回到顶部 编辑此页"
    " 有帮助 没帮助"
    " 复制 复制代码 首页 主页 登录 注册 搜索 展开 收起 文档 docs 全部展开 分享 打印 调试 在线调试 发送 反馈".split()
)
_ABOUT_PAGE: Final = re.compile(
    r"(?:最后|最近)?(?:修改|更新|编辑|发布|创建)(?:于|时间|日期)?\s?:?\s?\W{0,2}(?:\d{4}\D|\d+\s?(?:天|小时|分钟|个月|年)前).{0,40}"
    r"|(?:last\s)?(?:updated|modified|edited|published|revised)\b.{0,60}|(?:built with|powered by)\b.{0,60}"
    r"|(?:©|\(c\)|copyright\b|版权).{0,120}|.{0,40}(?:ICP备|公网安备).{0,60}|.{0,60}all rights reserved.{0,20}"
    r"|(?:这篇|本)?(?:文档|文章|页面).{0,8}有帮助.{0,4}|was this (?:page |article )?helpful.{0,4}"
    r"|(?:阅读|浏览|访问)(?:量|次数|时长)?\s?:?\s?[\d.]+\S{0,4}|由\s?\S{1,30}\s?(?:驱动|提供支持)",
    re.IGNORECASE,
)
_DATE_ALONE: Final = re.compile(r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s*\d{1,2}:\d\d(?::\d\d)?)?")
_TURNING: Final = re.compile(
    r"[«‹←\s]{0,3}(?:[上下]一[页篇节章]|(?:Previous|Next)(?: page)?)\s?:\s?[^:]{1,40}"
    r"|[«‹←]\s?[^:]{1,40}|[^:]{1,40}\s?[»›→]"
)
_LINK: Final = re.compile(r"(?:[-*+•]|\d{1,2}\.)?\s*(?:\[[^\[\]]{1,80}\]\([^()\s]{1,200}\)[\s|·>/]*)+")
_ENDS: Final = tuple("。.!?;,、")
_VERSION: Final = re.compile(r"v?\d+\.\d+")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: the smaller the level, the higher it stands."""

    level: int
    text: str


# Levels of headings that show none: of the page's sections, a call, a part of it, a language, an introduction.
SECTION, CALL_LEVEL, LABEL, TAB, INTRODUCTION = 7, 8, 10, 11, 12


@lru_cache(maxsize=CACHED)
def width(text: str) -> int:
    """Give how many columns a text takes."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text[:400])


@lru_cache(maxsize=CACHED)
def is_label(text: str) -> bool:
    """Tell whether a line only names the part that follows: ``请求参数``, ``返回示例 (失败)``, ``Response body``."""
    text = " ".join(text.split()) if len(text) <= 80 else text
    return len(text) <= 60 and text not in _TAILS and bool(_LABEL.fullmatch(text))


@lru_cache(maxsize=CACHED)
def is_menu(text: str) -> bool:
    """Tell whether a line belongs to the site, and not to what it says."""
    if len(text) > 300:
        return False
    return bool(folded(text) in _MENU or is_language(text) or _LINK.fullmatch(text) or _TURNING.fullmatch(text))


def turns_page(text: str) -> bool:
    """Tell whether a line leads to a neighbouring page, whose title follows it."""
    return len(text) <= 30 and folded(text) in _TURNS


@lru_cache(maxsize=CACHED)
def is_about_page(text: str) -> bool:
    """Tell whether a line speaks of the page: when it was updated, what built it, who owns it."""
    return len(text) <= 200 and bool(_ABOUT_PAGE.fullmatch(text) or _DATE_ALONE.fullmatch(text))


@lru_cache(maxsize=CACHED)
def numbered(text: str) -> Heading | None:
    """Read a heading with a number before it."""
    match = NUMBERED.match(text) if len(text) <= 80 else None
    if match is None or text.endswith(_ENDS) or width(text) > 60 or re.search(r"[,。;:!?]", text[match.end() :]):
        return None
    if _VERSION.fullmatch(text):
        return None
    level = match["digits"].count(".") + 1 if match["digits"] else 1 if match["word"] else 2
    return Heading(level, text[match.end() :].strip())


@lru_cache(maxsize=CACHED)
def heading(text: str, *, alone: bool) -> Heading | None:
    """Read a heading: one with marks or a number, a label, or a short line that stands ``alone`` between empty ones."""
    if match := MARKDOWN.match(text):
        return Heading(len(match["marks"]), text[match.end() :].strip("# "))
    if found := numbered(text):
        return found
    if (match := BOLD.fullmatch(text)) and not match["text"].endswith(_ENDS):
        return Heading(LABEL, f"{match['text']} {match['rest'].strip(':` ')}".strip())
    if is_label(text) or ((match := ITALIC.fullmatch(text)) and is_label(text := match["text"])):
        return Heading(LABEL, text.rstrip(":"))
    if (
        alone
        and width(text) <= 40
        and not text.endswith((*_ENDS, ":"))
        and not re.search(r"[,。;:|=]|^[-•*]|\.\s", text)
    ):
        return Heading(SECTION, text)
    return None


@lru_cache(maxsize=CACHED)
def starts(text: str) -> bool:
    """Tell whether a line begins something of its own, so that no sentence or cell goes on with it."""
    return bool(
        BULLET.match(text)
        or CALL.match(text)
        or METHOD_ALONE.fullmatch(text)
        or PAIR.fullmatch(text)
        or text[0] in "{[<`#|"
        or is_label(text)
        or is_menu(text)
        or is_about_page(text)
        or numbered(text)
        or text.startswith("curl ")
    )
