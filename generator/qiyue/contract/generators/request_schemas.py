"""Request schemas: the schemas of requests as they are drawn, narrowed to what is meant and to what its place can
hold.

In: an OpenAPI document. Out: the same with schemas of their own for parameters and bodies. What these allow, those of
the document allow too: a valid case is valid by the letter. Answers are judged by the letter anyway.
"""

from collections.abc import Callable, Mapping
from typing import Any, Literal, TypeAlias

from qiyue.base.media import essence, is_json
from qiyue.contract.http.message import FORM
from qiyue.schema.integer_width import within_width
from qiyue.values import Plain

Place: TypeAlias = Literal["json", "raw", "form", "fields", "multipart", "parts", "part", "text", "open"]
"""Where a value stands: in JSON, as a whole body, as a form or a piece of one; as a part; as a parameter or a field of
a form, or a piece of one. Pieces are what schemas say together."""

_NAMED = "#/components/schemas/"
_MANY = ("allOf", "anyOf", "oneOf", "prefixItems")
_INNER: Mapping[Place, Place] = {"form": "text", "fields": "text", "multipart": "part", "parts": "part"}
_PIECES: Mapping[Place, Place] = {"form": "fields", "multipart": "parts", "text": "open"}
"""What the pieces are of what stands there whole."""
_TELLING = frozenset(
    "type $ref enum const allOf anyOf oneOf not if properties additionalProperties patternProperties required items "
    "prefixItems minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minItems minProperties format".split()
)
"""Words that tell what kinds of values are meant."""


def prepare_request_schemas(document: Plain) -> Plain:
    """Give the document with narrower schemas where requests are described."""
    narrowing = _Narrowing(document.get("components", {}).get("schemas", {}))
    for item in document.get("paths", {}).values():
        for operation in item.values():
            for parameter in operation.get("parameters", ()):
                _narrow(parameter, "text", narrowing)
                for media_type, media in parameter.get("content", {}).items():
                    _narrow(media, _place(media_type), narrowing)
            for media_type, media in operation.get("requestBody", {}).get("content", {}).items():
                _narrow(media, _place(media_type), narrowing)
    narrowing.finish()
    return document


def _narrow(holder: dict[str, Any], place: Place, narrowing: "_Narrowing") -> None:
    if "schema" in holder:
        holder["schema"] = narrowing.schema(holder["schema"], place)


def _place(media_type: str) -> Place:
    if media_type.startswith("multipart/"):
        return "multipart"
    if essence(media_type) == FORM:
        return "form"
    return "json" if is_json(media_type) else "raw"


class _Narrowing:
    """Writes narrower schemas; of a named one a copy for each place in which it is used."""

    def __init__(self, named: dict[str, Plain]) -> None:
        self._named = named
        self._waiting: list[tuple[str, Place]] = []
        self._copied: set[tuple[str, Place]] = set()

    def schema(self, node: Plain, place: Place) -> Plain:
        """Give a schema as it is drawn in a place."""
        if not isinstance(node, dict):
            return {"type": "string"} if place in ("text", "open", "part") and node is True else node
        is_shared = "allOf" in node or "properties" in node
        piece = _PIECES.get(place, place) if is_shared else place
        words = {key: self._inside(key, value, place, piece) for key, value in node.items()}
        return _RULES[place](within_width(words))

    def finish(self) -> None:
        """Write the named schemas to which the narrower ones refer."""
        while self._waiting:
            name, place = self._waiting.pop()
            self._named[_copy(name, place)] = self.schema(self._named[name], place)

    def _inside(self, key: str, value: Plain, place: Place, piece: Place) -> Plain:
        inner = _INNER.get(place, place)
        if key == "$ref" and isinstance(value, str) and value.startswith(_NAMED):
            name = value.removeprefix(_NAMED).replace("~1", "/").replace("~0", "~")
            return self._referred(value, name, place) if name in self._named else value
        if key in _MANY and isinstance(value, list):
            return [self.schema(each, inner if key == "prefixItems" else piece) for each in value]
        if key in ("properties", "patternProperties") and isinstance(value, dict):
            return {name: self.schema(each, inner) for name, each in value.items()}
        return self.schema(value, inner) if key in ("items", "additionalProperties") else value

    def _referred(self, reference: str, name: str, place: Place) -> str:
        if (name, place) not in self._copied:
            self._copied.add((name, place))
            self._waiting.append((name, place))
        return _copy(reference, place)


def _copy(name: str, place: Place) -> str:
    return f"{name}@{place}"


def _of_objects(words: dict[str, Any]) -> dict[str, Any]:
    """Read properties without a type as those of objects, though by the letter ``null`` and ``5`` are allowed."""
    return {**words, "type": "object"} if "properties" in words and "type" not in words else words


def _without_files(words: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in words.items() if key != "format"} if words.get("format") == "binary" else words


def _in_json(words: dict[str, Any]) -> dict[str, Any]:
    return _without_files(_of_objects(words))


def _in_form(words: dict[str, Any]) -> dict[str, Any]:
    """Let members that nobody named be texts. Of pieces none knows what the others name."""
    words = _of_objects(words)
    is_whole = "object" in words.get("type", ()) and not {"patternProperties", "allOf", "anyOf", "oneOf"} & words.keys()
    free = is_whole and words.get("additionalProperties", True) in (True, {})
    return {**words, "additionalProperties": {"type": "string"}} if free else words


def _in_part(words: dict[str, Any]) -> dict[str, Any]:
    """Text has no null, and is nothing but text where no more is told."""
    if not _TELLING.intersection(words):
        return {**words, "type": "string"}
    return _without_null(_in_form(words))


def _in_open(words: dict[str, Any]) -> dict[str, Any]:
    """Beside files, there are no objects without members: nothing tells them from none."""
    words = _in_part(_without_files(words))
    may_have_some = "properties" in words or words.get("additionalProperties", False) is not False
    return {"minProperties": 1, **words} if _listed(words.get("type")) == ["object"] and may_have_some else words


def _in_text(words: dict[str, Any]) -> dict[str, Any]:
    """And none has members that nobody named, unless the document says so: nothing would tell whose they are."""
    is_closed = "properties" in words and not {"additionalProperties", "patternProperties", "allOf"} & words.keys()
    return _in_open({**words, "additionalProperties": False} if is_closed else words)


def _without_null(words: dict[str, Any]) -> dict[str, Any]:
    """Leave null out; where there is nothing else, the empty text stands for it."""
    kinds, values = _listed(words.get("type")), words.get("enum", [words["const"]] if "const" in words else [])
    if kinds == ["null"] or (values and all(value is None for value in values)):
        return {"enum": [""]}
    kept: dict[str, list[Any]] = {"enum": [each for each in values if each is not None]}
    if isinstance(words.get("type"), list):
        kept["type"] = [each for each in kinds if each != "null"]
    for word in ("anyOf", "oneOf"):
        kept[word] = [each for each in words.get(word, ()) if each != {"enum": [""]}]
    return {**words, **{word: left for word, left in kept.items() if left and word in words}}


def _listed(kinds: Any) -> list[str]:
    return kinds if isinstance(kinds, list) else [kinds] if kinds else []


_RULES: Mapping[Place, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "json": _in_json,
    "raw": _of_objects,
    "form": _in_form,
    "fields": _of_objects,
    "multipart": _in_form,
    "parts": _of_objects,
    "text": _in_text,
    "part": _in_part,
    "open": _in_open,
}
