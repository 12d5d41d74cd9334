"""Which call each block of a page is of.

In: the blocks of a vendor's pages. Out: a ``Page``: calls, each with the blocks below it and their sides; and what
belongs to no call.

A declaration makes a call current, also where it is declared again. A heading that is no part of a call ends it, if it
stands as high as the heading of the call. Calls that are only listed, and declared further down, own nothing there.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from qiyue.pages.segment import normal
from qiyue.skeleton import calls, declarations, sides
from qiyue.skeleton.blocks import Block, Codes, Declared, Heading, Message, Sample, Sentence, Table, Trail
from qiyue.skeleton.calls import Call, Placed
from qiyue.skeleton.sides import Side

_SHARED: Final = re.compile(
    r"公共|公用|通用|系统级?(?:请求|入参|参数)|全局|common|global|(?:public|system)(?:request)?(?:param|header)",
    re.IGNORECASE,
)
_PART: Final = re.compile(
    r"(?:基本|接口|方法|请求|响应|返回|应答|调用|参数|字段|业务|公共|输入|输出|报文|数据|错误|状态|详细|其他|简要|权限)*"
    r"(?:信息|说明|描述|参数|字段|示例|样例|列表|结果|报文|数据|内容|格式|头|体|码|明细|备注|注意事项|用途|功能|url|路径|查询|header|body|query|path)"
    r"|(?:request|response|path|query|body|header|url|form|example|sample|json|http|error|status|sandbox)?"
    r"(?:parameters?|params?|arguments?|attributes?|headers?|body|request|response|responses|returns?|examples?|samples?|schema|fields?|codes?|errors?|notes?"
    r"|description|overview|usage|details|results?|output|input|permissions?|authorization|url|endpoint|method)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Page:
    """What was read of a page, by calls."""

    title: str = ""
    calls: list[Call] = field(default_factory=list)
    named: list[Declared] = field(default_factory=list)
    """Calls of which the page gives no address."""
    loose: list[Table | Sample] = field(default_factory=list)
    """Tables and samples of no call."""
    texts: list[Sentence] = field(default_factory=list)
    codes: list[Codes] = field(default_factory=list)
    environments: list[Table] = field(default_factory=list)
    shared: list[Table] = field(default_factory=list)
    """Tables of what every call takes, or answers."""


def page(pages: Sequence[Sequence[Block]]) -> Page:
    """Read which block is of which call; no call of one page goes on on the next."""
    joined = declarations.joined(pages)
    walk = _Walk([block for blocks in joined for block in blocks])
    for blocks in joined:
        for block in blocks:
            walk.take(block)
        walk.end_page()
    return walk.page


class _Walk:
    """One walk over the blocks of a page."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.page = Page(title=_title(blocks))
        self._current: list[Call] = []
        self._waiting: list[Block] = []
        """Blocks since the last heading that ended a call: they may be of a call that is declared below them."""
        declared = (block for block in blocks if isinstance(block, Declared))
        self._to_come = Counter(each.subject for each in declared if each.said("path") or each.said("operation"))
        self._several = len(self._to_come) > 1
        self._gateway: Call | None = None
        """The last call whose address no name chooses: where names are told below it, it is their gateway."""
        self._by_path: dict[str, list[Call]] = {}
        self._by_length: dict[tuple[str, int], list[Call]] = {}
        """Calls by method and the number of the parts of their path."""
        self._run: list[str] = []
        """The calls that were declared right before, with nothing between them."""

    def take(self, block: Block) -> None:
        if isinstance(block, Declared):
            self._declare(block)
            return
        if len(self._run) > 1 and all(self._to_come[subject] > 0 for subject in self._run):
            self._current = []  # a list of contents: the calls are declared again further down
        self._run = []
        if isinstance(block, Heading):
            self._head(block)
        elif isinstance(block, Message):
            self._take_message(block)
        elif isinstance(block, Table) and any(fact.what == "server" for row in block.rows for fact in row.facts):
            self.page.environments.append(block)
        elif self._current:
            for call in self._current:
                calls.give(call, block)
        else:
            self._waiting.append(block)

    def end_page(self) -> None:
        """Let what follows be of none of the calls so far."""
        self.end_section()
        self._current, self._run = [], []

    def end_section(self) -> None:
        """Keep what no call was declared for."""
        for block in self._waiting:
            if isinstance(block, Codes):
                self.page.codes.append(block)
            elif isinstance(block, Table) and any(map(_SHARED.search, block.trail[-2:])):
                self.page.shared.append(block)
            elif isinstance(block, Table | Sample):
                self.page.loose.append(block)
            elif isinstance(block, Sentence):
                self.page.texts.append(block)
        self._waiting = []

    def _head(self, block: Heading) -> None:
        part = is_part(block)
        if not part and self._several:
            self._current = [call for call in self._current if call.owns(block.trail)]
        for call in self._current:
            decided = sides.side(call.labels(block.trail)[:1])
            if decided and decided is not Side.NOTHING:
                call.answering = decided in {Side.ANSWER, Side.FAILURE}
        if not part and not self._current:
            self.end_section()

    def _take_message(self, block: Message) -> None:
        for call in self._current:
            if block.server and block.server not in call.servers and (not block.path or same(call.path, block.path)):
                call.servers.append(block.server)
            if isinstance(block.body, dict | list):
                sample = Sample(block.trail, block.first, block.last, block.body, block.lines)
                call.placed.append(Placed(Side.BODY, (), sample))

    def _declare(self, block: Declared) -> None:
        path, method = block.said("path"), block.said("method")
        operation = block.said("operation")
        if not path and operation and self._gateway:
            path, method = self._gateway.path, self._gateway.method
        if not path:
            self.page.named.append(block)
            return
        self._to_come[block.subject] -= 1
        trail = block.trail if block.headed else _above(block)
        call = self._known(method, path, block)
        if call is None:
            group = trail[-1] if trail else ""
            call = Call(block.subject, method, path, operation, trail=trail, first=block.first, last=block.last)
            call.group = group
            self.page.calls.append(call)
            self._gateway = self._gateway if operation else call
            self._by_path.setdefault(path, []).append(call)
            self._by_length.setdefault((method, path.count("/")), []).append(call)
        elif not call.placed:
            call.trail = trail
        calls.merge(call, block)
        on_one_line = bool(self._run) and bool(self._current) and self._current[-1].last == block.first
        self._current = [*self._current, call] if on_one_line else [call]
        self._run.append(block.subject)
        call.last = block.last
        self._adopt(call)

    def _known(self, method: str, path: str, block: Declared) -> Call | None:
        """Find the call that a declaration names again: exactly, or by a sample of its address."""
        there = [call for call in self._by_path.get(path, []) if call.operation == block.said("operation")]
        alike = [call for call in there if method in {call.method, ""}] or [call for call in there if not call.method]
        if len(alike) == 1 or (alike and method):
            return alike[0]
        if method and (
            sides.is_sample(block.trail[-2:]) or any(fact.what.startswith("query/") for fact in block.facts)
        ):
            long = self._by_length.get((method, path.count("/")), [])
            return next((call for call in long if same(call.path, path)), None)
        return None

    def _adopt(self, call: Call) -> None:
        """Give a call what stands between the heading above it and its declaration."""
        left = []
        for block in self._waiting:
            if call.trail and isinstance(block, Table | Sample) and call.owns(block.trail) and _is_told(block):
                calls.give(call, block)
            else:
                left.append(block)
        self._waiting = left
        call.answering = False
        self.end_section()


def share(tables: Sequence[Table], takers: Sequence[Call]) -> None:
    """Give every call the tables of what all calls take or answer."""
    for table in tables:
        labels = tuple(reversed(table.trail[-2:]))
        side = sides.side(labels) or Side.BODY
        for call in takers:
            call.placed.append(Placed(side, labels, table))


def same(template: str, path: str) -> bool:
    """Tell whether a path is a template, filled in or with other names."""
    ours, theirs = template.split("/"), path.split("/")
    return len(ours) == len(theirs) and all(
        left == right or ("{" in left and bool(right)) for left, right in zip(ours, theirs, strict=True)
    )


def is_part(block: Heading) -> bool:
    """Tell whether a heading names a part of a call, rather than a section of its own."""
    text = re.sub(r"^\d+(?:\.\d+)*[.、)]?|\([^()]*\)$", "", normal(block.text).strip("#*:_`"))
    return block.inside or _PART.fullmatch(text) is not None or sides.side([text]) is not None


def _is_told(block: Table | Sample) -> bool:
    """Tell whether the headings of a block say which side of a call it is."""
    return sides.side(reversed(block.trail[-2:])) is not None


def _above(block: Declared) -> Trail:
    """Give the headings above a call: not itself, no labels that stand before its parts."""
    own = normal(block.subject)
    return tuple(text for text in block.trail if own not in text and not _PART.fullmatch(text.rstrip(":")))


def _title(blocks: Iterable[Block]) -> str:
    return next((block.text.lstrip("# ") for block in blocks if isinstance(block, Heading) and not is_part(block)), "")
