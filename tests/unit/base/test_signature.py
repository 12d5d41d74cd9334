"""What is signed, and the signature of it: vectors of vendors, and texts worked out by hand."""

import hashlib
import hmac
from base64 import b64encode
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qiyue.base.signature import UnsignableError, canonical, sign, unknown_digests


@dataclass(frozen=True)
class Step:
    do: str
    word: str
    case: str = "lower"
    encode: str = "hex"


@dataclass(frozen=True)
class Rule:
    steps: tuple[Step, ...] = (Step("digest", "md5", "upper"), Step("append", "secret"), Step("digest", "md5", "upper"))
    put: str = "/sign"
    exclude: tuple[str, ...] = ()
    drop: str = "null"
    booleans: str = "1/0"
    nested: str = "recursive"
    sort: str = "bytes"
    join: str = "key-value"


KEY = "0123456789abcdef"
USUAL = {"flag": "demo", "ver": 1, "charset": "utf-8", "type": "json", "timestamp": 1704067200}
GET = {**USUAL, "method": "invoice.getInvoice", "invoice_bn": "FP20240101001"}
LIST = {
    **USUAL,
    "method": "invoice.getInvoiceList",
    "start_date": "2024-01-01",
    "end_date": "2024-01-31",
    "page_no": 1,
    "page_size": 50,
}
NESTED = {
    "flag": "demo",
    "method": "x.y",
    "timestamp": 1704067200,
    "items": [{"bn": "A", "num": 1}, {"bn": "B", "num": 2}],
    "memo": None,
    "force": True,
}


@pytest.mark.parametrize(
    ("parameters", "inner", "signature"),
    [
        (GET, "44DFDEDABA315E9B05595108E4AE1815", "1A93327D6C5EF59ACC4FF5BF66BD4DE3"),
        (LIST, "5984C671C7772BC164EF2367170E4800", "B96AA6827C322BBCBE034ED17E3F7536"),
        (NESTED, "1146CE43DABDF5AE646199A673A5783F", "42617CF8E56BD4E2E7CE731D838E3ED2"),
        (
            {**NESTED, "items": {"0": {"bn": "A", "num": 1}, "1": {"bn": "B", "num": 2}}},
            "1146CE43DABDF5AE646199A673A5783F",
            "42617CF8E56BD4E2E7CE731D838E3ED2",
        ),
    ],
)
def test_vectors(parameters: dict[str, Any], inner: str, signature: str) -> None:
    assert sign(Rule(steps=Rule().steps[:1]), parameters, "") == inner
    assert sign(Rule(), parameters, KEY) == signature
    assert sign(Rule(), {**parameters, "sign": signature}, KEY) == signature


@pytest.mark.parametrize(
    ("rule", "parameters", "text"),
    [
        (Rule(), {"l": list("abcdefghijkl")}, "l0a1b10k11l2c3d4e5f6g7h8i9j"),
        (Rule(), {"é": 1, "z": 2, "名": 3, "𝒳": 4, "～": 5, "Z": 6, "_": 7}, "Z6_7z2é1名3～5𝒳4"),
        (Rule(), {"a": "", "b": [], "c": {}, "d": None}, "abc"),
        (Rule(drop="empty"), {"a": "", "b": [], "c": {}, "d": None, "e": 0, "f": False}, "e0f0"),
        (Rule(drop="none"), {"a": "", "d": None, "e": "x"}, "adex"),
        (Rule(), {"a": {"x": None, "y": {"z": None}}, "l": [None, True, False]}, "ayl1120"),
        (Rule(booleans="true/false"), {"a": True, "b": [False]}, "atrueb0false"),
        (Rule(), {"a": Decimal("43.50"), "b": Decimal("1E+2"), "c": Decimal("0.10000000000000000001"), "d": -7},
         "a43.50b100c0.10000000000000000001d-7"),
        (Rule(exclude=("flag",), put="query:sig"), {"flag": 1, "sig": "x", "sign": "y", "a": {"sig": 2}}, "asig2signy"),
        (Rule(sort="none"), {"b": 1, "a": [3, 4]}, "b1a0314"),
        (Rule(join="key=value&"), {"b": 1, "a": "x y", "c": None}, "a=x y&b=1"),
        (Rule(join="key=value&", nested="json"), {"a": [True, None, {"k": "名"}]}, 'a=[true,null,{"k":"名"}]'),
    ],
)  # fmt: skip
def test_what_is_signed(rule: Rule, parameters: dict[str, Any], text: str) -> None:
    assert canonical(rule, parameters) == text


@pytest.mark.parametrize(
    ("steps", "signature"),
    [
        ((Step("prepend", "secret"), Step("append", "!"), Step("digest", "sha1")), hashlib.sha1(b"k1a1!").hexdigest()),
        ((Step("digest", "sha512", encode="base64"),), b64encode(hashlib.sha512(b"a1").digest()).decode()),
        ((Step("digest", "hmac-sha256"),), hmac.new(b"k1", b"a1", "sha256").hexdigest()),
        ((Step("digest", "hmac-md5", "upper"),), hmac.new(b"k1", b"a1", "md5").hexdigest().upper()),
    ],
)
def test_steps(steps: tuple[Step, ...], signature: str) -> None:
    assert sign(Rule(steps=steps), {"a": 1}, "k1") == signature


def test_what_cannot_be_signed_is_said_without_values() -> None:
    with pytest.raises(UnsignableError, match="nested") as refused:
        canonical(Rule(nested="refuse"), {"a": ["hidden"]})
    assert "hidden" not in str(refused.value)
    rule = Rule(steps=(Step("digest", "sm3"), Step("digest", "md5"), Step("digest", "hmac-sm3")))
    assert unknown_digests(rule) == ("sm3", "hmac-sm3")
    with pytest.raises(UnsignableError, match="sm3"):
        sign(rule, {}, "k")


def by_the_facts(parameters: dict[str, Any], key: str) -> str:
    """The signature once more, written from the vendor's description alone."""

    def assembled(level: dict[str, Any]) -> bytes:
        written = b""
        for name in sorted(level, key=str.encode):
            value = level[name]
            if isinstance(value, list):
                value = {str(index): item for index, item in enumerate(value)}
            if value is None:
                continue
            written += name.encode()
            if isinstance(value, dict):
                written += assembled(value)
            elif value is True or value is False:
                written += b"1" if value else b"0"
            else:
                written += str(value).encode()
        return written

    first = hashlib.md5(assembled({name: value for name, value in parameters.items() if name != "sign"})).hexdigest()
    return hashlib.md5((first.upper() + key).encode()).hexdigest().upper()


ODD: dict[str, dict[str, Any]] = {
    "list indexes past 9": {"rows": [{"n": n} for n in range(23)], "deep": [[str(n) for n in range(12)]] * 11},
    "unicode keys": {"发票": "FP1", "é": "1", "e\u0301": "2", "😀": "3", "\uffff": "4", "z": "5", "Z": "6", "_": "7"},
    "keys that begin alike": {"a": "1", "ab": "2", "a1": "3", "a_": "4", "A": "5", "": "6"},
    "empty values": {"a": "", "b": [], "c": {}, "d": " ", "e": "0"},
    "booleans": {"a": True, "b": False, "c": [True, False, None], "d": {"x": True}, "e": "true"},
    "nested nulls": {"a": None, "b": [None, 1, None], "c": {"x": None}, "d": [[None]]},
    "nested empties": {"a": [[], [{}], ""], "b": {"x": {}, "y": {"z": []}}},
    "numbers": {"a": 0, "b": -1, "c": 10**30, "d": Decimal("43.50"), "e": Decimal("0.10000000000000000001")},
    "a signature within": {"sign": "left out", "a": {"sign": "kept"}, "signs": "kept"},
    "nothing": {},
}


@pytest.mark.parametrize("parameters", ODD.values(), ids=ODD.keys())
def test_odd_parameters_are_signed_by_the_facts(parameters: dict[str, Any]) -> None:
    assert sign(Rule(), {**USUAL, **parameters}, KEY) == by_the_facts({**USUAL, **parameters}, KEY)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=12) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner),
    max_leaves=30,
)


@given(st.dictionaries(st.text(st.characters(codec="utf-8")), values))
def test_any_parameters_are_signed_by_the_facts(parameters: dict[str, Any]) -> None:
    assert sign(Rule(), parameters, KEY) == by_the_facts(parameters, KEY)
