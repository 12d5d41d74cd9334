"""What a client is made with: tables of inline specs, and their plan as JSON."""

from typing import Any

import pytest
import yaml

from qiyue import dump
from qiyue.client_plan import plan_client
from qiyue.client_plan.settings import OPTIONS
from qiyue.pipeline import compile_text
from qiyue.runtime.options import ClientOptions

HEAD = "openapi: 3.1.0\ninfo: {title: Teas, version: '1'}\n"

CASES = """
keys and passwords have words of their own:
  spec:
    paths: {}
    components:
      securitySchemes:
        api: {type: apiKey, in: header, name: X-Key}
        login: {type: http, scheme: basic}
        user: {type: oauth2, flows: {}, x-qiyue-scope: {name: access_token, env: USER_TOKEN}}
        shake: {type: http, scheme: digest}
  credentials:
  - {name: [api, key], env: API_KEY, said: [api, key], scheme: api, signs: false}
  - {name: [username], env: USERNAME, said: [username], scheme: login, signs: false}
  - {name: [password], env: PASSWORD, said: [password], scheme: login, signs: false}
  - {name: [access, token], env: USER_TOKEN, said: [access, token], scheme: user, signs: false}
  schemes:
  - {id: api, credentials: [[api, key]]}
  - {id: login, credentials: [[username], [password]]}
  - {id: user, credentials: [[access, token]]}
---
a key is called after its scheme, else after its header:
  spec:
    paths: {}
    components:
      securitySchemes:
        clientId: {type: apiKey, in: header, name: PLAID-CLIENT-ID}
        secret: {type: apiKey, in: header, name: PLAID-SECRET}
        appKeyAuth: {type: apiKey, in: query, name: key}
        auth: {type: apiKey, in: header, name: X-Shop-Token}
        ApiKeyHeader: {type: apiKey, in: header, name: X-Any}
        security: {type: apiKey, in: header, name: Authorization}
  schemes:
  - {id: clientId, credentials: [[client, id]]}
  - {id: secret, credentials: [[secret]]}
  - {id: appKeyAuth, credentials: [[app, key]]}
  - {id: auth, credentials: [[shop, token]]}
  - {id: ApiKeyHeader, credentials: [[api, key]]}
  - {id: security, credentials: [[security, api, key]]}
---
of two credentials with the same words the second is called after its scheme:
  spec:
    paths: {}
    components:
      securitySchemes:
        apiKey: {type: apiKey, in: header, name: A}
        api: {type: apiKey, in: header, name: B}
        user: {type: http, scheme: bearer}
        shop: {type: oauth2, flows: {}}
  schemes:
  - {id: apiKey, credentials: [[api, key]]}
  - {id: api, credentials: [[api, api, key]]}
  - {id: user, credentials: [[token]]}
  - {id: shop, credentials: [[shop, token]]}
---
what is given once shares its words with no option and no credential:
  spec:
    components: {securitySchemes: {key: {type: apiKey, in: header, name: A}}}
    paths:
      /a:
        get:
          parameters:
          - {name: apiKey, in: query, schema: {type: string}, x-qiyue-scope: {client: true}}
          - {name: timeout, in: query, schema: {type: string}, x-qiyue-scope: {client: true}}
          - {name: h, in: header, schema: {type: string}, x-qiyue-scope: {client: true, name: houseId, env: HOUSE}}
          - {name: other, in: query, schema: {type: string}, x-qiyue-scope: {client: false}}
          responses: {'200': {description: ok}}
  shared:
  - {name: [api, key, '2'], env: API_KEY_2, said: [api, key]}
  - {name: [timeout, '2'], env: TIMEOUT_2, said: [timeout]}
  - {name: [house, id], env: HOUSE, said: [house, id]}
---
members of the body are given once too, in the payload and beside it:
  spec:
    x-qiyue-envelope: {request: {payload: /data}}
    paths:
      /a:
        post:
          requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
          responses: {'200': {description: ok}}
    components:
      schemas:
        Order:
          properties:
            app: {type: string, x-qiyue-scope: {client: true}}
            data: {type: object, properties: {shopId: {type: string, x-qiyue-scope: {client: true}}}}
  shared:
  - {name: [app], env: APP, said: [app]}
  - {name: [shop, id], env: SHOP_ID, said: [shop, id]}
---
variables of addresses:
  spec:
    servers: [{url: 'https://{Region}.tea.example/{path}/', variables: {Region: {default: eu, enum: [us, eu]}}}]
    paths:
      /a: {servers: [{url: '/b/{path}'}], get: {operationId: a, responses: {'200': {description: ok}}}}
      /c: {servers: [{url: 'https://{path}.c.example'}], get: {operationId: c, responses: {'200': {description: ok}}}}
      /d: {get: {operationId: d, responses: {'200': {description: ok}}}}
  address: https://{region}.tea.example/{path}
  addresses: {a: 'https://{region}.tea.example/b/{path}', c: 'https://{path}.c.example'}
  variables:
  - {name: [region], env: REGION, address: 'https://{Region}.tea.example/{path}/', default: eu, choices: [us, eu]}
  - {name: [path], env: PATH, address: 'https://{Region}.tea.example/{path}/'}
"""
TABLE = {name: case for document in yaml.safe_load_all(CASES) for name, case in document.items()}


@pytest.mark.parametrize("case", TABLE.values(), ids=TABLE.keys())
def test_settings(case: dict[str, Any]) -> None:
    plan: Any = dump.plain(plan_client(compile_text(HEAD + yaml.safe_dump(case["spec"], sort_keys=False)).api))
    expected = {key: value for key, value in case.items() if key != "spec"}
    assert expected
    assert {key: plan["settings"][key] for key in expected} == expected


def test_a_credential_of_signatures_and_one_that_gets_tokens() -> None:
    spec = """
components: {securitySchemes: {user: {type: http, scheme: bearer, x-qiyue-token: {operation: login, token: /t,
  request: {/app: appKey, /pass: appSecret}}}}}
paths:
  /login:
    post:
      operationId: login
      x-qiyue-signature: {over: query, put: 'query:sign', secret: appSecret, steps: [{digest: hmac-sha256}]}
      responses: {'200': {description: ok}}
  /a:
    get:
      x-qiyue-signature: {over: query, put: 'query:sign', secret: signKey, steps: [{digest: hmac-sha256}]}
      responses: {'200': {description: ok}}
"""
    settings = plan_client(compile_text(HEAD + spec).api).settings
    assert [(" ".join(each.name), each.scheme, each.signs) for each in settings.credentials] == [
        ("app key", "user", False),
        ("app secret", "user", False),
        ("sign key", "", True),
    ]
    assert settings.schemes[0].credentials == (("app", "key"), ("app", "secret"))


def test_every_option_of_a_client_is_kept_free() -> None:
    assert ClientOptions.__annotations__.keys() <= {*map("_".join, OPTIONS)}
