"""发票管理 API
Version 1.
管理系统中的发票信息

Source: title: stated L3 | version: stated L24; inferred SX-13 | summary: stated L5-7; inferred SX-09 | description: stated L7, L173, L177 | address: companion S2, S3, SX-22
"""

from typing import TYPE_CHECKING

from ._client import AsyncShopexOms, ShopexOms
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
    "AsyncShopexOms",
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
    "ShopexOms",
    "TooLargeError",
    "TransportError",
    "UndecodableError",
    "UnknownOperationError",
    "models",
]
