"""The rule by which requests are signed, where a page tells the common one: sorted parameters joined, a key, a digest.

In: the sentences of a page. Out: a ``Signing``: a draft of ``x-qiyue-signature``, or only where the rule stands.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from qiyue.pages.words import simplified
from qiyue.skeleton.blocks import Sentence
from qiyue.values import Plain

_ABOUT: Final = re.compile(r"签名|加签|验签|\bsign(?:ature|ing|ed)?\b", re.IGNORECASE)
_SORTED: Final = re.compile(r"升序|字典序|ASCII|排序|sorted|alphabetical|lexicographic|ascending", re.IGNORECASE)
_PAIRS: Final = re.compile(r"[A-Za-z0-9]+=[A-Za-z0-9]+|键值对|参数名\W{0,3}参数值|参数名=", re.IGNORECASE)
_AMPERSAND: Final = re.compile(r"&")
_DIGEST: Final = re.compile(r"(?P<hmac>HMAC[-_ ]?)?(?P<name>MD5|SHA[-_ ]?(?:1|224|256|384|512))", re.IGNORECASE)
_UPPER: Final = re.compile(r"大写|upper", re.IGNORECASE)
_BASE64: Final = re.compile(r"base64", re.IGNORECASE)
_EMPTY: Final = re.compile(r"非空|空值|为空|不参与|empty|blank", re.IGNORECASE)
_KEY: Final = re.compile(
    r"(?P<text>&?[A-Za-z_]{1,20}=)(?:密钥|私钥|商户密钥|签名密钥|\{?(?:app)?_?(?:secret|key)\w*|秘钥)", re.IGNORECASE
)
_AROUND: Final = re.compile(r"(?:首尾|前后|两端|头尾)(?:各|都)?(?:拼接|加上|附加|加)", re.IGNORECASE)
_BEFORE: Final = re.compile(r"(?:最前面?|开头|首部|前面)(?:拼接|加上|加)|prepend", re.IGNORECASE)
_NAME: Final = re.compile(
    r"(?:得到|生成|作为|赋值给|放入|即为|就是|as|into|in)\s?(?:参数|字段|the)?\s?[`\"]?(?P<name>[A-Za-z_]\w{1,30})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Signing:
    """What a page tells of signing: the lines, and the rule where it is the common one."""

    place: str
    rule: Plain = None


def read(texts: Sequence[Sentence], fields: Iterable[str]) -> Signing | None:
    """Read the rule of signing; ``fields`` are the parameters of the calls. None where no rule is told."""
    names = {*fields}
    for section in _sections(texts):
        text = simplified("\n".join(sentence.text for sentence in section))
        digest = _DIGEST.search(text)
        if digest and _ABOUT.search(" ".join((*section[0].trail, text))) and _SORTED.search(text):
            lines = replace(section[0], last=section[-1].last).place
            return Signing(lines, _rule(text, digest, names))
    return None


def _sections(texts: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """Give the sentences below one heading together."""
    section: list[Sentence] = []
    for sentence in texts:
        if section and sentence.trail != section[0].trail:
            yield section
            section = []
        section.append(sentence)
    if section:
        yield section


def _rule(text: str, digest: re.Match[str], fields: set[str]) -> Plain:
    if not _PAIRS.search(text) and not re.search(r"拼接|join|concat", text, re.IGNORECASE):
        return None
    put = _put(text, fields)
    if not put:
        return None
    name = re.sub(r"[-_ ]", "", digest["name"].lower())
    last: dict[str, Plain] = {"digest": f"hmac-{name}" if digest["hmac"] else name}
    last |= {"encode": "base64"} if _BASE64.search(text) else {"case": "upper" if _UPPER.search(text) else "lower"}
    return {
        "over": "all-parameters",
        "exclude": [put],
        "drop": "empty" if _EMPTY.search(text) else "none",
        "sort": "bytes",
        "join": "key=value&" if _AMPERSAND.search(text) else "key-value",
        "steps": [*([] if digest["hmac"] else _with_the_secret(text)), last],
        "put": f"/{put}",
    }


def _with_the_secret(text: str) -> Iterator[Plain]:
    """Give the steps that put the secret to the text."""
    if _AROUND.search(text):
        yield from ({"prepend": "secret"}, {"append": "secret"})
    elif _BEFORE.search(text):
        yield {"prepend": "secret"}
    else:
        if key := _KEY.search(text):
            yield {"append": key["text"]}
        yield {"append": "secret"}


def _put(text: str, fields: set[str]) -> str:
    """Give the parameter that carries the signature: one that the rule names, or that is called so."""
    told = [match["name"] for match in _NAME.finditer(text) if match["name"] in fields]
    return next(iter([*told, *(name for name in ("sign", "signature", "sig") if name in fields)]), "")
