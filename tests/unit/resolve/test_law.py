"""The law: ``resolve(emit.canonical(api)) == api``, and the expanded form has the same operation ids and types
(it does not write what only the carrier of a dispatch has).

It holds on the documents of this folder, and on every public document in ``../shared/corpus`` where that exists.
"""

from itertools import permutations
from pathlib import Path

import pytest

from qiyue import emit, pipeline, resolve
from qiyue.api import Api
from qiyue.diagnostics import Place, Report
from qiyue.document import Document
from qiyue.values import Plain

HERE = Path(__file__).parent
CORPUS = Path(__file__).parents[4] / "shared" / "corpus"
DOCUMENTS = sorted(HERE.glob("documents/*.yaml")) + sorted(CORPUS.glob("*.yaml")) + sorted(CORPUS.glob("*.json"))


class Nowhere:
    """Places of a document that no file holds."""

    def place(self, pointer: str) -> Place:
        return Place(f"emitted:{pointer}")


def resolved(document: Plain) -> Api:
    return resolve.resolve(Document(document, Nowhere(), Report()))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_an_emitted_document_resolves_to_the_same_api(path: Path) -> None:
    api = pipeline.compile_file(path).api
    assert api.operations or api.webhooks
    assert resolved(emit.canonical(api)) == api
    expanded = resolved(emit.expand_paths(api))
    assert [operation.id for operation in expanded.operations] == [operation.id for operation in api.operations]
    carried = tuple(f"#{dispatch.carrier.id}/" for dispatch in api.dispatches)
    assert expanded.types == {name: node for name, node in api.types.items() if not name.startswith(carried)}


def test_a_changed_document_is_another_api() -> None:
    api = pipeline.compile_file(HERE / "documents" / "references.yaml").api
    changed = emit.canonical(api)
    changed["components"]["schemas"]["Node"]["properties"]["label"]["maxLength"] = 6
    assert resolved(changed) != api


FORMS = """
openapi: 3.1.0
info: {title: t, version: "1"}
x-qiyue-envelope: {answer: {success: {at: /ok, is: FIRST}}}
paths:
  /a:
    get:
      operationId: getA
      x-qiyue-envelope: {answer: {success: {at: /ok, is: SECOND}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {const: FIRST}}}}}
"""


@pytest.mark.parametrize("forms", list(permutations(["true", "1", "1.0", "1.00"], 2)), ids="-".join)
def test_a_number_that_lost_its_form_is_another_api(forms: tuple[str, str]) -> None:
    first, second = (FORMS.replace("FIRST", one).replace("SECOND", forms[1]) for one in forms)
    api = pipeline.compile_text(first).api
    assert resolved(emit.canonical(api)) == api
    assert api.operations[0].envelope != api.envelope
    assert resolved(emit.canonical(pipeline.compile_text(second).api)) != api
