"""账小二开放平台 API
Version 2.0.
将账小二的AI记账能力集成到您的系统中

Source: title: stated L1 | summary: stated L3 | version: stated L5; inferred ZX-13 | format: stated L6; inferred ZX-02 | audience: stated L8 | sdk: stated L208-218; inferred ZX-13
"""

from typing import TYPE_CHECKING

from ._client import AsyncZhangxiaoer, Zhangxiaoer
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
    "AsyncZhangxiaoer",
    "BadCredentialError",
    "BadSignatureError",
    "BusinessError",
    "CertificateError",
    "ClientError",
    "ClockError",
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
    "Zhangxiaoer",
    "models",
]
