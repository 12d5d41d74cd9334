"""Schemathesis schema: an OpenAPI document as schemathesis is to understand it.

A format of numbers bounds what is asked. JSON inside text is drawn as such. Schemas of requests are narrowed
(``request_schemas``). Of a multipart form with conditions (``if``, ``not``) it could draw nothing, because it cannot
judge files: it gets the form without them, and what it draws is judged here.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from qiyue.api import Api, Operation
from qiyue.base import json
from qiyue.base.time_format import time_text
from qiyue.contract.generators.formats import register_texts
from qiyue.contract.generators.request_schemas import prepare_request_schemas
from qiyue.contract.http.request_values import RequestValues, values_in
from qiyue.examples import nodes_of, preferred_media
from qiyue.mock.times import read
from qiyue.sample import sample_of
from qiyue.sample.valid import build_validator, open_choice
from qiyue.schema.selection import first_form
from qiyue.values import Plain, freeze, thaw

_TIME = "x-qiyue-time"
_MOMENTS = [datetime(2024, 2, 29, 23, 59, 59, 999_000, UTC), datetime(2026, 1, 1, tzinfo=UTC)]
CONDITIONS = ("if", "then", "else", "not", "dependentSchemas", "dependentRequired")


def to_schemathesis_document(api: Api, document: Plain) -> Plain:
    """Give an OpenAPI document of which schemathesis draws what is meant. It says of no server: the target does."""
    meant = prepare_request_schemas(_unconditional(api, _meant(api, document)))
    meant.pop("servers", None)
    for operation in (each for item in meant.get("paths", {}).values() for each in item.values()):
        operation.pop("servers", None)
    return meant


def _meant(api: Api, node: Plain) -> Plain:
    if isinstance(node, list):
        return [_meant(api, item) for item in node]
    if isinstance(node, Decimal):
        return _drawable_number(node)
    if not isinstance(node, dict):
        return node
    words = open_choice({key: _meant(api, value) for key, value in node.items()})
    if "contentSchema" in words and "json" in str(words.get("contentMediaType", "")):
        inside = freeze(words["contentSchema"])
        texts = [json.dumps(sample_of(api, inside, full=full)).decode() for full in (False, True)]
        words["format"] = register_texts(texts)
    form = words.get(_TIME, {}).get("format", "")
    if form:
        words["format"] = register_texts([time_text(moment, form) for moment in _MOMENTS])
    return words


def _drawable_number(value: Decimal) -> float | Decimal:
    """Give a number as schemathesis writes it, where that does not change it: not everywhere does it take a Decimal."""
    double = float(value)
    return double if Decimal(repr(double)) == value else value


def _unconditional(api: Api, document: Plain) -> Plain:
    for item in document.get("paths", {}).values():
        for operation in item.values():
            media = operation.get("requestBody", {}).get("content", {}) if isinstance(operation, dict) else {}
            for name, one in media.items():
                if name.startswith("multipart/") and "schema" in one:
                    whole = first_form(one["schema"], api.types)
                    if any(word in whole for word in CONDITIONS):
                        one["schema"] = {key: thaw(value) for key, value in whole.items() if key not in CONDITIONS}
    return document


def build_validity_check(api: Api, operation: Operation) -> Callable[[RequestValues], bool]:
    """Give what tells whether a drawn valid case is valid indeed: it meets the conditions, and its times are times."""
    media = preferred_media(operation)
    whole = first_form(api.schema(media.type), api.types) if media and media.type else {}
    wanted = {word: whole[word] for word in CONDITIONS if word in whole}
    is_form = media is not None and media.content_type.startswith("multipart/") and bool(wanted)
    is_whole = build_validator(api, wanted)
    times = {where: node for where, node in nodes_of(api, operation).items() if _TIME in node}

    def is_meant(case: RequestValues) -> bool:
        if is_form and isinstance(case.body, dict) and not is_whole(_judged(case.body)):
            return False
        values = ((node, value) for where, node in times.items() for value in values_in(case, where))
        return all(value is None or read(value, node) is not None for node, value in values)

    return is_meant


def _judged(body: Mapping[str, Any]) -> dict[str, Plain]:
    return {name: "" if isinstance(value, bytes) else value for name, value in body.items()}
