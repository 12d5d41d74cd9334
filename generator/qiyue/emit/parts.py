"""Parts of an operation, written back: parameters, body, answers, media, headers, examples."""

from collections.abc import Iterable, Mapping

from qiyue.api import Answer, Api, Body, Encoding, Example, Header, Media, Parameter, Requirement, Server, TypeId
from qiyue.api.types import is_named
from qiyue.codec import behaviour, evidence
from qiyue.values import Plain, thaw

_STYLES = {"path": "simple", "header": "simple", "query": "form", "cookie": "form"}


def drop_empty(**members: Plain) -> dict[str, Plain]:
    """Keep the members that say something."""
    return {key: value for key, value in members.items() if value}


def security(alternatives: tuple[Requirement, ...]) -> Plain:
    """Write security requirements."""
    return [{name: list(scopes) for name, scopes in alternative} for alternative in alternatives]


def server(value: Server) -> Mapping[str, Plain]:
    """Write one server."""
    written = {"url": value.url, **drop_empty(description=value.description, variables=thaw(value.variables))}
    return {**written, **evidence.write(value.evidence), **thaw(value.extra)}


def schema(api: Api, type_id: TypeId) -> Plain:
    """Write a type where it is used: a reference to a named one, else the schema itself."""
    return {"$ref": type_id} if is_named(type_id) else thaw(api.types[type_id])


def parameter(api: Api, value: Parameter) -> Plain:
    """Write one parameter."""
    written: dict[str, Plain] = {"name": value.name, "in": value.location}
    written |= drop_empty(required=value.required, deprecated=value.deprecated, description=value.description)
    if value.style != _STYLES[value.location]:
        written["style"] = value.style
    if value.explode != (value.style == "form"):
        written["explode"] = value.explode
    written |= drop_empty(allowReserved=value.allow_reserved, allowEmptyValue=value.allow_empty)
    if value.content_type:
        written["content"] = {value.content_type: {"schema": schema(api, value.type)}}
    else:
        written["schema"] = schema(api, value.type)
    written |= examples(value.examples)
    written |= drop_empty(**{"x-qiyue-name": value.called})
    if value.scope is not None:
        written["x-qiyue-scope"] = behaviour.write_scope(value.scope)
    if value.sensitive:
        written["x-qiyue-sensitive"] = True
    return {**written, **evidence.write(value.evidence), **thaw(value.extra)}


def body(api: Api, value: Body) -> Plain:
    """Write a request body."""
    written = drop_empty(description=value.description, required=value.required)
    return {**written, "content": content(api, value.media), **evidence.write(value.evidence), **thaw(value.extra)}


def answer(api: Api, value: Answer) -> Plain:
    """Write one response."""
    return {
        "description": value.description,
        **drop_empty(headers=headers(api, value.headers), content=content(api, value.media), links=thaw(value.links)),
        **evidence.write(value.evidence),
        **thaw(value.extra),
    }


def content(api: Api, media: Iterable[Media]) -> Plain:
    """Write media types by content type."""
    return {each.content_type: _media(api, each) for each in media}


def _media(api: Api, value: Media) -> Plain:
    written = {} if value.type is None else {"schema": schema(api, value.type)}
    encodings = {each.property: _encoding(api, each) for each in value.encodings}
    return {**written, **examples(value.examples), **drop_empty(encoding=encodings), **thaw(value.extra)}


def _encoding(api: Api, value: Encoding) -> Plain:
    written = drop_empty(contentType=value.content_type, headers=headers(api, value.headers), style=value.style)
    if value.explode is not None:
        written["explode"] = value.explode
    return {**written, **drop_empty(allowReserved=value.allow_reserved), **thaw(value.extra)}


def headers(api: Api, values: Iterable[Header]) -> Plain:
    """Write headers by name."""
    return {each.name: _header(api, each) for each in values}


def _header(api: Api, value: Header) -> Plain:
    written = drop_empty(description=value.description, required=value.required, explode=value.explode)
    if value.style != "simple":
        written["style"] = value.style
    written["schema"] = schema(api, value.type)
    return {**written, **evidence.write(value.evidence), **thaw(value.extra)}


def examples(values: Iterable[Example]) -> dict[str, Plain]:
    """Write ``example`` and ``examples``."""
    written: dict[str, Plain] = {}
    named: dict[str, Plain] = {}
    for each in values:
        if each.name:
            extra = thaw(each.extra)
            value = {} if each.value is None and "externalValue" in extra else {"value": thaw(each.value)}
            named[each.name] = {**drop_empty(summary=each.summary), **value, **extra}
        else:
            written["example"] = thaw(each.value)
    return {**written, **drop_empty(examples=named)}
