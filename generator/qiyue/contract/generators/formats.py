"""Formats: what schemathesis draws for a format and for a file of a content type, and how it writes JSON.

schemathesis knows no ``decimal`` and would draw any text for it, it would draw a part's bytes without looking at its
type, and it cannot write a ``Decimal``. Its registries are global to the process; registering is harmless to repeat.
"""

from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from typing import Any

import schemathesis
from hypothesis import strategies as st
from schemathesis import SerializationContext
from schemathesis.transport.requests import REQUESTS_TRANSPORT

from qiyue.contract.http.serialize import json_bytes, raw_bytes
from qiyue.sample import sample_file

_DECIMAL = r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,4})?"
_DIGITS = r"[1-9][0-9]{0,17}"
_VARIANTS = 8
_NAMED: set[str] = set()
_BUILT_IN = {"application/json", "multipart/form-data", "application/x-www-form-urlencoded", "text/plain"}


@cache
def register_formats() -> None:
    """Teach schemathesis the formats that it does not know."""
    schemathesis.openapi.format("decimal", st.from_regex(_DECIMAL, fullmatch=True))
    schemathesis.openapi.format("binary", st.binary(min_size=1, max_size=64))
    for name in ("int64", "int32", "uint64"):
        schemathesis.openapi.format(name, st.from_regex(_DIGITS, fullmatch=True))
    schemathesis.serializer("application/json")(_exact_json)


@cache
def register_media(content_type: str) -> None:
    """Let a body of a content type that schemathesis cannot write be sent as it is, or as JSON."""
    if REQUESTS_TRANSPORT.get_first_matching_media_type(content_type) is None:
        schemathesis.serializer(content_type)(_as_it_is)


@cache
def register_file(content_type: str) -> None:
    """Let files of a content type be real ones."""
    if content_type not in _BUILT_IN and "*" not in content_type:
        contents = [sample_file(content_type, variant).content for variant in range(_VARIANTS)]
        schemathesis.openapi.media_type(content_type, st.sampled_from(contents))


def register_texts(texts: Sequence[str]) -> str:
    """Give the name of a format of which every text is one of these."""
    name = f"texts-{sha256(repr(texts).encode()).hexdigest()[:16]}"
    if name not in _NAMED:
        _NAMED.add(name)
        schemathesis.openapi.format(name, st.sampled_from(texts))
    return name


def _as_it_is(_context: SerializationContext, value: Any) -> bytes:
    return raw_bytes(value)


def _exact_json(_context: SerializationContext, value: Any) -> bytes:
    return json_bytes(value)
