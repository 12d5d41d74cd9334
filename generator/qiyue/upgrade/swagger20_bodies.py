"""Bodies of Swagger 2.0: parameters ``in: body`` and ``in: formData`` → the request body of an operation."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import unquote

from qiyue.base.where import pointer
from qiyue.positions import Position
from qiyue.upgrade.moves import Moves
from qiyue.upgrade.swagger20_parts import JSON, Lost, form_encoding, take_schema
from qiyue.values import Missing, Plain, at, thaw

_MULTIPART: Final = "multipart/form-data"
_URLENCODED: Final = "application/x-www-form-urlencoded"
_FORMS: Final = (_MULTIPART, _URLENCODED)
_BESIDE_SCHEMA: Final = ("name", "in", "required", "collectionFormat", "allowEmptyValue")


@dataclass(frozen=True)
class Media:
    """What a document says once for all its operations: media types, and where its servers are."""

    consumes: tuple[str, ...]
    produces: tuple[str, ...]
    schemes: tuple[str, ...]
    host: str
    base_path: str

    @classmethod
    def of(cls, root: dict[str, Any]) -> "Media":
        consumes, produces, schemes = (_texts(root.get(key)) for key in ("consumes", "produces", "schemes"))
        host, base_path = (_text(root.get(key)) for key in ("host", "basePath"))
        return cls(consumes, produces, schemes, host.rstrip("/"), base_path.strip("/"))

    def consumed(self, operation: dict[str, Any]) -> tuple[str, ...]:
        """The media types that an operation takes; an empty list of its own overrides the document's."""
        return _texts(operation["consumes"]) if isinstance(operation.get("consumes"), list) else self.consumes

    def produced(self, operation: dict[str, Any]) -> tuple[str, ...]:
        """The media types that an operation gives."""
        return _texts(operation["produces"]) if isinstance(operation.get("produces"), list) else self.produces

    def servers(self) -> list[dict[str, Any]]:
        """The servers of the document, ``https`` first: credentials go nowhere else without being asked to."""
        return self._servers(self.schemes)

    def servers_of(self, operation: dict[str, Any]) -> list[dict[str, Any]]:
        """The servers of an operation whose schemes are others than the document's."""
        schemes = _texts(operation.get("schemes"))
        return self._servers(schemes) if self.host and schemes and set(schemes) != set(self.schemes) else []

    def _servers(self, schemes: tuple[str, ...]) -> list[dict[str, Any]]:
        path = f"/{self.base_path}" if self.base_path else ""
        if not self.host:
            return [{"url": path}] if path else []
        if "://" in self.host:
            return [{"url": self.host + path}]
        usable = sorted((each for each in schemes if each in ("http", "https")), reverse=True) or ["https"]
        return [{"url": f"{scheme}://{self.host}{path}"} for scheme in usable]


@dataclass(frozen=True)
class Body:
    """The request body of an operation in 3.0 form, if it has one, and what was lost on the way."""

    data: dict[str, Any] | None = None
    lost: Lost = ()


def split_parameters(document: Plain, owner: dict[str, Any], here: str, moves: Moves) -> list[Position]:
    """Take what is body or form out of the parameters of a path or an operation; give it, references followed."""
    listed = owner.get("parameters")
    if not isinstance(listed, list):
        return []
    taken: list[Position] = []
    kept: list[Plain] = []
    for index, item in enumerate(listed):
        old = f"{here}/parameters/{index}"
        found = _followed(document, item, old)
        if found is not None and found.data.get("in") in ("body", "formData"):
            taken.append(Position("parameter", thaw(found.data), found.pointer))
        else:
            moves.add(old, f"{here}/parameters/{len(kept)}")
            kept.append(item)
    owner["parameters"] = kept
    if not kept:
        del owner["parameters"]
    return taken


def _followed(document: Plain, item: Plain, here: str) -> Position | None:
    """The parameter that stands somewhere, or the one that a reference there leads to."""
    for _ in range(100):
        if not isinstance(item, dict):
            return None
        reference = item.get("$ref")
        if not isinstance(reference, str) or not reference.startswith("#/"):
            return Position("parameter", item, here)
        here = unquote(reference[1:])
        try:
            item = at(document, here)
        except Missing:
            try:  # the sections of the root have moved already
                item = at(document, "/components" + here)
            except Missing:
                return None
    return None


def build_request_body(fields: Sequence[Position], consumed: tuple[str, ...], here: str, moves: Moves) -> Body:
    """The request body that parameters ``in: body`` or ``in: formData`` make; ``here`` is its pointer."""
    bodies = [field for field in fields if field.data.get("in") == "body"]
    if not fields:
        return Body()
    if not bodies:
        return Body(_form(fields, consumed, here, moves))
    lost: Lost = ()
    if len(fields) > 1:
        lost = (("odd-shape", "an operation has one body; its other bodies and form fields are left out"),)
    return Body(_body(bodies[0], consumed or (JSON,), here, moves), lost)


def _body(field: Position, consumed: tuple[str, ...], here: str, moves: Moves) -> dict[str, Any]:
    data = thaw(field.data)
    places = [f"{here}/content{pointer([media])}/schema" for media in consumed]
    schema = take_schema(data, field.pointer, places[0], moves)
    for place in places[1:]:
        moves.add(f"{field.pointer}/schema", place)
    content = {media: {"schema": thaw(schema)} for media in consumed}
    moves.add(field.pointer, here)
    required = data.pop("required", False) is True
    example = data.pop("x-example", None)
    if example is not None:
        content[consumed[0]]["example"] = example
    for key in ("name", "in"):
        data.pop(key, None)
    return {**data, "content": content, **({"required": True} if required else {})}


def _form(fields: Sequence[Position], consumed: tuple[str, ...], here: str, moves: Moves) -> dict[str, Any]:
    has_file = any(_is_file(field.data) for field in fields)
    types = [media for media in consumed if media.partition(";")[0].strip().lower() in _FORMS]
    if has_file:
        types = [media for media in types if media.lower().startswith(_MULTIPART)] or [_MULTIPART]
    content = {}
    for media in types or [_URLENCODED]:
        at = f"{here}/content{pointer([media])}/schema"
        properties, encoding = {}, {}
        for field in fields:
            data, name = thaw(field.data), str(field.data.get("name"))
            place = f"{at}/properties{pointer([name])}"
            if data.get("type") == "array":
                encoding[name] = form_encoding(data)
            schema = take_schema(data, field.pointer, place, moves)
            moves.add(field.pointer, place)
            properties[name] = {**schema, **{key: data[key] for key in data if key not in _BESIDE_SCHEMA}}
        required = [str(field.data.get("name")) for field in fields if field.data.get("required") is True]
        schema = {"type": "object", "properties": properties, **({"required": required} if required else {})}
        content[media] = {"schema": schema, **({"encoding": encoding} if encoding else {})}
    is_required = any(field.data.get("required") is True for field in fields)
    return {"content": content, **({"required": True} if is_required else {})}


def _is_file(field: dict[str, Any]) -> bool:
    items = field.get("items")
    return field.get("type") == "file" or (isinstance(items, dict) and items.get("type") == "file")


def _text(value: Plain) -> str:
    """A text; of a list of texts, which some write, the first."""
    return value.strip() if isinstance(value, str) else next(iter(_texts(value)), "")


def _texts(value: Plain) -> tuple[str, ...]:
    return tuple(str(item).strip() for item in value if isinstance(item, str)) if isinstance(value, list) else ()
