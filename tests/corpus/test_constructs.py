"""Constructs of OpenAPI, one small document each: generated, imported, called, and the request judged by the document.

A row is what stands in the document; where something is degraded, the code of its gap.
"""

import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
import run  # noqa: E402


def schema(text: str, version: str = "3.1.0", more: str = "") -> str:
    """A schema in a body, in an answer, and as a component."""
    content = "{application/json: {schema: {$ref: '#/components/schemas/A'}}}"
    return (
        f"openapi: {version}\ninfo: {{title: T, version: '1'}}\npaths:\n  /a:\n    post:\n"
        f"      requestBody: {{required: true, content: {content}}}\n"
        f"      responses: {{'200': {{description: ok, content: {content}}}}}\n"
        f"components:\n  schemas:\n    A: {text}\n{more}"
    )


def operation(text: str, path: str = "/a", more: str = "") -> str:
    return f"openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths:\n  {path}:\n    get: {{{text}}}\n{more}"


def parameter(text: str, path: str = "/a") -> str:
    return operation(f"parameters: [{{name: p, {text}}}]", path)


def ids(*names: str) -> str:
    """Operations of these ids, each under a path and a tag of its own."""
    rows = (f"  /x{index}: {{get: {{operationId: {name!r}, tags: [t{index}]}}}}\n" for index, name in enumerate(names))
    return "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n" + "".join(rows)


LIST, OBJECT = "{type: array, items: {type: integer}, minItems: 2}", "{type: object, properties: {a: {type: integer}}}"
SCHEMAS = {
    "recursion": "{type: object, properties: {next: {$ref: '#/components/schemas/A'}}}",
    "recursion through a list": "{type: array, items: {$ref: '#/components/schemas/A'}}",
    "recursion through anyOf": "{anyOf: [{$ref: '#/components/schemas/A'}, {type: string}]}",
    "a reference to nothing": "{type: object, properties: {a: {$ref: '#/components/schemas/B'}}}",
    "recursion through a map": "{type: object, additionalProperties: {$ref: '#/components/schemas/A'}}",
    "allOf": "{allOf: [{type: object, properties: {a: {}}}, {required: [a]}]}",
    "into allOf": "{allOf: [{}, {type: object, properties: {a: {$ref: '#/components/schemas/A/allOf/1'}}}]}",
    "oneOf": "{oneOf: [{type: string}, {type: object, properties: {a: {}}}]}",
    "anyOf of objects": "{anyOf: [{type: object, required: [a], properties: {a: {}}}, {type: object, required: [b]}]}",
    "oneOf beside properties": "{type: object, properties: {a: {}}, oneOf: [{required: [a]}, {required: [b]}]}",
    "type as a list": "{type: [string, integer, 'null']}",
    "const": "{const: 5}",
    "const of another type": "{type: object, properties: {a: {const: [1, null]}}, required: [a]}",
    "enum of all types": "{enum: [1, '1', 1.5, true, null, [1], {a: 1}]}",
    "unions of constants": (
        "{type: object, properties: {a: {oneOf: [{enum: [x]}, {const: y}]}, b: {anyOf: [{enum: [y]}, {enum: [x]}]}, "
        "c: {oneOf: [{const: true}, {const: 1}]}, "
        "d: {items: {oneOf: [{const: p}, {type: [string, 'null'], enum: [q]}]}}}}"
    ),
    "unions of references to constants": (
        "{type: object, properties: {a: {oneOf: [{$ref: '#/components/schemas/X'}, {$ref: '#/components/schemas/Y'}]}}}"
        "\n    X: {const: x}\n    Y: {allOf: [{enum: [y]}]}"
    ),
    "enum that collides": "{enum: [a, A, a-, 'a ', '', '-']}",
    "enum of nothing": "{type: object, properties: {a: {enum: []}}}",
    "enum with null": "{type: [string, 'null'], enum: [a, null]}",
    "additionalProperties": "{type: object, properties: {a: {}}, additionalProperties: {type: integer}}",
    "additionalProperties: false": "{type: object, properties: {a: {}}, additionalProperties: false}",
    "patternProperties": "{type: object, patternProperties: {'^x': {type: integer}}}",
    "prefixItems": "{type: array, prefixItems: [{type: string}, {type: integer}], minItems: 2}",
    "prefixItems of constants": "{type: array, prefixItems: [{const: a}, {const: b}], items: false}",
    "true": "true",
    "false inside": "{type: object, properties: {a: false}}",
    "$defs": "{type: object, properties: {a: {$ref: '#/components/schemas/A/$defs/D'}}, $defs: {D: {type: string}}}",
    "$anchor": "{type: object, properties: {a: {$ref: '#d'}}, $defs: {D: {$anchor: d, type: string}}}",
    "$id": (
        "{$id: 'https://tea.example/a', type: object, properties: {a: {$ref: '#/$defs/D'}}, $defs: {D: {type: string}}}"
    ),
    "beside $ref": (
        "{type: object, properties: {a: {$ref: '#/components/schemas/A', maxProperties: 1, description: d}}}"
    ),
    "decimal": "{type: object, required: [a], properties: {a: {type: number, multipleOf: 0.01, minimum: 0.1}}}",
    "names that are keywords": (
        "{type: object, required: [class, self, None], properties: {class: {}, self: {}, None: {}}}"
    ),
    "names that collide": (
        "{type: object, required: [a_b, aB, a-b, A_B], properties: {a_b: {}, aB: {}, a-b: {}, A_B: {}}}"
    ),
    "names that are our own words": (
        "{type: object, properties: {alias: {type: string}, tagged: {}, anyOf: {}, format: {}, items: {}}}"
    ),
    "names of all kinds": "{type: object, required: ['', 价格, '🙂'], properties: {'': {}, 价格: {}, '🙂': {}}}",
    "readOnly": "{type: object, required: [a], properties: {a: {type: string, readOnly: true}, b: {writeOnly: true}}}",
    "not and if": (
        "{type: object, properties: {a: {}}, not: {required: [z]}, if: {required: [a]}, then: {required: [b]}}"
    ),
}
OLD = {
    "nullable": "{type: object, required: [a], properties: {a: {type: string, nullable: true}}}",
    "nullable enum": "{type: string, nullable: true, enum: [a]}",
    "nullable enum of one value": "{type: object, properties: {a: {type: string, nullable: true, enum: [b]}}}",
    "nullable reference": (
        "{type: object, properties: {a: {nullable: true, allOf: [{$ref: '#/components/schemas/A'}]}}}"
    ),
    "exclusiveMinimum: true": "{type: integer, minimum: 1, exclusiveMinimum: true}",
}
OPERATIONS = {
    **{
        f"{place}, {style}, explode: {explode}, {kind}": parameter(
            f"in: {place}, required: true, style: {style}, explode: {explode}, schema: {shape}",
            "'/a/{p}'" if place == "path" else "/a",
        )
        for place, styles in {
            "path": ("simple", "label", "matrix"),
            "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
            "header": ("simple",),
            "cookie": ("form",),
        }.items()
        for style in styles
        for explode in ("true", "false")
        for kind, shape in {"list": LIST, "object": OBJECT}.items()
        if (style != "deepObject" or kind == "object")
        and (style not in ("spaceDelimited", "pipeDelimited") or (kind == "list" and explode == "false"))
        and not (place == "cookie" and explode == "true")
    },
    "a parameter by content": parameter(
        "in: query, required: true, content: {application/json: {schema: {type: object}}}"
    ),
    "a range of answers": operation(
        "responses: {2XX: {description: ok}, 4XX: {description: no}, default: {description: no}}"
    ),
    "answers by number": operation("responses: {200: {description: ok}, 404: {description: no}}"),
    "an answer by reference": operation(
        "responses: {200: {$ref: '#/components/responses/R'}}", more="components: {responses: {R: {description: ok}}}\n"
    ),
    "a reference into a path": operation(
        "parameters: [{$ref: '#/paths/~1b/get/parameters/0'}]",
        more="  /b: {get: {parameters: [{name: q, in: query, schema: {type: string}}]}}\n",
    ),
    "servers at three levels": operation(
        "servers: [{url: 'https://{v}.o.example', variables: {v: {default: w, enum: [w, x]}}}]",
        more="    servers: [{url: 'https://p.example'}]\n    put: {}\nservers: [{url: "
        "'https://r.example/{b}', variables: {b: {default: c}}}]\n",
    ),
    "security: and, or, none": operation(
        "security: [{a: [], b: []}, {c: [x]}, {}]",
        more="components: {securitySchemes: {a: {type: apiKey, in: query, name: k}, b: {type: http, scheme: basic}, "
        "c: {type: oauth2, flows: {implicit: {authorizationUrl: 'https://a.example', scopes: {x: y}}}}}}\n",
    ),
    "callbacks and links": operation(
        "callbacks: {c: {'{$request.body#/u}': {post: {}}}}, responses: {200: "
        "{description: ok, links: {l: {operationId: a}}}}"
    ),
    "webhooks": operation(
        "", more="webhooks: {w: {post: {requestBody: {content: {a/b+json: {schema: {type: object}}}}}}}\n"
    ),
    "a webhook of another media type": operation(
        "", more="webhooks: {w: {post: {requestBody: {content: {a/b: {schema: {type: object}}}}}}}\n"
    ),
    "text, bytes and nothing": operation("responses: {200: {content: {text/plain: {}, application/octet-stream: {}}}}"),
    "ids that collide": ids("getTea", "gettea", "get_tea", "GetTea"),
    "ids that are keywords": ids("class", "import", "None", "close", "with_options", "self"),
    "ids of all kinds": ids("取茶", "🙂", "-", "1", "a b"),
}
DEGRADED = {
    "a reference to nothing": "dangling-ref",
    "prefixItems": "tuple-as-list",
    "prefixItems of constants": "tuple-as-list",
    "a webhook of another media type": "webhook-undecoded",
}
"""Construct → the code of its gap, which names the operation."""
ALL = {
    **{name: schema(text) for name, text in SCHEMAS.items()},
    **{name: schema(text, "3.0.3") for name, text in OLD.items()},
    **OPERATIONS,
}


@pytest.mark.parametrize("name", ALL)
def test_a_construct_is_generated_and_called(name: str, tmp_path: Path) -> None:
    path = tmp_path / "spec.yaml"
    path.write_text(ALL[name], "utf-8")
    row = run.run(path)
    assert row.faults == []
    assert row.operations == row.generated == row.called == row.valid > 0
    assert row.gaps == ([DEGRADED[name]] if name in DEGRADED else [])
