"""What a call gives when it succeeds. In: an operation. Out: what is read of each answer, as a whole or bit by bit."""

from collections.abc import Iterator
from dataclasses import replace

from qiyue.api import Answer, Media, Operation, Types
from qiyue.base.media import is_json
from qiyue.client_plan.model import Result, Stream
from qiyue.client_plan.streams import is_bytes, is_streamed, stream_of


def plan_results(operation: Operation, types: Types) -> tuple[Result, ...]:
    """Choose what is read as a whole: of an answer JSON, where it has it, else each media type that it has.

    A documented 304 tells that nothing changed, and gives nothing.
    """
    good = operation.success_answers
    unchanged = [replace(answer, media=()) for answer in operation.answers if answer.status == "304"]
    whole = (*good, *unchanged) if all(answer.status != "304" for answer in good) else good
    return tuple(result for answer in whole for result in _results(operation, answer, types))


def plan_streams(operation: Operation, types: Types) -> tuple[Stream, ...]:
    """Choose what can be read bit by bit; bytes can where there is nothing else."""
    return tuple(stream for answer in operation.success_answers for stream in _streams(answer, types))


def _results(operation: Operation, answer: Answer, types: Types) -> Iterator[Result]:
    if (
        answer.status.startswith("3")
        and answer.status != "304"
        and not any(is_json(m.content_type) for m in answer.media)
    ):
        yield Result(_status(answer), reading="address")
        return
    if not answer.media:
        yield Result(_status(answer))
    whole = [media for media in answer.media if not stream_of(media.content_type)]
    chosen = [media for media in whole if is_json(media.content_type)][:1] or whole
    yield from (_result(operation, _status(answer), media, types) for media in chosen)


def _result(operation: Operation, status: str, media: Media, types: Types) -> Result:
    if not is_json(media.content_type):
        return Result(status, media.content_type, "bytes" if is_bytes(media, types) else "text", media.type)
    envelope = operation.envelope.answer if operation.envelope else None
    if envelope is None:
        return Result(status, media.content_type, "json", media.type)
    is_there = envelope.payload_required or not envelope.payload
    return Result(status, media.content_type, "json", media.type, envelope.payload, is_there)


def _streams(answer: Answer, types: Types) -> Iterator[Stream]:
    for media in answer.media:
        reading = stream_of(media.content_type)
        if reading:
            yield Stream(_status(answer), media.content_type, reading, media.type)
        elif is_streamed(answer, types) and is_bytes(media, types):
            yield Stream(_status(answer), media.content_type, "bytes", media.type)


def _status(answer: Answer) -> str:
    return answer.status.upper() if answer.status != "default" else "default"
