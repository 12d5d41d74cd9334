"""Which credentials go with a request: alternatives, several together, none; and schemes as people write them."""

import re
from base64 import b64encode
from collections.abc import Callable
from typing import Any

import pytest

from qiyue.pipeline import compile_text
from qiyue.targets.python import generate

SCHEMES = """
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    app: {type: apiKey, in: query, name: app id}
    jar: {type: apiKey, in: cookie, name: sid}
    spare-Key: {type: apiKey, in: header, name: X-Spare}
    user: {type: http, scheme: Basic}
    bearer: {type: http, scheme: bearer}
    oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: /token, scopes: {r: read}}}}
    id: {type: openIdConnect, openIdConnectUrl: https://id.example}
    tls: {type: mutualTLS}
    hmac: {type: http, scheme: tea-hmac}
"""
BASIC = "Basic " + b64encode(b"u:p").decode()
USER = {"username": "u", "password": "p"}
SENT: dict[str, tuple[str, dict[str, str], dict[str, str]]] = {
    "one": ("[{key: []}]", {"api_key": "k"}, {"x-key": "k"}),
    "and": (
        "[{key: [], app: [], jar: []}]",
        {"api_key": "k", "app": "a", "jar": "c"},
        {"x-key": "k", "?": "app%20id=a", "cookie": "sid=c"},
    ),
    "and of two for one header": ("[{user: [], bearer: []}]", {**USER, "token": "t"}, {"authorization": BASIC}),
    "or: the first": ("[{key: []}, {user: []}]", {"api_key": "k", **USER}, {"x-key": "k"}),
    "or: the one that is there": ("[{key: []}, {user: []}]", USER, {"authorization": BASIC}),
    "or: not a half": ("[{key: [], app: []}, {user: []}]", {"api_key": "k", **USER}, {"authorization": BASIC}),
    "optional and given": ("[{}, {key: []}]", {"api_key": "k"}, {"x-key": "k"}),
    "optional and not given": ("[{key: []}, {}]", {}, {}),
    "none": ("[]", {"api_key": "k"}, {}),
    "two of one kind": (
        "[{user: [], spare-Key: []}]",
        {**USER, "spare_key": "s"},
        {"authorization": BASIC, "x-spare": "s"},
    ),
    "scopes": ("[{oauth: [r]}]", {"oauth_token": "t"}, {"authorization": "Bearer t"}),
    "OpenID": ("[{id: []}]", {"id_token": "t"}, {"authorization": "Bearer t"}),
    "a scheme of another name": ("[{hmac: []}]", {"hmac_token": "t"}, {"authorization": "Tea-hmac t"}),
    "by the transport": ("[{tls: [], key: []}]", {"api_key": "k"}, {"x-key": "k"}),
}


@pytest.mark.parametrize(("security", "given", "sent"), SENT.values(), ids=SENT)
def test_the_first_alternative_that_can_be_met_is_sent_whole(
    make: Callable[..., Any], wire: Any, security: str, given: dict[str, str], sent: dict[str, str]
) -> None:
    made = make(f"paths: {{/teas: {{get: {{operationId: list, tags: [teas], security: {security}}}}}}}\n{SCHEMES}")
    made.client(wire, **given).teas.list()
    request = wire.sent[-1]
    names = ("x-key", "x-spare", "authorization", "cookie")
    found = {name: request.headers[name] for name in names if name in request.headers}
    query = request.url.query.decode()
    assert found | ({"?": query} if query else {}) == sent


def test_what_is_missing_is_named(make: Callable[..., Any], wire: Any) -> None:
    made = make(
        f"paths: {{/teas: {{get: {{tags: [teas], operationId: list}}}}}}\n"
        f"security: [{{key: [], app: []}}, {{user: []}}]\n{SCHEMES}"
    )
    with pytest.raises(made.module.InvalidRequestError) as caught:
        made.client(wire, api_key="k", username="u").teas.list()
    assert caught.value.kind == "missing-credential"
    assert re.findall(r"\b(\w+)=", str(caught.value)) == ["app", "password"]
    assert not wire.sent


ODD = {
    "a key without a place": ("{type: apiKey, name: X}", "security-by-transport"),
    "a key in the body": ("{type: apiKey, in: body, name: X}", "security-by-transport"),
    "a key without a name": ("{type: apiKey, in: header}", "security-by-transport"),
    "a type of Swagger 2": ("{type: basic}", ""),
    "http without a scheme": ("{type: http}", ""),
    "no type": ("{description: ask us}", "security-by-transport"),
    "mutual TLS": ("{type: mutualTLS}", "security-by-transport"),
    "digest": ("{type: http, scheme: digest}", "security-by-transport"),
}


@pytest.mark.parametrize(("scheme", "code"), ODD.values(), ids=ODD)
def test_an_odd_scheme_keeps_its_operations(make: Callable[..., Any], wire: Any, scheme: str, code: str) -> None:
    text = (
        "paths: {/teas: {get: {operationId: list, tags: [teas], security: [{odd: []}]}}}\n"
        f"components: {{securitySchemes: {{odd: {scheme}}}}}\n"
    )
    compiled = compile_text("openapi: 3.1.0\ninfo: {title: T, version: '1'}\n" + text)
    generate(compiled.api, "tea", compiled.report)
    assert [each.code for each in compiled.report if each.severity.value == "gap"] == ([code] if code else [])
    made = make(text)
    client = made.client(
        wire,
        **{
            name: "x"
            for name in ("username", "password", "token")
            if f"{name}:" in (made.folder / made.package / "_client.py").read_text("utf-8")
        },
    )
    client.teas.list()
    assert len(wire.sent) == 1


@pytest.mark.parametrize(
    ("security", "sent"),
    [("[{key: []}]", ["k"]), ("[{key: [], app: []}, {key: []}]", ["k"]), ("[{key: []}, {user: []}]", ["own"])],
)
def test_a_credential_that_is_described_as_a_parameter_too_is_sent_once(
    make: Callable[..., Any], wire: Any, security: str, sent: list[str]
) -> None:
    parameter = "parameters: [{name: x-key, in: header, schema: {type: string}}]"
    get = f"{{operationId: list, tags: [teas], security: {security}, {parameter}}}"
    teas = make(f"paths: {{/teas: {{get: {get}}}}}\n{SCHEMES}").client(wire, api_key="k").teas
    teas.list(**({"x_key": "own"} if "own" in sent else {}))
    assert wire.sent[-1].headers.get_list("x-key") == sent
