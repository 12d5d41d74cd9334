"""Several servers of one document: a caller chooses by name, and is never sent to the own machine unasked."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

SPEC = """
servers:
- {url: 'http://localhost:3000', description: local}
- {url: 'https://{region}.tea.example/v1', description: Production, variables: {region: {default: eu, enum: [eu, us]}}}
- {url: 'https://sandbox.tea.example/v1', description: The sandbox. Nothing is brewed.}
paths:
  /teas:
    get:
      operationId: listTeas
      x-qiyue-name: {resource: teas, method: list}
      responses: {'204': {description: ok}}
  /files:
    servers:
    - {url: 'https://up.tea.example', description: production}
    - {url: 'https://up.sand.example', description: Sandbox}
    get: {operationId: listFiles, x-qiyue-name: {resource: files, method: list}, responses: {'204': {description: ok}}}
components: {securitySchemes: {clientId: {type: apiKey, in: header, name: TEA-CLIENT, description: Who you are.}}}
security: [{clientId: []}]
"""
ONE = """
servers: [{url: 'http://localhost:3000'}]
paths: {/teas: {get: {operationId: a, x-qiyue-name: {resource: teas, method: list}, responses: {}}}}
"""

WAYS: dict[str, tuple[dict[str, Any], str, str]] = {
    "none": ({}, "https://eu.tea.example/v1/teas", "https://up.tea.example/files"),
    "by name": (
        {"environment": "sandbox"},
        "https://sandbox.tea.example/v1/teas",
        "https://up.sand.example/files",
    ),
    "the own machine": ({"environment": "local"}, "http://localhost:3000/teas", "https://up.tea.example/files"),
    "with a variable": (
        {"environment": "production", "region": "us"},
        "https://us.tea.example/v1/teas",
        "https://up.tea.example/files",
    ),
    "an address": ({"environment": "sandbox", "base_url": "https://own"}, "https://own/teas", "https://own/files"),
    "by the environment": (
        {"environment": {"TEA_ENVIRONMENT": "sandbox", "TEA_CLIENT_ID": "me"}},
        "https://sandbox.tea.example/v1/teas",
        "https://up.sand.example/files",
    ),
}


def document(make: Callable[..., Any], spec: str = SPEC) -> Any:
    return make(spec, head="openapi: 3.1.0\ninfo: {title: Tea, version: '1'}\n")


@pytest.mark.parametrize(("given", "teas", "files"), WAYS.values(), ids=WAYS.keys())
def test_where_requests_go(make: Callable[..., Any], wire: Any, given: Any, teas: str, files: str) -> None:
    made, wire.status = document(make), 204
    prefix = made.package.upper()
    if isinstance(given.get("environment"), dict):
        given = {"environment": {key.replace("TEA", prefix): value for key, value in given["environment"].items()}}
    else:
        given = {**given, "client_id": "me"}
    client = made.client(wire, **given)
    client.teas.list()
    client.files.list()
    assert [str(request.url) for request in wire.sent] == [teas, files]
    assert wire.sent[0].headers["TEA-CLIENT"] == "me"
    assert teas.partition("/teas")[0] in repr(client)
    asyncio.run(made.async_client(wire, **given).files.list())
    assert wire.url == files


def test_what_is_no_environment(make: Callable[..., Any], wire: Any) -> None:
    made = document(make)
    with pytest.raises(made.module.InvalidRequestError, match="environment must be one of local, production, sandbox"):
        made.client(wire, environment="prod", client_id="me")


def test_one_server_is_no_choice(make: Callable[..., Any], wire: Any) -> None:
    made = document(make, ONE)
    made.client(wire, environment={}).teas.list()
    assert wire.url == "http://localhost:3000/teas"
    with pytest.raises(TypeError, match="environment must be a mapping of variables: there is one server only"):
        made.client(wire, environment="production")


def test_what_is_said_of_servers_and_credentials(make: Callable[..., Any]) -> None:
    made = document(make)
    text = made.module.TeaClient.__init__.__doc__
    assert "Who you are." in text
    assert "Sent as ``TEA-CLIENT`` in the header." in text
    assert "``sandbox``: https://sandbox.tea.example/v1 The sandbox. Nothing is brewed." in text
    readme = (made.folder / "README.md").read_text(encoding="utf-8")
    assert "`environment`" in readme
    assert "https://sandbox.tea.example/v1" in readme
