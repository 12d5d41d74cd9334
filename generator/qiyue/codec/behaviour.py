"""The smaller extensions ↔ their values."""

from collections.abc import Mapping

from qiyue.api import Catalogued, Finding, MockRole, Page, Pagination, Quota, Safety, Scope, Token, Upload
from qiyue.codec import evidence, fields
from qiyue.values import Plain


def read_safety(data: Plain) -> Safety:
    return fields.read(Safety, {"live": data} if isinstance(data, str) else data)


def write_safety(safety: Safety) -> Plain:
    return safety.live if safety.idempotent is None else fields.write(safety)


def read_pagination(data: Mapping[str, Plain]) -> Pagination:
    """Read it; pages are counted from 1, offsets from 0, where nothing else is said."""
    return fields.read(Pagination, data, first=data.get("first", 0 if data["style"] == "offset" else 1))


def write_pagination(pages: Pagination) -> dict[str, Plain]:
    first = {"first": pages.first} if pages.style == "offset" else {}
    return {**fields.write(pages), **first}


def read_quota(data: Mapping[str, Plain]) -> Quota:
    return fields.read(Quota, data, per=fields.read_duration(data["per"]))


def write_quota(quota: Quota) -> dict[str, Plain]:
    return {"calls": quota.calls, "per": fields.write_duration(quota.per)}


def read_scope(data: Mapping[str, Plain]) -> Scope:
    return fields.read(Scope, data)


def write_scope(scope: Scope) -> Plain:
    return {"client": scope.client, **fields.write(scope)}


def read_upload(data: Mapping[str, Plain]) -> Upload:
    return fields.read(Upload, data)


def read_token(data: Mapping[str, Plain]) -> Token:
    lifetime = data.get("lifetime", "")
    constant = isinstance(lifetime, Mapping)
    return fields.read(
        Token,
        data,
        request=tuple(data.get("request", {}).items()),
        lifetime="" if constant else lifetime,
        lifetime_seconds=fields.read_seconds(lifetime["seconds"]) if constant else None,
        renew_on=fields.kinds(data.get("renew-on")),
        early=fields.read_seconds(data.get("early", 60)),
    )


def write_token(token: Token) -> dict[str, Plain]:
    written = fields.write(token, "request", "lifetime-seconds", "lifetime_seconds", "early")
    if token.request:
        written["request"] = dict(token.request)
    if token.lifetime_seconds is not None:
        written["lifetime"] = {"seconds": fields.write_seconds(token.lifetime_seconds)}
    return {**written, "early": fields.write_seconds(token.early)}


def read_mock(data: Mapping[str, Plain]) -> MockRole:
    known = {"store", "do", "scope", "key", "rules"}
    extra = {key: value for key, value in data.items() if key not in known}
    return fields.read(MockRole, data, extra=fields.mapping(extra))


def write_mock(role: MockRole) -> dict[str, Plain]:
    return {**fields.write(role, "extra"), **fields.plain(role.extra)}


def read_catalogue(rows: Plain) -> tuple[Catalogued, ...]:
    return tuple(fields.read(Catalogued, row, evidence=evidence.read(row)) for row in rows or ())


def write_catalogue(rows: tuple[Catalogued, ...]) -> list[Plain]:
    return [{**fields.write(row, "evidence"), **evidence.write(row.evidence)} for row in rows]


def read_pages(data: Plain) -> tuple[Page, ...]:
    return tuple(fields.read(Page, page, id=name) for name, page in (data or {}).items())


def write_pages(pages: tuple[Page, ...]) -> dict[str, Plain]:
    return {page.id: fields.write(page, "id") for page in pages}


def read_findings(data: Plain) -> tuple[Finding, ...]:
    return tuple(fields.read(Finding, finding, id=name) for name, finding in (data or {}).items())


def write_findings(findings: tuple[Finding, ...]) -> dict[str, Plain]:
    return {finding.id: fields.write(finding, "id") for finding in findings}
