"""Objects that may be null and refer to one another: each is described once, however many paths lead through them."""

from collections.abc import Callable
from typing import Any

import pytest

COUNT = 14
"""With so many, walking along every path would not end in a lifetime."""


PATHS = """
paths:
  /nodes:
    put:
      operationId: put
      tags: [nodes]
      requestBody:
        required: true
        content:
          application/json:
            schema: {type: object, required: [root], properties: {root: {$ref: '#/components/schemas/Node0'}}}
      responses: {'204': {description: done}}
components:
  schemas:
"""


def mesh(form: str) -> str:
    schemas = []
    for each in range(COUNT):
        others = [f"f{other}: {{$ref: '#/components/schemas/Node{other}'}}" for other in range(COUNT) if other != each]
        fields = "{" + ", ".join(["name: {type: string, maxLength: 3}", *others]) + "}"
        schemas.append(f"    Node{each}: {form.replace('FIELDS', fields)}\n")
    return PATHS + "".join(schemas)


FORMS = {
    "a list of types": "{type: [object, 'null'], properties: FIELDS}",
    "a union": "{anyOf: [{type: object, properties: FIELDS}, {type: 'null'}]}",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_limits_hold_at_any_depth(make: Callable[[str], Any], wire: Any, form: str) -> None:
    made = make(mesh(form))
    wire.status, wire.content = 204, b""
    nodes = made.client(wire).nodes
    nodes.put(root={"name": "abc", "f1": {"f2": {"f3": {"f1": None, "name": "abc"}}}})
    assert len(wire.sent) == 1
    with pytest.raises(made.module.InvalidRequestError, match="/root/f1/f2/f3/name: maxLength 3"):
        nodes.put(root={"f1": {"f2": {"f3": {"name": "abcd"}}}})
    assert len(wire.sent) == 1
