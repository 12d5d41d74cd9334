"""Small parts of a document that several values hold."""

from dataclasses import dataclass

from qiyue.api.evidence import Evidence
from qiyue.values import EMPTY, FrozenMap


@dataclass(frozen=True, slots=True)
class Server:
    """A base address; ``variables`` as in the document: name → {default, enum, description}."""

    url: str
    description: str = ""
    variables: FrozenMap = EMPTY
    evidence: Evidence = Evidence()
    extra: FrozenMap = EMPTY


@dataclass(frozen=True, slots=True)
class Tag:
    """A group of operations."""

    name: str
    description: str = ""
    extra: FrozenMap = EMPTY
