"""Bodies of failures as services write them: body, code, message."""

from typing import Any

import pytest

from qiyue.base.error_body import usual_code, usual_message

BODIES: list[tuple[Any, Any, str]] = [
    ({"error": {"code": "card_declined", "message": "Declined."}}, "card_declined", "Declined."),
    (
        {"error_code": "MISSING_FIELDS", "error_message": "lacks a", "display_message": None},
        "MISSING_FIELDS",
        "lacks a",
    ),
    ({"errcode": 40013, "errmsg": "invalid appid"}, 40013, "invalid appid"),
    ({"Code": "U.1", "Message": "no", "Errors": [{"ErrorCode": "U.2", "Message": "field"}]}, "U.1", "no"),
    ({"message": "Validation Failed", "errors": [{"field": "a", "code": "missing"}]}, "missing", "Validation Failed"),
    ({"error": "invalid_grant", "error_description": "expired"}, "invalid_grant", "expired"),
    ({"error": "Not Found", "message": "no such thing", "status": 404}, None, "no such thing"),
    ({"type": "about:blank", "title": "Gone", "detail": "It went.", "status": 410}, None, "It went."),
    ({"errors": [{"code": "123", "title": "Value is too short", "detail": "at least 3"}]}, "123", "at least 3"),
    ({"errors": ["first", "second"]}, None, "first"),
    ({"detail": [{"loc": ["body"], "msg": "field required", "type": "missing"}]}, None, "field required"),
    ([{"errorCode": "X1", "message": "bad"}], "X1", "bad"),
    ({"code": True, "message": ""}, None, ""),
    ({"code": None, "msg": "later"}, None, "later"),
    ({"amount": 3}, None, ""),
    ("text", None, ""),
    ([], None, ""),
    (None, None, ""),
]


@pytest.mark.parametrize(("body", "code", "message"), BODIES)
def test_code_and_message_are_found_by_their_usual_names(body: Any, code: Any, message: str) -> None:
    assert (usual_code(body), usual_message(body)) == (code, message)
