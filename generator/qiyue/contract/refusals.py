"""Refusals: hand-made cases that a server must refuse, where generated ones cannot tell: credentials, and the parts of
forms, in which every value is text.

In: an operation and its example. Out: cases with the kinds of refusal that are right for them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from qiyue.api import Api, Kind, Media, Operation
from qiyue.examples import Request, example_requests, file_types, preferred_media, properties
from qiyue.sample import SampleFile, sample_file
from qiyue.values import FrozenMap

MISSING = frozenset({Kind.MISSING_PARAMETER, Kind.INVALID_PARAMETER})
INVALID = frozenset({Kind.INVALID_PARAMETER, Kind.MISSING_PARAMETER, Kind.TOO_LARGE})
LARGEST = 32 * 1024 * 1024
"""Files above this size are not tried."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A request with one thing wrong."""

    about: str
    request: Request
    kinds: frozenset[Kind]
    check: str = "refusal"
    key: str | None = ""
    """The credential: ``""`` the right one, ``None`` none at all, else this one."""


def refusals(api: Api, operation: Operation, wrong_key: str) -> Iterator[Wrong]:
    """Give every hand-made case of an operation."""
    example = example_requests(api, operation)[0]
    if operation.security and () not in operation.security:
        either = frozenset({Kind.MISSING_CREDENTIAL, Kind.BAD_CREDENTIAL})
        yield Wrong("no credential", example, either, "credentials", None)
        yield Wrong("a wrong credential", example, frozenset({Kind.BAD_CREDENTIAL}), "credentials", wrong_key)
    media = preferred_media(operation)
    if media is not None and media.type is not None and "json" not in media.content_type:
        yield from _parts(api, media, example)
        yield from _files(api, media, example)


def _parts(api: Api, media: Media, example: Request) -> Iterator[Wrong]:
    schema = api.schema(media.type or "")
    for name in _required(api, schema):
        if isinstance(example.body, FrozenMap) and name in example.body:
            rest = FrozenMap({key: value for key, value in example.body.items() if key != name})
            yield Wrong(f"{name} is missing", replace(example, body=rest), MISSING)
        elif any(name == key for key, _ in example.files):
            files = tuple((key, file) for key, file in example.files if key != name)
            yield Wrong(f"the file {name} is missing", replace(example, files=files), MISSING)


def _files(api: Api, media: Media, example: Request) -> Iterator[Wrong]:
    allowed = file_types(api, media)
    nodes = properties(api, api.schema(media.type or ""))
    for name, file in example.files:
        types = allowed.get(name, ())
        if types and all("*" not in each and each != "application/octet-stream" for each in types):
            yield Wrong(f"{name} is of another type", _with(example, name, sample_file("text/csv")), INVALID)
        longest = nodes[name].get("maxLength") if isinstance(nodes.get(name), FrozenMap) else None
        if longest is not None and longest <= LARGEST:
            large = replace(file, content=file.content.ljust(longest + 1, b"\0"))
            yield Wrong(f"{name} is too large", _with(example, name, large), frozenset({Kind.TOO_LARGE}))


def _with(example: Request, name: str, file: SampleFile) -> Request:
    return replace(example, files=tuple((key, file if key == name else other) for key, other in example.files))


def _required(api: Api, node: object) -> tuple[str, ...]:
    if not isinstance(node, FrozenMap):
        return ()
    parts = ([api.schema(node["$ref"])] if "$ref" in node else []) + list(node.get("allOf", ()))
    inherited = (name for part in parts for name in _required(api, part))
    return tuple(dict.fromkeys((*inherited, *node.get("required", ()))))
