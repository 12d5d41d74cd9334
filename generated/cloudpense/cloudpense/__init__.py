"""云简费控 OpenAPI
Version 2.
票据同步识别与查验

Source: title: assumed CP-23 | version: inferred CP-23 | summary: stated L1 | description: stated L5-8
"""

from typing import TYPE_CHECKING

from ._client import AsyncCloudpense, Cloudpense
from ._runtime.absent import ABSENT, Absent
from ._runtime.errors import (
    ApiError,
    BadCredentialError,
    BadSignatureError,
    BusinessError,
    CertificateError,
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
from ._runtime.files import FileInput
from ._runtime.lazily import submodules
from ._runtime.problems import Deviation, Problem
from ._runtime.response import RawResponse

if TYPE_CHECKING:
    from . import models
else:
    __getattr__ = submodules(__name__, "models")

__all__ = [
    "ABSENT",
    "Absent",
    "ApiError",
    "AsyncCloudpense",
    "BadCredentialError",
    "BadSignatureError",
    "BusinessError",
    "CertificateError",
    "ClientError",
    "ClockError",
    "Cloudpense",
    "ConflictError",
    "Deviation",
    "DeviationError",
    "FileInput",
    "ForbiddenError",
    "InvalidParameterError",
    "InvalidRequestError",
    "MissingCredentialError",
    "MissingParameterError",
    "NotFoundError",
    "Problem",
    "RateLimitedError",
    "RawResponse",
    "ReplayError",
    "RequestTimeoutError",
    "ServerError",
    "TooLargeError",
    "TransportError",
    "UndecodableError",
    "UnknownOperationError",
    "models",
]
