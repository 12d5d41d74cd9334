"""Small: an Api that has what few have, so that every fault of the catalogue can be planted somewhere."""

from qiyue.api import Api
from qiyue.pipeline import compile_text

_DOCUMENT = """
openapi: "3.1.0"
info: {title: Plover Post, version: "1"}
servers: [{url: "https://plover.invalid"}]
paths:
  /parcels:
    post:
      operationId: sendParcel
      parameters:
        - {name: X-Sack, in: header, required: true, schema: {type: string}, example: S1}
        - {name: X-Note, in: header, schema: {type: string}, example: fragile}
        - {name: day, in: query, required: true, schema: {type: string, format: date}, example: "2026-03-18"}
        - {name: words, in: query, schema: {type: string}, example: "a+b c"}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: "#/components/schemas/Sent"}
            example:
              {id: 9007199254740993, kind: box, amount: 12.50, weight: 2.5, tags: [a, b], is_gift: true, note: null}
      responses:
        "200":
          description: taken in
          headers: {X-Number: {required: true, schema: {type: integer}}}
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Kept"}
              example:
                id: 9007199254740993
                code: PL-0001
                state: kept
                amount: 12.50
                count: 3
                exact: 0.10000000000000000001
                tags: [a, b]
                name: 王晓明
                empty: ""
                is_gift: true
                day: "2026-03-18"
                at: "2026-03-18T09:30:00/08:00"
        "400": {description: refused, content: {application/json: {schema: {$ref: "#/components/schemas/Refused"}}}}
  /parcels/{code}:
    get:
      operationId: findParcel
      parameters:
        - {name: code, in: path, required: true, schema: {type: string, pattern: "^PL-[0-9]{4}$"}, example: PL-0001}
      responses:
        "200": {description: found, content: {application/json: {schema: {$ref: "#/components/schemas/Kept"}}}}
        "400": {description: refused, content: {application/json: {schema: {$ref: "#/components/schemas/Refused"}}}}
components:
  schemas:
    Sent:
      type: object
      required: [id, kind, amount, tags]
      additionalProperties: false
      properties:
        id: {type: integer, format: int64}
        kind: {type: string, enum: [box, letter, bag]}
        amount: {type: number, minimum: 0, maximum: 1000000, multipleOf: 0.01}
        weight: {type: number, exclusiveMinimum: 0, exclusiveMaximum: 30}
        tags: {type: array, minItems: 1, maxItems: 3, uniqueItems: true, items: {$ref: "#/components/schemas/Tag"}}
        is_gift: {type: boolean}
        name: {type: string, maxLength: 20}
        note: {type: [string, "null"], maxLength: 9}
        price: {type: number}
    Tag: {type: string, minLength: 1, maxLength: 8}
    Kept:
      type: object
      required: [id, code, state, amount, count, tags]
      additionalProperties: false
      properties:
        id: {type: integer, format: int64}
        code: {type: string, pattern: "^PL-[0-9]{4}$", minLength: 7, maxLength: 7}
        state: {const: kept}
        amount: {type: number}
        count: {type: integer, minimum: 1, maximum: 9}
        exact: {type: number}
        tags: {type: array, minItems: 1, items: {type: string}}
        name: {type: string}
        empty: {type: string}
        is_gift: {type: boolean}
        day: {type: string, format: date}
        at: {type: string}
    Refused:
      type: object
      required: [error]
      properties: {error: {type: string}}
"""


def small() -> Api:
    """Give the Api."""
    return compile_text(_DOCUMENT).api
