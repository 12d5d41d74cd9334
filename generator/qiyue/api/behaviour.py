"""Vendor behaviour as values: envelopes, codes, signature, dispatch, tokens, pages, times, limits.

One class per ``x-qiyue-`` extension, with the extension's words; ``extensions/`` says what they may hold.
"""

from dataclasses import field
from decimal import Decimal
from typing import Literal, TypeAlias

from qiyue.api.evidence import Evidence
from qiyue.api.kinds import Kind
from qiyue.api.words import (
    Booleans,
    Case,
    Do,
    Drop,
    Encode,
    Epoch,
    Join,
    Live,
    Make,
    Nested,
    OnCollision,
    Over,
    PageStyle,
    Per,
    PutMethod,
    Retry,
    Sort,
    StepWord,
    Test,
)
from qiyue.base.value import Value
from qiyue.values import EMPTY, FrozenMap, Plain

Where: TypeAlias = str
"""A spot in a message: a JSON Pointer into the body (``/payload/id``, ``""`` is all of it), or
``header:Name``, ``query:name``, ``path:name``."""

Seconds: TypeAlias = Decimal
"""A duration, whatever unit the document writes it in."""


class Condition(Value):
    """A test of a message: ``at`` with ``is``, ``in`` or ``present``; or ``all`` / ``any`` of others."""

    at: Where = ""
    test: Test = "is"
    value: Plain = None
    parts: tuple["Condition", ...] = ()


class Fill(Value):
    """A request field that the client fills in by itself."""

    at: Where
    make: Make
    per: Per = "call"
    format: str = ""
    zone: str = ""
    value: Plain = None


class RequestEnvelope(Value):
    """Where the payload goes in a request body, and what is filled in around it."""

    payload: Where = ""
    fill: tuple[Fill, ...] = ()


class AnswerEnvelope(Value):
    """How an answer tells success, code, message and payload."""

    success: Condition | None = None
    code: Where = ""
    message: Where = ""
    payload: Where = ""
    payload_required: bool = False
    trace: Where = ""
    """Where the vendor's own id of the request is, to quote to its support."""


class Envelope(Value):
    """``x-qiyue-envelope``."""

    request: RequestEnvelope | None = None
    answer: AnswerEnvelope | None = None


class Code(Value):
    """One row of a code table."""

    code: Plain
    kind: Kind | None
    """``None`` for the code of a success, of which a document says ``kind: success``."""
    message: str = ""
    """What the vendor writes; the mock repeats it."""
    advice: str = ""
    """What the page tells the caller to do."""
    retry: Retry = "never"
    emit: bool = True
    """Whether the mock answers with this code for its kind."""
    covers: tuple[Kind, ...] = ()
    """Other kinds for which the vendor answers with this code."""
    status: int = 0
    """The HTTP status it comes with; 0 where the document's answers tell."""
    set: FrozenMap = EMPTY
    """Other fields of the refusal: where → value."""
    spots: tuple[Where, ...] = ()
    """The spots of a request whose failures it answers; all, where none is named."""
    at: Where = ""
    """Where this code stands; ``""`` where the table says."""
    message_at: Where = ""
    """Where its message stands; ``""`` where the envelope says."""
    evidence: Evidence = Evidence()


class ErrorTable(Value):
    """``x-qiyue-errors``."""

    at: Where = ""
    """Where the code is; ``""`` means the envelope's ``code``, ``status`` the HTTP status."""
    check_order: tuple[Kind, ...] = ()
    codes: tuple[Code, ...] = ()


class SignatureStep(Value):
    """One step of a signature: ``digest`` the text so far, or ``append`` / ``prepend`` something to it."""

    do: StepWord
    word: str
    """The digest's name (``md5``, ``hmac-sha256``, …), or ``secret``, or the text itself."""
    case: Case = "lower"
    encode: Encode = "hex"


class Uniqueness(Value):
    """No two requests may carry the same signature within ``resolution``."""

    resolution: Seconds = Decimal(1)
    on_collision: OnCollision = "wait"
    remember: Seconds | None = None
    """How long the vendor refuses a signature that it has seen; ``None`` where nothing says."""


class Signature(Value):
    """``x-qiyue-signature``: canonicalisation as data."""

    over: Over
    put: Where
    steps: tuple[SignatureStep, ...]
    secret: str = "secret"
    """The name of the credential that signs."""
    exclude: tuple[str, ...] = ()
    drop: Drop = "none"
    booleans: Booleans = "true/false"
    nested: Nested = "refuse"
    sort: Sort = "bytes"
    join: Join = "key-value"
    unique: Uniqueness | None = None
    vectors: tuple[FrozenMap, ...] = ()


class Token(Value):
    """``x-qiyue-token``: the call that gets a token."""

    operation: str
    """The id of the operation to call."""
    request: tuple[tuple[Where, str], ...] = ()
    """Where a credential goes → the credential's name."""
    token: Where = ""
    lifetime: Where = ""
    lifetime_seconds: Seconds | None = None
    """How long it holds, where no answer says that."""
    renew_on: tuple[Kind, ...] = ()
    early: Seconds = Decimal(60)
    """How long before its end a token is renewed."""


class Scope(Value):
    """``x-qiyue-scope``: given once per client, overridable per call."""

    client: bool = True
    env: str = ""
    name: str = ""
    """The constructor argument; ``""`` lets the target choose it from the wire name."""


class Pagination(Value):
    """``x-qiyue-pagination``."""

    style: PageStyle
    items: Where
    page: Where = ""
    size: Where = ""
    first: int = 1
    default_size: int = 0
    max_size: int = 0
    total: Where = ""
    pages: Where = ""
    cursor: Where = ""
    next: Where = ""


class VendorTime(Value):
    """``x-qiyue-time`` of a schema: a text ``format`` such as ``yyyy-MM-dd HH:mm``, or an ``epoch`` unit."""

    format: str = ""
    epoch: Epoch | Literal[""] = ""
    zone: str = ""


class Safety(Value):
    """``x-qiyue-safety``: whether a live run may call it, and whether it may be repeated."""

    live: Live
    idempotent: bool | None = None

    @property
    def repeatable(self) -> bool | None:
        """Whether it may be sent twice, as what only reads may; ``None`` where that is left to the method."""
        return True if self.idempotent is None and self.live == "read" else self.idempotent


class Quota(Value):
    """``x-qiyue-quota``: at most ``calls`` in ``per``."""

    calls: int
    per: Seconds


class Upload(Value):
    """``x-qiyue-upload``: the operation gives an address; the bytes go there by ``method``, without credentials."""

    address: Where
    result: Where
    method: PutMethod = "PUT"
    content_type: Where = ""
    file_name: Where = ""
    """Where the request names the file; the client fills it in."""


class MockRole(Value):
    """``x-qiyue-mock`` of an operation: what the mock keeps and checks."""

    store: str = ""
    do: Do | Literal[""] = ""
    scope: Where = ""
    key: FrozenMap = EMPTY
    rules: tuple[FrozenMap, ...] = ()
    extra: FrozenMap = EMPTY


class Catalogued(Value):
    """``x-qiyue-catalogue``: an operation that a page names without telling how to call it."""

    name: str
    group: str = ""
    method: str = ""
    path: str = ""
    reason: str = ""
    evidence: Evidence = field(default=Evidence())
