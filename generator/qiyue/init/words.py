"""What the review page says, in English and in Chinese."""

from collections.abc import Mapping
from typing import Final

LANGUAGES: Final = {"en": "English", "zh": "中文"}

WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "title": "Review of what was read",
        "page": "The page",
        "spec": "The skeleton",
        "used": "used",
        "unplaced": "of no call",
        "doubtful": "doubtful",
        "contradicting": "contradictory",
        "plain": "not used",
        "call": "call",
        "table": "table",
        "sample": "sample",
        "codes": "codes",
        "decide": "Decide",
        "decided": "decided by you",
        "skipped": "skipped",
        "of_call": "It is of the call",
        "side": "It tells of",
        "method": "HTTP method",
        "as_read": "as it was read",
        "body": "the body of the request",
        "query": "the query of the request",
        "header": "the headers of the request",
        "path": "the path",
        "answer": "the answer",
        "failure": "an answer that failed",
        "skip": "Skip it",
        "save": "Save",
        "forget": "As it was read",
        "close": "Close",
        "no_call": "no call",
        "hint": "n: next line to decide, p: the one before, Enter: decide, Esc: close",
        "next": "Next to decide",
        "calls": "calls",
        "findings": "Findings",
        "beside": "is changed by hand and stays; the new text is beside it, in",
        "lost": "Choices whose lines have changed are not applied",
    },
    "zh": {
        "title": "核对读取结果",
        "page": "原页面",
        "spec": "骨架",
        "used": "已采用",
        "unplaced": "不属于任何接口",
        "doubtful": "存疑",
        "contradicting": "互相矛盾",
        "plain": "未采用",
        "call": "接口",
        "table": "表格",
        "sample": "示例",
        "codes": "错误码表",
        "decide": "处理",
        "decided": "已由您处理",
        "skipped": "已跳过",
        "of_call": "属于哪个接口",
        "side": "描述的是",
        "method": "HTTP 方法",
        "as_read": "保持读取结果",
        "body": "请求体",
        "query": "查询参数",
        "header": "请求头",
        "path": "路径参数",
        "answer": "响应",
        "failure": "失败响应",
        "skip": "跳过",
        "save": "保存",
        "forget": "恢复读取结果",
        "close": "关闭",
        "no_call": "无接口",
        "hint": "n：下一处待处理，p：上一处，Enter：处理，Esc：关闭",
        "next": "下一处待处理",
        "calls": "个接口",
        "findings": "待确认问题",
        "beside": "已被手工修改，保持不变；新内容写在旁边的",
        "lost": "以下选择所在的行已变化，未被采用",
    },
}


def language(asked: str, accepted: str) -> str:
    """Choose a language: the one that is asked for, else the first that a browser accepts."""
    if asked in WORDS:
        return asked
    offered = (part.split(";")[0].strip()[:2].casefold() for part in accepted.split(","))
    return next((each for each in offered if each in WORDS), "en")
