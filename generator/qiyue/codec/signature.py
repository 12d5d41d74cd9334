"""``x-qiyue-signature`` ↔ ``Signature``."""

from collections.abc import Mapping

from qiyue.api import Signature, SignatureStep, Uniqueness
from qiyue.codec import fields
from qiyue.values import Plain

_STEPS = ("digest", "append", "prepend")


def read(data: Mapping[str, Plain]) -> Signature:
    unique = data.get("unique")
    return fields.read(
        Signature,
        data,
        steps=tuple(map(_read_step, data["steps"])),
        unique=None if unique is None else fields.read(Uniqueness, unique),
    )


def write(signature: Signature) -> dict[str, Plain]:
    written = fields.write(signature, "steps", "unique")
    written["steps"] = [{step.do: step.word, **fields.write(step, "do", "word")} for step in signature.steps]
    if signature.unique is not None:
        written["unique"] = {"resolution": signature.unique.resolution, **fields.write(signature.unique)}
    return written


def _read_step(data: Mapping[str, Plain]) -> SignatureStep:
    do = next(word for word in _STEPS if word in data)
    return fields.read(SignatureStep, data, do=do, word=data[do])
