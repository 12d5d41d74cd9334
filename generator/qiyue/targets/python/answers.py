"""What a method gives back. In: an operation. Out: the declared answers of success and the type over all of them."""

from typing import Any

from qiyue.api import Operation
from qiyue.base.value import Value
from qiyue.client_plan import Result, Stream
from qiyue.client_plan.types.type_ref import ANY, NULL, ListType, is_text
from qiyue.runtime import operation as runtime
from qiyue.schema.places import node_at
from qiyue.targets.python.context import Context, optional
from qiyue.targets.python.expressions import BYTES, NONE, Expression, Writer, runtime_import, union
from qiyue.targets.python.streams import is_whole_event


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
    """Declare the answers that a call can succeed with, as planned."""
    writer, method = Writer(shadowed=shadowed), context.plan.methods[operation.id]
    declared = tuple(_declared(result, context, writer) for result in method.results)
    results = [NONE if each.type is None else each.type for each in declared]
    streams = tuple(_streamed(stream, context, writer) for stream in method.streams)
    items = [_item(each) for each in streams]
    text = next((answer.description for answer in operation.success_answers), "")
    return Answers(declared, union(results) if results else NONE, text, streams, union(items) if items else NONE)


def refusals_of(operation: Operation, context: Context) -> tuple[runtime.Answer, ...]:
    """Declare the answers of failures whose body has a type, as planned."""
    writer, results = Writer(), context.plan.methods[operation.id].refusals
    refs = [(result, context.types.ref(result.type)) for result in results]
    return tuple(
        runtime.Answer(status=result.status, type=writer.write(ref)) for result, ref in refs if ref not in (ANY, NULL)
    )


def _streamed(stream: Stream, context: Context, writer: Writer) -> runtime.Answer:
    declared: Any = {"status": stream.status, "content_type": stream.content_type, "stream": stream.reading}
    if stream.reading == "bytes":
        return runtime.Answer(type=BYTES, **declared)
    ref = context.types.ref(stream.type)
    ref = ref.item if isinstance(ref, ListType) else ref
    if stream.reading == "events" and is_whole_event(ref, context.types):
        declared["stream"] = "whole-events"
    typed = ref not in (ANY, NULL) and not is_text(ref)
    return runtime.Answer(type=writer.write(ref) if typed else None, **declared)


def _item(answer: runtime.Answer) -> Expression:
    if isinstance(answer.type, Expression):
        return answer.type
    event = Expression("ServerSentEvent", frozenset({runtime_import("ServerSentEvent")}))
    return event if answer.stream == "events" else Expression("Any", frozenset({("typing", "Any")}))


def _declared(result: Result, context: Context, writer: Writer) -> runtime.Answer:
    if result.reading == "nothing":
        return runtime.Answer(status=result.status, content_type="")
    if result.reading == "address":
        return runtime.Answer(
            status=result.status, content_type="", type=Expression(writer.builtin("str")), address=True
        )
    expression = _expression(result, context, writer)
    node = node_at({"$ref": result.type} if result.type else {}, result.payload, context.api.types)
    return runtime.Answer(
        status=result.status,
        content_type=result.content_type,
        type=expression if result.always else optional(expression),
        limits=context.limits.of(node, "") if result.reading == "json" else (),
    )


def _expression(result: Result, context: Context, writer: Writer) -> Expression:
    if result.reading == "json":
        return writer.write(context.types.member(context.types.ref(result.type), result.payload))
    return Expression(writer.builtin("str" if result.reading == "text" else "bytes"))
