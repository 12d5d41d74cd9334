"""Where requests go: servers at three levels, their variables as arguments and from the environment."""

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

HEAD = """
openapi: 3.1.0
info: {title: Tea House, version: "1.2"}
"""
SPEC = """
servers:
  - url: https://{region}.tea.example/{base-path}
    variables:
      region: {default: eu, enum: [eu, us], description: where the tea is}
      base-path: {default: v1}
  - url: https://sandbox.tea.example
paths:
  /teas:
    get: {operationId: list, tags: [teas]}
    post: {operationId: add, tags: [teas], servers: [{url: 'https://{region}.up.example', variables: {region: {default:
      eu, enum: [eu, us]}}}]}
  /pots:
    servers: [{url: '{scheme}://pots.example:{port}', variables: {scheme: {default: https}, port: {default: 8443}}}]
    get: {operationId: pots, tags: [teas]}
  /cups:
    servers: [{url: /cups/v2/}]
    get: {operationId: cups, tags: [teas]}
  /jars:
    servers: [{url: 'https://{region}.jars.example', variables: {region: {default: asia}}}]
    get: {operationId: jars, tags: [teas]}
  /lids:
    servers: [{url: 'https://{shop}.lids.example'}]
    get: {operationId: lids, tags: [teas]}
"""
CALLS: dict[str, tuple[str, dict[str, Any], str]] = {
    "defaults": ("list", {}, "https://eu.tea.example/v1/teas"),
    "arguments": ("list", {"region": "us", "base_path": "v2"}, "https://us.tea.example/v2/teas"),
    "the environment": ("list", {"environment": {"{}_REGION": "us"}}, "https://us.tea.example/v1/teas"),
    "an equal variable of an operation": ("add", {"region": "us"}, "https://us.up.example/teas"),
    "a server of a path": ("pots", {"scheme": "http"}, "http://pots.example:8443/pots"),
    "a relative server": ("cups", {"region": "us"}, "https://us.tea.example/cups/v2/cups"),
    "another variable of that name": ("jars", {"region": "us", "region_2": "x"}, "https://x.jars.example/jars"),
    "a variable that is not declared": ("lids", {"shop": "a"}, "https://a.lids.example/lids"),
    "an address of the caller": ("pots", {"base_url": "http://localhost:1"}, "http://localhost:1/pots"),
}


@pytest.mark.parametrize(("method", "options", "url"), CALLS.values(), ids=CALLS)
def test_a_request_goes_where_the_document_and_the_caller_say(
    make: Callable[..., Any], wire: Any, method: str, options: dict[str, Any], url: str
) -> None:
    made = make(SPEC, HEAD)
    if "environment" in options:
        prefix = made.package.upper()
        options = {"environment": {name.format(prefix): value for name, value in options["environment"].items()}}
    getattr(made.client(wire, **options).teas, method)()
    assert wire.url == url


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "a value that the document does not name": ({"region": "mars"}, "region must be one of eu, us"),
    "a variable without a value": ({}, "the address https://{shop}.lids.example is not whole: give shop= or"),
}


@pytest.mark.parametrize(("options", "message"), REFUSED.values(), ids=REFUSED)
def test_an_address_that_is_not_whole_is_refused(
    make: Callable[..., Any], wire: Any, options: dict[str, Any], message: str
) -> None:
    made = make(SPEC, HEAD)
    with pytest.raises(made.module.InvalidRequestError, match="^" + message.replace("{", r"\{")):
        made.client(wire, **options).teas.lids()
    assert not wire.sent


NEEDED = {
    "no server": "",
    "a relative server": "servers: [{url: /v1}]",
    "a variable alone": "servers: [{url: '{host}/v1', variables: {host: {default: ''}}}]",
}


@pytest.mark.parametrize("servers", NEEDED.values(), ids=NEEDED)
def test_without_a_host_the_caller_says_where(make: Callable[..., Any], wire: Any, servers: str) -> None:
    made = make(servers + "\npaths: {/teas: {get: {operationId: list, tags: [teas]}}}\n", HEAD)
    with pytest.raises(made.module.InvalidRequestError, match="base_url="):
        made.client(wire)
    made.client(wire, base_url="https://here.example").teas.list()
    assert wire.url == "https://here.example/teas"


def test_variables_are_typed(make: Callable[..., Any]) -> None:
    made = make(SPEC, HEAD)
    lines = [
        f"from {made.package} import {made.module.TeaClient.__name__} as Tea",
        "Tea(region='us', port='1').close()",
    ]
    (made.folder / "use.py").write_text("\n".join([*lines, "Tea(region='mars')\n"]))
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "use.py"],
        cwd=made.folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert [line.partition(": error: ")[0] for line in done.stdout.splitlines() if "error:" in line] == ["use.py:3"]
