"""What the readers of one document share."""

from collections.abc import Mapping

from qiyue.api import Envelope, ErrorTable, Quota, Requirement, Seconds, SecurityScheme, Server, Signature
from qiyue.base.value import Value
from qiyue.document import Document
from qiyue.resolve.ids import Ids
from qiyue.resolve.types import TypeTable


class Defaults(Value):
    """What holds for every operation that says nothing else."""

    servers: tuple[Server, ...] = ()
    security: tuple[Requirement, ...] = ()
    envelope: Envelope | None = None
    errors: ErrorTable | None = None
    signature: Signature | None = None
    quota: Quota | None = None
    timeout: Seconds | None = None


class Context(Value):
    """The document, its types, the ids in use, its security schemes by name, and the defaults."""

    document: Document
    types: TypeTable
    ids: Ids
    schemes: Mapping[str, SecurityScheme]
    defaults: Defaults
