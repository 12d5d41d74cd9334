"""Any text becomes an identifier; names in one scope never meet."""

import keyword

import pytest

from qiyue.client_plan.types.names import pascal
from qiyue.targets.python.words import Scope, constant, snake

HOSTILE = [
    "",
    "1st",
    "a-b",
    "__",
    "class",
    "None",
    "😀",
    "x\n y",
    '"""',
    "../../etc",
    "import os;os.system('x')",
    "\0",
    "ﬁ",
    "a\u2028b",
]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("createVoucher", "CreateVoucher"),
        ("create_voucher", "CreateVoucher"),
        ("OAuth2Token", "OAuth2Token"),
        ("发票", "发票"),
        ("page of items", "PageOfItems"),
        ("1st", "Unnamed1st"),
        ("", "Unnamed"),
    ],
)
def test_class_names(text: str, name: str) -> None:
    assert pascal(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("pageSize", "page_size"),
        ("HTTPStatus", "http_status"),
        ("X-Trace-Id", "x_trace_id"),
        ("from", "from_"),
        ("filter[name]", "filter_name"),
        ("票据类型", "票据类型"),
        ("2fa", "value_2fa"),
        ("addressLine1", "address_line1"),
        ("HTTP2Server", "http2_server"),
        ("VerifyV2Token", "verify_v2_token"),
        ("v1beta1", "v1beta1"),
        ("发票2号", "发票2号"),
        ("$", "value"),
    ],
)
def test_argument_names(text: str, name: str) -> None:
    assert snake(text) == name


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_are_identifiers(text: str) -> None:
    for name in (pascal(text), snake(text), constant(text)):
        assert name.isidentifier()
    assert not keyword.iskeyword(snake(text))


def test_a_scope_gives_no_name_twice() -> None:
    scope = Scope({"List"})
    assert [scope.take(name) for name in ("User", "user", "USER", "list")] == ["User", "user2", "USER3", "list2"]
