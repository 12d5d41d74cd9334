"""Signature: what a vendor wants signed as one text, and the signature of it.

In: a rule as data, and the *decoded* parameters of a request as plain values. Out: text. Client and server come to the
same text, so both use these functions.
"""

import hashlib
import hmac
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, Protocol

from . import json

DIGESTS: Final = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512")
KEYED: Final = "hmac-"
_MAYBE_EMPTY: Final = (str, list, tuple, Mapping)


class SignatureStep(Protocol):
    """One step from the text to its signature."""

    @property
    def do(self) -> str: ...
    @property
    def word(self) -> str: ...
    @property
    def case(self) -> str: ...
    @property
    def encode(self) -> str: ...


class SignatureRule(Protocol):
    """How a vendor wants requests signed; the words are those of ``x-qiyue-signature``."""

    @property
    def steps(self) -> Sequence[SignatureStep]: ...
    @property
    def put(self) -> str: ...
    @property
    def exclude(self) -> Sequence[str]: ...
    @property
    def drop(self) -> str: ...
    @property
    def booleans(self) -> str: ...
    @property
    def nested(self) -> str: ...
    @property
    def sort(self) -> str: ...
    @property
    def join(self) -> str: ...


class UnsignableError(ValueError):
    """The request cannot be signed. Says why, never what stands in it."""


def sign(rule: SignatureRule, parameters: Mapping[str, Any], secret: str) -> str:
    """Give the signature of parameters.

    Raises:
        UnsignableError: a digest has no implementation, or a value no place in the text.
    """
    text = canonical(rule, parameters)
    for step in rule.steps:
        said = secret if step.word == "secret" else step.word
        match step.do:
            case "append":
                text += said
            case "prepend":
                text = said + text
            case _:
                text = _digested(step, text, secret)
    return text


def canonical(rule: SignatureRule, parameters: Mapping[str, Any]) -> str:
    """Write parameters as the text that is signed; a signature among them is left out.

    Raises:
        UnsignableError: a value is nested, and the rule has no place for that.
    """
    left_out = {*rule.exclude, rule.put.removeprefix("query:").removeprefix("/")}
    return _joined(rule, ((name, value) for name, value in parameters.items() if name not in left_out))


def unknown_digests(rule: SignatureRule) -> tuple[str, ...]:
    """Give the digests of a rule that have no implementation here."""
    words = (step.word for step in rule.steps if step.do == "digest")
    return tuple(dict.fromkeys(word for word in words if word.removeprefix(KEYED) not in DIGESTS))


def _joined(rule: SignatureRule, pairs: Iterable[tuple[str, Any]]) -> str:
    kept = [(name, value) for name, value in pairs if not _is_dropped(rule, value)]
    if rule.sort == "bytes":
        kept.sort(key=lambda pair: _utf8(pair[0]))
    between, after = ("=", "&") if rule.join == "key=value&" else ("", "")
    return after.join(f"{name}{between}{_text(rule, value)}" for name, value in kept)


def _is_dropped(rule: SignatureRule, value: Any) -> bool:
    if rule.drop == "empty" and isinstance(value, _MAYBE_EMPTY):
        return not value
    return value is None and rule.drop != "none"


def _text(rule: SignatureRule, value: Any) -> str:
    """Write one value: numbers with the digits they have on the wire, null as nothing."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, Mapping | list | tuple):
        return _nested(rule, value)
    if isinstance(value, bool):
        return rule.booleans.split("/")[0 if value else 1]
    return json.number(value) if isinstance(value, Decimal) else str(value)


def _nested(rule: SignatureRule, value: Any) -> str:
    match rule.nested:
        case "recursive":
            members = value.items() if isinstance(value, Mapping) else enumerate(value)
            return _joined(rule, ((str(name), inner) for name, inner in members))
        case "json":
            return json.text(value)
    raise UnsignableError("a nested value has no place in the signature")


def _digested(step: SignatureStep, text: str, secret: str) -> str:
    name = step.word.removeprefix(KEYED)
    if name not in DIGESTS:
        raise UnsignableError(f"there is no implementation of the digest {step.word}")
    digest: Callable[..., Any] = getattr(hashlib, name)
    if name != step.word:
        raw = hmac.new(_utf8(secret), _utf8(text), digest).digest()
    else:
        raw = digest(_utf8(text), usedforsecurity=False).digest()
    if step.encode == "base64":
        return b64encode(raw).decode()
    written: str = raw.hex()
    return written.upper() if step.case == "upper" else written


def _utf8(text: str) -> bytes:
    return text.encode(errors="surrogatepass")
