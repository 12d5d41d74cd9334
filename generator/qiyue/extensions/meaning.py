"""What a JSON Schema cannot say about one extension.

Each check takes the extension's value, which has the right form, and gives problems.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from qiyue import evidence
from qiyue.api import Signature, SignatureStep
from qiyue.base.equality import json_equal
from qiyue.base.signature import UnsignableError, canonical, sign, unknown_digests
from qiyue.extensions.messages import KEYED_DIGESTS
from qiyue.values import Plain
from qiyue.wording import Problem

_PLAIN_DIGESTS = frozenset({"md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sm3"})


def problems(name: str, value: Plain) -> Iterator[Problem]:
    """Give what is wrong with the meaning of an extension's value."""
    check = _CHECKS.get(name)
    if check is not None and value is not None:
        yield from check(value)


def _source(value: Plain) -> Iterator[Problem]:
    try:
        evidence.parse(value)
    except ValueError as error:
        yield Problem("", str(error))


def _errors(table: Mapping[str, Any]) -> Iterator[Problem]:
    rows = table["codes"]
    emitted: set[str] = set()
    for index, row in enumerate(rows):
        here = f"/codes/{index}"
        kind = row["kind"]
        is_success = kind in (None, "success")
        if any(
            json_equal(row["code"], other["code"]) and row.get("status") == other.get("status")
            for other in rows[:index]
        ):
            yield Problem(f"{here}/code", "this code is in the table twice", "one row says all about a code")
        if is_success:
            yield from _of_failures(here, row)
        for covered in row.get("covers", ()):
            if covered == kind:
                yield Problem(f"{here}/covers", f"`{covered}` is already the row's kind")
        if not is_success and kind != "business" and row.get("emit", True) and not row.get("spots"):
            if kind in emitted:
                hint = "say `emit: false` on the codes with which the mock does not answer, or `spots` on one of them"
                yield Problem(here, f"two codes are to be answered for `{kind}`", hint)
            emitted.add(kind)


def _of_failures(here: str, row: Mapping[str, Any]) -> Iterator[Problem]:
    """What the row of a success says that only that of a failure can say."""
    for word in ("covers", "spots", "at"):
        if row.get(word):
            yield Problem(
                f"{here}/{word}", "only the code of a failure can have this", "give the row a kind of failure"
            )


def _signature(signature: Mapping[str, Any]) -> Iterator[Problem]:
    """Every step that could use the secret is known not to: then anyone can sign."""
    steps = signature["steps"]
    texts = [step.get("append") or step.get("prepend") for step in steps]
    digests = [step["digest"] for step in steps if "digest" in step]
    keyed = any(word.startswith(KEYED_DIGESTS) or word not in _PLAIN_DIGESTS for word in digests)
    if "secret" not in texts and not keyed:
        hint = "add a step {append: secret} or {prepend: secret}, or take a keyed digest such as hmac-sha256"
        yield Problem("/steps", "no step uses the secret", hint)
    yield from _vectors(signature)


def _vectors(signature: Mapping[str, Any]) -> Iterator[Problem]:
    """Vectors come out as they say, where the digests are known here."""
    rule = _rule(signature)
    for index, vector in enumerate(() if unknown_digests(rule) else signature.get("vectors", ())):
        here = f"/vectors/{index}"
        try:
            signed = sign(rule, vector["parameters"], vector["secret"])
        except UnsignableError as error:
            yield Problem(f"{here}/parameters", str(error))
            continue
        if signed != vector["signature"]:
            hint = f"correct the vector, or the rule: what is signed here is {canonical(rule, vector['parameters'])}"
            yield Problem(f"{here}/signature", f"the rule gives {signed}", hint)


def _rule(signature: Mapping[str, Any]) -> Signature:
    steps = tuple(
        SignatureStep(do, step[do], step.get("case", "lower"), step.get("encode", "hex"))
        for step in signature["steps"]
        for do in ("digest", "append", "prepend")
        if do in step
    )
    said = {word: signature[word] for word in ("drop", "booleans", "nested", "sort", "join") if word in signature}
    exclude = tuple(signature.get("exclude", ()))
    return Signature(over=signature["over"], put=signature["put"], steps=steps, exclude=exclude, **said)


def _pagination(pages: Mapping[str, Any]) -> Iterator[Problem]:
    if pages.get("default-size", 0) > pages.get("max-size", pages.get("default-size", 0)):
        yield Problem("/default-size", "is more than max-size")


_CHECKS: Final[Mapping[str, Callable[[Any], Iterator[Problem]]]] = {
    "x-qiyue-source": _source,
    "x-qiyue-errors": _errors,
    "x-qiyue-signature": _signature,
    "x-qiyue-pagination": _pagination,
}
