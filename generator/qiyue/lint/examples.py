"""Does every example and default fit its schema?

Formats count, and so do decimal texts, vendor times and JSON inside text.
"""

from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

import jsonschema_rs

from qiyue.base.media import essence
from qiyue.base.value import Value
from qiyue.base.where import pointer
from qiyue.lint.formats import FORMATS, Built, keywords
from qiyue.lint.reporter import Reporter
from qiyue.positions import Position, walk
from qiyue.values import Missing, Plain, at
from qiyue.wording import Problem, problems

_NO_VALUE: Final = object()
_URI: Final = "qiyue:document"
"""The address under which validators find the document."""


class Sample(Value):
    """A value that a document shows, and the schema it should fit."""

    pointer: str
    value: Plain
    schema: str


def check(data: Plain, speaker: Reporter) -> None:
    """Say which samples do not fit: one word for each, about the first thing that is wrong with it."""
    checker = Checker(data)
    for sample in samples(data):
        first, *others = [*checker.problems(sample), None]
        if first is not None:
            spot = f" at {first.pointer}" if first.pointer else ""
            more = f" (and {len(others) - 1} more)" if len(others) > 1 else ""
            message = f"this does not fit its schema{spot}: {first.sentence}{more}"
            speaker.emit("example-mismatch", sample.pointer + first.pointer, message, first.hint)


def samples(data: Plain) -> Iterator[Sample]:
    """Give every example and default of a document that has a schema."""
    for position in walk(data):
        if position.kind == "schema":
            yield from _of_schema(position)
        elif position.kind in {"parameter", "header", "media"} and "schema" in position.data and _plain(position):
            yield from _of_schema_holder(data, position)


def _of_schema(position: Position) -> Iterator[Sample]:
    for word in ("example", "default"):
        if word in position.data:
            yield Sample(f"{position.pointer}/{word}", position.data[word], position.pointer)
    shown = position.data.get("examples")
    for index, value in enumerate(shown if isinstance(shown, list) else ()):
        yield Sample(f"{position.pointer}/examples/{index}", value, position.pointer)


def _of_schema_holder(data: Plain, position: Position) -> Iterator[Sample]:
    schema = f"{position.pointer}/schema"
    if "example" in position.data:
        yield Sample(f"{position.pointer}/example", position.data["example"], schema)
    shown = position.data.get("examples")
    for name, example in shown.items() if isinstance(shown, dict) else ():
        here = position.pointer + pointer(["examples", name])
        if isinstance(example, dict) and str(example.get("$ref", "")).startswith("#/"):
            here = example["$ref"][1:]
            example = _found(data, here)
        if isinstance(example, dict) and "value" in example:
            yield Sample(f"{here}/value", example["value"], schema)


def _plain(position: Position) -> bool:
    """Tell whether samples are written as plain data: not those of XML, CSV and the like."""
    if position.kind != "media":
        return True
    content_type = essence(position.name)
    return content_type.endswith(("json", "form-data", "form-urlencoded"))


def _found(data: Plain, here: str) -> Plain:
    try:
        return at(data, here)
    except Missing:
        return _NO_VALUE


class Checker:
    """Validators of one document's schemas, each built once."""

    def __init__(self, data: Plain) -> None:
        self.data = data
        self.registry = jsonschema_rs.Registry(resources=[(_URI, data)])
        self.built: dict[str, Built] = {}

    def problems(self, sample: Sample) -> Iterator[Problem]:
        validator = self.build(sample.schema)
        if validator is not None:
            yield from problems(validator, self.data, sample.value, ours=False)

    def build(self, schema: str) -> Built:
        """Give the validator of the schema at a pointer; none where the schema is broken, which other stages say."""
        if schema not in self.built:
            try:
                self.built[schema] = jsonschema_rs.Draft202012Validator(
                    {"$ref": f"{_URI}#{quote(schema)}"},
                    registry=self.registry,
                    validate_formats=True,
                    formats=FORMATS,
                    keywords=keywords(self.build),
                )
            except (jsonschema_rs.ValidationError, jsonschema_rs.ReferencingError):
                self.built[schema] = None
        return self.built[schema]
