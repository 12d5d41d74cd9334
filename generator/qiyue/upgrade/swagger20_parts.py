"""Parts of Swagger 2.0 that change where they stand: parameters, headers, responses, schemas, security schemes."""

from typing import Any, Final, TypeAlias

from qiyue.base.where import pointer
from qiyue.upgrade.moves import Moves
from qiyue.values import thaw

Lost: TypeAlias = tuple[tuple[str, str], ...]
"""What cannot be said in 3.0: pairs of a diagnostic's code and message."""

_SCHEMA_KEYS: Final = frozenset(
    """
    type format items default maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems
    minItems uniqueItems enum multipleOf properties additionalProperties allOf
    """.split()
)
"""Keys of a parameter or a header that 3.0 has in its schema."""
_SCHEMA_EXTENSIONS: Final = ("x-enum", "x-ms-enum", "x-nullable", "x-deprecated-enum")
_BINARY: Final = {"type": "string", "format": "binary"}
_FLOWS: Final = {
    "implicit": "implicit",
    "password": "password",
    "application": "clientCredentials",
    "accessCode": "authorizationCode",
}
_QUERY_STYLES: Final = {"ssv": "spaceDelimited", "pipes": "pipeDelimited"}
JSON: Final = "application/json"


def upgrade_schema(schema: dict[str, Any]) -> None:
    """Upgrade a schema in place: files, null, and a discriminator that is the name of a property."""
    if isinstance(schema.get("discriminator"), str):
        schema["discriminator"] = {"propertyName": schema["discriminator"]}
    if schema.get("type") == "file":
        schema.update(_BINARY)
    if isinstance(schema.get("x-nullable"), bool):
        schema.setdefault("nullable", schema.pop("x-nullable"))


def take_schema(owner: dict[str, Any], here: str, at: str, moves: Moves) -> dict[str, Any]:
    """The schema of a parameter or a header, taken out of it; ``at`` is the schema's own pointer."""
    schema = owner.pop("schema", None)
    schema = thaw(schema) if isinstance(schema, dict) else {}
    if schema:
        moves.add(f"{here}/schema", at)
    for key in [key for key in owner if key in _SCHEMA_KEYS or key.startswith(_SCHEMA_EXTENSIONS)]:
        schema[key] = owner.pop(key)
        moves.add(here + pointer([key]), at + pointer([key]))
    upgrade_schema(schema)
    inner = schema.get("items")
    while isinstance(inner, dict):
        inner.pop("collectionFormat", None)
        upgrade_schema(inner)
        inner = inner.get("items")
    return schema


def upgrade_parameter(parameter: dict[str, Any], here: str, moves: Moves) -> Lost:
    """Upgrade a parameter or a header in place; what lists look like becomes its style."""
    moved = moves.follow(here)
    nested = isinstance(parameter.get("items"), dict) and "collectionFormat" in parameter["items"]
    schema = take_schema(parameter, here, moved + "/schema", moves)
    separator = parameter.pop("collectionFormat", "csv")
    parameter["schema"] = schema
    if "x-example" in parameter:
        parameter.setdefault("example", parameter.pop("x-example"))
    if schema.get("type") != "array":
        return ()
    lost: Lost = ()
    if parameter.get("in") == "query":
        parameter["explode"] = separator == "multi"
        if separator in _QUERY_STYLES:
            parameter["style"] = _QUERY_STYLES[separator]
    if separator == "tsv" or (separator in _QUERY_STYLES and parameter.get("in") != "query"):
        lost = (("odd-style", f"OpenAPI 3 has no lists with {separator!r} here; they are written with commas"),)
    if nested:
        lost += (("odd-style", "OpenAPI 3 has no lists in lists here; the separator of the inner ones is left out"),)
    return lost


def form_encoding(field: dict[str, Any]) -> dict[str, Any]:
    """How a list in a form is written, as an encoding object."""
    return {"style": "form", "explode": field.get("collectionFormat", "csv") == "multi"}


def upgrade_response(response: dict[str, Any], here: str, produced: tuple[str, ...], moves: Moves) -> None:
    """Upgrade a response in place: its schema and examples go under each media type that is produced."""
    moved = moves.follow(here)
    schema, examples = response.pop("schema", None), response.pop("examples", None)
    examples = examples if isinstance(examples, dict) else {}
    content: dict[str, Any] = {}
    if isinstance(schema, dict):
        is_file = schema.get("format") == "binary"
        for media in produced or (("application/octet-stream",) if is_file else tuple(examples) or (JSON,)):
            at = f"{moved}/content{pointer([media])}/schema"
            content[media] = {"schema": thaw(schema)}
            moves.add(f"{here}/schema", at)
    for media, example in examples.items():
        if media not in content and isinstance(schema, dict) and len(content) == 1:
            media_now = next(iter(content))
        else:
            media_now = media
        content.setdefault(media_now, {}).setdefault("example", example)
        moves.add(f"{here}/examples{pointer([media])}", f"{moved}/content{pointer([media_now])}/example")
    if content:
        response["content"] = content


def upgrade_security_scheme(scheme: dict[str, Any]) -> None:
    """Upgrade a security scheme in place."""
    if scheme.get("type") == "basic":
        scheme.update({"type": "http", "scheme": "basic"})
    if scheme.get("type") == "oauth2" and "flows" not in scheme:
        flow = str(scheme.pop("flow", "accessCode"))
        kept = {key: scheme.pop(key) for key in ("authorizationUrl", "tokenUrl", "scopes") if key in scheme}
        scheme["flows"] = {_FLOWS.get(flow, flow): {"scopes": {}, **kept}}
