"""``x-qiyue-mock``: what the mock keeps and checks, and the closed catalogue of its rules.

A rule looks at the request (``Where``: the whole wire message), at the object that the operation is about (a JSON
Pointer into it; ``*`` stands for every item of a list), or at objects kept in a store. No rule holds another one; there
are no expressions.
"""

from collections.abc import Mapping
from typing import Any, Final

from qiyue.api.words import Do
from qiyue.extensions.words import (
    COUNT,
    DURATION,
    KIND,
    POINTER,
    TEXT,
    VALUE,
    WHERE,
    JsonSchema,
    by_name,
    closed_object,
    list_schema,
    one_of,
    words_of,
)

_POINTERS: Final = by_name(POINTER)


def _rule(description: str, required: str, **fields: Any) -> JsonSchema:
    return {**closed_object(fields, required.split()), "description": description}


RULES: Final[Mapping[str, JsonSchema]] = {
    "sum-equal": _rule(
        "Refuses a request in which the sums of two spots differ, such as debit and credit.",
        "a b else",
        **{"a": WHERE, "b": WHERE, "else": KIND},
    ),
    "exists": _rule(
        "Refuses a request that names an object which the store does not have. `by` is where the store's objects "
        "have that value (their key, if it is not said); `having` is what the object must hold as well.",
        "at in else",
        **{"at": WHERE, "in": TEXT, "by": POINTER, "having": by_name(VALUE, POINTER), "else": KIND},
    ),
    "unique": _rule(
        "Refuses a new or changed object when another object of the store has the same value there.",
        "at else",
        **{"at": POINTER, "else": KIND},
    ),
    "clock": _rule(
        "Refuses a request whose time is further from the mock's clock than `within`; the field's `x-qiyue-time` "
        "tells how to read it.",
        "at within else",
        **{"at": WHERE, "within": DURATION, "else": KIND},
    ),
    "sequence": _rule(
        "Numbers new objects from `first` (1) up, one row of numbers for each combination of the `per` values; "
        "`digits` fills up with zeros and makes it text.",
        "at",
        at=POINTER,
        per=list_schema(POINTER),
        first={"type": "integer", "minimum": 0},
        digits=COUNT,
    ),
    "stamp": _rule(
        "Writes the moment of the mock's clock into the object, as the field's schema and `x-qiyue-time` say; "
        "`on` is create (not said) or change (create and update).",
        "at",
        at=POINTER,
        on={"enum": ["create", "change"]},
    ),
    "copy": _rule(
        "Writes a value of the request into the object of a create or update, into the answer of other operations; "
        "`part` takes a part of a date.",
        "from to",
        **{"from": WHERE, "to": POINTER, "part": {"enum": ["year", "month", "day", "year-month"]}},
    ),
    "total": _rule(
        "Adds numbers up. `of` are the things to add (items inside the object, or inside the objects found), `sum` "
        "names each sum and where its numbers are. Without `by` the sums stand at `to` under their names; with `by` "
        "one row for each different value, that value included. `to` points into the object of a create or update, "
        "into the answer of other operations.",
        "of sum to",
        of=POINTER,
        by=POINTER,
        sum={**_POINTERS, "minProperties": 1},
        to=POINTER,
    ),
    "filter": {
        **one_of("at", "is"),
        **_rule(
            "Leaves only objects whose value at `by` (in any item, where it has a `*`) fits the request's value at "
            "`at`, or is `is`; a request without a value there leaves all. `match` is equal (not said), contains, "
            "from or to (bounds included).",
            "by",
            **{"at": WHERE, "is": VALUE, "by": POINTER, "match": {"enum": ["equal", "contains", "from", "to"]}},
        ),
    },
    "page": _rule(
        "Cuts a list as `x-qiyue-pagination` says. A size above max-size is refused or capped (`over`); size 0 is "
        "refused or means the default size (`zero`). Both are refused where nothing is said.",
        "",
        over={"enum": ["refuse", "cap"]},
        zero={"enum": ["refuse", "default"]},
    ),
    "example": _rule(
        "Answers with the named example of the document when the request has this value at `at`.",
        "at is name",
        **{"at": WHERE, "is": VALUE, "name": TEXT},
    ),
}
"""The catalogue: at most twelve rules."""

_ANY_RULE: Final[JsonSchema] = {
    "type": "object",
    "properties": dict(RULES),
    "additionalProperties": False,
    "minProperties": 1,
    "maxProperties": 1,
    "description": "each entry of `rules` is one rule: {name: {…}}",
}

OPERATION_MOCK: Final[JsonSchema] = {
    **closed_object(
        {
            "store": {**TEXT, "description": "the name under which the mock keeps the objects"},
            "do": {
                **words_of(Do),
                "description": "`save` updates the object whose key the request holds, and creates one without a key; "
                "`keep` answers, and keeps each object that it answers, over one with the same key",
            },
            "scope": {**WHERE, "description": "what divides the store: objects made under another value are not seen"},
            "scope-at": {**POINTER, "description": "where objects hold their scope: divides the seeds, fills new ones"},
            "key": closed_object(
                {
                    "at": WHERE,
                    "from": WHERE,
                    "make": {"enum": ["uuid", "id19-text", "sequence", "text"]},
                    "prefix": TEXT,
                }
            ),
            "object": {**WHERE, "description": "where the request holds the object; the payload, if it is not said"},
            "answer": {**WHERE, "description": "where the answer holds the object or list; its payload, if not said"},
            "parts": {
                **list_schema(POINTER, least=1),
                "description": "what `keep` keeps of an object, laid over one another",
            },
            "rules": list_schema(_ANY_RULE),
        }
    ),
    "if": {
        "properties": {"do": {"enum": ["create", "save", "keep", "get", "list", "update", "delete"]}},
        "required": ["do"],
    },
    "then": {"required": ["store"]},
}

ROOT_MOCK: Final[JsonSchema] = closed_object(
    {
        "seed": by_name(list_schema({"type": "object"})),
        "rules": {**list_schema(_ANY_RULE), "description": "rules for every operation"},
    }
)
