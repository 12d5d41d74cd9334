"""What a method gives back. In: an operation. Out: the declared answers of success and the type over all of them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from qiyue.api import Answer, Media, Operation
from qiyue.base.media import is_json
from qiyue.base.value import Value
from qiyue.client_plan.streams import is_bytes, is_streamed, stream_of
from qiyue.runtime import operation as runtime
from qiyue.targets.python.context import Context, optional
from qiyue.targets.python.expressions import BYTES, NONE, Expression, Writer, runtime_import, union
from qiyue.targets.python.streams import is_whole_event
from qiyue.targets.python.uses import NULL


class Answers(Value):
    """The answers that a call can succeed with."""

    declared: tuple[runtime.Answer, ...]
    result: Expression
    text: str
    streams: tuple[runtime.Answer, ...] = ()
    """Those that can be read while they come."""
    item: Expression = NONE
    """The type of what a stream gives."""


def answers_of(operation: Operation, context: Context, shadowed: frozenset[str] = frozenset()) -> Answers:
    """Give the answers of success: those of 2xx, else ``default``; and 304, which tells that nothing changed."""
    writer = Writer(shadowed=shadowed)
    good = operation.success_answers
    unchanged = [replace(answer, media=()) for answer in operation.answers if answer.status == "304"]
    whole = (*good, *unchanged) if all(answer.status != "304" for answer in good) else good
    declared = tuple(each for answer in whole for each in _declared(operation, answer, context, writer))
    results = [NONE if each.type is None else each.type for each in declared]
    streams = tuple(each for answer in good for each in _streamed(answer, context, writer))
    items = [_item(each) for each in streams]
    text = good[0].description if good else ""
    return Answers(declared, union(results) if results else NONE, text, streams, union(items) if items else NONE)


def _streamed(answer: Answer, context: Context, writer: Writer) -> Iterator[runtime.Answer]:
    """Walk the media types that come bit by bit; bytes do where there is nothing else."""
    for media in answer.media:
        stream: str = stream_of(media.content_type)
        if stream:
            use = context.use(media.type) if media.type else {}
            use = use["items"] if use.get("type") == "array" else use
            if stream == "events" and is_whole_event(use, context.classes):
                stream = "whole-events"
            typed = use and use != NULL and use.get("type") != "string"
            yield _answer(answer, media, writer.write(use) if typed else None, stream)
        elif is_streamed(answer, context.types) and is_bytes(media, context.types):
            yield _answer(answer, media, BYTES, "bytes")


def _answer(answer: Answer, media: Media, form: Expression | None, stream: Any) -> runtime.Answer:
    status = answer.status.upper() if answer.status != "default" else "default"
    return runtime.Answer(status=status, content_type=media.content_type, type=form, stream=stream)


def _item(answer: runtime.Answer) -> Expression:
    if isinstance(answer.type, Expression):
        return answer.type
    event = Expression("ServerSentEvent", frozenset({runtime_import("ServerSentEvent")}))
    return event if answer.stream == "events" else Expression("Any", frozenset({("typing", "Any")}))


def _declared(operation: Operation, answer: Answer, context: Context, writer: Writer) -> Iterator[runtime.Answer]:
    status = answer.status.upper() if answer.status != "default" else "default"
    if not answer.media:
        yield runtime.Answer(status=status, content_type="")
    whole = [media for media in answer.media if not stream_of(media.content_type)]
    chosen = [media for media in whole if is_json(media.content_type)][:1] or whole
    for media in chosen:
        payload, required = _payload(operation, media)
        limits = context.limits.of(context.node_at({"$ref": media.type} if media.type else {}, payload), "")
        expression = _expression(media, payload, context, writer)
        yield runtime.Answer(
            status=status,
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
    if not is_bytes(media, context.types):
        return Expression(writer.builtin("str"))
    return Expression(writer.builtin("bytes"))
