"""Operations and what they are made of: parameters, body, answers."""

from dataclasses import field
from typing import Literal

from qiyue.api.behaviour import (
    Envelope,
    ErrorTable,
    MockRole,
    Pagination,
    Quota,
    Safety,
    Scope,
    Seconds,
    Signature,
    Upload,
    Where,
)
from qiyue.api.evidence import Evidence
from qiyue.api.security import Requirement
from qiyue.api.server import Server
from qiyue.api.types import TypeId
from qiyue.api.words import Location, Style
from qiyue.base.value import Value
from qiyue.values import EMPTY, FrozenMap, Plain

IDEMPOTENT_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"})
"""HTTP methods whose requests may be sent twice."""


class Example(Value):
    """A named example; ``value`` is the plain wire value."""

    name: str
    value: Plain = None
    summary: str = ""
    extra: FrozenMap = EMPTY


class Header(Value):
    """A header of an answer or of a multipart part."""

    name: str
    type: TypeId
    required: bool = False
    description: str = ""
    style: Style = "simple"
    explode: bool = False
    evidence: Evidence = Evidence()
    extra: FrozenMap = EMPTY


class Encoding(Value):
    """How one property of a form or multipart body is written."""

    property: str
    content_type: str = ""
    headers: tuple[Header, ...] = ()
    style: Style | Literal[""] = ""
    explode: bool | None = None
    allow_reserved: bool = False
    extra: FrozenMap = EMPTY


class Media(Value):
    """One media type of a body or an answer."""

    content_type: str
    type: TypeId | None
    """``None`` where the document gives no schema."""
    encodings: tuple[Encoding, ...] = ()
    examples: tuple[Example, ...] = ()
    extra: FrozenMap = EMPTY
    place: str = field(default="", compare=False)


class Parameter(Value):
    """A parameter in path, query, header or cookie."""

    name: str
    """The wire name."""
    location: Location
    type: TypeId
    required: bool = False
    called: str = ""
    """What callers know it as (``x-qiyue-name``), ``""`` where the document says nothing."""
    deprecated: bool = False
    description: str = ""
    style: Style = "form"
    explode: bool = True
    allow_reserved: bool = False
    allow_empty: bool = False
    content_type: str = ""
    """Set where the parameter is declared by ``content``: its value is serialised in that media type."""
    examples: tuple[Example, ...] = ()
    scope: Scope | None = None
    sensitive: bool = False
    evidence: Evidence = Evidence()
    extra: FrozenMap = EMPTY
    place: str = field(default="", compare=False)


class Body(Value):
    """A request body."""

    media: tuple[Media, ...]
    required: bool = False
    description: str = ""
    evidence: Evidence = Evidence()
    extra: FrozenMap = EMPTY
    place: str = field(default="", compare=False)


class Answer(Value):
    """A response: ``status`` is ``200``, ``4XX`` or ``default``."""

    status: str
    media: tuple[Media, ...] = ()
    headers: tuple[Header, ...] = ()
    description: str = ""
    links: FrozenMap = EMPTY
    evidence: Evidence = Evidence()
    extra: FrozenMap = EMPTY
    place: str = field(default="", compare=False)


class Operation(Value):
    """One thing a caller can do. Behaviours are the effective ones: the operation's own, else the document's."""

    id: str
    """Unique in the Api."""
    method: str
    """Upper case, ``POST``. Empty for a webhook's name without a path, never for an operation."""
    path: str
    dispatch: str = ""
    """The value of the selecting field, where one path carries many operations."""
    resource: str = ""
    """The name under which callers find it (``x-qiyue-name``), ``""`` where the document gives none."""
    name: str = ""
    tags: tuple[str, ...] = ()
    summary: str = ""
    description: str = ""
    deprecated: bool = False
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    answers: tuple[Answer, ...] = ()
    callbacks: tuple["Callback", ...] = ()
    servers: tuple[Server, ...] = ()
    security: tuple[Requirement, ...] = ()
    """Alternatives; an empty requirement ``()`` among them means that no credential is needed."""
    envelope: Envelope | None = None
    errors: ErrorTable | None = None
    signature: Signature | None = None
    pagination: Pagination | None = None
    safety: Safety | None = None
    timeout: Seconds | None = None
    quota: Quota | None = None
    upload: Upload | None = None
    mock: MockRole | None = None
    evidence: Evidence = Evidence()
    extra: FrozenMap = EMPTY
    place: str = field(default="", compare=False)

    @property
    def success_answers(self) -> tuple[Answer, ...]:
        """The answers of success: those of 2xx, else ``default``, else redirects, which are never followed."""
        for status in ("2", "d", "3"):
            if found := tuple(answer for answer in self.answers if answer.status.lower().startswith(status)):
                return found
        return ()

    @property
    def repeatable(self) -> bool:
        """Whether it may be sent twice: the document says so, else its method does."""
        said = self.safety.repeatable if self.safety else None
        return self.method in IDEMPOTENT_METHODS if said is None else said


class Callback(Value):
    """Requests the vendor makes in return, by runtime expression."""

    name: str
    expression: str
    operations: tuple[Operation, ...] = ()


class Dispatch(Value):
    """``x-qiyue-dispatch``: one operation of the document carries many, told apart by a field of the request."""

    carrier: Operation
    field: Where
    cases: tuple[tuple[str, str], ...] = ()
    """Value of the field → id of the operation."""
