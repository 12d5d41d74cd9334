"""The small pure parts: credentials, fills, retries, forms, spots, kinds."""

from datetime import datetime
from decimal import Decimal
from random import Random
from typing import Any, get_args

import pytest

from qiyue.api import IDEMPOTENT_METHODS
from qiyue.api import Kind as ApiKind
from qiyue.base.fill_value import Moment
from qiyue.base.kinds import Kind
from qiyue.base.time_format import time_text, zone
from qiyue.base.where import each, get, put
from qiyue.runtime import errors
from qiyue.runtime.auth import authorized, gather, needed
from qiyue.runtime.body import write_body
from qiyue.runtime.draft import Draft
from qiyue.runtime.errors import InvalidRequestError
from qiyue.runtime.files import FilePart
from qiyue.runtime.fill import filled, made, wrapped
from qiyue.runtime.operation import Body, Envelope, Fill, Operation, Property, RequestEnvelope
from qiyue.runtime.problems import Problem
from qiyue.runtime.retry import Failure, RetryPolicy, wait_before_retry
from qiyue.runtime.service import Credential, SecurityScheme, Service


def test_kinds_are_those_of_the_api() -> None:
    assert set(get_args(Kind)) == {kind.value for kind in ApiKind}


def test_idempotent_methods_are_those_of_the_api() -> None:
    methods = {"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "POST", "PATCH", "QUERY"}
    found = {each for each in methods if Operation(id="a", method=each, path="/a").repeatable}
    assert found == IDEMPOTENT_METHODS


def test_each_kind_of_a_vendor_has_an_error() -> None:
    own = {"transport", "timeout", "undecodable"}
    assert errors.ERROR_OF_KIND.keys() == set(get_args(Kind)) - own
    assert all(form.__name__ in errors.__all__ for form in errors.ERROR_OF_KIND.values())


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        (Problem("query:page", "type", "null"), "query:page: has another type; came null"),
        (Problem("/kind", "enum", "null"), "/kind: is none of the values it may have; came null"),
        (Problem("/day", "format", "text(4)"), "/day: is written otherwise; came text(4)"),
        (Problem("", "required"), "body: required"),
        (Problem("/n", "maximum 9", "integer", "give less"), "/n: maximum 9; came integer, give less"),
    ],
)
def test_a_problem_reads_as_a_sentence(problem: Problem, told: str) -> None:
    assert str(problem) == told


def scheme(id: str, argument: str, **other: Any) -> SecurityScheme:  # noqa: A002
    return SecurityScheme(id=id, credentials=(Credential(argument=argument, env=argument.upper()),), **other)


SERVICE = Service(
    name="acme",
    env="ACME",
    schemes=(
        scheme("bearer", "token"),
        scheme("header", "key", type="apiKey", name="X-Key"),
        scheme("query", "key2", type="apiKey", location="query", name="k"),
        scheme("cookie", "session", type="apiKey", location="cookie", name="sid"),
        SecurityScheme(
            id="basic",
            scheme="basic",
            credentials=(Credential(argument="user", env="USER_"), Credential(argument="password", env="PASS_")),
        ),
    ),
)


@pytest.mark.parametrize(
    ("security", "credentials", "sent"),
    [
        ((), {"token": "t"}, Draft()),
        ((("bearer",),), {"token": "t"}, Draft(header={"Authorization": "Bearer t"})),
        ((("basic",),), {"user": "u", "password": "票"}, Draft(header={"Authorization": "Basic dTrnpag="})),
        ((("header", "query"),), {"key": "a", "key2": "b"}, Draft(header={"X-Key": "a"}, query={"k": "b"})),
        ((("bearer",), ("cookie",)), {"session": "s"}, Draft(cookie={"sid": "s"})),
        (((), ("bearer",)), {"token": "t"}, Draft(header={"Authorization": "Bearer t"})),
        (((), ("bearer",)), {}, Draft()),
    ],
)
def test_credentials(security: Any, credentials: dict[str, str], sent: Draft) -> None:
    operation: Operation[None] = Operation(id="o", method="GET", path="/", security=security)
    assert authorized(Draft(), needed(operation, SERVICE, credentials), credentials, {}) == sent


def test_missing_credentials_are_named() -> None:
    operation: Operation[None] = Operation(id="o", method="GET", path="/", security=(("header", "query"), ("bearer",)))
    with pytest.raises(InvalidRequestError) as caught:
        needed(operation, SERVICE, {"key": "a"})
    assert "key2= or the environment variable KEY2, or token=" in str(caught.value)


def test_credentials_from_arguments_then_environment() -> None:
    found = gather(SERVICE, {"token": None, "key": " given\n"}, {"TOKEN": "t", "KEY": "other", "KEY2": "  "})
    assert found == {"token": "t", "key": "given"}


def test_fills() -> None:
    envelope = RequestEnvelope(
        payload="/data",
        fill=(
            Fill(at="/id", make="uuid"),
            Fill(at="/ms", make="epoch-ms", per="attempt"),
            Fill(at="/s", make="epoch-s"),
            Fill(at="query:when", make="time", format="yyyy-MM-dd HH:mm:ss", zone="+08:00"),
            Fill(at="header:V", make="const", value="1.0"),
            Fill(at="/nonce", make="random"),
        ),
    )
    moment = Moment(1_700_000_000.5, Random(1))
    operation: Operation[Any] = Operation(
        id="x",
        method="POST",
        path="/x",
        envelope=Envelope(request=envelope),
        constants=(Fill(at="/data/type", make="const", value="x"),),
    )
    values = {**made(operation, "call", moment), **made(operation, "attempt", moment)}
    draft = filled(wrapped(Draft(body={"type": "own"}), envelope), values)
    assert draft.body["data"] == {"type": "own"}
    assert (draft.body["ms"], draft.body["s"]) == (1_700_000_000_500, 1_700_000_000)
    assert (len(draft.body["id"]), len(draft.body["nonce"])) == (36, 16)
    assert (draft.query, draft.header) == ({"when": "2023-11-15 06:13:20"}, {"V": "1.0"})
    assert filled(Draft(), values).body is Draft().body
    assert made(Operation(id="x", method="GET", path="/x"), "call", moment) == {}


def test_times_of_a_vendor() -> None:
    when = datetime(2024, 3, 5, 8, 9, 7, 5000, tzinfo=zone("Asia/Shanghai"))
    assert time_text(when, "yyyyMMddHHmmssSSS") == "20240305080907005"
    assert time_text(when, "") == "2024-03-05T08:09:07+08:00"
    assert time_text(when.astimezone(zone("")), "HH:mm") == "00:09"


SAFE = Failure("server", 503)


@pytest.mark.parametrize(
    ("failure", "repeatable", "attempt", "elapsed", "wait"),
    [
        (SAFE, True, 1, 0.0, 0.25),
        (SAFE, True, 2, 0.0, 0.5),
        (SAFE, True, 9, 0.0, 4.0),
        (SAFE, True, 11, 0.0, None),
        (SAFE, True, 1, 119.9, None),
        (SAFE, False, 1, 0.0, None),
        (Failure("server", 501), True, 1, 0.0, None),
        (Failure("not-found", 404), True, 1, 0.0, None),
        (Failure("rate-limited", 200), True, 1, 0.0, 0.25),
        (Failure("business", 200, "safe"), True, 1, 0.0, 0.25),
        (Failure("business", 200, "safe"), False, 1, 0.0, None),
        (Failure("business", 200, "always"), False, 1, 0.0, 0.25),
        (Failure("server", 503, "never"), True, 1, 0.0, None),
        (Failure("transport", sent=False), False, 1, 0.0, 0.25),
        (Failure("timeout"), False, 1, 0.0, None),
        (Failure("rate-limited", 429, retry_after=30.0), True, 1, 0.0, 30.25),
    ],
)
def test_retry(failure: Failure, repeatable: bool, attempt: int, elapsed: float, wait: float | None) -> None:
    policy = RetryPolicy(max_retries=10)
    found = wait_before_retry(policy, failure, repeatable=repeatable, attempt=attempt, elapsed=elapsed, chance=0.5)
    assert found == wait


@pytest.mark.parametrize(
    ("content_type", "payload", "written"),
    [
        ("application/json", {"a": Decimal("1.50")}, b'{"a":1.50}'),
        ("application/vnd.x+json", [1], b"[1]"),
        ("application/json", "text", b'"text"'),
        ("text/plain", "票", "票".encode()),
        ("application/octet-stream", FilePart("a", b"x"), b"x"),
        (
            "application/x-www-form-urlencoded",
            {"a": "b c&d", "n": Decimal("43.50"), "l": [1, 2], "o": {"x": [True]}, "csv": [1, 2], "none": None},
            b"a=b+c%26d&n=43.50&l=1&l=2&o=%7B%22x%22%3A%5Btrue%5D%7D&csv=1,2",
        ),
        ("application/x-ndjson", [{"n": Decimal("1.0")}, [None], "a\nb"], b'{"n":1.0}\n[null]\n"a\\nb"\n'),
        ("application/json-seq", [1, 2], b"\x1e1\n\x1e2\n"),
        ("multipart/mixed; boundary=a", b"--a--", b"--a--"),
    ],
)
def test_body(content_type: str, payload: Any, written: bytes) -> None:
    styled = Property(name="csv", argument="csv", style="form", explode=False)
    assert write_body(Body(content_type=content_type, properties=(styled,)), payload) == (written, content_type)


def test_multipart() -> None:
    body = Body(
        content_type="multipart/form-data",
        properties=(Property(name="meta", argument="meta", content_types=("application/json",)),),
    )
    payload = {
        "f": [FilePart('a"\r\n.pdf', b"%PDF"), FilePart("b", b"?")],
        "meta": "x",
        "o": {"n": Decimal("1.0")},
        "no": None,
    }
    written, content_type = write_body(body, payload)
    boundary = content_type.partition("boundary=")[2]
    parts = written.split(f"--{boundary}".encode())
    assert len(parts) == 6
    assert b'filename="a%22%0D%0A.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF\r\n' in parts[1]
    assert b"Content-Type: application/octet-stream" in parts[2]
    assert (
        parts[3] == b'\r\nContent-Disposition: form-data; name="meta"\r\nContent-Type: application/json\r\n\r\n"x"\r\n'
    )
    assert parts[4].endswith(b'Content-Type: application/json\r\n\r\n{"n":1.0}\r\n')
    assert write_body(body, payload) == (written, content_type)


@pytest.mark.parametrize(
    ("content_type", "begins", "ends"),
    [
        ("multipart/mixed", "multipart/mixed; boundary=", ""),
        ("multipart/related", "multipart/related; boundary=", '; type="application/json"'),
    ],
)
def test_other_forms_of_several_parts(content_type: str, begins: str, ends: str) -> None:
    written, told = write_body(Body(content_type=content_type), {"meta": {"a": 1}, "file": FilePart("b", b"?")})
    assert told.startswith(begins)
    assert told.endswith(ends)
    boundary = told.removesuffix(ends).partition("boundary=")[2]
    assert written.count(f"--{boundary}".encode()) == 3


def test_json_lines_are_a_list() -> None:
    with pytest.raises(TypeError, match="list"):
        write_body(Body(content_type="application/x-ndjson"), {"a": 1})


def test_spots() -> None:
    data = {"a/b": [{"c": 1}, {}], "n": None}
    assert get(data, "/a~1b/0/c") == 1
    assert get(data, "/n") is None
    assert not get(data, "/a~1b/7")
    assert get(data, "") is data
    assert put(data, "/a~1b/1/d/e", 2) == {"a/b": [{"c": 1}, {"d": {"e": 2}}], "n": None}
    assert put(None, "/x", 1) == {"x": 1}
    assert put(data, "", 5) == 5
    assert list(each(data, "/a~1b/*/c")) == [("/a~1b/0/c", 1)]
    assert data == {"a/b": [{"c": 1}, {}], "n": None}


def test_declarations_can_be_compared_and_hashed() -> None:
    first, second = (Envelope(request=RequestEnvelope(payload="/a")) for _ in range(2))
    assert {first} == {second}
