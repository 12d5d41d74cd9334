"""Resources inside resources, as paths nest."""

import asyncio
from typing import Any

import httpx2
import pytest

from qiyue import drivers
from qiyue.pipeline import compile_text
from qiyue.targets.python import generate

GOOD = (
    "responses: {'200': {description: ok, content: {application/json: {schema: {type: array, items: {type: string}}}}}}"
)
SPEC = f"""
openapi: 3.1.0
info: {{title: Teas, version: '1'}}
servers: [{{url: https://tea.example}}]
paths:
  /v1/houses: {{get: {{operationId: listHouses, {GOOD}}}}}
  /v1/houses/{{house}}/list: {{post: {{operationId: addToList, {GOOD}}}}}
  /v1/houses/{{house}}/teas/{{tea}}/leaves: {{get: {{operationId: GetHousesHouseTeasTeaLeaves, {GOOD}}}}}
  /v1/houses_teas: {{get: {{operationId: listHousesTeas, {GOOD}}}}}
"""
CALLS = {
    "houses.list_houses": ({}, "/v1/houses"),
    "houses.teas.leaves.list": ({"house": "a", "tea": "b"}, "/v1/houses/a/teas/b/leaves"),
    "houses_teas.list": ({}, "/v1/houses_teas"),
}


@pytest.fixture(scope="module")
def package() -> drivers.Package:
    compiled = compile_text(SPEC)
    return drivers.in_memory(generate(compiled.api, "tea", compiled.report), "tea")


@pytest.mark.parametrize("caller", CALLS)
def test_calls(package: Any, wire: Any, caller: str) -> None:
    wire.content = b'["green"]'
    given, path = CALLS[caller]
    *resources, method = caller.split(".")

    def find(found: Any, *names: str) -> Any:
        for name in names:
            found = getattr(found, name)
        return found

    with package.client(http_client=httpx2.Client(transport=httpx2.MockTransport(wire))) as client:
        assert find(client, *resources, method)(**given) == ["green"]
        assert find(client, *resources, "with_raw_response", method)(**given).data == ["green"]
    assert [each.url.path for each in wire.sent] == [path, path]

    async def call() -> Any:
        http = httpx2.AsyncClient(transport=httpx2.MockTransport(wire))
        async with package.async_client(http_client=http) as client:
            return await find(client, *resources, method)(**given)

    assert asyncio.run(call()) == ["green"]


def test_the_id_stays_in_the_docstring(package: Any) -> None:
    with package.client() as client:
        assert "GetHousesHouseTeasTeaLeaves" in client.houses.teas.leaves.list.__doc__
        assert "addToList" in client.houses.list.create.__doc__
        assert not hasattr(client.houses.teas, "with_raw_response")
