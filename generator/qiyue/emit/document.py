"""The document as a whole: root, components, paths, webhooks."""

from collections.abc import Iterable

from qiyue.api import Api, Operation, SecurityScheme, Tag
from qiyue.api.types import is_named, name_of
from qiyue.codec import behaviour, envelope, errors, evidence, fields, signature
from qiyue.emit import operations
from qiyue.emit.parts import drop_empty, security, server
from qiyue.values import Plain, thaw

VERSION = "3.1.1"


def write(api: Api, *, expand: bool) -> Plain:
    """Give the OpenAPI document of an Api."""
    info = {"title": api.title, "version": api.version}
    info |= drop_empty(summary=api.summary, description=api.description) | thaw(api.info) | evidence.write(api.evidence)
    return {
        "openapi": VERSION,
        "info": info,
        **drop_empty(
            servers=[server(each) for each in api.servers],
            tags=[_tag(each) for each in api.tags],
        ),
        "security": security(api.security),
        **_behaviours(api),
        **thaw(api.extra),
        "paths": _paths(api, expand=expand),
        **drop_empty(webhooks=operations.items(api, ((each.path, each) for each in api.webhooks))),
        "components": _components(api),
    }


def _behaviours(api: Api) -> dict[str, Plain]:
    found = {
        "sources": behaviour.write_pages(api.pages),
        "findings": behaviour.write_findings(api.findings),
        "envelope": api.envelope and envelope.write(api.envelope),
        "errors": api.errors and errors.write(api.errors),
        "signature": api.signature and signature.write(api.signature),
        "quota": api.quota and behaviour.write_quota(api.quota),
        "timeout": api.timeout and fields.write_seconds(api.timeout),
        "catalogue": behaviour.write_catalogue(api.catalogue),
        "mock": thaw(api.mock),
    }
    return {f"x-qiyue-{word}": value for word, value in found.items() if value}


def _paths(api: Api, *, expand: bool) -> Plain:
    """Write the operations by path; those of a dispatch as one, or each under a key of its own."""
    if expand:
        return operations.items(api, ((_own_key(each), each) for each in api.operations))
    carriers = {case: dispatch for dispatch in api.dispatches for _, case in dispatch.cases}
    carried = [carriers[each.id].carrier if each.id in carriers else each for each in api.operations]
    carried += [dispatch.carrier for dispatch in api.dispatches if not dispatch.cases]
    once: Iterable[Operation] = {each.id: each for each in carried}.values()
    return operations.items(api, ((each.path, each) for each in once))


def _own_key(operation: Operation) -> str:
    return f"{operation.path}#{operation.dispatch}" if operation.dispatch else operation.path


def _components(api: Api) -> Plain:
    schemas = {name_of(type_id): thaw(node) for type_id, node in api.types.items() if is_named(type_id)}
    schemes = {scheme.id: _scheme(scheme) for scheme in api.security_schemes}
    return drop_empty(schemas=schemas, securitySchemes=schemes)


def _scheme(scheme: SecurityScheme) -> Plain:
    scope = scheme.credential and drop_empty(name=scheme.credential.name, env=scheme.credential.env)
    named = {"in": scheme.location} if scheme.location else {}
    return {
        **drop_empty(type=scheme.type, scheme=scheme.scheme, name=scheme.name, description=scheme.description),
        **named,
        **({"x-qiyue-scope": scope} if scheme.credential is not None else {}),
        **({"x-qiyue-token": behaviour.write_token(scheme.token)} if scheme.token is not None else {}),
        **evidence.write(scheme.evidence),
        **thaw(scheme.extra),
    }


def _tag(tag: Tag) -> Plain:
    return {"name": tag.name, **drop_empty(description=tag.description), **thaw(tag.extra)}
