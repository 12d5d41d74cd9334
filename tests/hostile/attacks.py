"""Texts that were written to do harm, and a document that has one in every place where OpenAPI takes text."""

from typing import Any

from qiyue.values import Plain

MARK = "MARK"
"""The file that an attack writes where it gets to run."""
_RUN = f'open("{MARK}", "w").close()'

ATTACKS = {
    "quotes": "'\"",
    "three quotes": '"""',
    "three single quotes": "'''",
    "a backslash at the end": "end\\",
    "quote, backslash, three quotes": '\\"""\\',
    "code after a text": f'"""); {_RUN}; ("""',
    "code on a line of its own": f'"""\n{_RUN}\n"""',
    "code after a comment": f"# x\n{_RUN}\n",
    "code after a carriage return": f"x\r{_RUN}\r",
    "code after a form feed": f"x\f{_RUN}",
    "code after U+2028": f"x\u2028{_RUN}\u2029{_RUN}\x85{_RUN}",
    "code as an expression": f"__import__('pathlib').Path('{MARK}').touch()",
    "code in a call": f"x, y={_RUN}",
    "code in braces": f"{{{_RUN}}} {{0.__class__}} %(x)s %s ${{x}}",
    "code in an annotation": f"Literal[{_RUN}]",
    "an unfinished string": f"x' + {_RUN} + '",
    "a type comment": f"type: ignore[{_RUN}] # noqa: {_RUN}",
    "templates": f"{{{{ {_RUN} }}}}{{% include '/etc/passwd' %}}{{# x #}}{{% endraw %}}",
    "traversal": f"../../{MARK}",
    "an absolute path": f"/tmp/{MARK}",
    "a backslash path": f"..\\..\\{MARK}",
    "NUL": f"a\0{_RUN}",
    "right to left": "\u202etxt.exe\u202c\u2066x\u2069\u200f",
    "marks that nobody sees": "\ufeffa\u200b\u200d\u00adb\u2060",
    "control characters": "a\x1b[31m\x07\x08\x7fb",
    "very long": "long " * 1_000,
    "very long, one word": "x" * 5_000,
    "nothing": "",
    "space": "   ",
    "newline": "\n",
    "emoji": "\U0001f469\u200d\U0001f4bb",
    "ligatures and wide letters": "\ufb01le \uff43\uff4c\uff41\uff53\uff53",
    "TOML": f'x"\n[tool.evil]\nrun = "{MARK}"\n',
    "markdown and HTML": f"```\n{_RUN}\n```\n<script>{_RUN}</script>[x](javascript:x)|",
    "YAML": "&a *a !!python/object/apply:os.system [x]",
    "a header of its own": f"x\r\nX-Evil: {MARK}",
    "address": "http://evil.example/?a=b&c=d#e%00%2e%2e",
    **{
        word: word
        for word in "class None self __class__ __init__ __slots__ model_config model_fields copy builtins operations "
        "with_raw_response close base_url Any".split()
    },
}


def document(text: str) -> Plain:
    """Put a text everywhere. What must be unique has a number after it; what OpenAPI chooses is as it must be."""
    schema: dict[str, Any] = {
        "title": text,
        "description": text,
        "type": "object",
        "required": [text],
        "properties": {
            text: {"type": "string", "title": text, "description": text, "default": text, "examples": [text]},
            text + "2": {"enum": [text, text + "2", "b"], "description": text, "x-enum-varnames": [text, text, text]},
            text + "3": {"const": text},
            text + "4": {"type": "array", "items": {"$ref": _at(text)}, "format": text},
            text + "5": {"type": "string", "pattern": text, "format": text, "contentMediaType": text},
            text + "6": {"type": "integer", "description": text, "minimum": 0, "x-" + text: text},
            text + "7": {"type": "object", "properties": {text: {"type": "object", "properties": {text: {}}}}},
        },
        "additionalProperties": {"type": "string", "description": text},
        "example": {text: text},
        "x-" + text: {text: [text]},
        "externalDocs": {"url": text, "description": text},
        "xml": {"name": text},
    }
    reference = {"$ref": _at(text)}
    json = {
        "application/json": {"schema": reference, "example": {text: text}, "examples": {text: {"value": {text: text}}}}
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": text,
            "version": text,
            "summary": text,
            "description": text,
            "termsOfService": text,
            "contact": {"name": text, "url": text, "email": text},
            "license": {"name": text, "identifier": text},
            "x-" + text: text,
        },
        "servers": [
            {
                "url": "https://{host}.example/" + text,
                "description": text,
                "variables": {"host": {"default": text, "enum": [text]}},
            },
            {"url": text, "variables": {text: {"default": text, "description": text}}},
        ],
        "tags": [{"name": text, "description": text, "externalDocs": {"url": text}}],
        "security": [{text: [text]}],
        "paths": {
            "/first": {"summary": text, "post": _operation(text, json)},
            "/" + text: {"get": {**_operation(text, json), "operationId": text + "2", "x-" + text: text}},
            "/{" + text + "}/x": {"put": {"operationId": text + "3", "tags": [text + "3"], "responses": {}}},
            "/form": {
                "post": {
                    "operationId": "form",
                    "requestBody": {
                        "content": {
                            "multipart/form-data": {
                                "schema": {
                                    "type": "object",
                                    "properties": {text: {}, text + "2": {"format": "binary"}},
                                },
                                "encoding": {text: {"contentType": text, "headers": {text: {"description": text}}}},
                            }
                        }
                    },
                }
            },
            "/bases": {
                "post": {
                    "operationId": "bases",
                    "requestBody": {
                        "content": {
                            "multipart/mixed": {
                                "schema": {"type": "object", "properties": {text: {"$ref": _at(text + "4")}}}
                            }
                        }
                    },
                    "responses": {
                        "200": {
                            "description": text,
                            "content": {"text/event-stream": {"schema": {"$ref": _at(text + "6")}}},
                        }
                    },
                }
            },
            "/plain": {
                "get": {"operationId": "plain", "responses": {"200": {"description": text, "content": {text: {}}}}}
            },
        },
        "webhooks": {text: {"post": _operation(text + "4", json)}},
        "components": {
            "schemas": {
                text: schema,
                text + "2": {"oneOf": [reference], "discriminator": {"propertyName": text, "mapping": {text: text}}},
                text + "3": {"anyOf": [_tagged(text, text), _tagged(text, text + "2")]},
                text + "4": {
                    **_tagged(text, text),
                    "discriminator": {"propertyName": text, "mapping": {text + "9": _at(text + "5")}},
                },
                text + "5": {"allOf": [{"$ref": _at(text + "4")}, {"properties": {text + "3": {}}}]},
                text + "6": {
                    "properties": {text + "3": {}},
                    "oneOf": [{**_tagged(text, text), "title": text}, {"$ref": _at(text + "5")}],
                },
            },
            "securitySchemes": {
                text: {"type": "apiKey", "in": "query", "name": text + "6", "description": text},
                text + "2": {"type": "http", "scheme": text, "bearerFormat": text},
                text + "3": {
                    "type": "oauth2",
                    "flows": {"clientCredentials": {"tokenUrl": text, "scopes": {text: text}}},
                },
                text + "4": {"type": "openIdConnect", "openIdConnectUrl": text},
            },
        },
        "x-" + text: {text: text},
    }


def _operation(text: str, json: Plain) -> Plain:
    return {
        "operationId": text,
        "summary": text,
        "description": text,
        "tags": [text],
        "externalDocs": {"url": text, "description": text},
        "parameters": [
            {"name": text, "in": "query", "description": text, "schema": {"type": "string"}, "example": text},
            {"name": text + "2", "in": "query", "schema": {"enum": [text, "b"], "default": text}},
            {"name": text, "in": "header", "description": text, "schema": {"type": "string", "pattern": text}},
            {"name": text, "in": "cookie", "schema": {"type": "string"}},
        ],
        "requestBody": {"description": text, "required": True, "content": json},
        "responses": {
            "200": {
                "description": text,
                "headers": {text: {"description": text, "schema": {"type": "string"}}},
                "content": json,
                "links": {text: {"operationId": text, "description": text, "parameters": {text: text}}},
            },
            "4XX": {"description": text, "content": {text: {"schema": {"type": "string"}}}},
        },
        "callbacks": {
            text: {
                "{$request.body#/" + text + "}": {
                    "post": {"summary": text, "requestBody": {"description": text, "content": json}, "responses": {}}
                }
            }
        },
        "servers": [
            {
                "url": "https://{" + text + "}.example/" + text,
                "description": text,
                "variables": {text: {"default": text, "description": text, "enum": [text, text + "2"]}},
            }
        ],
    }


def _tagged(name: str, tag: str) -> Plain:
    """Give an object that a field tells apart from others, and that answers alone have in full."""
    read_only = {"type": "string", "readOnly": True}
    return {
        "type": "object",
        "required": [name, name + "2"],
        "properties": {name: {"const": tag}, name + "2": read_only},
    }


def _at(name: str) -> str:
    return "#/components/schemas/" + _escaped(name)


def _escaped(text: str) -> str:
    return text.replace("~", "~0").replace("/", "~1").replace("%", "%25")
