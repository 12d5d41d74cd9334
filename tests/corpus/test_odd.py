"""Documents as strangers publish them (``odd.yaml``): every operation stays, is called, and its request judged.

In a schema ``A`` is the component itself; ``B`` and ``C`` are objects beside it.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
import run  # noqa: E402

from qiyue import dump, emit, pipeline  # noqa: E402

HEAD = "info: {title: T, version: '1'}\n"
A = "{$ref: '#/components/schemas/A'}"


def schema(text: str, version: str = "3.1.0") -> str:
    """A schema in a body, in an answer, in a list, and as a component."""
    content = f"{{application/json: {{schema: {A}}}}}"
    listed = f"{{application/json: {{schema: {{type: array, items: {A}}}}}}}"
    return (
        f"openapi: {version}\n{HEAD}paths:\n  /a:\n    post:\n"
        f"      requestBody: {{required: true, content: {content}}}\n"
        f"      responses: {{'200': {{description: ok, content: {listed}}}}}\n"
        "components:\n  schemas:\n    B: {type: object, required: [b], properties: {b: {type: string}}}\n"
        f"    C: {{type: object, properties: {{c: {{type: integer}}}}}}\n    A: {text}\n"
    )


def member(text: str, version: str = "3.1.0") -> str:
    """A schema as a required property."""
    return schema(f"{{type: object, required: [a], properties: {{a: {text}}}}}", version)


def operation(text: str, path: str = "/a", more: str = "", method: str = "get") -> str:
    return f"openapi: 3.1.0\n{HEAD}paths:\n  {path}:\n    {method}: {{{text}}}\n{more}"


def parameter(text: str, path: str = "/a") -> str:
    return operation(f"parameters: [{{{text}}}]", path)


def query(text: str, name: str = "p") -> str:
    return parameter(f"name: {name}, in: query, required: true, {text}")


def body(media: str, text: str = "{}", more: str = "") -> str:
    return operation(f"requestBody: {{required: true, content: {{{media}: {text}}}}}", more=more, method="post")


def form(media: str, properties: str, encoding: str = "{}", required: str = "[]") -> str:
    shape = f"{{type: object, required: {required}, properties: {properties}}}"
    return body(media, f"{{schema: {shape}, encoding: {encoding}}}")


def answers(text: str, more: str = "") -> str:
    return operation(f"responses: {text}", more=more)


def components(text: str, reference: str) -> str:
    content = f"{{application/json: {{schema: {{$ref: '{reference}'}}}}}}"
    return answers(f"{{'200': {{description: ok, content: {content}}}}}") + f"components: {text}\n"


def whole(text: str) -> str:
    return f"openapi: 3.1.0\n{text}"


MAKERS: dict[str, Callable[..., str]] = {
    each.__name__: each
    for each in (schema, member, operation, parameter, query, body, form, answers, components, whole)
} | {"document": str}
ROWS: dict[str, dict[str, Any]] = {
    f"{group}: {name}": row
    for group, rows in yaml.safe_load((HERE / "odd.yaml").read_text("utf-8")).items()
    for name, row in rows.items()
}


def document(row: dict[str, Any]) -> str:
    """Write the document of a row: the first member names what makes it."""
    maker, *rest = [name for name in row if name not in {"gaps", "judged"}]
    return MAKERS[maker](row[maker], **{name: row[name] for name in rest})


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_every_operation_stays_and_is_called(row: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "spec.yaml"
    path.write_text(document(row), "utf-8")
    found = run.run(path)
    assert [fault for fault in found.faults if row.get("judged", True) or "raised" in fault] == []
    assert found.operations == found.generated == found.called > 0
    assert (found.valid == found.operations) is row.get("judged", True)
    assert found.gaps == row.get("gaps", [])


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_what_is_emitted_resolves_to_the_same_api(row: dict[str, Any]) -> None:
    api = pipeline.compile_text(document(row)).api
    emitted = dump.text(emit.canonical(api))
    assert pipeline.compile_text(emitted).api == api
