"""A document against the vocabulary: names, places, contents, and what they say to each other.

Input: the merged document in OpenAPI 3.1 form, its places. Output: errors in the report, and notes about words of
before. A vendor's own ``x-`` keys are left alone; keys that look like a misspelt one of ours are not.
"""

from collections.abc import Iterator
from functools import cache

import jsonschema_rs

from qiyue.base.where import pointer
from qiyue.diagnostics import Diagnostic, Report, Severity
from qiyue.document import Places
from qiyue.extensions import links, meaning
from qiyue.extensions.names import is_ours, suggest_name
from qiyue.extensions.registry import EXTENSIONS, Extension
from qiyue.positions import Position, walk
from qiyue.values import Plain
from qiyue.wording import Problem, problems

_INNER = frozenset({"error-table", "dispatch"})
"""Positions that are the value of an extension; the extension's own schema speaks of their keys."""


def check(data: Plain, places: Places, report: Report) -> None:
    """Add an error for everything that is wrong with the extensions of a document, a note for a word of before."""
    for code, problem in [*_local(data), *(("invalid-extension", problem) for problem in links.problems(data))]:
        place = places.place(problem.pointer)
        report.add(Diagnostic(code, Severity.ERROR, problem.sentence, place, problem.hint))
    for problem in _null_kinds(data):
        place = places.place(problem.pointer)
        report.add(Diagnostic("null-kind", Severity.NOTE, problem.sentence, place, problem.hint))


def _local(data: Plain) -> Iterator[tuple[str, Problem]]:
    for position in walk(data):
        if position.kind in _INNER:
            continue
        for key, value in position.data.items():
            if key[:1] in "xX" and is_ours(key):
                yield from _member(position, key, value)


def _null_kinds(data: Plain) -> Iterator[Problem]:
    for position in walk(data):
        if position.kind == "code" and position.data.get("kind", "") is None:
            yield Problem(
                f"{position.pointer}/kind", "a code without a kind of failure is a success", "say `kind: success`"
            )


def _member(position: Position, key: str, value: Plain) -> Iterator[tuple[str, Problem]]:
    here = position.pointer + pointer([key])
    extension = EXTENSIONS.get(key)
    if extension is None:
        word = suggest_name(key)
        hint = f"did you mean {word}?" if word else ""
        yield "unknown-extension", Problem(here, f"there is no extension `{key}`", hint)
    elif extension.schema(position.kind) is None:
        wanted = f"it may stand on: {', '.join(extension.where)}"
        yield "misplaced-extension", Problem(here, f"{key} has no meaning on this {position.kind}", wanted)
    else:
        for problem in _content(extension, position.kind, value):
            subject = f"{key}{problem.pointer}" if problem.pointer else key
            sentence = f"{subject}: {problem.sentence}"
            yield "invalid-extension", Problem(here + problem.pointer, sentence, problem.hint)


def _content(extension: Extension, place: str, value: Plain) -> Iterator[Problem]:
    """Give what is wrong inside an extension; its meaning is judged only if its form is right."""
    found = list(problems(_validator(extension.name, place), extension.schema(place), value))
    yield from found or meaning.problems(extension.name, value)


@cache
def _validator(name: str, place: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(EXTENSIONS[name].schema(place) or {})
