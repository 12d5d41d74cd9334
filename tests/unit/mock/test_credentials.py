from collections.abc import Callable
from typing import Any

import pytest

SPEC = """
components:
  securitySchemes:
    bearer: {type: http, scheme: Bearer}
    basic: {type: http, scheme: basic}
    digest: {type: http, scheme: digest}
    oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: https://example.com/t, scopes: {}}}}
    head: {type: apiKey, in: header, name: X-Key}
    query: {type: apiKey, in: query, name: key}
    cookie: {type: apiKey, in: cookie, name: session}
    tls: {type: mutualTLS}
    raw: {type: apiKey, in: header, name: authorization}
paths:
  /bearer: {get: {operationId: a, security: [{bearer: []}], responses: {"200": {description: x}}}}
  /basic: {get: {operationId: b, security: [{basic: []}], responses: {"200": {description: x}}}}
  /digest: {get: {operationId: c, security: [{digest: []}], responses: {"200": {description: x}}}}
  /oauth: {get: {operationId: d, security: [{oauth: []}], responses: {"200": {description: x}}}}
  /head: {get: {operationId: e, security: [{head: []}], responses: {"200": {description: x}}}}
  /query: {get: {operationId: f, security: [{query: []}], responses: {"200": {description: x}}}}
  /cookie: {get: {operationId: g, security: [{cookie: []}], responses: {"200": {description: x}}}}
  /tls: {get: {operationId: h, security: [{tls: []}], responses: {"200": {description: x}}}}
  /either: {get: {operationId: i, security: [{bearer: []}, {query: []}], responses: {"200": {description: x}}}}
  /both: {get: {operationId: j, security: [{head: [], query: []}], responses: {"200": {description: x}}}}
  /one_spot: {get: {operationId: m, security: [{raw: [], bearer: []}], responses: {"200": {description: x}}}}
  /optional: {get: {operationId: k, security: [{bearer: []}, {}], responses: {"200": {description: x}}}}
  /open: {get: {operationId: l, security: [], responses: {"200": {description: x}}}}
"""
MISSING, BAD = "missing-credential", "bad-credential"


def auth(value: str) -> dict[str, Any]:
    return {"headers": {"Authorization": value}}


@pytest.mark.parametrize(
    ("path", "options", "reason"),
    [
        ("/bearer", auth("Bearer k"), ""),
        ("/bearer", auth("bEaReR k"), ""),
        ("/bearer", {}, f"{MISSING} header:Authorization bearer"),
        ("/bearer", auth(""), f"{MISSING} header:Authorization bearer"),
        ("/bearer", auth("Bearer"), f"{BAD} header:Authorization bearer"),
        ("/bearer", auth("Bearer   "), f"{BAD} header:Authorization bearer"),
        ("/bearer", auth("k"), f"{BAD} header:Authorization bearer"),
        ("/bearer", auth("Basic k"), f"{BAD} header:Authorization bearer"),
        ("/bearer", auth("Bearer a b"), f"{BAD} header:Authorization bearer"),
        ("/one_spot", auth("Bearer k"), ""),
        ("/one_spot", {}, f"{MISSING} header:authorization raw"),
        ("/basic", auth("Basic dXNlcjpwYXNz"), ""),
        ("/basic", auth("Basic dXNlcjo="), ""),
        ("/basic", auth("Basic dXNlcg=="), f"{BAD} header:Authorization basic"),
        ("/basic", auth("Basic ***"), f"{BAD} header:Authorization basic"),
        ("/digest", auth('Digest username="u", nonce="n"'), ""),
        ("/digest", auth("Digest"), f"{BAD} header:Authorization digest"),
        ("/oauth", auth("Bearer k"), ""),
        ("/oauth", {}, f"{MISSING} header:Authorization oauth"),
        ("/head", {"headers": {"x-key": "k"}}, ""),
        ("/head", {"headers": {"x-key": " "}}, f"{MISSING} header:X-Key head"),
        ("/head", {"params": {"X-Key": "k"}}, f"{MISSING} header:X-Key head"),
        ("/query", {"params": {"key": "k"}}, ""),
        ("/query", {"params": {"key": ""}}, f"{MISSING} query:key query"),
        ("/cookie", {"headers": {"cookie": "a=b; session=k"}}, ""),
        ("/cookie", {"headers": {"cookie": "a=b"}}, f"{MISSING} cookie:session cookie"),
        ("/tls", {}, ""),
        ("/either", {"params": {"key": "k"}}, ""),
        ("/either", auth("Bearer k"), ""),
        ("/either", auth("Token k"), f"{BAD} header:Authorization bearer"),
        ("/either", {}, f"{MISSING} header:Authorization bearer"),
        ("/both", {"params": {"key": "k"}, "headers": {"X-Key": "k"}}, ""),
        ("/both", {"params": {"key": "k"}}, f"{MISSING} header:X-Key head"),
        ("/optional", {}, ""),
        ("/open", {}, ""),
    ],
)
def test_credentials_in_every_form(serve: Callable[..., Any], path: str, options: dict[str, Any], reason: str) -> None:
    assert serve(SPEC).reason("GET", path, **options) == reason


@pytest.mark.parametrize(
    ("path", "options", "reason"),
    [
        ("/bearer", auth("Bearer right"), ""),
        ("/bearer", auth("Bearer wrong"), f"{BAD} header:Authorization bearer"),
        ("/bearer", auth("Bearer RIGHT"), f"{BAD} header:Authorization bearer"),
        ("/basic", auth("Basic dXNlcjpwYXNz"), ""),
        ("/basic", auth("Basic dXNlcjo="), f"{BAD} header:Authorization basic"),
        ("/head", {"headers": {"x-key": "any"}}, ""),
    ],
)
def test_named_keys_are_the_only_ones(
    serve: Callable[..., Any], path: str, options: dict[str, Any], reason: str
) -> None:
    served = serve(SPEC, accepted={"bearer": ["right", "other"], "basic": ["user:pass"]})
    assert served.reason("GET", path, **options) == reason
