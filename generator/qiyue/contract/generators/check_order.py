"""Check order: requests with two things wrong, of which the vendor tells the one that it checks first.

In: Api, an operation with a ``check-order``, its example, what can be wrong with it. Out: pairs that follow each other
in that order, with the kinds that are right for them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

from qiyue.api import Api, Kind, Operation, Where
from qiyue.base.where import get, pointer, put
from qiyue.contract.auth.credentials import (
    WRONG,
    client_fills,
    client_scope_values,
    required_schemes,
    token_request_fields,
)
from qiyue.contract.model.mutation import Mutation
from qiyue.examples import Request, nodes_of, preferred_media, property_locations, required_properties
from qiyue.sample.valid import is_valid
from qiyue.values import FrozenMap, Plain, freeze, thaw

MISSING = frozenset({Kind.MISSING_PARAMETER, Kind.INVALID_PARAMETER})
INVALID = frozenset({Kind.INVALID_PARAMETER, Kind.MISSING_PARAMETER, Kind.TOO_LARGE})
_CREDENTIALS = frozenset({Kind.MISSING_CREDENTIAL, Kind.BAD_CREDENTIAL})
_ALIKE: Mapping[Kind, frozenset[Kind]] = {
    **dict.fromkeys(_CREDENTIALS, _CREDENTIALS),
    Kind.MISSING_PARAMETER: MISSING,
    Kind.INVALID_PARAMETER: INVALID,
}
"""Kinds between which a vendor need not tell."""
_OTHERS = (["unheard-of"], {"unheard": "of"})


@dataclass(frozen=True, slots=True)
class SingleError:
    """One thing that is wrong."""

    kind: Kind
    about: str
    request: Request
    mutation: Mutation


Pair: TypeAlias = tuple[str, Request, frozenset[Kind], Mutation]
"""What it is about, the request, the kinds that are right, how it is spoiled."""


def build_error_pairs(
    api: Api, operation: Operation, example: Request, special: Iterable[SingleError]
) -> Iterator[Pair]:
    """Give the pairs of an operation; ``special`` is wrong beside its values and its credential."""
    order = operation.errors.check_order if operation.errors else ()
    ones: dict[Kind, SingleError] = {}
    for one in (*special, *_credentials(api, operation, example), *_values(api, operation, example)):
        if has_error_code(operation, one.kind):
            ones.setdefault(one.kind, one)
    for first, second in pairwise(ones[kind] for kind in order if kind in ones):
        right = _ALIKE.get(first.kind, frozenset({first.kind}))
        if second.kind not in right and _spots(first).isdisjoint(_spots(second)):
            request = first.request if first.request != example else second.request
            yield f"{first.about}, and {second.about}", request, right, _both(first.mutation, second.mutation)


def has_error_code(operation: Operation, kind: Kind) -> bool:
    """Tell whether the document says how the vendor refuses for this reason."""
    rows = operation.errors.codes if operation.errors else ()
    return not rows or any(kind is row.kind or kind in row.covers for row in rows if row.emit)


def _credentials(api: Api, operation: Operation, example: Request) -> Iterator[SingleError]:
    schemes = required_schemes(api, operation)
    if schemes and () not in operation.security and all(scheme.type != "mutualTLS" for scheme in schemes):
        yield SingleError(Kind.MISSING_CREDENTIAL, "no credential", example, Mutation(key=None))
        yield SingleError(Kind.BAD_CREDENTIAL, "a wrong credential", example, Mutation(key=WRONG))


def _values(api: Api, operation: Operation, example: Request) -> Iterator[SingleError]:
    """Give the example without a member that is required, and with one of another type."""
    own = {
        *client_scope_values(api, operation),
        *token_request_fields(api, operation),
        *(fill.at for fill in client_fills(operation)),
    }
    own |= {dispatch.field for dispatch in api.dispatches} | (
        {operation.signature.put} if operation.signature else set()
    )
    nodes = nodes_of(api, operation)
    for at, parent in _members(api, operation):
        held = get(thaw(example.body), parent)
        name = at.rpartition("/")[2]
        if at in own or not isinstance(held, dict) or name not in held:
            continue
        spoiled = Mutation(left=frozenset({at}))
        rest = {key: value for key, value in held.items() if key != name}
        yield SingleError(Kind.MISSING_PARAMETER, f"{at} is missing", _with(example, parent, rest), spoiled)
        for other in _OTHERS:
            if not is_valid(api, nodes[at], other):
                changed = _with(example, parent, {**held, name: other})
                yield SingleError(Kind.INVALID_PARAMETER, f"{at} is of another type", changed, spoiled)


def _members(api: Api, operation: Operation) -> Iterator[tuple[Where, Where]]:
    """Give each member that the payload of a JSON body requires, and where the payload is."""
    media, envelope = preferred_media(operation), operation.envelope and operation.envelope.request
    if media is None or media.type is None or "json" not in media.content_type:
        return
    at = envelope.payload if envelope else ""
    node = dict(property_locations(api, media.type)).get(at) if at else api.schema(media.type)
    yield from ((at + pointer([name]), at) for name in required_properties(api, node))


def _with(example: Request, at: Where, value: Plain) -> Request:
    return replace(example, body=freeze(put(thaw(example.body), at, value)))


def _both(one: Mutation, other: Mutation) -> Mutation:
    return Mutation(
        key=one.key if one.key != "" else other.key,
        values=FrozenMap({**one.values, **other.values}),
        changed=FrozenMap({**one.changed, **other.changed}),
        altered=FrozenMap({**one.altered, **other.altered}),
        late=one.late or other.late,
        left=one.left | other.left,
    )


def _spots(one: SingleError) -> set[Where]:
    return {*one.mutation.values, *one.mutation.changed, *one.mutation.left}
