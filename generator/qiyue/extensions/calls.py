"""Extensions about calling: names, evidence, scope, tokens, pages, times, limits, uploads, what cannot be called."""

from typing import Final

from qiyue.api.words import Epoch, Live, PageStyle, PutMethod
from qiyue.evidence import FINDING, PAGE
from qiyue.extensions.words import (
    COUNT,
    DURATION,
    ENV,
    FLAG,
    IDENTIFIER,
    KINDS,
    SECONDS,
    TEXT,
    TIME_FORMAT,
    WHERE,
    ZONE,
    JsonSchema,
    by_name,
    closed_object,
    list_schema,
    one_of,
    row,
    text_or,
    words_of,
)

SOURCE: Final[JsonSchema] = text_or(
    {
        **TEXT,
        "description": "a grade and references: `stated L12`, `inferred L12, ZX-02`; `draft` first until confirmed",
    },
    {**by_name(TEXT, {"type": "string"}), "minProperties": 1},
)
SOURCES: Final[JsonSchema] = by_name(
    {
        **closed_object(
            {"title": TEXT, "url": TEXT, "read": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}}
        ),
        "minProperties": 1,
    },
    {"type": "string", "pattern": f"^{PAGE}$", "description": "the id of a page: letters and digits, `main`, `Z2`"},
)

FINDINGS: Final[JsonSchema] = by_name(
    closed_object({"title": TEXT, "chosen": TEXT}),
    {"type": "string", "pattern": f"^{FINDING}$", "description": "the id of a finding: `ZX-01`"},
)

OPERATION_NAME: Final[JsonSchema] = {
    **closed_object({"resource": IDENTIFIER, "method": IDENTIFIER}),
    "minProperties": 1,
}
NAME: Final[JsonSchema] = IDENTIFIER

SCOPE: Final[JsonSchema] = closed_object({"client": FLAG, "env": ENV, "name": IDENTIFIER})
SENSITIVE: Final[JsonSchema] = FLAG

TOKEN: Final[JsonSchema] = closed_object(
    {
        "operation": {**TEXT, "description": "the operationId of the call that gets a token"},
        "request": by_name(IDENTIFIER, WHERE),
        "token": WHERE,
        "lifetime": text_or(WHERE, closed_object({"seconds": SECONDS}, ["seconds"])),
        "renew-on": KINDS,
        "early": {"type": "number", "minimum": 0},
    },
    ["operation", "token"],
)

PAGINATION: Final[JsonSchema] = {
    **closed_object(
        {
            "style": words_of(PageStyle),
            "page": WHERE,
            "size": WHERE,
            "first": {"type": "integer", "minimum": 0},
            "default-size": COUNT,
            "max-size": COUNT,
            "items": WHERE,
            "total": WHERE,
            "pages": WHERE,
            "cursor": WHERE,
            "next": WHERE,
        },
        ["style", "items"],
    ),
    "if": {"properties": {"style": {"const": "cursor"}}},
    "then": {"required": ["cursor", "next"]},
    "else": {"required": ["page"]},
}

TIME: Final[JsonSchema] = closed_object(
    {"format": TIME_FORMAT, "epoch": words_of(Epoch), "zone": ZONE}, **one_of("format", "epoch")
)

_LIVE: Final[JsonSchema] = {
    **words_of(Live),
    "description": "what a live run may do: call it freely (read), only if writes are allowed (write), never",
}
SAFETY: Final[JsonSchema] = text_or(_LIVE, closed_object({"live": _LIVE, "idempotent": FLAG}, ["live"]))
TIMEOUT: Final[JsonSchema] = SECONDS
QUOTA: Final[JsonSchema] = closed_object({"calls": COUNT, "per": DURATION}, ["calls", "per"])

UPLOAD: Final[JsonSchema] = closed_object(
    {
        "address": WHERE,
        "result": WHERE,
        "method": words_of(PutMethod),
        "content-type": WHERE,
        "file-name": WHERE,
    },
    ["address", "result"],
)

CATALOGUE: Final[JsonSchema] = list_schema(
    row(
        {
            "name": TEXT,
            "group": TEXT,
            "method": {"type": "string", "pattern": "^[A-Z]+$", "description": "an HTTP method in capitals"},
            "path": {"type": "string", "pattern": "^/", "description": "a path, beginning with /"},
            "reason": {**TEXT, "description": "what is missing to call it"},
        },
        ["name"],
    )
)
