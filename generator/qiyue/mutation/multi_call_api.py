"""Multi-call Api: an Api whose calls take more than one exchange, or whose answers come bit by bit."""

from qiyue.api import Api
from qiyue.pipeline import compile_text

_DOCUMENT = """
openapi: "3.1.0"
info: {title: Curlew Coast, version: "1"}
servers: [{url: "https://curlew.invalid"}]
security: [{token: []}]
x-qiyue-envelope: {answer: {success: {at: /code, is: 0}, code: /code, message: /words}}
x-qiyue-errors:
  at: /code
  codes:
    - {code: 0, kind: success}
    - {code: 40, kind: bad-credential, message: token has ended}
    - {code: 43, kind: forbidden}
    - {code: 44, kind: not-found}
    - {code: 29, kind: rate-limited, retry: safe, message: too many calls}
    - {code: 50, kind: server, retry: always, message: try again}
    - {code: 51, kind: server, retry: never, message: lost at sea, emit: false}
    - {code: 41, kind: invalid-parameter}
paths:
  /token:
    post:
      operationId: makeToken
      tags: [tokens]
      security: []
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [client, secret]
              properties: {client: {type: string}, secret: {type: string, x-qiyue-sensitive: true}}
      responses:
        "200":
          description: a token
          content:
            application/json:
              schema:
                type: object
                required: [code, token, seconds]
                properties:
                  {code: {type: integer}, words: {type: string}, token: {type: string}, seconds: {type: integer}}
              example: {code: 0, token: "t-1", seconds: 3600}
  /boats:
    get:
      operationId: listBoats
      tags: [boats]
      x-qiyue-pagination: {style: page, page: "query:page", size: "query:size", items: /boats, total: /total}
      parameters:
        - {name: page, in: query, schema: {type: integer, minimum: 1}}
        - {name: size, in: query, schema: {type: integer, minimum: 1, maximum: 50}}
        - {name: ids, in: query, schema: {type: array, items: {type: integer}}, example: [1, 2]}
        - {name: names, in: query, explode: false, schema: {type: array, items: {type: string}}, example: ["a", "b c"]}
        - name: kinds
          in: query
          style: pipeDelimited
          explode: false
          schema: {type: array, items: {type: string}}
          example: ["x", "y"]
        - name: where
          in: query
          style: deepObject
          schema: {type: object, properties: {port: {type: string}, deck: {type: integer}}}
          example: {port: Hull, deck: 2}
        - {name: X-Tags, in: header, schema: {type: array, items: {type: string}}, example: ["p", "q"]}
      responses:
        "200": {description: boats, content: {application/json: {schema: {$ref: "#/components/schemas/Boats"}}}}
  /ports:
    get:
      operationId: listPorts
      tags: [boats]
      x-qiyue-pagination:
        {style: offset, page: "query:start", size: "query:size", items: /boats, first: 0, default-size: 20}
      parameters:
        - {name: start, in: query, schema: {type: integer, minimum: 0}}
        - {name: size, in: query, schema: {type: integer, minimum: 1, maximum: 50}}
      responses:
        "200": {description: boats, content: {application/json: {schema: {$ref: "#/components/schemas/Boats"}}}}
  /tides:
    get:
      operationId: listTides
      tags: [boats]
      x-qiyue-pagination: {style: cursor, cursor: "query:after", items: /boats, next: /next}
      parameters:
        - {name: after, in: query, schema: {type: string}}
      responses:
        "200": {description: boats, content: {application/json: {schema: {$ref: "#/components/schemas/Boats"}}}}
  /boats/{codes}:
    get:
      operationId: findBoats
      tags: [boats]
      parameters:
        - name: codes
          in: path
          required: true
          schema: {type: array, minItems: 1, items: {type: string, pattern: "^[a-z]{2}$"}}
          example: ["ab", "cd"]
      responses:
        "200": {description: boats, content: {application/json: {schema: {$ref: "#/components/schemas/Boats"}}}}
  /bookings:
    post:
      operationId: book
      tags: [boats]
      x-qiyue-safety: {live: never, idempotent: true}
      x-qiyue-envelope:
        request:
          payload: /data
          fill: {"header:Idempotency-Key": {make: uuid, per: call}, "header:X-At": {make: epoch-ms, per: attempt}}
        answer: {success: {at: /code, is: 0}, code: /code, message: /words}
      parameters:
        - {name: Idempotency-Key, in: header, required: true, schema: {type: string}}
        - {name: X-At, in: header, required: true, schema: {type: integer}}
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [data]
              properties:
                data: {type: object, required: [boat], properties: {boat: {type: integer}, note: {type: string}}}
      responses:
        "200": {description: booked, content: {application/json: {schema: {$ref: "#/components/schemas/Boats"}}}}
  /notes:
    post:
      operationId: note
      tags: [boats]
      requestBody:
        required: true
        content:
          application/json:
            schema: {type: object, required: [text], properties: {text: {type: string, minLength: 1}}}
      responses:
        "200": {description: noted, content: {application/json: {schema: {$ref: "#/components/schemas/Boats"}}}}
  /swells:
    get:
      operationId: swells
      x-qiyue-envelope: {}
      x-qiyue-errors: {codes: []}
      tags: [sea]
      responses:
        "200": {description: events, content: {text/event-stream: {schema: {$ref: "#/components/schemas/Swell"}}}}
  /log:
    get:
      operationId: log
      x-qiyue-envelope: {}
      x-qiyue-errors: {codes: []}
      tags: [sea]
      responses:
        "200": {description: lines, content: {application/x-ndjson: {schema: {$ref: "#/components/schemas/Swell"}}}}
  /chart:
    get:
      operationId: chart
      x-qiyue-envelope: {}
      x-qiyue-errors: {codes: []}
      x-qiyue-quota: {calls: 3, per: 1m}
      tags: [sea]
      security: [{key: []}]
      responses: {"200": {description: a file, content: {application/pdf: {}}}}
components:
  securitySchemes:
    key: {type: apiKey, in: query, name: key}
    token:
      type: http
      scheme: bearer
      x-qiyue-token:
        operation: makeToken
        request: {/client: skipper, /secret: password}
        token: /token
        lifetime: /seconds
        renew-on: [bad-credential]
        early: 60
  schemas:
    Swell: {type: object, required: [height], properties: {height: {type: number}, name: {type: string}}}
    Boats:
      type: object
      required: [code]
      properties:
        code: {type: integer}
        words: {type: string}
        total: {type: integer}
        next: {type: [string, "null"]}
        boats:
          type: array
          items: {type: object, required: [name], properties: {name: {type: string}, weight: {type: number}}}
"""


def build_multi_call_api() -> Api:
    """Give the Api."""
    return compile_text(_DOCUMENT).api
