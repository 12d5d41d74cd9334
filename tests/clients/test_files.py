"""Files: arguments of their own in a multipart form, also of one that may be left out; text in JSON."""

from collections.abc import Callable
from typing import Any

import pytest

SPEC = """
paths:
  /icon:
    post:
      operationId: setIcon
      tags: [icons]
      requestBody:
        content:
          multipart/form-data:
            schema:
              type: object
              required: [File, kind]
              properties: {File: {type: string, format: binary}, kind: {const: icon}, note: {type: string}}
      responses: {'200': {description: ok}}
  /seal:
    post:
      operationId: addSeal
      tags: [icons]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Seal'}}}}
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Seal'}}}}}
components:
  schemas:
    Seal:
      type: object
      required: [data]
      properties:
        data: {type: string, format: binary}
        inner: {$ref: '#/components/schemas/Seal'}
"""


@pytest.fixture
def icons(make: Callable[[str], Any], wire: Any) -> Any:
    return make(SPEC).client(wire).icons


def test_a_form_that_may_be_left_out(icons: Any, wire: Any) -> None:
    icons.set_icon()
    assert (wire.body, wire.sent[-1].headers.get("content-type")) == (b"", None)


def test_what_a_form_requires_counts_once_anything_of_it_is_given(icons: Any, wire: Any) -> None:
    with pytest.raises(Exception, match="/File: required"):
        icons.set_icon(note="round")
    assert wire.sent == []
    icons.set_icon(file=("seal.png", b"\x89PNG"))
    parts = wire.body.split(b"\r\n--")
    assert [b'name="File"; filename="seal.png"' in part for part in parts] == [True, False, False]
    assert b'name="kind"\r\n\r\nicon' in parts[1]


def test_a_file_in_json_is_text(icons: Any, wire: Any) -> None:
    wire.content = '{"data": "篆书"}'.encode()
    answer = icons.add_seal(data="篆书", inner={"data": "隶书"})
    assert wire.body.decode() == '{"data":"篆书","inner":{"data":"隶书"}}'
    assert answer.data == "篆书"
    with pytest.raises(Exception, match="/inner/data: text; came bytes"):
        icons.add_seal(data="", inner={"data": b"\xff"})
