"""财税软件API
Version 2025-12-30.
纷析云财税软件的开放接口

Source: title: stated L1, L3 | version: stated L399; inferred FX-28 | names: stated L4-75; inferred FX-25 | host: inferred FX-29
"""

from typing import TYPE_CHECKING

from ._client import AsyncFenxi, Fenxi
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
    "AsyncFenxi",
    "BadCredentialError",
    "BadSignatureError",
    "BusinessError",
    "CertificateError",
    "ClientError",
    "ClockError",
    "ConflictError",
    "Deviation",
    "DeviationError",
    "Fenxi",
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
