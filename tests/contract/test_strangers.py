"""What documents of strangers say, one small document for each: both targets are green without configuration, and what
the document itself has wrong is said.
"""

import pytest

from qiyue import contract
from qiyue.pipeline import compile_text

HEAD = (
    "openapi: {version}\ninfo: {{title: Dipper, version: '1'}}\nservers: [{{url: 'https://dipper.invalid'}}]\npaths:\n"
)
OK = "responses: {'200': {description: ok, content: {application/json: {schema: {type: object}}}}}"


def body(media: str, content: str) -> str:
    return f"  /a: {{post: {{operationId: a, requestBody: {{required: true, content: {{{media}: {content}}}}}, {OK}}}}}"


def query(*parameters: str) -> str:
    listed = ", ".join(f"{{name: p{number}, in: query, {each}}}" for number, each in enumerate(parameters))
    return f"  /a: {{get: {{operationId: a, parameters: [{listed}], {OK}}}}}"


def form(properties: str, media: str = "application/x-www-form-urlencoded") -> str:
    return body(media, f"{{schema: {{type: object, properties: {properties}}}}}")


DOUBT = "No valid sample could be made: "
BAD = "The example request ({}) breaks the spec: "
ANSWERED = "The documented example of an answer breaks the spec: it is no object, and so has none of its properties."
OBJECT = "{properties: {a: {type: string}}}"
ROWS: dict[str, tuple[str, list[str]]] = {
    "a body of properties without a type": (body("application/json", f"{{schema: {OBJECT}}}"), []),
    "a member of properties without a type": (
        body("application/json", f"{{schema: {{type: object, properties: {{m: {OBJECT}}}}}}}"),
        [],
    ),
    "a choice of properties without a type": (
        body("application/json", f"{{schema: {{type: object, properties: {{m: {{anyOf: [{OBJECT}, {OBJECT}]}}}}}}}}"),
        [],
    ),
    "a file in JSON": (
        body("application/json", "{schema: {type: object, properties: {f: {type: string, format: binary}}}}"),
        [],
    ),
    "objects in a form": (form("{o: {type: object}, l: {type: array, items: {type: object}}}"), []),
    "numbers shown for texts in a form": (form("{s: {type: string, example: 1230000}}"), []),
    "a list shown as a text in a form": (
        form("{s: {type: array, items: {type: string}}}").replace("{schema:", "{example: {s: one}, schema:"),
        [],
    ),
    "objects in a multipart form": (
        form("{o: {type: object}, l: {type: array, items: {type: object}}, n: {type: number}}", "multipart/form-data"),
        [],
    ),
    "a multipart form of nothing": (form("{}", "multipart/form-data"), []),
    "a body of any type": (body("'*/*'", "{schema: {type: string, format: binary}}"), []),
    "an image of any type": (body("image/*", "{schema: {type: string, format: binary}}"), []),
    "text of a type that nobody knows": (body("dipper/nest", "{schema: {type: string}}"), []),
    "text in YAML": (body("application/x-yaml", "{schema: {type: string}}"), []),
    "an object in XML": (body("application/xml", "{schema: {type: object, properties: {a: {type: string}}}}"), []),
    "a list of nothing but null in a query": (
        query("required: true, schema: {type: array, items: {type: 'null'}}"),
        [],
    ),
    "a query of anything": (query("schema: {}", "schema: {type: [string, 'null']}"), []),
    "objects inside of an object in a query": (
        query("style: deepObject, schema: {type: object, properties: {o: {type: object, properties: {i: {}}}}}"),
        [],
    ),
    "two objects with the same member in a query": (query(*[f"required: true, schema: {OBJECT}"] * 2), []),
    "a map beside a parameter in a query": (
        query(
            "required: true, schema: {type: object, additionalProperties: {type: string}}", "schema: {type: integer}"
        ),
        [DOUBT + "query:p0 (required)."],
    ),
    "numbers with fractions in a query": (
        query("required: true, example: 41.397158, schema: {type: number}", "schema: {type: number, minimum: 0.5}"),
        [],
    ),
    "an object in a media type that is no JSON": (
        body("application/jwt", "{schema: {type: object, required: [a], properties: {a: {type: string}}}}").replace(
            "content: {application/json", "content: {application/jwt"
        ),
        [],
    ),
    "an answer that is shown as a text": (
        query("schema: {}").replace("schema: {type: object}", f"schema: {OBJECT}, example: '{{}}'"),
        [ANSWERED],
    ),
    "nothing but a redirect is answered": (query("schema: {}").replace("{'200':", "{'302':"), []),
    "a member called as clients call another": (
        body("application/json", "{schema: {$ref: '#/components/schemas/N'}, example: {name: n}}")
        + "\ncomponents: {schemas: {N: {type: object, properties: {Name: {type: string}}}}}",
        [],
    ),
    "two credentials in one header": (
        query("schema: {type: string}").replace("{get: {", "{get: {security: [{k: [], t: []}], ")
        + "\ncomponents: {securitySchemes: {k: {type: apiKey, in: header, name: Authorization}, "
        "t: {type: http, scheme: bearer}}}",
        [],
    ),
    "a certificate of the connection": (
        query("schema: {type: string}").replace("{get: {", "{get: {security: [{c: []}], ")
        + "\ncomponents: {securitySchemes: {c: {type: mutualTLS}}}",
        [],
    ),
    "what only reads, by a method that writes": (
        body("application/json", f"{{schema: {OBJECT}}}").replace("{post: {", "{post: {x-qiyue-safety: read, "),
        [],
    ),
    "a parameter of the path that is not in it": (
        query("schema: {type: string}").replace("in: query", "in: path, required: true"),
        [],
    ),
    "an example that is null": (
        body("application/json", f"{{schema: {{type: object, required: [a], {OBJECT[1:]}, example: null}}"),
        [BAD.format("example") + "the body (type)."],
    ),
    "examples that break their schema": (
        body("application/json", "{schema: {type: integer}, examples: {good: {value: 1}, bad: {value: one}}}"),
        [BAD.format("bad") + "the body (type)."],
    ),
    "a choice that no sample can make": (
        body("application/json", f"{{schema: {{oneOf: [{OBJECT}, {OBJECT}]}}}}"),
        [
            DOUBT + "the body (oneOf).",
            "No request could be made that the spec allows: it was tested with invalid ones only.",
        ],
    ),
}


@pytest.mark.parametrize("target", contract.TARGETS)
@pytest.mark.parametrize(("paths", "gaps"), ROWS.values(), ids=ROWS)
def test_both_targets_are_green(paths: str, gaps: list[str], target: str) -> None:
    api = compile_text(HEAD.format(version="3.1.0") + paths).api
    outcome = contract.run(api, target, max_cases=60)
    assert [*outcome.reasons()] == (["No operation ever succeeded."] if len(gaps) > 1 else [])
    assert [gap.message for gap in outcome.gaps] == gaps
    assert all(gap.place.startswith("/paths/~1a/") for gap in outcome.gaps)
