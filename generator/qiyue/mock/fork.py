"""Fork: one path that carries many operations; a field of the request says which is meant."""

from collections.abc import Mapping
from urllib.parse import parse_qsl, unquote_plus

from qiyue.api import Kind, Where
from qiyue.mock.body import is_json
from qiyue.mock.endpoint import Endpoint
from qiyue.mock.failure import Failure
from qiyue.mock.incoming import Incoming, Reply
from qiyue.mock.multipart import parts
from qiyue.runtime import json
from qiyue.runtime.absent import ABSENT
from qiyue.runtime.where import get
from qiyue.values import Plain


class Fork:
    """The operations of one path and method, by the value of the selecting field."""

    def __init__(self, field: Where, cases: Mapping[str, Endpoint]) -> None:
        self._field, self._cases = field, cases
        self._any = next(iter(cases.values()))

    def serve(self, incoming: Incoming, path: Mapping[str, str]) -> Reply:
        """Answer one request."""
        value = _selected(self._field, incoming)
        case = self._cases.get(value) if isinstance(value, str) else None
        if case:
            return case.serve(incoming, path)
        absent = value in (ABSENT, None, "")
        kind = Kind.MISSING_PARAMETER if absent else Kind.UNKNOWN_OPERATION
        return self._any.refuse(incoming, Failure(kind, self._field, "dispatch"))


def _selected(field: Where, incoming: Incoming) -> Plain:
    place, _, name = field.partition(":")
    if place == "query":
        return next((unquote_plus(value) for key, value in incoming.query if key == name), ABSENT)
    if place == "header":
        return incoming.headers.get(name.lower(), ABSENT)
    return get(_body(incoming), field)


def _body(incoming: Incoming) -> Plain:
    try:
        if incoming.media == "application/x-www-form-urlencoded":
            return dict(parse_qsl(incoming.body.decode("utf-8", "replace"), keep_blank_values=True))
        if incoming.media == "multipart/form-data":
            return {part.name: part.text for part in parts(incoming.headers["content-type"], incoming.body)}
        return json.loads(incoming.body) if is_json(incoming.media) else {}
    except ValueError:
        return {}
