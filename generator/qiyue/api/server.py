"""Small parts of a document that several values hold."""

from qiyue.api.evidence import Evidence
from qiyue.base.value import Value
from qiyue.values import EMPTY, FrozenMap


class Server(Value):
    """A base address; ``variables`` as in the document: name → {default, enum, description}."""

    url: str
    description: str = ""
    variables: FrozenMap = EMPTY
    evidence: Evidence = Evidence()
    extra: FrozenMap = EMPTY


class Tag(Value):
    """A group of operations."""

    name: str
    description: str = ""
    extra: FrozenMap = EMPTY
