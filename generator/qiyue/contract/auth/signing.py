"""Signing, a second time: the signature that a request has to carry, from the words of ``x-qiyue-signature`` alone.

Clients and the mock sign with ``base.signature``. A mistake in it would stand on both sides of every call and never be
seen, so this shares nothing with it. In: a rule, decoded parameters, a secret. Out: the text that is signed, and its
signature.
"""

import hashlib
import hmac
from base64 import standard_b64encode
from collections.abc import Iterable, Mapping
from decimal import Decimal

from qiyue.api import Signature, SignatureStep
from qiyue.base import json
from qiyue.values import Plain

DIGESTS = frozenset({"md5", "sha1", "sha224", "sha256", "sha384", "sha512"})


class UnsignableError(ValueError):
    """The rule gives the request no signature."""


def sign(rule: Signature, parameters: Mapping[str, Plain], secret: str) -> str:
    """Compute the signature of parameters.

    Raises:
        UnsignableError: there is none.
    """
    signed = build_text_to_sign(rule, parameters)
    for step in rule.steps:
        word = secret if step.word == "secret" else step.word
        if step.do == "digest":
            signed = _digest(step, signed, secret)
        else:
            signed = signed + word if step.do == "append" else word + signed
    return signed


def build_text_to_sign(rule: Signature, parameters: Mapping[str, Plain]) -> str:
    """Write parameters as the text that is signed: without the signature itself, and what the rule excludes.

    Raises:
        UnsignableError: a value lies in another, and the rule refuses that.
    """
    place, _, name = rule.put.rpartition(":")
    own = name if place == "query" else name.removeprefix("/") if not place else None
    return _write(rule, [(key, value) for key, value in parameters.items() if key != own and key not in rule.exclude])


def _write(rule: Signature, members: Iterable[tuple[str, Plain]]) -> str:
    kept = [(name, value) for name, value in members if not _is_dropped(rule.drop, value)]
    if rule.sort == "bytes":
        kept = sorted(kept, key=lambda member: member[0].encode("utf-8", "surrogatepass"))
    if rule.join == "key=value&":
        return "&".join([f"{name}={_value(rule, value)}" for name, value in kept])
    return "".join([name + _value(rule, value) for name, value in kept])


def _is_dropped(drop: str, value: Plain) -> bool:
    if value is None:
        return drop in ("null", "empty")
    return drop == "empty" and value in ("", [], (), {})


def _value(rule: Signature, value: Plain) -> str:
    if value is None:
        return ""
    if value is True or value is False:
        yes, no = rule.booleans.split("/")
        return yes if value else no
    if isinstance(value, Decimal):
        return json.number(value)
    if isinstance(value, dict):
        return _nested(rule, value, list(value.items()))
    if isinstance(value, list | tuple):
        return _nested(rule, value, [(str(index), item) for index, item in enumerate(value)])
    return str(value)


def _nested(rule: Signature, value: Plain, members: list[tuple[str, Plain]]) -> str:
    if rule.nested == "refuse":
        raise UnsignableError("a value lies in another")
    return json.text(value) if rule.nested == "json" else _write(rule, members)


def _digest(step: SignatureStep, text: str, secret: str) -> str:
    keyed, name = step.word.startswith("hmac-"), step.word.removeprefix("hmac-")
    if name not in DIGESTS:
        raise UnsignableError(f"no digest is called {step.word}")
    content = text.encode("utf-8", "surrogatepass")
    key = secret.encode("utf-8", "surrogatepass")
    made = hmac.digest(key, content, name) if keyed else hashlib.new(name, content, usedforsecurity=False).digest()
    if step.encode == "base64":
        return standard_b64encode(made).decode("ascii")
    return made.hex().upper() if step.case == "upper" else made.hex()
