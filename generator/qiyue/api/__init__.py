"""Api: what a spec says, resolved. Frozen, language-neutral, no links but ids.

Input: ``resolve``. Output: every target, ``emit``, mock, contract, checks. Nothing here reads or writes
files, knows a wire name or a programming language. ``place`` fields are JSON Pointers into the document
the value was read from; they take no part in equality.
"""

from qiyue.api.behaviour import (
    AnswerEnvelope,
    Catalogued,
    Code,
    Condition,
    Envelope,
    ErrorTable,
    Fill,
    MockRole,
    Pagination,
    Quota,
    RequestEnvelope,
    Safety,
    Scope,
    Seconds,
    Signature,
    SignatureStep,
    Token,
    Uniqueness,
    Upload,
    VendorTime,
    Where,
)
from qiyue.api.evidence import Citation, Evidence, Finding, Grade, Page
from qiyue.api.kinds import Kind
from qiyue.api.model import Api
from qiyue.api.operation import (
    IDEMPOTENT_METHODS,
    Answer,
    Body,
    Callback,
    Dispatch,
    Encoding,
    Example,
    Header,
    Media,
    Operation,
    Parameter,
)
from qiyue.api.security import Credential, Requirement, SecurityScheme
from qiyue.api.server import Server, Tag
from qiyue.api.types import Schema, TypeId, Types
from qiyue.api.words import Live, Location, PageStyle, Style

__all__ = [
    "IDEMPOTENT_METHODS",
    "Answer",
    "AnswerEnvelope",
    "Api",
    "Body",
    "Callback",
    "Catalogued",
    "Citation",
    "Code",
    "Condition",
    "Credential",
    "Dispatch",
    "Encoding",
    "Envelope",
    "ErrorTable",
    "Evidence",
    "Example",
    "Fill",
    "Finding",
    "Grade",
    "Header",
    "Kind",
    "Live",
    "Location",
    "Media",
    "MockRole",
    "Operation",
    "Page",
    "PageStyle",
    "Pagination",
    "Parameter",
    "Quota",
    "RequestEnvelope",
    "Requirement",
    "Safety",
    "Schema",
    "Scope",
    "Seconds",
    "SecurityScheme",
    "Server",
    "Signature",
    "SignatureStep",
    "Style",
    "Tag",
    "Token",
    "TypeId",
    "Types",
    "Uniqueness",
    "Upload",
    "VendorTime",
    "Where",
]
