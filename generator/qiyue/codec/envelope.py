"""``x-qiyue-envelope`` ↔ ``Envelope``."""

from collections.abc import Mapping
from typing import Final

from qiyue.api import AnswerEnvelope, Condition, Envelope, Fill, RequestEnvelope
from qiyue.api.words import Test
from qiyue.codec import fields
from qiyue.values import Plain, freeze, thaw

_TESTS: Final[tuple[Test, ...]] = ("is", "in", "present")
_GROUPS: Final[tuple[Test, ...]] = ("all", "any")


def read(data: Mapping[str, Plain]) -> Envelope:
    request, answer = data.get("request"), data.get("answer")
    return Envelope(
        request=None if request is None else _read_request(request),
        answer=None if answer is None else _read_answer(answer),
    )


def write(envelope: Envelope) -> dict[str, Plain]:
    written: dict[str, Plain] = {}
    if envelope.request is not None:
        written["request"] = fields.write(envelope.request, "fill")
        if envelope.request.fill:
            written["request"]["fill"] = {fill.at: fields.write(fill, "at") for fill in envelope.request.fill}
    if envelope.answer is not None:
        success = envelope.answer.success
        written["answer"] = {} if success is None else {"success": write_condition(success)}
        written["answer"] |= fields.write(envelope.answer, "success")
    return written


def _read_request(data: Mapping[str, Plain]) -> RequestEnvelope:
    fill = tuple(fields.read(Fill, row, at=at) for at, row in data.get("fill", {}).items())
    return RequestEnvelope(payload=data.get("payload", ""), fill=fill)


def _read_answer(data: Mapping[str, Plain]) -> AnswerEnvelope:
    success = data.get("success")
    return fields.read(AnswerEnvelope, data, success=None if success is None else read_condition(success))


def read_condition(data: Mapping[str, Plain]) -> Condition:
    for group in _GROUPS:
        if group in data:
            return Condition(test=group, parts=tuple(map(read_condition, data[group])))
    test = next(word for word in _TESTS if word in data)
    return Condition(at=data.get("at", ""), test=test, value=freeze(data[test]))


def write_condition(condition: Condition) -> dict[str, Plain]:
    if condition.test in _GROUPS:
        return {condition.test: [write_condition(part) for part in condition.parts]}
    return {"at": condition.at, condition.test: thaw(condition.value)}
