"""Media types that the client neither writes nor reads. In: an operation. Out: a gap for what a caller cannot send or
read because of that, a note for what can be sent in another media type."""

from collections.abc import Iterator

from qiyue.api import Media, Operation
from qiyue.base.media import is_json
from qiyue.client_plan.streams import stream_of
from qiyue.client_plan.types.type_ref import ANY, BINARY, is_text
from qiyue.client_plan.whole_body import whole_type
from qiyue.examples import file_types, preferred_media
from qiyue.targets.python.context import Context


def tell_opaque(operation: Operation, context: Context) -> None:
    """Say which bodies and answers of the operation are bytes, though the document tells more of them."""
    sent = preferred_media(operation)
    others = [media for media in operation.body.media if media != sent] if operation.body else []
    if sent and others:
        message = f"{operation.id}: the body is sent as {sent.content_type} only"
        takes_files = any(file_types(context.api, media) for media in others)
        is_lost = takes_files and not file_types(context.api, sent)
        (context.gap if is_lost else context.gap.note)("body-media-unused", message, sent.place)
    for media in _used(operation, context):
        ref = context.types.ref(media.type)
        if ref != ANY and not is_text(ref):
            message = f"{operation.id}: what the document says of {media.content_type} is not used: it is bytes"
            context.gap("as-bytes", message, media.place)


def _used(operation: Operation, context: Context) -> Iterator[Media]:
    body = preferred_media(operation)
    if body is not None and whole_type(body.content_type, context.types.ref(body.type)) == BINARY:
        yield body
    for answer in operation.success_answers:
        if not any(_is_text(media) or stream_of(media.content_type) for media in answer.media):
            yield from answer.media


def _is_text(media: Media) -> bool:
    return is_json(media.content_type) or media.content_type.startswith("text/")
