"""Security schemes and what an operation requires of them."""

from dataclasses import field
from typing import TypeAlias

from qiyue.api.behaviour import Token
from qiyue.api.evidence import Evidence
from qiyue.base.value import Value
from qiyue.values import EMPTY, FrozenMap


class Credential(Value):
    """What the caller of a client gives: a constructor argument, and ``<PACKAGE>_<ENV>`` in the environment."""

    name: str
    env: str


class SecurityScheme(Value):
    """One scheme of ``components.securitySchemes``."""

    id: str
    type: str
    """``apiKey``, ``http``, ``oauth2``, ``openIdConnect``, ``mutualTLS``."""
    scheme: str = ""
    """Of type ``http``: ``bearer``, ``basic``, …, in lower case."""
    location: str = ""
    """Of type ``apiKey``: ``header``, ``query``, ``cookie``."""
    name: str = ""
    """Of type ``apiKey``: the wire name."""
    description: str = ""
    credential: Credential | None = None
    """Overrides the name a target would choose (``x-qiyue-scope`` on the scheme)."""
    token: Token | None = None
    evidence: Evidence = Evidence()
    extra: FrozenMap = EMPTY
    place: str = field(default="", compare=False)


Requirement: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]
"""Schemes that must all be satisfied, each with its scopes. An operation has alternatives of these."""
