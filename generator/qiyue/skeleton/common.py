"""What a page says of all its calls: servers, the method, the media type, the credential.

In: a ``Page``. Out: ``Common``, and the calls with what they leave open settled.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from qiyue.pages import Segment, addresses, labels
from qiyue.pages.labels import Label
from qiyue.pages.words import METHODS, simplified
from qiyue.skeleton import operations, shapes
from qiyue.skeleton import signing as signatures
from qiyue.skeleton.blocks import Sentence
from qiyue.skeleton.calls import Call
from qiyue.skeleton.operations import Operation
from qiyue.skeleton.sections import Page
from qiyue.skeleton.sides import Side
from qiyue.skeleton.signing import Signing

_BEARER: Final = re.compile(r"authorization\W{1,3}bearer\b", re.IGNORECASE)
_BASE: Final = re.compile(
    r"(?:\burl|\bhost|\bserver|\bendpoint|\bgateway|\bcalls go to|域名|地址|环境|网关)\W{0,8}(https?://[^\s`'\"<>()|]+)",
    re.IGNORECASE,
)
_METHOD: Final = rf"(?<![A-Za-z])(?P<{{name}}>{'|'.join(sorted(METHODS))})(?![A-Za-z])"
_EACH: Final = r"(?:所有|全部|统一|均|都|一律|各接口|\b(?:all|every|each|always|only)\b)"
_ALWAYS: Final = re.compile(
    rf"{_EACH}.{{0,40}}{_METHOD.format(name='behind')}|{_METHOD.format(name='before')}.{{0,24}}{_EACH}", re.IGNORECASE
)
_SANDBOX: Final = re.compile(
    r"测试|沙箱|沙盒|联调|开发|预发|仿真|演示|\btest|sandbox|staging|\bdev|\buat\b", re.IGNORECASE
)
_ASSUMED: Final = "POST"
_SERVERS: Final = (Label.SERVER, Label.SANDBOX)


@dataclass(frozen=True, slots=True)
class Common:
    """What holds of a whole page; "" where it does not say it."""

    server: str = ""
    method: tuple[str, Sentence] | None = None
    """The method of all calls, and the sentence that states it."""
    media: str = ""
    bearer: tuple[int, ...] = ()
    """The lines that say that each call carries a token as ``Authorization: Bearer``."""


def read(page: Page, segments: Sequence[Segment]) -> Common:
    """Read what holds of all calls."""
    texts = [*page.texts, *(text for call in page.calls for text in call.texts)]
    return Common(
        _server(page, texts),
        next(_methods(texts), None),
        operations.media_type(page.texts),
        tuple(segment.first for segment in segments if _BEARER.search(segment.text)),
    )


def signing(page: Page, made: Sequence[Operation]) -> Signing | None:
    """Read the rule of signing, wherever the page tells it."""
    texts = sorted((*page.texts, *(text for call in page.calls for text in call.texts)), key=lambda text: text.first)
    members = (shapes.members(each.request.schema) for each in made)
    parameters = (name for each in made for name, _ in each.parameters)
    return signatures.read(texts, [*(name for found in members for name in found), *parameters])


def settle(page: Page, common: Common) -> list[Call]:
    """Give the calls with a method each: as stated, as said for the whole page, else assumed."""
    calls = _callable(page)
    for call in calls:
        if not call.method and (stated := next(_methods(call.texts), common.method)):
            call.method, text = stated
            call.declared.append(text)
        if not call.method:
            call.method, call.assumed = _ASSUMED, True
    return list({(call.method, call.path, call.operation): call for call in reversed(calls)}.values())[::-1]


def _callable(page: Page) -> list[Call]:
    """Leave out addresses that are only what others begin with, or that a gateway has for all its calls."""
    gateways = {call.path for call in page.calls if call.operation}
    told = sum(bool(call.method or call.placed) for call in page.calls)

    def is_base(call: Call) -> bool:
        if not (call.operation or call.placed) and call.path in gateways:
            return True
        if call.method or any(placed.side is not Side.NOTHING for placed in call.placed):
            return False
        return told > bool(call.placed)

    return [call for call in page.calls if not is_base(call)]


def _methods(texts: Sequence[Sentence]) -> Iterator[tuple[str, Sentence]]:
    """Give the methods that sentences state of calls, each with its sentence."""
    for text in texts:
        named = (addresses.method(value) for label, value in labels.pairs(text.text) if label is Label.METHOD)
        yield from ((method, text) for method in named if method)
        said = text.text.upper()
        if any(method in said for method in METHODS) and (match := _ALWAYS.search(simplified(text.text))):
            yield (match["behind"] or match["before"]).upper(), text


def _server(page: Page, texts: Sequence[Sentence]) -> str:
    """Give the address before the paths: of production where there are several.

    A page may give it with what its paths begin with as well.
    """
    found = [*_stated(page, texts), *(server for call in page.calls for server in call.servers)]
    if not found:
        return ""
    server = found[0]
    below = re.sub(r"https?://[^/]*", "", server)
    repeated = below and all(call.path.startswith(f"{below}/") for call in _callable(page))
    return server.removesuffix(below) if repeated else server


def _stated(page: Page, texts: Sequence[Sentence]) -> Iterator[str]:
    """Give the servers that tables and sentences state, those of production first."""
    stated: list[tuple[bool, str]] = []
    for table in page.environments:
        for row in table.rows:
            words = " ".join(str(fact.value) for fact in row.facts)
            stated += [(bool(_SANDBOX.search(words)), str(fact.value)) for fact in row.facts if fact.what == "server"]
    for text in texts:
        for label, value in labels.pairs(text.text):
            if label in _SERVERS and (address := addresses.address(value)) and address.server:
                stated.append((label is Label.SANDBOX, f"{address.server}{address.path}".rstrip("/")))
        if "http" in text.text and (match := _BASE.search(text.text)):
            stated.append((bool(_SANDBOX.search(text.text)), match[1].rstrip("/.,")))
    return (server for _, server in sorted(stated, key=lambda each: each[0]))
