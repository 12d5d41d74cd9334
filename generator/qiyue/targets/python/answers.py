"""What a method gives back. In: an operation. Out: the declared answers of success and the type over all of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from qiyue.api import Answer, Media, Operation
from qiyue.runtime import operation as runtime
from qiyue.targets.python.context import Context, optional
from qiyue.targets.python.expressions import NONE, Expression, Writer, union
from qiyue.targets.python.scalars import is_json


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers that a call can succeed with."""

    declared: tuple[runtime.Answer, ...]
    result: Expression
    text: str


def answers_of(operation: Operation, context: Context, shadowed: frozenset[str] = frozenset()) -> Answers:
    """Give the answers of success: those of 2xx, else ``default``."""
    writer = Writer(shadowed=shadowed)
    good = [answer for answer in operation.answers if answer.status.startswith("2")]
    good = good or [answer for answer in operation.answers if answer.status == "default"]
    declared = tuple(each for answer in good for each in _declared(operation, answer, context, writer))
    results = [NONE if each.type is None else each.type for each in declared]
    return Answers(declared, union(results) if results else NONE, good[0].description if good else "")


def _declared(operation: Operation, answer: Answer, context: Context, writer: Writer) -> Iterator[runtime.Answer]:
    if not answer.media:
        yield runtime.Answer(status=answer.status.upper() if answer.status != "default" else "default")
    chosen = [media for media in answer.media if is_json(media.content_type)][:1] or list(answer.media)
    for media in chosen:
        payload, required = _payload(operation, media)
        limits = context.limits.of(context.node_at({"$ref": media.type} if media.type else {}, payload), "")
        expression = _expression(media, payload, context, writer)
        yield runtime.Answer(
            status=answer.status.upper() if answer.status != "default" else "default",
            content_type=media.content_type,
            type=expression if required else optional(expression),
            limits=limits if is_json(media.content_type) else (),
        )


def _payload(operation: Operation, media: Media) -> tuple[str, bool]:
    """Tell where the payload is in an answer, and whether it is always there."""
    envelope = operation.envelope.answer if operation.envelope else None
    if envelope is None or not is_json(media.content_type):
        return "", True
    return envelope.payload, envelope.payload_required or not envelope.payload


def _expression(media: Media, payload: str, context: Context, writer: Writer) -> Expression:
    if is_json(media.content_type):
        use = context.part(context.use(media.type), payload) if media.type else {}
        return writer.write(use)
    if media.content_type.startswith("text/"):
        return Expression(writer.builtin("str"))
    return Expression(writer.builtin("bytes"))
