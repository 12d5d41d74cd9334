"""Refusals: hand-made cases that a server must refuse, where generated ones cannot tell: credentials, signatures,
clocks, what selects an operation, and the parts of forms, in which every value is text.

In: an operation and its example. Out: cases with the kinds of refusal that are right for them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

from qiyue.api import Api, Kind, Media, Operation, Where
from qiyue.api.behaviour import seconds
from qiyue.contract.customer import WRONG, asking, fills, scoped
from qiyue.contract.spoiled import RIGHT, Spoiled
from qiyue.contract.unlocking import unlocking
from qiyue.examples import Request, example_requests, file_types, nodes_of, preferred_media, properties, required
from qiyue.sample import SampleFile, sample_file
from qiyue.sample.valid import fits
from qiyue.values import FrozenMap, Plain, pointer

MISSING = frozenset({Kind.MISSING_PARAMETER, Kind.INVALID_PARAMETER})
INVALID = frozenset({Kind.INVALID_PARAMETER, Kind.MISSING_PARAMETER, Kind.TOO_LARGE})
LARGEST = 32 * 1024 * 1024
"""Files above this size are not tried."""
_ADDED = "unheard-of"
_MARGIN = 60
"""Seconds beyond the widest clock that is let in."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A request with one thing wrong."""

    about: str
    request: Request
    kinds: frozenset[Kind]
    check: str = "refusal"
    spoiled: Spoiled = RIGHT


Spoiling: TypeAlias = tuple[str, Kind, str, Spoiled]
"""What it is about, the kind that is right, the check, how."""


def refusals(api: Api, operation: Operation) -> Iterator[Wrong]:
    """Give every hand-made case of an operation."""
    example = example_requests(api, operation)[0]
    for about, kinds, spoiled in unlocking(api, operation):
        yield Wrong(about, example, kinds, "credentials", spoiled)
    special = (
        *_customers(api, operation),
        *_signatures(api, operation, example),
        *_clocks(api, operation),
        *_choices(api, operation),
    )
    for about, kind, check, spoiled in special:
        if _has_a_code(operation, kind):
            yield Wrong(about, example, frozenset({kind}), check, spoiled)
    yield from _pairs(operation, example, special)
    media = preferred_media(operation)
    if media is not None and media.type is not None and "json" not in media.content_type:
        yield from _parts(api, media, example)
        yield from _files(api, media, example)


def _pairs(operation: Operation, example: Request, special: Sequence[Spoiling]) -> Iterator[Wrong]:
    """Give requests with two things wrong: what the vendor checks first is told."""
    order = operation.errors.check_order if operation.errors else ()
    ones = {kind: (about, spoiled) for about, kind, _, spoiled in special if kind in order and not spoiled.again}
    known = [kind for kind in order if kind in ones and _has_a_code(operation, kind)]
    for first, second in pairwise(known):
        (about, one), (other_about, other) = ones[first], ones[second]
        if {*one.values, *one.changed} & {*other.values, *other.changed}:
            continue
        both = replace(
            one,
            values=FrozenMap({**one.values, **other.values}),
            changed=FrozenMap({**one.changed, **other.changed}),
            late=one.late or other.late,
        )
        yield Wrong(f"{about}, and {other_about}", example, frozenset({first}), "order", both)


def _signatures(api: Api, operation: Operation, example: Request) -> Iterator[Spoiling]:
    rule = operation.signature
    if rule is None:
        return
    yield "a wrong signature", Kind.BAD_SIGNATURE, "signature", Spoiled(changed=FrozenMap({rule.put: "0" * 32}))
    for where, value in _signed(api, operation, example):
        about = f"{where} is changed when all is signed"
        yield about, Kind.BAD_SIGNATURE, "signature", Spoiled(changed=FrozenMap({where: value}))
    if rule.unique is not None:
        yield "a signed request for the second time", Kind.REPLAY, "replay", Spoiled(again=True)


def _signed(api: Api, operation: Operation, example: Request) -> Iterator[tuple[Where, str]]:
    """Give spots that are signed, with other values than the right ones: texts of the example, and an added one."""
    rule = operation.signature
    over = rule.over if rule else ""
    own = {*scoped(api, operation), *(dispatch.field for dispatch in api.dispatches), *([rule.put] if rule else ())}
    own |= {fill.at for fill in fills(operation)}
    if over != "body":
        yield f"query:{_ADDED}", _ADDED
        texts = {f"query:{name}": value for name, value in example.parameter("query").items()}
        yield from ((where, f"{value}1") for where, value in texts.items() if where not in own)
    if over != "query" and isinstance(example.body, FrozenMap):
        yield f"/{_ADDED}", _ADDED
        members = {pointer([name]): value for name, value in example.body.items() if isinstance(value, str)}
        yield from ((where, f"{value}1") for where, value in members.items() if where not in own)


def _clocks(api: Api, operation: Operation) -> Iterator[Spoiling]:
    rules = (*api.mock.get("rules", ()), *(operation.mock.rules if operation.mock else ()))
    for rule in (rule["clock"] for rule in rules if "clock" in rule):
        away = seconds(rule["within"]) + _MARGIN
        yield "a clock that is slow", Kind(rule["else"]), "clock", Spoiled(late=away)
        yield "a clock that is fast", Kind(rule["else"]), "clock", Spoiled(late=-away)


def _choices(api: Api, operation: Operation) -> Iterator[Spoiling]:
    """Give unknown values of what selects the operation, and of client scope where a store knows the right ones."""
    for dispatch in api.dispatches:
        if operation.id in {each for _, each in dispatch.cases}:
            spoiled = Spoiled(values=FrozenMap({dispatch.field: f"{operation.dispatch}.{_ADDED}"}))
            yield f"an unknown {dispatch.field}", Kind.UNKNOWN_OPERATION, "selection", spoiled
    places = scoped(api, operation)
    rules = (*api.mock.get("rules", ()), *(operation.mock.rules if operation.mock else ()))
    for rule in (rule["exists"] for rule in rules if "exists" in rule):
        if rule["at"] in places:
            unknown = _unknown(api, operation, rule["at"], places[rule["at"]])
            spoiled = Spoiled(values=FrozenMap({rule["at"]: unknown}))
            yield f"an unknown {rule['at']}", Kind(rule["else"]), "scope", spoiled


def _unknown(api: Api, operation: Operation, where: Where, known: Plain) -> Plain:
    """Give another value for a field, of its form if that can be told."""
    node = nodes_of(api, operation).get(where, True)
    others = (f"{known}{end}" for end in ("x", "1", "-1"))
    return next((other for other in others if fits(api, node, other)), _ADDED)


def _customers(api: Api, operation: Operation) -> Iterator[Spoiling]:
    """Give wrong credentials where a token is asked for."""
    for where in asking(api, operation):
        yield f"a wrong {where}", Kind.BAD_CREDENTIAL, "credentials", Spoiled(values=FrozenMap({where: WRONG}))


def _has_a_code(operation: Operation, kind: Kind) -> bool:
    """Tell whether the document says how the vendor refuses for this reason."""
    rows = operation.errors.codes if operation.errors else ()
    return not rows or any(kind is row.kind or kind in row.covers for row in rows if row.emit)


def _parts(api: Api, media: Media, example: Request) -> Iterator[Wrong]:
    schema = api.schema(media.type or "")
    for name in required(api, schema):
        if isinstance(example.body, FrozenMap) and name in example.body:
            rest = FrozenMap({key: value for key, value in example.body.items() if key != name})
            spoiled = Spoiled(left=frozenset({pointer([name])}))
            yield Wrong(f"{name} is missing", replace(example, body=rest), MISSING, spoiled=spoiled)
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
