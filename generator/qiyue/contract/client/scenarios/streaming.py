"""Streaming: how a client reads an answer that comes bit by bit. In: a scene whose operation has one. Out: problems.

Every item is given when it has come, however the bytes are cut; the connection is closed at the end, by whoever stops
before it, and by what breaks, which is an error of the client like any other.
"""

from collections.abc import Iterator, Sequence

import httpx2

from qiyue.base import json
from qiyue.base.equality import json_equal
from qiyue.contract.client.scenarios.recorded_call import RecordedCall
from qiyue.contract.client.scenarios.scripted_server import ChunkedStream, ScriptedClient
from qiyue.contract.oracle.checks import Problem
from qiyue.drivers import Call, Form, StreamOffer
from qiyue.sample import sample_of
from qiyue.values import Plain

_BREAKS: tuple[tuple[str, bytes, Exception | None, str], ...] = (
    ("breaks", b"", httpx2.ReadError("it is the wire"), "TransportError"),
    ("takes too long", b"", httpx2.ReadTimeout("it is the wire"), "RequestTimeoutError"),
    ("has an item that is no JSON", b"{", None, "UndecodableError"),
)
_SIZES = (1, 7, 1 << 20)
"""How long the pieces are."""
_AHEAD = 2
"""Pieces of which a client may have read one ahead when it gives the first item."""


def check_streams(scene: RecordedCall, form: Form) -> Iterator[Problem]:
    """Read streams."""
    for answer in scene.offer.streams[:1]:
        items = _items(scene, answer)
        for sentence in (
            *_whole(scene, form, answer, items),
            *_stopped(scene, form, answer, items),
            *_broken(scene, form, answer, items),
        ):
            yield Problem("stream", f"The {form} client {sentence}.", "/responses")


def _items(scene: RecordedCall, answer: StreamOffer) -> list[Plain]:
    """Give the items of a stream: text or bytes where they have no type."""
    if answer.reading == "bytes":
        return [b"%PDF-1.7\r\n\x00\xff\n", b"%%EOF"]
    media = (each for one in scene.operation.answers for each in one.media if each.content_type == answer.content_type)
    type_id = next((each.type for each in media if each.type), None)
    if not answer.typed:
        return ["one", "two\n三"] if answer.reading == "events" else [{"n": 1}, {"n": 2}]
    item = sample_of(scene.api, {"$ref": type_id}) if type_id else {}
    if not isinstance(item, dict):
        return [item, item]
    return [{**item, "x-unheard-of": text} for text in ("one\u2028\u0085more", "0.10000000000000000001")]


def _written(answer: StreamOffer, items: Sequence[Plain], more: bytes | None = None) -> bytes:
    """Write a stream with all that may stand in one, to its end, or with something more."""
    if answer.reading == "bytes":
        return b"".join(items)
    texts = [item.encode() if isinstance(item, str) and not answer.typed else json.dumps(item) for item in items]
    texts += [more] if more else []
    if answer.reading == "lines":
        return b"\n\n".join(texts)
    events = [b"data: " + text.replace(b"\n", b"\ndata:") + b"\r\n\r\n" for text in texts]
    end = b"data: [DONE]\n\ndata: {\n\n" if more is None else b""
    return b"\xef\xbb\xbf: comment\n" + b"retry: 7\n\n".join(events) + end


def _stage(scene: RecordedCall, form: Form, answer: StreamOffer, body: ChunkedStream) -> ScriptedClient:
    """Give a client whose server answers with a stream."""
    status = scene.success.response.status_code
    headers = {"content-type": answer.content_type}
    return ScriptedClient(scene, form, lambda _: httpx2.Response(status, headers=headers, stream=body))


def _whole(scene: RecordedCall, form: Form, answer: StreamOffer, items: Sequence[Plain]) -> Iterator[str]:
    for size in _SIZES:
        content = _written(answer, items)
        body = ChunkedStream([content[at : at + size] for at in range(0, len(content), size)])
        came = _stage(scene, form, answer, body).call(way="stream")
        if came.raised is not None:
            yield f"raises {came.raised.name} for a stream that comes in pieces of {size} bytes"
        elif b"".join(came.returned) != content if answer.reading == "bytes" else not json_equal(came.returned, items):
            yield f"gives other items than came in pieces of {size} bytes"
        elif not body.closed:
            yield "does not close the connection at the end of a stream"


def _stopped(scene: RecordedCall, form: Form, answer: StreamOffer, items: Sequence[Plain]) -> Iterator[str]:
    one = _written(answer, items[:1]) if answer.reading == "bytes" else _written(answer, items[:1], b"{}")
    body = ChunkedStream([one, *[one] * 8])
    stream = _stage(scene, form, answer, body).client.read(Call(request=scene.request, way="stream"))
    first = stream.next()
    if first.raised is not None:
        yield f"raises {first.raised.name} for the first item of a stream"
    elif body.given > _AHEAD:
        yield "reads a stream to its end before it gives the first item"
    elif body.closed:
        yield "closes the connection before the end of a stream"
    stream.close()
    if not body.closed:
        yield "does not close the connection of a stream that is closed before its end"


def _broken(scene: RecordedCall, form: Form, answer: StreamOffer, items: Sequence[Plain]) -> Iterator[str]:
    for about, more, error, name in _BREAKS:
        if more and (answer.reading == "bytes" or (answer.reading == "events" and not answer.typed)):
            continue
        body = ChunkedStream([_written(answer, items[:1], more), b"\n\n"], error)
        raised = _stage(scene, form, answer, body).call(way="stream").raised
        found = raised.name if raised else "nothing"
        if found != name:
            yield f"raises {found} for a stream that {about}, where {name} is right"
        elif not body.closed:
            yield f"does not close the connection of a stream that {about}"
