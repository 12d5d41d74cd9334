"""Credential mutations: credentials in every wrong form. In: Api and an operation. Out: how each is spoiled, and what
is right for it. The form of a header with a word in front, ``Bearer …``, is wrong in more ways than that of a bare
key."""

from collections.abc import Iterator
from typing import TypeAlias

from qiyue.api import Api, Kind, Operation, SecurityScheme
from qiyue.contract.auth.credentials import KEY, WRONG, required_schemes
from qiyue.contract.model.mutation import Mutation
from qiyue.values import FrozenMap

CredentialMutation: TypeAlias = tuple[str, frozenset[Kind], Mutation]
"""What it is about, the kinds that are right, how."""
_BAD = frozenset({Kind.BAD_CREDENTIAL})
_EITHER = _BAD | {Kind.MISSING_CREDENTIAL}


def mutate_credentials(api: Api, operation: Operation) -> Iterator[CredentialMutation]:
    """Give every wrong form of the credentials that an operation wants."""
    schemes = required_schemes(api, operation)
    if not schemes or () in operation.security or any(scheme.type == "mutualTLS" for scheme in schemes):
        return
    yield "no credential", _EITHER, Mutation(key=None)
    yield "a wrong credential", _BAD, Mutation(key=WRONG)
    yield "a credential with more behind it", _BAD, Mutation(key=f"{KEY}0")
    yield "half a credential", _BAD, Mutation(key=KEY[: len(KEY) // 2])
    yield "a credential in another case", _BAD, Mutation(key=KEY.swapcase())
    if len(schemes) == 1:
        yield from _forms(schemes[0])


def _forms(scheme: SecurityScheme) -> Iterator[CredentialMutation]:
    if scheme.type == "apiKey":
        if scheme.location in ("header", "query"):
            changed = FrozenMap({f"{scheme.location}:{scheme.name}": ""})
            yield "an empty credential", _EITHER, Mutation(changed=changed)
        return
    word = scheme.scheme if scheme.type == "http" else "bearer"
    for about, text in (
        ("an empty credential", ""),
        ("the word of a credential and nothing else", word.capitalize()),
        ("a credential without its word", KEY),
        ("a credential of another scheme", f"{'Bearer' if word == 'basic' else 'Basic'} {KEY}"),
        ("two credentials in one", f"{word.capitalize()} {KEY} {KEY}"),
    ):
        yield about, _EITHER, Mutation(changed=FrozenMap({"header:Authorization": text}))
