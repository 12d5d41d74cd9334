from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2
import pytest
from starlette.testclient import TestClient

from qiyue.mock import app, apps, running

SPEC = """
servers: [{url: https://api.example.com/v2}]
paths:
  /x/{id}:
    get:
      operationId: a
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"200": {description: x, content: {application/json: {example: {n: 43.50}}}}}
"""


def test_a_running_mock_answers_and_stops(serve: Callable[..., Any]) -> None:
    with running(app(serve(SPEC).api)) as base_url:
        with ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(lambda n: httpx2.get(f"{base_url}/x/{n}").text, range(20)))
        assert answers == ['{"n":43.50}'] * 20
    with pytest.raises(httpx2.ConnectError):
        httpx2.get(f"{base_url}/x/1")


def test_two_mocks_run_at_once(serve: Callable[..., Any]) -> None:
    built = app(serve(SPEC).api)
    with running(built) as one, running(built) as other:
        assert one != other
        assert httpx2.get(f"{one}/x/1").status_code == httpx2.get(f"{other}/x/1").status_code == 200


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/one/x/1", 200),
        ("/two/x/1", 200),
        ("/one/v2/x/1", 200),
        ("/one/x/a%2Fb", 200),
        ("/one/x/a%0Ab", 200),
        ("/x/1", 404),
        ("/one/y", 404),
        ("/onetwo/x/1", 404),
    ],
)
def test_several_apis_are_told_apart_by_prefix(serve: Callable[..., Any], path: str, status: int) -> None:
    api = serve(SPEC).api
    assert TestClient(apps({"one": api, "two": api})).get(path).status_code == status
