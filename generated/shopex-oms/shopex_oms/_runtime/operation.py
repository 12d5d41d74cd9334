"""Operation: what a client knows of one call, as frozen values.

A generated client declares these values and nothing else; ``request``, ``limits``, ``auth`` and ``answer`` act
upon them. Every type is given as itself (``models.Invoice``, ``list[models.Entry]``, ``bytes``): models build
their validators on first use, so a declaration costs nothing at import.
"""

from collections.abc import Mapping
from dataclasses import KW_ONLY, field, replace
from functools import cached_property
from typing import Any, Generic, Literal, TypeAlias, TypeVar

from .flows import Paging, Quota, Upload
from .kinds import Kind
from .media import is_multipart
from .value import Value

T_co = TypeVar("T_co", covariant=True)

Plain: TypeAlias = Any
"""Plain JSON data: ``str``, ``int``, ``Decimal``, ``bool``, ``None``, ``dict``, ``list``."""

Where: TypeAlias = str
"""A spot in a message: a JSON Pointer into the body (``""`` is all of it), ``header:Name``, ``query:name``,
``path:name`` or ``cookie:name``. In limits, ``*`` as a pointer part stands for every item."""

Location: TypeAlias = Literal["path", "query", "header", "cookie"]


class Shared(Value, kw_only=True):
    """A parameter of calls that the client is given once: a constructor argument, or a variable of the environment."""

    argument: str
    env: str


def _named() -> str:
    """Declare a field that is called ``name`` where it is not given."""
    return field(default="", metadata={"usual": "name"})


class Parameter(Value):
    """A parameter outside the body."""

    name: str
    _: KW_ONLY
    argument: str = _named()
    location: Location = "query"
    required: bool = False
    type: Any = None
    """What the argument is validated as; ``None`` lets every plain value through."""
    style: str = ""
    """``""`` is the usual one: ``simple`` in path and header, ``form`` in query and cookie."""
    explode: bool | None = None
    """``None`` is the usual one: true for ``form`` and ``deepObject``."""
    allow_reserved: bool = False
    content_type: str = ""
    """Set where the value is written in a media type instead of a style."""
    shared: Shared | None = None
    """Gives the value where the call does not."""
    sensitive: bool = False
    default: str | int | bool | None = None
    """What is sent where the caller gives nothing."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "argument", self.argument or self.name)


class Property(Value):
    """One property of a body whose properties are arguments of their own."""

    name: str
    _: KW_ONLY
    argument: str = _named()
    at: Where = ""
    """Where it is in the whole body, if it is beside the payload."""
    required: bool = False
    type: Any = None
    """What the argument is validated as; ``None`` lets every plain value through."""
    binary: bool = False
    """A file: the argument is a ``FileInput``; with ``several`` a list of them."""
    several: bool = False
    content_types: tuple[str, ...] = ()
    """The part's allowed media types (multipart)."""
    style: str = ""
    """Set where the document gives a style (form bodies); else arrays repeat and objects are JSON."""
    explode: bool | None = None
    allow_reserved: bool = False
    shared: Shared | None = None
    """Gives the value where the call does not."""
    sensitive: bool = False
    default: str | int | bool | None = None
    """What is sent where the caller gives nothing."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "argument", self.argument or self.name)


class Body(Value, kw_only=True):
    """A request body: one argument, or one for each property. Properties with a place of their own come with both."""

    content_type: str = "application/json"
    required: bool = False
    argument: str = ""
    """The argument that is the whole body; ``""`` where ``properties`` are arguments."""
    type: Any = None
    """What the whole body is validated as, where it is one argument; ``bytes``: the argument is a ``FileInput``."""
    properties: tuple[Property, ...] = ()
    further: str = ""
    """The argument with the members that the document does not name, where it allows any."""
    read_only: tuple[str, ...] = ()
    """The members that only answers have, where ``properties`` are arguments."""


class Limits(Value):
    """What restricts the value at one place, by the words of JSON Schema: ``required``, ``minLength``, ``maximum``,
    ``pattern``, ``multipleOf``, ``enum``, …; ``maxLength`` of a file counts bytes. The word ``limits`` has a function,
    which gives the limits inside the value; ``when`` has three lists of limits: where the first hold, the second must,
    else the third. A pointer goes into the payload, without the envelope."""

    at: Where
    rules: Mapping[str, Plain]


class Answer(Value, kw_only=True):
    """A declared answer."""

    status: str = "200"
    """``200``, ``2XX`` or ``default``."""
    content_type: str = "application/json"
    """``""`` for an answer without content."""
    type: Any = None
    """What the caller gets: the type of the envelope's payload, where there is an envelope. ``None``: no content
    (``content_type`` empty) or plain data."""
    address: bool = False
    """A redirect, which is not followed: the caller gets where it leads."""
    limits: tuple[Limits, ...] = ()
    """Looked at for deviations only."""
    stream: Literal["", "events", "whole-events", "lines", "bytes"] = ""
    """Set where the answer is read while it comes; ``type`` is that of an item. ``events``: server-sent events, whose
    ``data`` are JSON, if there is a type. ``whole-events``: the same, with a type that has ``data`` beside ``event``,
    ``id`` and ``retry``. ``lines``: a JSON text in each line."""


class Condition(Value, kw_only=True):
    """A test of an answer: ``at`` with ``is``, ``in`` or ``present``; or ``all`` / ``any`` of ``parts``."""

    at: Where = ""
    test: Literal["is", "in", "present", "all", "any"] = "is"
    value: Plain = None
    parts: tuple["Condition", ...] = ()


class Fill(Value, kw_only=True):
    """A request field that the client fills in by itself, where the caller has not."""

    at: Where
    make: Literal["uuid", "epoch-ms", "epoch-s", "time", "random", "const"]
    per: Literal["call", "attempt"] = "call"
    format: str = ""
    zone: str = ""
    value: Plain = None


class RequestEnvelope(Value, kw_only=True):
    """Where the payload goes in a request body, and what is filled in around it."""

    payload: Where = ""
    fill: tuple[Fill, ...] = ()


class AnswerEnvelope(Value, kw_only=True):
    """How an answer tells success, code, message and payload. A 2xx status is always needed for success too."""

    success: Condition | None = None
    code: Where = ""
    message: Where = ""
    payload: Where = ""
    payload_required: bool = False
    """Without it an answer that lacks its payload gives ``None``, so the operation's type must allow it."""
    trace: Where = ""


class Envelope(Value, kw_only=True):
    """What every message of a vendor is wrapped in."""

    request: RequestEnvelope | None = None
    answer: AnswerEnvelope | None = None


class CodeRow(Value, kw_only=True):
    """One row of a vendor's code table."""

    code: Plain
    kind: Kind | None
    """``None`` for the code of a success."""
    status: int = 0
    """The HTTP status it comes with: of two rows of one code that of the answer's status counts; 0 is any."""
    retry: Literal["never", "safe", "always"] | None = None
    """``safe``: where the operation may be repeated. ``None``: as the kind usually is."""
    message: str = ""
    advice: str = ""
    at: Where = ""
    """Where this code stands; ``""`` where the table says. Found there, it is a failure whatever the envelope says."""
    message_at: Where = ""
    """Where its message stands; ``""`` where the envelope says."""


class Errors(Value, kw_only=True):
    """A vendor's code table."""

    at: Where = ""
    """Where the code is; ``""`` means the envelope's ``code``, ``status`` the HTTP status."""
    codes: tuple[CodeRow, ...] = ()


class SignatureStep(Value, kw_only=True):
    """One step of a signature: ``digest`` the text so far, or ``append`` / ``prepend`` something to it."""

    do: Literal["digest", "append", "prepend"]
    word: str
    """The digest's name, or ``secret``, or the text itself."""
    case: Literal["lower", "upper"] = "lower"
    encode: Literal["hex", "base64"] = "hex"


class Signature(Value, kw_only=True):
    """How requests are signed, see ``signature``."""

    secret: str
    """The argument of the credential that signs."""
    put: Where
    steps: tuple[SignatureStep, ...]
    over: Literal["all-parameters", "body", "query"] = "all-parameters"
    exclude: tuple[str, ...] = ()
    drop: Literal["null", "empty", "none"] = "none"
    booleans: Literal["1/0", "true/false"] = "true/false"
    nested: Literal["recursive", "json", "refuse"] = "refuse"
    sort: Literal["bytes", "none"] = "bytes"
    join: Literal["key-value", "key=value&"] = "key-value"
    resolution: float = 0.0
    """Seconds after which an equal call is signed otherwise; 0: the vendor takes a signature twice."""
    on_collision: Literal["wait", "refuse"] = "wait"


class Operation(Value, Generic[T_co], kw_only=True):
    """One call. ``T_co`` is what the caller gets."""

    id: str
    method: str
    path: str
    caller: str = ""
    """How callers find it: ``invoices.recognize``."""
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    answers: tuple[Answer, ...] = ()
    streams: tuple[Answer, ...] = ()
    """The answers of a method of its own, which reads them while they come."""
    refusals: tuple[Answer, ...] = ()
    """The declared answers of failures whose body has a type."""
    envelope: Envelope | None = None
    constants: tuple[Fill, ...] = ()
    """Fields that have one value in every call of the operation."""
    errors: Errors | None = None
    signature: Signature | None = None
    security: tuple[tuple[str, ...], ...] = ()
    """Alternatives, each the ids of schemes needed together; ``()`` among them means that none is needed."""
    idempotent: bool | None = None
    """Whether it may be repeated; ``None`` asks the HTTP method."""
    timeout: float | None = None
    """Seconds that the vendor needs; a caller's own timeout wins."""
    limits: tuple[Limits, ...] = ()
    base_url: str = ""
    environments: Mapping[str, str] | None = None
    """An address of its own, where the document gives the operation one."""
    quota: Quota | None = None
    paging: Paging | None = None
    upload: Upload | None = None

    def streamed(self) -> "Operation[Any]":
        """Give the operation as one that is answered by a stream."""
        return replace(self, answers=self.streams)

    @cached_property
    def idempotency_key(self) -> str:
        """The header by which the vendor knows a call again, and does it once; ``""`` where it declares none."""
        names = (one.name for one in self.parameters if one.location == "header")
        return next((name for name in names if name.lower().removeprefix("x-") == "idempotency-key"), "")

    @property
    def repeatable(self) -> bool:
        usual = self.method in {"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"}
        return usual if self.idempotent is None else self.idempotent

    @cached_property
    def is_transfer(self) -> bool:
        """Whether it sends or gets a file or a stream, which may take any time."""
        body = self.body or Body()
        sends = body.type is bytes or is_multipart(body.content_type) or any(one.binary for one in body.properties)
        return sends or any(answer.stream or answer.type is bytes for answer in self.answers)
