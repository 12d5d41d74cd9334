"""What only answers have, where a reference says so: no argument, not wanted of requests, read from answers."""

from collections.abc import Callable
from typing import Any

import pytest

SPEC = """
paths:
  /streams:
    post:
      operationId: add
      tags: [streams]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Stream'}}}}
      responses:
        '200': {description: done, content: {application/json: {schema: {$ref: '#/components/schemas/Stream'}}}}
components:
  schemas:
    Links: {type: object, readOnly: true, properties: {self: {type: string}}}
    Alias: {$ref: '#/components/schemas/Links'}
    Secret: {type: string, writeOnly: true, description: What opens the stream}
    Stream:
      type: object
      required: [type, links, token, secret]
      properties:
        type: {type: string}
        links: LINKS
        token: {type: string, readOnly: true}
        secret: {$ref: '#/components/schemas/Secret'}
        inner: {type: object, required: [links], properties: {links: {$ref: '#/components/schemas/Links'}}}
"""
FORMS = {
    "a reference": "{$ref: '#/components/schemas/Links'}",
    "a reference to a reference": "{$ref: '#/components/schemas/Alias'}",
    "allOf": "{allOf: [{$ref: '#/components/schemas/Links'}], description: Where to go}",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_what_only_answers_have_is_no_argument(make: Callable[[str], Any], wire: Any, form: str) -> None:
    made = make(SPEC.replace("LINKS", form))
    wire.content = b'{"type": "a", "links": {"self": "/1"}, "token": "t"}'
    client = made.client(wire)
    response = client.streams.with_raw_response.add(type="a", secret="s", inner={})
    assert wire.body == b'{"type":"a","secret":"s","inner":{}}'
    assert isinstance(response.data.links, made.models.Links)
    assert response.data.links.self == "/1"
    assert response.deviations == ()
    with pytest.raises(TypeError):
        client.streams.add(type="a", secret="s", links={})
    assert "What opens the stream" in client.streams.add.__doc__
