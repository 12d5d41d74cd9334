"""Two mocks on one file are one mock, and so is the next one after them."""

import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qiyue.base.signature import sign
from qiyue.diagnostics import Refused
from qiyue.mock import SECRET, Database

THINGS = """
x-qiyue-mock: {seed: {things: [{id: 41, name: seeded}]}}
paths:
  /things:
    post:
      operationId: createThing
      x-qiyue-mock:
        store: things
        do: create
        key: {at: /id, make: sequence}
        rules: [{sequence: {at: /number, per: [/kind]}}]
      requestBody: {required: true, content: {application/json: {schema: {type: object, properties: {at: {}}}}}}
      responses:
        "200":
          description: made
          content:
            application/json:
              schema: {type: object, properties: {id: {type: integer}, number: {type: integer}, name: {type: string}}}
    get:
      operationId: listThings
      x-qiyue-mock: {store: things, do: list}
      responses:
        "200": {description: all, content: {application/json: {schema: {type: array, items: {type: object}}}}}
  /things/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
    delete:
      operationId: deleteThing
      x-qiyue-mock: {store: things, do: delete, key: {at: /id, from: "path:id"}}
      responses: {"204": {description: gone}}
    put:
      operationId: changeThing
      x-qiyue-mock: {store: things, do: update, key: {at: /id, from: "path:id"}}
      requestBody: {required: true, content: {application/json: {schema: {type: object}}}}
      responses: {"200": {description: x, content: {application/json: {schema: {type: object}}}}}
"""
TOKENS = """
components:
  securitySchemes:
    token:
      type: apiKey
      in: query
      name: access
      x-qiyue-token: {operation: login, request: {/id: client_id}, token: /token, LIFETIME}
paths:
  /login:
    post:
      operationId: login
      requestBody: {required: true, content: {application/json: {schema: {type: object, required: [id]}}}}
      responses: {"200": {description: x, content: {application/json: {example: {token: sample}}}}}
  /x: {get: {operationId: x, security: [{token: []}], responses: {"200": {description: x}}}}
"""
SIGNED = """
x-qiyue-signature:
  over: query
  steps: [{append: secret}, {digest: md5}]
  secret: app_key
  put: "query:sign"
  unique: {resolution: 1s, remember: 10m}
paths:
  /x:
    get:
      operationId: x
      parameters: [{name: sign, in: query, required: true, schema: {type: string}}]
      responses: {"200": {description: x}}
"""
QUOTA = """
x-qiyue-quota: {calls: 2, per: 1m}
paths:
  /x: {get: {operationId: x, responses: {"200": {description: x}}}}
"""
UPLOAD = """
paths:
  /address:
    post:
      operationId: address
      x-qiyue-upload: {address: /url, result: /file}
      responses:
        "200": {description: x, content: {application/json: {example: {url: "https://a.example/x", file: b}}}}
"""


@pytest.fixture
def both(serve: Callable[..., Any], tmp_path: Path) -> Callable[..., list[Any]]:
    """Two mocks of one document, each with its own connection to one file."""

    def build(text: str, **options: Any) -> list[Any]:
        return [serve(text, database=Database(tmp_path / "state.sqlite"), **options) for _ in range(2)]

    return build


def names(served: Any) -> list[str]:
    return [thing["name"] for thing in served.json("GET", "/things")]


def post(served: Any, **sent: Any) -> Any:
    return served.json("POST", "/things", json=sent)


def test_objects_and_counts(both: Callable[..., Any]) -> None:
    first, second = both(THINGS)
    made = [post(served, name=name, kind="k") for served, name in ((first, "a"), (second, "b"), (first, "c"))]
    assert [(each["id"], each["number"]) for each in made] == [(1, 1), (2, 2), (3, 3)]
    assert names(first) == names(second) == ["seeded", "a", "b", "c"]
    assert second.client.delete("/things/1").status_code == 204
    assert first.client.delete("/things/1").status_code == 404
    assert first.json("PUT", "/things/2", json={"name": "changed"})["name"] == "changed"
    (third, _) = both(THINGS)
    assert names(third) == names(second) == ["seeded", "changed", "c"]


def test_every_digit_is_kept(both: Callable[..., Any]) -> None:
    first, second = both(THINGS)
    amount = b'{"name": "a", "amount": 1268.5000000000000000001, "half": "\\ud800"}'
    first.client.post("/things", content=amount, headers={"content-type": "application/json"})
    assert amount.split(b", ")[1].replace(b" ", b"") in second.client.get("/things").content


def test_a_seed_that_was_deleted_does_not_come_back(both: Callable[..., Any]) -> None:
    for served in both(THINGS):
        served.client.delete("/things/41")
    assert [names(served) for served in both(THINGS)] == [[], []]


@pytest.mark.parametrize("lifetime", ["lifetime: {seconds: 100}", "lifetime: /none"])
def test_tokens(both: Callable[..., Any], watch: Any, lifetime: str) -> None:
    first, second = both(TOKENS.replace("LIFETIME", lifetime), clock=watch)
    tokens = [served.json("POST", "/login", json={"id": "a"})["token"] for served in (first, second)]
    assert tokens[0] != tokens[1]
    assert [second.client.get("/x", params={"access": token}).status_code for token in tokens] == [200, 200]
    watch.now += 101
    ended = first.client.get("/x", params={"access": tokens[1]}).status_code
    assert ended == (401 if "seconds" in lifetime else 200)


def test_signatures_that_were_seen(both: Callable[..., Any], watch: Any) -> None:
    first, second = both(SIGNED, clock=watch)
    rule = first.api.operations[0].signature

    def reason(served: Any, number: int) -> str:
        signed = sign(rule, {"n": str(number)}, SECRET)
        return str(served.reason("GET", "/x", params={"n": str(number), "sign": signed}))

    assert [reason(first, 1), reason(second, 1), reason(second, 2)] == ["", "replay query:sign signature", ""]
    watch.now += 601
    assert [reason(first, 1), reason(second, 1)] == ["", "replay query:sign signature"]


def test_calls_of_a_quota(both: Callable[..., Any], watch: Any) -> None:
    first, second = both(QUOTA, clock=watch)
    assert [served.reason("GET", "/x") for served in (first, second, first, second)] == [
        "",
        "",
        *["rate-limited quota"] * 2,
    ]
    watch.now += 60
    assert [served.reason("GET", "/x") for served in (second, first, second)] == ["", "", "rate-limited quota"]


def test_files(both: Callable[..., Any]) -> None:
    first, second = both(UPLOAD)
    url = first.json("POST", "/address")["url"]
    assert second.client.put(url, content=b"\x00\xff", headers={"content-type": "image/png"}).status_code == 200
    given = first.client.get(url)
    assert (given.content, given.headers["content-type"]) == (b"\x00\xff", "image/png")


def test_faults_that_come_every_so_often(both: Callable[..., Any]) -> None:
    first, second = both(QUOTA, quotas=False, faults=[{"fault": "server", "every": 2}])
    assert [served.client.get("/x").status_code for served in (first, second, second, first)] == [200, 500, 200, 500]


def test_a_full_disk_refuses_and_loses_nothing(
    both: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    first, second = both(THINGS)
    post(first, name="a")

    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patched:
        patched.setattr("qiyue.mock.database.Rows._write", fail)
        refused = [first.client.post("/things", json={"name": "b"}), first.client.delete("/things/1")]
    assert [answer.status_code for answer in refused] == [500, 500]
    assert [record.message for record in caplog.records] == [
        "nothing of POST /things was kept: database or disk is full",
        "nothing of DELETE /things/1 was kept: database or disk is full",
    ]
    assert names(first) == names(second) == ["seeded", "a"]
    assert post(first, name="c")["id"] == 2


def test_a_fault_of_the_mock_takes_its_changes_back(both: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = both(THINGS)
    with monkeypatch.context() as patched:
        patched.setattr("qiyue.mock.answer.Answers.reply", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            first.client.post("/things", json={"name": "a"})
    assert names(first) == names(second) == ["seeded"]


def test_only_its_owner_reads_the_file(tmp_path: Path, both: Callable[..., Any]) -> None:
    (tmp_path / "state.sqlite").touch(0o644)
    post(both(THINGS)[0], name="a")
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == {f"state.sqlite{end}": 0o600 for end in ("", "-wal", "-shm")}


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        (["CREATE TABLE own (a)"], "it is the database of another program"),
        ([f"PRAGMA application_id = {0x71797565}", "PRAGMA user_version = 99"], "a newer qiyue has written it"),
    ],
)
def test_the_file_of_another_program_stays_as_it_is(tmp_path: Path, sql: list[str], told: str) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as connection:
        for each in sql:
            connection.execute(each)
    connection.close()
    before = path.read_bytes()
    with pytest.raises(Refused) as refused:
        Database(path)
    assert told in refused.value.diagnostics[0].message
    assert path.read_bytes() == before
