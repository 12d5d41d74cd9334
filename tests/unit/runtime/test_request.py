"""Arguments → draft → bytes, for bodies that are one argument."""

from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from qiyue.base.absent import ABSENT
from qiyue.runtime.errors import InvalidRequestError
from qiyue.runtime.operation import Body, Limits, Operation, Parameter, Property
from qiyue.runtime.request import draft_of, written
from qiyue.runtime.types import Model


class Line(Model):
    amount: Decimal
    note: str | None = None


def operation(body: Body | None, **other: Any) -> Operation[None]:
    return Operation(id="send", method="POST", path="/send", body=body, **other)


WHOLE = Body(argument="body", required=True, type=list[Line])


@pytest.mark.parametrize(
    "lines",
    [
        [Line(amount=Decimal("43.50"))],
        [{"amount": Decimal("43.50")}],
        ({"amount": "43.50"},),
        [MappingProxyType({"amount": Decimal("43.50")})],
    ],
)
def test_models_and_mappings_are_the_same(lines: Any) -> None:
    asked = operation(WHOLE)
    request = written(asked, draft_of(asked, {"body": lines}, {}, {}), "https://x.test", {"A": "b"})
    assert request.content == b'[{"amount":43.50}]'
    assert (request.method, request.url) == ("POST", "https://x.test/send")
    assert dict(request.headers) == {"A": "b", "Content-Type": "application/json"}


def test_required_body() -> None:
    with pytest.raises(InvalidRequestError, match="body: required"):
        draft_of(operation(WHOLE), {"body": ABSENT}, {}, {})
    optional = Body(properties=(Property(name="a", argument="a"),))
    assert draft_of(operation(optional), {}, {}, {}).body is ABSENT
    empty = Body(properties=(Property(name="a", argument="a"),), required=True)
    assert draft_of(operation(empty), {}, {}, {}).body == {}


def test_file_as_body(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"\x00\x01")
    asked = operation(Body(content_type="application/octet-stream", argument="file", type=bytes))
    request = written(asked, draft_of(asked, {"file": path}, {}, {}), "https://x.test", {})
    assert request.content == b"\x00\x01"
    assert dict(request.headers) == {"Content-Type": "application/octet-stream"}


def test_more_members_than_the_spec_knows() -> None:
    asked = operation(Body(argument="body", type=Line))
    draft = draft_of(asked, {"body": {"amount": 1, "own": True}}, {"extra_body": {"hidden": 2}}, {})
    assert draft.body == {"amount": 1, "own": True, "hidden": 2}
    assert draft_of(operation(None), {}, {"extra_body": {"a": 1}}, {}).body == {"a": 1}


@pytest.mark.parametrize(
    ("value", "rule"), [("x", "type"), (None, "type"), (object(), "type"), (500, "maximum 100"), (ABSENT, "required")]
)
def test_problem_of_a_parameter(value: Any, rule: str) -> None:
    asked = operation(
        None,
        parameters=(Parameter(name="page", argument="page", required=True, type=int),),
        limits=(Limits("query:page", {"maximum": 100}),),
    )
    with pytest.raises(InvalidRequestError) as caught:
        draft_of(asked, {"page": value}, {}, {})
    assert [(problem.at, problem.rule) for problem in caught.value.problems] == [("query:page", rule)]


def test_extra_header_replaces_another() -> None:
    asked = operation(WHOLE)
    draft = draft_of(asked, {"body": []}, {"extra_headers": {"content-type": "application/x"}}, {})
    assert dict(written(asked, draft, "https://x.test", {}).headers) == {"content-type": "application/x"}


def test_what_cannot_be_written_is_refused() -> None:
    asked = operation(Body(argument="body"))
    with pytest.raises(InvalidRequestError, match="object has no JSON form"):
        written(asked, draft_of(asked, {"body": {"a": object()}}, {}, {}), "https://x.test", {})
