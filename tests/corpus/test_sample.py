"""A sample of ``make corpus``: the same run on the documents of other tests, and on one that must fail."""

import sys
from pathlib import Path

import httpx2
import pytest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
import run  # noqa: E402
from judge import Judge  # noqa: E402

TESTS = HERE.parent
DOCUMENTS = [TESTS / "cases/wren_library/openapi.yaml", TESTS / "unit/resolve/documents/references.yaml"]
SMALL = [path for path in run.documents(run.CORPUS) if path.stat().st_size < 13_000]


@pytest.mark.parametrize("path", [*DOCUMENTS, *SMALL], ids=str)
def test_every_operation_is_called_as_the_document_asks(path: Path) -> None:
    row = run.run(path)
    assert row.faults == []
    assert row.operations == row.generated == row.called == row.valid


DOCUMENT = {
    "paths": {
        "/teas/{id}": {
            "post": {
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}},
                    {"name": "kinds", "in": "query", "schema": {"type": "array", "items": {"enum": ["a", "b"]}}},
                    {"name": "X-Key", "in": "header", "required": True, "schema": {"type": "string"}},
                ],
                "requestBody": {
                    "required": True,
                    "content": {"application/json": {"schema": {"type": "object", "required": ["price"]}}},
                },
            }
        }
    }
}
JUDGED = {
    "right": ("/teas/5?kinds=a&kinds=b", {"X-Key": "k"}, {"price": 1}, []),
    "a path value of another type": ("/teas/five", {"X-Key": "k"}, {"price": 1}, ["path id"]),
    "an item that is not declared": ("/teas/5?kinds=c", {"X-Key": "k"}, {"price": 1}, ["query kinds"]),
    "no header": ("/teas/5", {}, {"price": 1}, ["header X-Key is missing"]),
    "a body without its field": ("/teas/5", {"X-Key": "k"}, {}, ["the body"]),
}


@pytest.mark.parametrize(("target", "headers", "body", "faults"), JUDGED.values(), ids=JUDGED)
def test_the_judge_bites(target: str, headers: dict[str, str], body: object, faults: list[str]) -> None:
    request = httpx2.Request("POST", "https://wire.invalid" + target, headers=headers, json=body)
    found = list(Judge(DOCUMENT).faults("/teas/{id}", "post", request))
    assert len(found) == len(faults)
    assert all(fault.startswith(start) for fault, start in zip(found, faults, strict=True))


ANSWERED = {
    "right": (200, {"X-Trace": "5"}, {"id": 1}, []),
    "no header": (200, {}, {"id": 1}, ["header X-Trace is missing"]),
    "another type": (200, {"X-Trace": "5"}, {"id": "one"}, ["the body"]),
    "a body that is not declared": (404, {}, {"id": 1}, ["a body of application/json is not declared"]),
    "what only requests have": (201, {}, {}, []),
}


@pytest.mark.parametrize(("status", "headers", "body", "faults"), ANSWERED.values(), ids=ANSWERED)
def test_the_judge_of_answers_bites(status: int, headers: dict[str, str], body: object, faults: list[str]) -> None:
    def declared(**properties: object) -> dict[str, object]:
        schema = {"type": "object", "required": [*properties], "properties": properties}
        return {"content": {"application/json": {"schema": schema}}}

    trace = {"headers": {"X-Trace": {"required": True, "schema": {"type": "integer"}}}}
    answers = {"200": trace | declared(id={"type": "integer"}), "404": {}, "201": declared(key={"writeOnly": True})}
    judge = Judge({"paths": {"/teas": {"get": {"responses": answers}}}}, "writeOnly")
    found = list(judge.answer_faults("/teas", "get", httpx2.Response(status, headers=headers, json=body)))
    assert len(found) == len(faults)
    assert all(fault.startswith(start) for fault, start in zip(found, faults, strict=True))
