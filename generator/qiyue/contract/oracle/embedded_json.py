"""Embedded JSON: JSON inside the texts of an answer, held to the schema of what it says.

In: Api, an operation, a body. Out: what is wrong, in words. No validator looks into a text.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from jsonschema_rs import Draft202012Validator

from qiyue.api import Api, Operation, Where
from qiyue.base import json, where
from qiyue.base.media import preferred
from qiyue.examples import property_locations
from qiyue.mock.answer import success
from qiyue.mock.schemas import Schemas
from qiyue.values import Plain


class EmbeddedJson:
    """The texts in one operation's answer of success that hold JSON."""

    def __init__(self, api: Api, operation: Operation, answered: Schemas) -> None:
        answer = success(operation)
        media = preferred(answer.media) if answer else None
        found = property_locations(api, media.type) if media and media.type else ()
        self._texts: list[tuple[Where, Draft202012Validator]] = [
            (at, answered.validator_of(node["contentSchema"], at)) for at, node in found if _holds_json(node)
        ]

    def wrong(self, body: Plain) -> Iterator[str]:
        """Say which texts are no JSON, or another than is promised."""
        for at, validator in self._texts:
            for spot, text in where.each(body, at):
                try:
                    value = json.loads(text.encode()) if isinstance(text, str) else None
                except json.JsonError:
                    yield f"The text at {spot} is no JSON."
                    continue
                if isinstance(text, str) and not validator.is_valid(value):
                    yield f"The JSON in the text at {spot} breaks its schema."


def _holds_json(node: Mapping[str, Any]) -> bool:
    return isinstance(node.get("contentSchema"), Mapping) and "json" in str(node.get("contentMediaType", ""))
