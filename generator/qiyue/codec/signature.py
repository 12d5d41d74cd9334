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
        unique=None if unique is None else _read_unique(unique),
    )


def write(signature: Signature) -> dict[str, Plain]:
    written = fields.write(signature, "steps", "unique")
    written["steps"] = [{step.do: step.word, **fields.write(step, "do", "word")} for step in signature.steps]
    if signature.unique is not None:
        written["unique"] = _write_unique(signature.unique)
    return written


def _read_unique(data: Mapping[str, Plain]) -> Uniqueness:
    durations = {name: fields.read_duration(data[name]) for name in ("resolution", "remember") if name in data}
    return fields.read(Uniqueness, data, **durations)


def _write_unique(unique: Uniqueness) -> dict[str, Plain]:
    written = {"resolution": fields.write_duration(unique.resolution), **fields.write(unique, "resolution", "remember")}
    return written if unique.remember is None else {**written, "remember": fields.write_duration(unique.remember)}


def _read_step(data: Mapping[str, Plain]) -> SignatureStep:
    do = next(word for word in _STEPS if word in data)
    return fields.read(SignatureStep, data, do=do, word=data[do])
