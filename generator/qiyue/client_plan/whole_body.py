"""A body that is one argument. In: its media type, the type of the document. Out: the type that a caller gives."""

from qiyue.base.media import is_json, is_json_lines, is_multipart
from qiyue.client_plan.types.type_ref import ANY, BINARY, MAP, ClassType, ListType, MapType, TypeRef, as_text

FORM, MULTIPART = "application/x-www-form-urlencoded", "multipart/form-data"


def whole_type(content_type: str, ref: TypeRef) -> TypeRef:
    """Return what the client takes for a body that is one argument; a file where it cannot write the type."""
    if content_type in {FORM, MULTIPART}:
        return MAP if ref == ANY else ref
    if is_multipart(content_type):
        return ref if isinstance(ref, ClassType | MapType) else BINARY
    if is_json_lines(content_type):
        return as_text(ref if isinstance(ref, ListType) else ListType(ref))
    return as_text(ref) if is_json(content_type) or content_type.startswith("text/") else BINARY
