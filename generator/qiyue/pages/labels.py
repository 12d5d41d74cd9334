"""The labels with which pages declare a call: what ``请求方式``, ``Request URL`` or ``测试环境`` stand before.

A vocabulary: a label is a head word, with any of the words that only say whose it is before it. In: the text of a
line. Out: pairs of label and value.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import Final

from qiyue.pages.words import folded, simplified

LONGEST: Final = 28
"""Characters of a label."""


class Label(StrEnum):
    """What the value behind a label is."""

    METHOD = "method"
    ADDRESS = "address"
    SERVER = "server"  # of production, or of nothing that is said
    SANDBOX = "sandbox"
    MEDIA = "media"
    OPERATION = "operation"  # the name by which a gateway chooses a call


_OWNERS: Final = r"""
接口 请求 访问 调用 提交 服务 传输 功能 完整 资源 相对 对应 推送 网关 通讯 通信 数据 方法 后端
https? https?/https? https?\(s\) api rest restful request resource call full target web
"""
_HEADS: Final = {
    Label.METHOD: "方式 方法 动词 类型 形式 模式 methods? verb type",
    Label.ADDRESS: """
        ur[li]s? ur[li]地址 ur[li]路径 地址 路径 链接 网址 路由 接口 请求
        path endpoint route call request api requestline syntax
    """,
    Label.OPERATION: "方法名称? 方法编码 接口名称? 接口标识 接口编码 服务名称? 服务编码 交易码 action cmd function",
    Label.MEDIA: """
        格式 编码 数据类型 报文类型 媒体类型 参数格式 参数类型 报文格式 编码格式 编码方式
        content-?type mediatype media encoding consumes
    """,
}
_WHERE: Final = "(?:环境|服务器|系统|environment|server|env)?(?:的?(?:请求|接口|访问)?(?:地址|域名|网址|url|path))?"
_SANDBOX: Final = "测试 沙箱 沙盒 联调 开发 预发布? 仿真 演示 test testing sandbox staging dev development uat"
_PRODUCTION: Final = "正式 生产 线上 现网 prod production live"
_SERVERS: Final = "域名 主机名? 服务器 基础 根 网关 base root server host gateway service"
_OF_A_SERVER: Final = "(?:地址|路径|域名|url|uri|path|address|endpoint)?"


def _any(words: str) -> str:
    return f"(?:{'|'.join(words.split())})"


def _headed(head: str) -> re.Pattern[str]:
    """Give the pattern of a label: any words that say whose it is, the head, a remark in brackets."""
    return re.compile(rf"(?:{_any(_OWNERS)}[-_/的]?)*{head}(?:\([^()]{{0,12}}\))?")


_LABELS: Final = (
    *((found, _headed(_any(words))) for found, words in _HEADS.items()),
    (Label.SANDBOX, _headed(_any(_SANDBOX) + _WHERE)),
    (Label.SERVER, _headed(f"(?:{_any(_PRODUCTION)}{_WHERE}|{_any(_SERVERS)}{_OF_A_SERVER})")),
)
_DECORATION: Final = re.compile(
    r"(?:#{1,6}\s+|[-*+•◦▪●○■>]\s+|[•·](?=\S)|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.、)]\s*|\d{1,2}(?:\.\d{1,2}){0,3}\s+)+"
)
_MARKS: Final = re.compile(r"\*\*|__|`|</?(?:b|strong|code|span|font|em)\b[^<>]{0,80}>", re.IGNORECASE)
_BRACKETED: Final = re.compile(r"[【\[〖](?P<label>[^】\]〗]{1,28})[】\]〗]\s*:?\s*(?P<value>.*)")
_COLON: Final = re.compile(r"(?P<label>[^:=|\t]{1,28}?)\s*[:=]\s*(?P<value>.*)")
_GAP: Final = re.compile(r"(?P<label>\S(?:[^\s:=/]| (?! ))*?)(?:\s{2,}|\t| (?=[A-Z/{h$]))(?P<value>.*)")
_BORDER: Final = re.compile(r"(?<!\\)\||\t")


@lru_cache(maxsize=4096)
def label(text: str) -> Label | None:
    """Tell what a label stands before."""
    word = folded(text).strip("*`_ ")
    if not word or len(word) > LONGEST:
        return None
    return next((each for each, pattern in _LABELS if pattern.fullmatch(word)), None)


@lru_cache(maxsize=4096)
def pairs(text: str) -> tuple[tuple[Label, str], ...]:
    """Read the labels of a line with their values, "" where a label stands alone."""
    return tuple(_pairs(text))


def _pairs(text: str) -> Iterator[tuple[Label, str]]:
    if _BORDER.search(text):
        cells = [cell for cell in (_bare(piece) for piece in _BORDER.split(text)) if cell]
        yield from _between_borders(cells)
        return
    bare = _bare(text)
    for form in (_BRACKETED, _COLON, _GAP):
        if (match := form.fullmatch(bare)) and (found := label(match["label"])):
            yield found, match["value"].strip()
            return
    if len(bare) <= LONGEST and (found := label(bare)):
        yield found, ""


def _between_borders(cells: list[str]) -> Iterator[tuple[Label, str]]:
    """Read cells: ``label | value``, once or twice in a row; a cell may hold a whole pair."""
    at = 0
    while at < len(cells):
        found = label(cells[at].rstrip(": "))
        if found and at + 1 < len(cells) and not label(cells[at + 1].rstrip(": ")):
            yield found, cells[at + 1]
            at += 2
            continue
        if len(cells) == 1:
            yield from _pairs(cells[0])
        at += 1


def _bare(text: str) -> str:
    """Give a text without bullets, numbers and the marks of Markdown."""
    text = _MARKS.sub("", text).strip()
    if match := _DECORATION.match(text):
        text = text[match.end() :]
    return simplified(text).strip("*_ ")
