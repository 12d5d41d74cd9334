"""A live server is called as its spec, its owner and the caller allow; whatever it does, the run ends and says so."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from qiyue import contract, mock
from qiyue.api import Api
from qiyue.contract import LiveRunConfig, Outcome
from qiyue.diagnostics import Report
from qiyue.drivers import Driver, PythonDriver, in_memory
from qiyue.pipeline import compile_text
from qiyue.targets import python

from . import hostile

PETS = """
openapi: 3.1.0
info: {title: Pets, version: "1"}
security: [{key: []}]
paths:
  /pets:
    get:
      operationId: listPets
      parameters: [{name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 100}}]
      responses:
        "200":
          description: all
          content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Pet"}}}}
        4XX: {$ref: "#/components/responses/Refused"}
      x-qiyue-mock: {store: pets, do: list}
    post:
      operationId: addPet
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/New"}}}}
      responses:
        "200": {description: one, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
        4XX: {$ref: "#/components/responses/Refused"}
      x-qiyue-mock: {store: pets, do: create, key: {at: /id, make: id19-text}}
  /pets/{id}:
    delete:
      operationId: removePet
      parameters: [{name: id, in: path, required: true, schema: {type: string, minLength: 1}}]
      responses:
        "200": {description: gone, content: {application/json: {schema: {type: object}}}}
        4XX: {$ref: "#/components/responses/Refused"}
      x-qiyue-mock: {store: pets, do: delete, key: {at: /id, from: "path:id"}}
  /bank:
    get:
      operationId: emptyBank
      x-qiyue-safety: never
      responses: {"200": {description: done, content: {application/json: {schema: {type: object}}}}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
  responses:
    Refused:
      description: no
      content: {application/json: {schema: {type: object, required: [error], properties: {error: {type: string}}}}}
  schemas:
    New: {type: object, required: [name], properties: {name: {type: string, minLength: 1, maxLength: 20}}}
    Pet: {type: object, required: [id, name], properties: {id: {type: string}, name: {type: string}}}
"""
SECRET = "a-very-secret-key"
ENVIRONMENT = {"PETS_API_KEY": SECRET}


@pytest.fixture(scope="module")
def pets() -> tuple[Api, Driver]:
    api = compile_text(PETS).api
    return api, PythonDriver(in_memory(python.generate(api, "pets", Report()), "pets"))


@contextmanager
def serving(api: Api) -> Iterator[str]:
    with mock.running(mock.app(api, accepted={"key": (SECRET,)})) as address:
        yield address


def live(pets: tuple[Api, Driver], url: str, **options: object) -> Outcome:
    defaults = {"rate": 1000.0, "time_budget": 20.0, "max_requests": 60, "max_examples": 3}
    return contract.run_live(*pets, ENVIRONMENT, LiveRunConfig(url=url, **(defaults | options)))  # type: ignore[arg-type]


def test_only_reading_is_called_unless_writes_are_allowed(pets: tuple[Api, Driver]) -> None:
    with serving(pets[0]) as url:
        outcome = live(pets, url)
    assert list(outcome.reasons()) == []
    assert outcome.selected == ("listPets",)
    assert [each.operation for each in outcome.tested] == ["listPets"]
    assert {each.operation: each.reason.split(",")[0] for each in outcome.barred} == {
        "addPet": "it writes",
        "removePet": "it writes",
        "emptyBank": "the spec says: never on a live server",
    }


def test_what_was_made_is_deleted(pets: tuple[Api, Driver]) -> None:
    app = mock.app(pets[0], accepted={"key": (SECRET,)})
    with mock.running(app) as url:
        before = live(pets, url, phases=["examples"], max_requests=None)
        outcome = live(pets, url, allow_writes=True)
        after = live(pets, url, phases=["examples"], max_requests=None)
    added = next(each for each in outcome.tested if each.operation == "addPet")
    assert added.successes > 1
    assert outcome.left == ()
    assert before.green
    assert after.green


@pytest.mark.parametrize(
    ("answer", "asked"),
    [('[{"id": "p-7"}]', "/pets/p-7"), ('{"all": [{"id": 7, "pet": 8}]}', "/pets/8"), ("[]", "/pets/shown")],
)
def test_a_list_names_what_is_read_after_it(answer: str, asked: str) -> None:
    api = compile_text(LISTED).api
    seen: list[bytes] = []
    with hostile.listening(hostile.noting(hostile.says(answer.encode()), seen)) as url:
        driver = PythonDriver(in_memory(python.generate(api, "pets", Report()), "pets"))
        live((api, driver), url, allow_writes=True, max_requests=9)
    lines = [request.partition(b" HTTP")[0].decode() for request in seen]
    assert next(line for line in lines if line.startswith("GET /pets/")) == f"GET {asked}"
    assert {line for line in lines if line.startswith("DELETE")} <= {"DELETE /pets/shown"}


LISTED = """
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths:
  /pets:
    get: {operationId: all, responses: {"200": {description: all, content: {application/json: {schema: {}}}}}}
  /pets/{pet}:
    parameters: [{name: pet, in: path, required: true, schema: {type: string}, example: shown}]
    get: {operationId: one, responses: {"200": {description: one, content: {application/json: {schema: {}}}}}}
    delete: {operationId: gone, responses: {"200": {description: gone}}}
"""


def test_what_cannot_be_deleted_is_said() -> None:
    api = compile_text(PETS.replace("do: delete", "do: update").replace("    delete:", "    put:")).api
    package = PythonDriver(in_memory(python.generate(api, "pets", Report()), "pets"))
    with serving(api) as url:
        outcome = live((api, package), url, allow_writes=True, phases=["examples"])
    assert outcome.left == ("1 x what addPet made: no operation deletes it",)


def test_the_customer_is_of_the_environment_and_never_shown(pets: tuple[Api, Driver]) -> None:
    said = hostile.says(json.dumps({"error": f"no, {SECRET} is wrong"}).encode(), hostile.head("400 Bad Request"))
    seen: list[bytes] = []
    with hostile.listening(hostile.noting(said, seen)) as url:
        outcome = live(pets, url)
    assert any(SECRET.encode() in request for request in seen)
    assert SECRET not in repr(outcome)
    failure = next(each for each in outcome.failures if each.check == "example")
    assert "-H 'x-key: '\"$PETS_API_KEY\"" in failure.reproduction
    assert "no, $PETS_API_KEY is wrong" in failure.answer
    assert failure.call == "client.pets.list()"


def test_without_a_credential_calls_go_without_it(pets: tuple[Api, Driver]) -> None:
    with serving(pets[0]) as url:
        outcome = contract.run_live(*pets, {}, LiveRunConfig(url=url, rate=1000.0, phases=["examples"]))
    assert outcome.missing == ("PETS_API_KEY",)
    *_, reason = outcome.untested_reasons()
    assert reason.startswith("listPets was called 1 times and never succeeded: 1 x bad-credential.")


def test_a_dry_run_sends_nothing(pets: tuple[Api, Driver]) -> None:
    seen: list[bytes] = []
    with hostile.listening(hostile.noting(hostile.hang_up, seen)) as url:
        would = contract.dry_run(
            *pets, ENVIRONMENT, LiveRunConfig(url=url, allow_writes=True, max_requests=9, max_examples=2)
        )
    assert seen == []
    assert len(would) == 9
    assert {each.operation for each in would} == {"listPets", "addPet", "removePet"}
    assert would[0].command.startswith("curl -sS -X ")
    assert SECRET not in repr(would)


def test_there_are_no_more_requests_than_allowed(pets: tuple[Api, Driver]) -> None:
    seen: list[bytes] = []
    answer = hostile.says(b"[]")
    with hostile.listening(hostile.noting(answer, seen)) as url:
        outcome = live(pets, url, max_requests=7)
    assert len(seen) == 7
    assert outcome.cases == 7


WORDS = {
    hostile.hang: "There was no whole answer within 1 seconds.",
    hostile.drip: "There was no whole answer within 1 seconds.",
    hostile.drip_body: "There was no whole answer within 1 seconds.",
    hostile.reset: "The connection broke: ",
    hostile.hang_up: "The server closed the connection without an answer in HTTP.",
    hostile.cut: "The server closed the connection in the middle of its answer.",
    hostile.gigabyte: "The answer does not end: it is larger than 16 MB.",
    hostile.endless_headers: "What the server sent is not HTTP: ",
    hostile.no_http: "The server closed the connection without an answer in HTTP.",
    hostile.says(b"[" * 1_000_000): "The answer cannot be read: it is nested more than 500 levels deep.",
    hostile.says(b"plain", hostile.head("200 OK", "Content-Encoding: gzip")): "The answer cannot be unpacked: ",
    hostile.redirect: "The server redirects in a loop: to the address that was called.",
    hostile.says(
        b"", hostile.head("302 Found", "Location: http://else.invalid/a?b")
    ): "The server redirects to http://else.invalid/a, ",
    hostile.says(b'{"error": "bad signature"}'): "Response violates schema",
    hostile.says(b"\xff\xfe\x00", hostile.head("200 OK", "Content-Type: \xff")): "Malformed media type",
    hostile.says(b"{}", hostile.head("999 What")): "Server error",
}


@pytest.mark.parametrize("answer", WORDS, ids=lambda answer: f"{answer.__qualname__} {WORDS[answer]}"[:70])
def test_whatever_answers_is_named_and_the_run_ends(pets: tuple[Api, Driver], answer: hostile.Answer) -> None:
    with hostile.listening(answer) as url:
        outcome = live(pets, url, time_budget=1.45 if "1 seconds" in WORDS[answer] else 20.0)
    assert not outcome.green
    assert [each for each in outcome.failures if each.message.startswith(WORDS[answer])], outcome.failures


def test_a_closed_port_is_named(pets: tuple[Api, Driver]) -> None:
    outcome = live(pets, "http://127.0.0.1:1")
    assert outcome.stopped.startswith("the server never answered: the server cannot be reached: ")
    assert not outcome.green


def test_bad_signature_in_200_is_red_with_that_sentence() -> None:
    api = compile_text(SIGNED).api
    package = PythonDriver(in_memory(python.generate(api, "notes", Report()), "notes"))
    with hostile.listening(hostile.says(b'{"code": 9001, "words": "bad signature"}')) as url:
        outcome = contract.run_live(api, package, {"NOTES_SECRET": SECRET}, LiveRunConfig(url=url, rate=1000.0))
    *_, reason = outcome.untested_reasons()
    assert reason.startswith("listNotes was called ")
    assert reason.endswith("x bad-signature. The server says: bad signature")
    assert not outcome.green


SIGNED = """
openapi: 3.1.0
info: {title: Notes, version: "1"}
x-qiyue-envelope: {answer: {success: {at: /code, is: 0}, code: /code, message: /words, payload: /notes}}
x-qiyue-errors: {at: /code, codes: [{code: 0, kind: success}, {code: 9001, kind: bad-signature}]}
x-qiyue-signature: {over: query, join: key-value, steps: [{append: secret}, {digest: md5}], put: "query:sign"}
paths:
  /notes:
    get:
      operationId: listNotes
      parameters:
        - {name: day, in: query, schema: {type: string, format: date}}
        - {name: sign, in: query, required: true, schema: {type: string}}
      responses:
        "200":
          description: all, or why not
          content:
            application/json:
              schema:
                type: object
                required: [code]
                properties: {code: {type: integer}, words: {type: string}, notes: {type: array, items: {type: string}}}
"""
