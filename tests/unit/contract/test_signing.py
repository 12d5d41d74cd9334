"""What clients and mock sign, and what the oracle does: the same of every rule, from two pens; so a mistake is seen."""

import importlib.util
from collections.abc import Callable
from decimal import Decimal
from itertools import product
from types import ModuleType
from typing import Any

import pytest

from qiyue import contract
from qiyue.api import Signature, SignatureStep
from qiyue.base import signature
from qiyue.contract.auth import signing
from qiyue.mock import signing as mock_signing
from qiyue.mutation.fault_target import load_target
from qiyue.paths import HERE
from qiyue.pipeline import compile_text

from ...mutants.runtime_line import Line, mutate_client  # noqa: TID252

PARAMETERS: tuple[dict[str, Any], ...] = (
    {},
    {"b": "2", "a": "1", "sign": "x", "out": "y"},
    {"B": 1, "a": Decimal("1.50"), "_": Decimal("1E+2"), "Z": -3, "9": Decimal("-0")},
    {"t": True, "f": False, "n": None, "e": "", "l": [], "m": {}, "z": 0, "s": " "},
    {"é": "ü", "z": "中文", "\ud800": "\udfff", "&=": "a=b&c"},
    {"list": [3, {"b": 1, "a": None}, [True, ""]], "map": {"z": {"sign": "kept"}, "10": "x", "9": ["y"], "out": 1}},
    {"many": list(range(12)), "out": {"a": 1}},
)
STEPS: tuple[tuple[tuple[str, str, str, str], ...], ...] = (
    (("append", "secret", "lower", "hex"), ("digest", "md5", "upper", "hex")),
    (("prepend", "salt", "lower", "hex"), ("digest", "sha256", "lower", "base64"), ("append", "secret", "", "")),
    (("digest", "hmac-sha512", "upper", "base64"), ("digest", "sha1", "lower", "hex")),
    (("digest", "sm3", "lower", "hex"),),
)
WORDS = {
    "put": ("/sign", "query:sign", "header:sign"),
    "drop": ("null", "empty", "none"),
    "booleans": ("1/0", "true/false"),
    "nested": ("recursive", "json", "refuse"),
    "sort": ("bytes", "none"),
    "join": ("key-value", "key=value&"),
}
RULES = [dict(zip(WORDS, words, strict=True)) for words in product(*WORDS.values())]


def signed(sign: Callable[..., str], rule: Signature, parameters: dict[str, Any]) -> str | None:
    try:
        return sign(rule, parameters, "key")
    except ValueError:
        return None


@pytest.mark.parametrize("steps", STEPS, ids=str)
@pytest.mark.parametrize("parameters", PARAMETERS, ids=range(len(PARAMETERS)))
def test_both_sign_alike(parameters: dict[str, Any], steps: tuple[tuple[str, ...], ...]) -> None:
    done = tuple(SignatureStep(do=do, word=word, case=case, encode=encode) for do, word, case, encode in steps)
    rules = [Signature(over="all-parameters", steps=done, exclude=("out",), **words) for words in RULES]
    both = [(signed(signature.sign, rule, parameters), signed(signing.sign, rule, parameters)) for rule in rules]
    assert [left for left, _ in both] == [right for _, right in both]
    assert any(left for left, _ in both) is (steps[0][1] != "sm3")


def test_the_suite_never_signs_with_what_it_judges() -> None:
    modules = sorted((HERE / "contract").rglob("*.py"))
    assert [path.name for path in modules if "qiyue.base.signature" in path.read_text("utf-8")] == []
    assert "def build_text_to_sign" in (HERE / "contract" / "auth" / "signing.py").read_text("utf-8")


SPEC = """
openapi: 3.1.0
info: {title: Post Office, version: "1"}
servers: [{url: "https://post.example"}]
x-qiyue-signature:
  {over: body, drop: empty, booleans: 1/0, nested: recursive, exclude: [note], put: /sign,
   steps: [{append: secret}, {digest: md5, case: upper}]}
paths:
  /letters:
    post:
      operationId: post
      tags: [letters]
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/Letter'}
            example:
              {to: Ann, By: Bo, paid: true, weight: 1.50, note: none, empty: "", tags: [b, {Z: 1, a: 2}], sign: x}
      responses: {'200': {description: sent, content: {application/json: {schema: {type: object}}}}}
components:
  schemas:
    Letter:
      type: object
      required: [to, By]
      properties:
        to: {type: string}
        By: {type: string}
        paid: {type: boolean}
        weight: {type: number}
        note: {type: string}
        empty: {type: string}
        tags: {type: array, items: {}}
        sign: {type: string}
"""
PLANTED = {
    "the order of letters, whatever their case": ("_utf8(pair[0])", "pair[0].lower()"),
    "the order in which they are sent": ('if rule.sort == "bytes":', "if False:"),
    "what is empty is signed": ("return not value", "return False"),
    "booleans the wrong way round": ("[0 if value else 1]", "[1 if value else 0]"),
    "what is excluded is signed": ("{*rule.exclude, ", "{"),
    "items are counted from one": ("enumerate(value)", "enumerate(value, 1)"),
    "the digits of a number are lost": (
        "json.number(value) if isinstance(value, Decimal)",
        "str(float(value)) if isinstance(value, Decimal)",
    ),
    "the secret comes first": ("text += said", "text = said + text"),
    "the letters of the signature": ("written.upper()", "written"),
}


def mutant(change: Callable[[str], str]) -> ModuleType:
    """``base.signature`` with another line."""
    spec = importlib.util.find_spec("qiyue.base.signature")
    assert spec
    module = importlib.util.module_from_spec(spec)
    exec(change(str(spec.loader.get_source(spec.name))), module.__dict__)  # type: ignore[union-attr]
    return module


@pytest.mark.parametrize("target", ["mock", "client"])
@pytest.mark.parametrize("name", [None, *PLANTED])
def test_a_wrong_canonicalisation_on_both_sides_is_found(
    name: str | None, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = load_target("post", compile_text(SPEC).api)
    right, wrong = PLANTED[name] if name else ("", "")
    line = Line("signature", right, wrong)
    if name:
        wrongly = mutant(line.mutate)
        monkeypatch.setattr(mock_signing, "sign", wrongly.sign)
        monkeypatch.setattr(mock_signing, "UnsignableError", wrongly.UnsignableError)
    driver = mutate_client(post, line) if name else post.driver
    outcome = contract.run(post.api, target, driver=driver, phases=("examples",))
    assert bool(outcome.failures) is (name is not None)
