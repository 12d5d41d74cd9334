"""What a schema node says of the kind of its values."""

from collections.abc import Mapping

from qiyue.values import Plain


def kinds_of(node: Mapping[str, Plain]) -> tuple[str, ...]:
    """Give the JSON types of a node, read from its keywords where it does not say."""
    said = node.get("type", ())
    kinds = tuple(dict.fromkeys([said] if isinstance(said, str) else map(str, said)))
    if kinds not in ((), ("null",)):
        return kinds
    if node.get("properties"):
        return ("object", *kinds)
    if kinds:
        return kinds
    if node.get("format") == "binary" or "contentMediaType" in node:
        return ("string",)
    return ("array",) if "items" in node else ("object",) if "additionalProperties" in node else ()


def takes_null(node: Mapping[str, Plain], kinds: tuple[str, ...]) -> bool:
    """Tell whether null is among the values."""
    return "null" in kinds or ("const" not in node and None in node.get("enum", ()))


def values_of(node: Mapping[str, Plain]) -> Plain:
    """Give the schema of the values of a map."""
    values = node.get("additionalProperties", {})
    return values if isinstance(values, Mapping) else {}
