"""The runtime of generated clients: real code, copied into each of them as ``_runtime``.

Standard library, httpx2 and pydantic only; relative imports only. A call is a conversation (``conversation``) between
an operation's declaration (``operation``) and a driver (``client``).
"""

from typing import Final

from .absent import ABSENT, Absent
from .client import AsyncClient, SyncClient
from .errors import (
    ApiError,
    BadCredentialError,
    BadSignatureError,
    BusinessError,
    ClientError,
    ClockError,
    ConflictError,
    DeviationError,
    ForbiddenError,
    InvalidParameterError,
    InvalidRequestError,
    MissingCredentialError,
    MissingParameterError,
    NotFoundError,
    RateLimitedError,
    ReplayError,
    RequestTimeoutError,
    ServerError,
    TooLargeError,
    TransportError,
    UndecodableError,
    UnknownOperationError,
)
from .files import FileInput
from .kinds import Kind
from .operation import (
    Answer,
    AnswerEnvelope,
    Body,
    CodeRow,
    Condition,
    Envelope,
    Errors,
    Fill,
    Limit,
    Operation,
    Parameter,
    Property,
    RequestEnvelope,
    Signature,
    SignatureStep,
)
from .options import CallOptions
from .problems import Deviation, Problem
from .resource import AsyncResource, Resource, async_raw, raw
from .response import RawResponse
from .service import Credential, SecurityScheme, Service
from .settings import Changes, ClientOptions, Clock, Listener
from .types import Date, DateTime, DecimalText, JsonText, Model, OpenIntEnum, OpenStrEnum

VERSION: Final = "1"
"""Rises with every change of a name that generated code uses."""

__all__ = [
    "ABSENT",
    "VERSION",
    "Absent",
    "Answer",
    "AnswerEnvelope",
    "ApiError",
    "AsyncClient",
    "AsyncResource",
    "BadCredentialError",
    "BadSignatureError",
    "Body",
    "BusinessError",
    "CallOptions",
    "Changes",
    "ClientError",
    "ClientOptions",
    "Clock",
    "ClockError",
    "CodeRow",
    "Condition",
    "ConflictError",
    "Credential",
    "Date",
    "DateTime",
    "DecimalText",
    "Deviation",
    "DeviationError",
    "Envelope",
    "Errors",
    "FileInput",
    "Fill",
    "ForbiddenError",
    "InvalidParameterError",
    "InvalidRequestError",
    "JsonText",
    "Kind",
    "Limit",
    "Listener",
    "MissingCredentialError",
    "MissingParameterError",
    "Model",
    "NotFoundError",
    "OpenIntEnum",
    "OpenStrEnum",
    "Operation",
    "Parameter",
    "Problem",
    "Property",
    "RateLimitedError",
    "RawResponse",
    "ReplayError",
    "RequestEnvelope",
    "RequestTimeoutError",
    "Resource",
    "SecurityScheme",
    "ServerError",
    "Service",
    "Signature",
    "SignatureStep",
    "SyncClient",
    "TooLargeError",
    "TransportError",
    "UndecodableError",
    "UnknownOperationError",
    "async_raw",
    "raw",
]
