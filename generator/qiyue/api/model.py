"""The whole Api."""

from dataclasses import field

from qiyue.api.behaviour import (
    Catalogued,
    Envelope,
    ErrorTable,
    Quota,
    Seconds,
    Signature,
)
from qiyue.api.evidence import Evidence, Finding, Page
from qiyue.api.operation import Dispatch, Operation
from qiyue.api.security import Requirement, SecurityScheme
from qiyue.api.server import Server, Tag
from qiyue.api.types import Schema, TypeId
from qiyue.base.value import Value
from qiyue.values import EMPTY, FrozenMap


class Api(Value):
    """What a document says, resolved. The document's defaults for behaviours stand beside the operations'
    effective ones, so that the document can be written again."""

    title: str
    version: str
    summary: str = ""
    description: str = ""
    info: FrozenMap = EMPTY
    """The rest of ``info``: contact, licence, terms."""
    servers: tuple[Server, ...] = ()
    tags: tuple[Tag, ...] = ()
    operations: tuple[Operation, ...] = ()
    webhooks: tuple[Operation, ...] = ()
    """What the vendor sends; ``path`` is the webhook's name."""
    types: FrozenMap = EMPTY
    """TypeId → Schema (see ``qiyue.api.types``)."""
    type_places: FrozenMap = field(default=EMPTY, compare=False)
    """TypeId → JSON Pointer into the document."""
    security_schemes: tuple[SecurityScheme, ...] = ()
    security: tuple[Requirement, ...] = ()
    envelope: Envelope | None = None
    errors: ErrorTable | None = None
    signature: Signature | None = None
    quota: Quota | None = None
    timeout: Seconds | None = None
    dispatches: tuple[Dispatch, ...] = ()
    catalogue: tuple[Catalogued, ...] = ()
    mock: FrozenMap = EMPTY
    """The document's own ``x-qiyue-mock``: seeds by store."""
    pages: tuple[Page, ...] = ()
    findings: tuple[Finding, ...] = ()
    evidence: Evidence = Evidence()
    extra: FrozenMap = EMPTY
    place: str = field(default="", compare=False)

    def operation(self, operation_id: str) -> Operation:
        """Give an operation by id.

        Raises:
            KeyError: there is none.
        """
        for operation in self.operations:
            if operation.id == operation_id:
                return operation
        raise KeyError(operation_id)

    def schema(self, type_id: TypeId) -> Schema:
        """Give the node of a type.

        Raises:
            KeyError: there is none.
        """
        node: Schema = self.types[type_id]
        return node
