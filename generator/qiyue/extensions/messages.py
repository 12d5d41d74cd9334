"""Extensions about the form of messages: envelope, code table, signature, dispatch."""

from typing import Final

from qiyue.api.words import (
    Booleans,
    Case,
    Drop,
    Encode,
    Join,
    Make,
    Nested,
    OnCollision,
    Over,
    Per,
    Retry,
    Sort,
)
from qiyue.extensions.words import (
    DURATION,
    FLAG,
    IDENTIFIER,
    KINDS,
    OUTCOME,
    STATUS_OR_WHERE,
    TEXT,
    TIME_FORMAT,
    VALUE,
    WHERE,
    ZONE,
    JsonSchema,
    by_name,
    closed_object,
    list_schema,
    one_of,
    or_null,
    row,
    words_of,
)

_FILL: Final[JsonSchema] = {
    **closed_object(
        {
            "make": words_of(Make),
            "per": {
                **words_of(Per),
                "description": "`call` keeps the value when a call is repeated, `attempt` makes it anew",
            },
            "format": TIME_FORMAT,
            "zone": ZONE,
            "value": VALUE,
        },
        ["make"],
    ),
    "allOf": [
        {"if": {"properties": {"make": {"const": "const"}}}, "then": {"required": ["value"]}},
        {"if": {"properties": {"make": {"const": "time"}}}, "then": {"required": ["format"]}},
    ],
}

_CONDITION: Final[JsonSchema] = {"$ref": "#condition"}
_CONDITIONS: Final[JsonSchema] = {
    "condition": {
        "$anchor": "condition",
        **closed_object(
            {
                "at": WHERE,
                "is": VALUE,
                "in": list_schema(VALUE, least=1),
                "present": FLAG,
                "all": list_schema(_CONDITION, least=1),
                "any": list_schema(_CONDITION, least=1),
            },
            **one_of("is", "in", "present", "all", "any"),
        ),
        "if": {"anyOf": [{"required": ["is"]}, {"required": ["in"]}, {"required": ["present"]}]},
        "then": {"required": ["at"]},
    }
}

ENVELOPE: Final[JsonSchema] = {
    **closed_object(
        {
            "request": closed_object({"payload": WHERE, "fill": by_name(_FILL, WHERE)}),
            "answer": closed_object(
                {
                    "success": _CONDITION,
                    "code": STATUS_OR_WHERE,
                    "message": WHERE,
                    "payload": WHERE,
                    "payload-required": FLAG,
                    "trace": WHERE,
                }
            ),
        }
    ),
    "$defs": _CONDITIONS,
}

ERRORS: Final[JsonSchema] = closed_object(
    {
        "at": STATUS_OR_WHERE,
        "check-order": KINDS,
        "codes": list_schema(
            row(
                {
                    "code": {"type": ["string", "integer"]},
                    "kind": or_null(OUTCOME),
                    "message": {"type": "string"},
                    "advice": TEXT,
                    "retry": {
                        **words_of(Retry),
                        "description": "`safe` repeats only operations that may be repeated",
                    },
                    "emit": FLAG,
                    "covers": KINDS,
                    "status": {"type": "integer", "minimum": 100, "maximum": 599},
                    "set": by_name(VALUE, WHERE),
                    "spots": {
                        **list_schema(WHERE, least=1),
                        "description": "the row answers failures at these spots of the request only",
                    },
                    "at": WHERE,
                    "message-at": WHERE,
                },
                ["code", "kind"],
                description="say `kind: success` of the code of a success; that of a failure has the failure's kind",
            )
        ),
    },
    ["codes"],
)

KEYED_DIGESTS: Final = ("hmac-", "rsa", "sm2", "ecdsa", "ed25519")
"""How the names of digests begin that take the secret as their key."""

_STEP: Final[JsonSchema] = closed_object(
    {
        "digest": {**TEXT, "description": "the name of a digest: md5, sha1, sha256, hmac-sha256, rsa-sha256, sm3"},
        "append": {**TEXT, "description": "`secret`, or the text itself"},
        "prepend": {**TEXT, "description": "`secret`, or the text itself"},
        "case": words_of(Case),
        "encode": words_of(Encode),
    },
    **one_of("digest", "append", "prepend"),
)

SIGNATURE: Final[JsonSchema] = closed_object(
    {
        "over": words_of(Over),
        "exclude": list_schema(TEXT),
        "drop": {**words_of(Drop), "description": 'what is left out; write "null" in quotes'},
        "booleans": words_of(Booleans),
        "nested": words_of(Nested),
        "sort": words_of(Sort),
        "join": words_of(Join),
        "steps": list_schema(_STEP, least=1),
        "secret": IDENTIFIER,
        "put": WHERE,
        "unique": closed_object({"resolution": DURATION, "on-collision": words_of(OnCollision), "remember": DURATION}),
        "vectors": list_schema(
            closed_object(
                {"parameters": {"type": "object"}, "secret": TEXT, "signature": TEXT},
                ["parameters", "secret", "signature"],
            )
        ),
    },
    ["over", "steps", "put"],
)

_SCHEMA: Final[JsonSchema] = {"type": ["object", "boolean"], "description": "a schema, or a $ref to one"}

DISPATCH: Final[JsonSchema] = closed_object(
    {
        "field": WHERE,
        "cases": {
            **by_name(
                row(
                    {
                        "operationId": TEXT,
                        "summary": {"type": "string"},
                        "description": {"type": "string"},
                        "tags": list_schema(TEXT),
                        "deprecated": FLAG,
                        "request": _SCHEMA,
                        "answer": _SCHEMA,
                    },
                    ["operationId"],
                )
            ),
            "minProperties": 1,
        },
    },
    ["field", "cases"],
)
