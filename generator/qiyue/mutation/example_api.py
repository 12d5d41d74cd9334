"""Example Api: an Api that has what few have, so that every fault of the catalogue can be planted somewhere."""

from qiyue.api import Api
from qiyue.pipeline import compile_text

_DOCUMENT = """
openapi: "3.1.0"
info: {title: Plover Post, version: "1"}
servers: [{url: "https://plover.invalid"}]
x-qiyue-mock:
  seed:
    sacks:
      - {id: 1, kind: box, place: Aldershore}
      - {id: 2, kind: bag, place: Brackenmouth}
      - {id: 3, kind: box, place: Cawdon}
      - {id: 4, kind: letter, place: Dunmere}
      - {id: 5, kind: bag, place: Eastwold}
paths:
  /sacks:
    get:
      operationId: listSacks
      x-qiyue-pagination:
        style: cursor
        cursor: "query:after"
        next: /next
        size: "query:most"
        default-size: 2
        max-size: 3
        items: /sacks
      x-qiyue-mock:
        store: sacks
        do: list
        key: {at: /id}
        rules: [{filter: {at: "query:kinds", by: /kind}}, {page: {over: cap, zero: default}}]
      parameters:
        - {name: after, in: query, schema: {type: string, pattern: "^[0-9]{1,3}$"}}
        - {name: most, in: query, schema: {type: integer, minimum: 0}}
        - name: kinds
          in: query
          explode: false
          schema: {type: array, minItems: 1, maxItems: 2, items: {type: string, enum: [box, letter, bag]}}
      responses:
        "200":
          description: some sacks, and where the others begin
          content:
            application/json:
              schema:
                type: object
                required: [sacks]
                properties:
                  sacks: {type: array, items: {$ref: "#/components/schemas/Sack"}}
                  next: {type: [string, "null"]}
        "400": {description: refused, content: {application/json: {schema: {$ref: "#/components/schemas/Refused"}}}}
  /sacks/{id}:
    put:
      operationId: saveSack
      x-qiyue-safety: {live: write, idempotent: true}
      x-qiyue-mock: {store: sacks, do: save, key: {at: /id, from: "path:id"}}
      parameters: [{name: id, in: path, required: true, schema: {type: integer, minimum: 1, maximum: 9999}, example: 2}]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [kind, place]
              properties: {kind: {type: string, enum: [box, letter, bag]}, place: {type: string, minLength: 1}}
            example: {kind: bag, place: Farrowby}
      responses:
        "200": {description: kept, content: {application/json: {schema: {$ref: "#/components/schemas/Sack"}}}}
        "400": {description: refused, content: {application/json: {schema: {$ref: "#/components/schemas/Refused"}}}}
        "404": {description: unknown, content: {application/json: {schema: {$ref: "#/components/schemas/Refused"}}}}
  /sacks/events:
    get:
      operationId: watchSacks
      responses:
        "200": {description: as they move, content: {text/event-stream: {schema: {$ref: "#/components/schemas/Sack"}}}}
  /sacks/lines:
    get:
      operationId: dumpSacks
      responses:
        "200": {description: all, content: {application/x-ndjson: {schema: {$ref: "#/components/schemas/Sack"}}}}
  /label:
    get:
      operationId: printLabel
      responses: {"200": {description: to be printed, content: {application/pdf: {}}}}
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
    Sack:
      type: object
      required: [id, kind, place]
      properties: {id: {type: integer}, kind: {type: string, enum: [box, letter, bag]}, place: {type: string}}
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


def build_example_api() -> Api:
    """Give the Api."""
    return compile_text(_DOCUMENT).api
