"""Negative: hand-made cases that a server must refuse, where generated ones cannot tell: credentials, signatures,
clocks, what selects an operation, and the parts of forms, in which every value is text.

In: an operation and its example. Out: cases with the kinds of refusal that are right for them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeAlias

from qiyue.api import Api, Kind, Media, Operation, Where
from qiyue.base.absent import ABSENT
from qiyue.base.duration import seconds
from qiyue.base.where import each as each_at
from qiyue.base.where import pointer
from qiyue.contract.auth.credentials import WRONG, client_scope_values, required_schemes, token_request_fields
from qiyue.contract.generators.check_order import INVALID, MISSING, SingleError, build_error_pairs, has_error_code
from qiyue.contract.generators.credential_mutations import mutate_credentials
from qiyue.contract.generators.signature_mutations import mutate_signature
from qiyue.contract.http.message import is_form
from qiyue.contract.model.mock_seeds import find_lookups
from qiyue.contract.model.mutation import NO_MUTATION, Mutation
from qiyue.examples import (
    Request,
    example_requests,
    file_types,
    nodes_of,
    preferred_media,
    properties,
    required_properties,
)
from qiyue.mock.compare import number
from qiyue.sample import SampleFile, sample_file
from qiyue.sample.valid import is_valid
from qiyue.values import FrozenMap, Plain, thaw

LARGEST = 32 * 1024 * 1024
"""Files above this size are not tried."""
_ADDED = "unheard-of"
_MARGIN = 60
"""Seconds beyond the widest clock that is let in."""


@dataclass(frozen=True, slots=True)
class NegativeCase:
    """A request with one thing wrong, or nearly so."""

    about: str
    request: Request
    kinds: frozenset[Kind]
    check: str = "refusal"
    mutation: Mutation = NO_MUTATION
    positive: bool = False
    """Whether it is just right."""


MutationRow: TypeAlias = tuple[str, Kind, str, Mutation]
"""What it is about, the kind that is right, the check, how."""


def build_negative_cases(api: Api, operation: Operation) -> Iterator[NegativeCase]:
    """Give every hand-made case of an operation."""
    example = example_requests(api, operation)[0]
    for about, kinds, spoiled in mutate_credentials(api, operation):
        yield NegativeCase(about, example, kinds, "credentials", spoiled)
    if has_error_code(operation, Kind.BAD_SIGNATURE):
        for about, kinds, spoiled in mutate_signature(api, operation, example):
            yield NegativeCase(about, example, kinds, "signature", spoiled)
    special = (
        *_customers(api, operation),
        *_signatures(api, operation),
        *_clocks(api, operation),
        *_choices(api, operation, example),
        *_sums(operation, example),
    )
    for about, kind, check, spoiled in special:
        if has_error_code(operation, kind):
            yield NegativeCase(about, example, frozenset({kind}), check, spoiled)
    yield from _ages(api, operation, example)
    for within, _ in _allowed(api, operation):
        for about, late in (("slow", within), ("fast", -within)):
            spoiled = Mutation(late=late, exact=True)
            yield NegativeCase(
                f"a clock that is {within} s {about}", example, frozenset(), mutation=spoiled, positive=True
            )
    yield from _pairs(api, operation, example, special)
    media = preferred_media(operation)
    if media is not None and media.type is not None and is_form(media.content_type):
        yield from _parts(api, media, example)
        yield from _files(api, media, example)


def _pairs(api: Api, operation: Operation, example: Request, special: Sequence[MutationRow]) -> Iterator[NegativeCase]:
    """Give requests with two things wrong: what the vendor checks first is told."""
    ones = [SingleError(kind, about, example, spoiled) for about, kind, _, spoiled in special if spoiled.again is None]
    for about, request, kinds, spoiled in build_error_pairs(api, operation, example, ones):
        yield NegativeCase(about, request, kinds, "order", spoiled)


def _signatures(api: Api, operation: Operation) -> Iterator[MutationRow]:
    rule = operation.signature
    if rule is None:
        return
    yield "a wrong signature", Kind.BAD_SIGNATURE, "signature", Mutation(changed=FrozenMap({rule.put: "0" * 32}))
    if rule.unique is not None:
        at_once = "a signed request for the second time"
        yield at_once, Kind.REPLAY, "replay", Mutation(again=0)
        yield (
            f"{at_once}, as late as may be",
            Kind.REPLAY,
            "replay",
            Mutation(again=_memory(api, operation), exact=True),
        )


def _memory(api: Api, operation: Operation) -> int:
    """Give the seconds after which a signature is still known, and its request still valid."""
    rule = operation.signature and operation.signature.unique
    valid = [within for within, _ in _allowed(api, operation)]
    said = [int(rule.remember)] if rule and rule.remember else []
    return min(said + valid, default=_MARGIN) - 1


def _allowed(api: Api, operation: Operation) -> Iterator[tuple[int, Kind]]:
    """Give by how many seconds a clock may be wrong, and the kind of refusal where it is more."""
    rules = (*api.mock.get("rules", ()), *(operation.mock.rules if operation.mock else ()))
    yield from ((seconds(rule["clock"]["within"]), Kind(rule["clock"]["else"])) for rule in rules if "clock" in rule)


def _clocks(api: Api, operation: Operation) -> Iterator[MutationRow]:
    for within, kind in _allowed(api, operation):
        for away, exact in ((within + _MARGIN, False), (within + 1, True)):
            yield f"a clock that is {away} s slow", kind, "clock", Mutation(late=away, exact=exact)
            yield f"a clock that is {away} s fast", kind, "clock", Mutation(late=-away, exact=exact)


def _choices(api: Api, operation: Operation, example: Request) -> Iterator[MutationRow]:
    """Give unknown values of what selects the operation, and of what a rule wants to be known."""
    for dispatch in api.dispatches:
        if operation.id in {each for _, each in dispatch.cases}:
            spoiled = Mutation(values=FrozenMap({dispatch.field: f"{operation.dispatch}.{_ADDED}"}))
            yield f"an unknown {dispatch.field}", Kind.UNKNOWN_OPERATION, "selection", spoiled
    places = client_scope_values(api, operation)
    for rule in find_lookups(api, operation):
        known = places[rule["at"]] if rule["at"] in places else _shown(example, rule["at"])
        if known is not ABSENT and "else" in rule:
            spoiled = Mutation(values=FrozenMap({rule["at"]: _unknown(api, operation, rule["at"], known)}))
            check = "scope" if rule["at"] in places else "known"
            yield f"an unknown {rule['at']}", Kind(rule["else"]), check, spoiled


def _sums(operation: Operation, example: Request) -> Iterator[MutationRow]:
    """Give sums that differ where they must not."""
    rules = operation.mock.rules if operation.mock else ()
    for rule in (rule["sum-equal"] for rule in rules if "sum-equal" in rule):
        where, held = next(iter(each_at(thaw(example.body), rule["a"])), ("", None))
        amount = number(held)
        if amount is not None:
            more = str(amount + 1) if isinstance(held, str) else amount + 1
            spoiled = Mutation(values=FrozenMap({where: more}))
            yield f"another sum of {rule['a']} than of {rule['b']}", Kind(rule["else"]), "sum", spoiled


def _shown(example: Request, at: Where) -> Plain:
    """Give what an example has at a spot, the first of several; ``ABSENT`` where it has nothing."""
    place, colon, name = at.partition(":")
    if colon:
        return example.parameter(place).get(name, ABSENT)
    return next((value for _, value in each_at(example.body, at)), ABSENT)


def _unknown(api: Api, operation: Operation, where: Where, known: Plain) -> Plain:
    """Give another value for a field, of its form if that can be told."""
    node = nodes_of(api, operation).get(where, True)
    is_number = isinstance(known, int | Decimal) and not isinstance(known, bool)
    others = [known + 1_000_003] if is_number else [f"{known}{end}" for end in ("x", "1", "-1")]
    return next((other for other in others if is_valid(api, node, other)), _ADDED)


def _ages(api: Api, operation: Operation, example: Request) -> Iterator[NegativeCase]:
    """Give calls with a token in its last second, and with one that has run out."""
    schemes = required_schemes(api, operation)
    tokens = [
        scheme.token for scheme in schemes if scheme.token and (scheme.token.lifetime or scheme.token.lifetime_seconds)
    ]
    if tokens and () not in operation.security and not list(_allowed(api, operation)):
        last, after = Mutation(age=-1, exact=True), Mutation(age=0, exact=True)
        yield NegativeCase("a token in its last second", example, frozenset(), mutation=last, positive=True)
        kinds = frozenset({Kind.BAD_CREDENTIAL}).union(*(token.renew_on for token in tokens))
        yield NegativeCase("a token that has run out", example, kinds, "credentials", after)


def _customers(api: Api, operation: Operation) -> Iterator[MutationRow]:
    """Give wrong credentials where a token is asked for."""
    for where in token_request_fields(api, operation):
        yield f"a wrong {where}", Kind.BAD_CREDENTIAL, "credentials", Mutation(values=FrozenMap({where: WRONG}))


def _parts(api: Api, media: Media, example: Request) -> Iterator[NegativeCase]:
    schema = api.schema(media.type or "")
    for name in required_properties(api, schema):
        if isinstance(example.body, FrozenMap) and name in example.body:
            rest = FrozenMap({key: value for key, value in example.body.items() if key != name})
            spoiled = Mutation(left=frozenset({pointer([name])}))
            yield NegativeCase(f"{name} is missing", replace(example, body=rest), MISSING, mutation=spoiled)
        elif any(name == key for key, _ in example.files):
            files = tuple((key, file) for key, file in example.files if key != name)
            yield NegativeCase(f"the file {name} is missing", replace(example, files=files), MISSING)


def _files(api: Api, media: Media, example: Request) -> Iterator[NegativeCase]:
    allowed = file_types(api, media)
    nodes = properties(api, api.schema(media.type or ""))
    for name, file in example.files:
        types = allowed.get(name, ())
        if types and all("*" not in each and each != "application/octet-stream" for each in types):
            yield NegativeCase(f"{name} is of another type", _with(example, name, sample_file("text/csv")), INVALID)
        longest = nodes[name].get("maxLength") if isinstance(nodes.get(name), FrozenMap) else None
        if longest is not None and longest <= LARGEST:
            large = replace(file, content=file.content.ljust(longest + 1, b"\0"))
            yield NegativeCase(f"{name} is too large", _with(example, name, large), frozenset({Kind.TOO_LARGE}))


def _with(example: Request, name: str, file: SampleFile) -> Request:
    return replace(example, files=tuple((key, file if key == name else other) for key, other in example.files))
