from collections.abc import Callable
from typing import Any

SPEC = """
x-qiyue-quota: {calls: 2, per: 1m}
components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}
security: [{key: []}]
paths:
  /a: {get: {operationId: a, responses: {"200": {description: x}}}}
  /b: {get: {operationId: b, responses: {"200": {description: x}}}}
  /c: {get: {operationId: c, x-qiyue-quota: {calls: 1, per: 1s}, responses: {"200": {description: x}}}}
"""
KEY = {"x-key": "k"}
REFUSED = "rate-limited quota"


def reasons(served: Any, *paths: str) -> list[str]:
    return [served.reason("GET", path, headers=KEY) for path in paths]


def test_operations_under_one_quota_share_it(serve: Callable[..., Any], watch: Any) -> None:
    served = serve(SPEC, clock=watch)
    assert reasons(served, "/a", "/b", "/a", "/b", "/c", "/c") == ["", "", REFUSED, REFUSED, "", REFUSED]
    watch.now += 0.5
    refused = served.client.get("/a", headers=KEY)
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "60")
    watch.now += 59.4
    assert reasons(served, "/a", "/c") == [REFUSED, ""]
    watch.now += 0.1
    assert reasons(served, "/a") == [""]


def test_calls_without_a_credential_do_not_count(serve: Callable[..., Any], watch: Any) -> None:
    served = serve(SPEC, clock=watch)
    for _ in range(3):
        assert served.reason("GET", "/a") == "missing-credential header:X-Key key"
    assert reasons(served, "/a") == [""]


def test_quotas_can_be_switched_off(serve: Callable[..., Any], watch: Any) -> None:
    assert reasons(serve(SPEC, clock=watch, quotas=False), *["/c"] * 3) == [""] * 3
