"""Request: from an operation and a caller's arguments to the bytes that are sent.

Two steps. ``draft_of`` checks the arguments, once per call; ``written`` makes bytes of the finished draft, once per
attempt. Neither touches anything but the files that the caller gave.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final, TypeAlias
from urllib.parse import quote

from pydantic import ValidationError

from .absent import ABSENT
from .body import write_body
from .draft import LOCATIONS, Draft
from .errors import InvalidRequestError
from .files import FilePart, media_type_of, open_file
from .kinds import Kind
from .limits import draft_breaches
from .objects import BODY, spread
from .operation import Body, Operation, Parameter, Property, Where
from .options import CallOptions, refuse_unknown
from .parameters import cookie_text, header_text, path_text, query_text
from .problems import Problem
from .reading import misfits, plain, read_as
from .secret import revealed, sealed
from .shape import shape
from .steps import Request
from .text import half_characters
from .where import pointer


@sealed
def draft_of(
    operation: Operation[Any], arguments: Mapping[str, Any], options: CallOptions, shared: Mapping[str, Any]
) -> Draft:
    """Check the arguments against types and limits, and lay them out by place. ``shared`` is what the client gives.
    Options may be concealed.

    Raises:
        InvalidRequestError: something is missing, or is not what the operation takes.
        TypeError: an option is none.
    """
    whole = revealed(options.get(BODY, ABSENT)) if operation.body and not operation.body.argument else ABSENT
    known = options if whole is ABSENT else options.keys() - {BODY}
    refuse_unknown(known, CallOptions, operation.caller or operation.id)
    problems: list[Problem] = []
    properties = operation.body.properties if operation.body else ()
    given = {name: value for name, value in arguments.items() if value is not ABSENT}
    rest: dict[str, Any] = {}
    if operation.body and whole is not ABSENT:
        members, rest = spread(operation.body, whole, problems)
        given = {**members, **given}
    takers: tuple[Parameter | Property, ...] = (*operation.parameters, *properties)
    for each in takers:
        if each.shared and each.shared.argument in shared:
            given.setdefault(each.argument, shared[each.shared.argument])
    draft = Draft(body=_payload(operation.body, given, {**rest, **revealed(options.get("extra_body", {}))}, problems))
    for parameter in _due(operation, given):
        value = _argument(parameter, given, f"{parameter.location}:{parameter.name}", problems)
        if value is not ABSENT:
            draft.place(parameter.location)[parameter.name] = value
    for one in properties:
        if one.at and (value := _argument(one, given, one.at, problems)) is not ABSENT:
            draft.beside[one.at] = value
    draft.query.update(revealed(options.get("extra_query", {})))
    draft.header.update(revealed(options.get("extra_headers", {})))
    problems += [Problem(at, "half a character, which nothing can write") for at in _half_characters(draft)]
    problems += draft_breaches(draft, operation.limits)
    if problems:
        raise _refused(operation, problems)
    return draft


def _due(operation: Operation[Any], given: Mapping[str, Any]) -> Iterator[Parameter]:
    """Walk the parameters that a caller has to give, or gave: not the key that a call makes for itself."""
    key = operation.idempotency_key
    return (one for one in operation.parameters if one.argument in given or one.name != key)


def _half_characters(draft: Draft) -> Iterator[Where]:
    """Walk where a draft holds half a surrogate pair."""
    for location in LOCATIONS:
        for found in half_characters(draft.place(location)):
            yield f"{location}:{found[0]}{pointer(found[1:])}" if found else f"{location}:"
    yield from (pointer(found) for found in half_characters(draft.body))
    yield from (at + pointer(found) for at, value in draft.beside.items() for found in half_characters(value))


def _refused(operation: Operation[Any], problems: list[Problem]) -> InvalidRequestError:
    found = tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.rule != "required"))
    first = found[0]
    if first.rule == "required":
        return InvalidRequestError(operation=operation.id, kind="missing-parameter", problems=found)
    too_large = first.shape.startswith("file") and first.rule.startswith("maxLength")
    kind: Kind = "too-large" if too_large else "invalid-parameter"
    return InvalidRequestError(operation=operation.id, kind=kind, problems=found)


def _payload(body: Body | None, given: Mapping[str, Any], more: Mapping[str, Any], problems: list[Problem]) -> Any:
    """Give the payload, ``more`` being members that no argument is for."""
    if body is None:
        return dict(more) if more else ABSENT
    if body.argument:
        whole = Property(name="", argument=body.argument, type=body.type, binary=body.type is bytes)
        if body.argument not in given:
            problems += [Problem("", "required")] if body.required else []
            return dict(more) if more else ABSENT
        payload = _read(whole, given[body.argument], "", problems)
        return {**payload, **more} if more and isinstance(payload, dict) else payload
    members: dict[str, Any] = {}
    own = {one.argument for one in body.properties if not one.at} | {body.further}
    if not body.required and not more and own.isdisjoint(given):
        return ABSENT
    for one in body.properties:
        if one.at or not (one.required or one.argument in given):
            continue
        if (value := _argument(one, given, pointer((one.name,)), problems)) is not ABSENT:
            members[one.name] = value
    members.update(_further(body, given, problems))
    members.update(more)
    return members if members or body.required else ABSENT


def _further(body: Body, given: Mapping[str, Any], problems: list[Problem]) -> dict[str, Any]:
    """Give the members that the document does not name."""
    if not body.further or body.further not in given:
        return {}
    read = _read(Property(name="", argument=body.further, type=dict[str, Any]), given[body.further], "", problems)
    members: dict[str, Any] = {} if read is ABSENT else read
    named = [one for one in body.properties if not one.at and one.name in members]
    problems += (Problem(pointer((one.name,)), f"an argument of its own: {one.argument}=") for one in named)
    return members


def _argument(one: Parameter | Property, given: Mapping[str, Any], at: str, problems: list[Problem]) -> Any:
    """Give the plain form of an argument, ``ABSENT`` where there is none."""
    if one.argument in given:
        return _read(one, given[one.argument], at, problems)
    if isinstance(one, Parameter) and one.default is not None:
        return one.default
    if one.required:
        own = one.shared
        hint = (
            f"give {own.argument}= to the call or to the client, or the environment variable {own.env}" if own else ""
        )
        problems.append(Problem(at, "required", hint=hint))
    return ABSENT


def _read(one: Parameter | Property, value: Any, at: str, problems: list[Problem]) -> Any:
    """Give the plain form of an argument; what does not fit goes to the problems."""
    if isinstance(one, Property) and one.binary:
        if not one.several:
            return _file(one, value, at, problems)
        if isinstance(value, list | tuple) and not _names_bytes(value):
            return [_file(one, item, at, problems) for item in value]
        return [_file(one, value, at, problems)]
    if one.type is None:
        return plain(value)
    try:
        return plain(read_as(one.type, value, "strict", sent=True), one.type)
    except ValidationError as error:
        problems += (replace(found, at=at + found.at) for found in misfits(error, value))
        return ABSENT


def _names_bytes(value: Any) -> bool:
    """Tell a file given as ``(name, bytes)`` from several files."""
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], str)


def _file(one: Property, value: Any, at: str, problems: list[Problem]) -> FilePart | None:
    try:
        part = open_file(value)
    except TypeError as error:
        problems.append(Problem(at, str(error), shape(value)))
        return None
    if media_type_of(part, one.content_types) is None:
        problems.append(Problem(at, f"a file of {' or '.join(one.content_types)}", shape(part)))
    return part


_CONTROL: Final = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")

Declared: TypeAlias = Mapping[tuple[str, str], Parameter]


@sealed
def written(operation: Operation[Any], draft: Draft, base_url: str, headers: Mapping[str, str]) -> Request:
    """Write the draft. ``headers`` are those that every request of a client has.

    Raises:
        InvalidRequestError: a value cannot stand where it belongs.
    """
    content, sent = None, {**headers}
    if draft.body is not ABSENT:
        content, sent["Content-Type"] = encoded(operation, draft.body)
    declared: Declared = {(one.location, one.name): one for one in operation.parameters}
    for name, value in draft.header.items():
        _set_header(sent, name, header_text(_parameter(declared, "header", name), value))
    cookies = [cookie_text(_parameter(declared, "cookie", name), value) for name, value in draft.cookie.items()]
    if cookies:
        sent["Cookie"] = "; ".join(cookies)
    for name, text in sent.items():
        if _CONTROL.search(text):
            raise InvalidRequestError(operation=operation.id, problems=(Problem(f"header:{name}", "one line"),))
    address = base_url.rstrip("/") + _path(operation, draft, declared)
    return Request(operation.method, address, query_of(operation, draft), tuple(sent.items()), content)


def query_of(operation: Operation[Any], draft: Draft) -> str:
    """Write the query."""
    declared: Declared = {(one.location, one.name): one for one in operation.parameters}
    texts = (query_text(_parameter(declared, "query", name), value) for name, value in draft.query.items())
    return "&".join(filter(None, texts))


def _set_header(sent: dict[str, str], name: str, text: str) -> None:
    for other in [one for one in sent if one.lower() == name.lower()]:
        del sent[other]
    sent[name] = text.strip()


def encoded(operation: Operation[Any], payload: Any) -> tuple[bytes, str]:
    """Write the body.

    Raises:
        InvalidRequestError: it has no form in its content type.
    """
    try:
        return write_body(operation.body or Body(), payload)
    except (TypeError, ValueError) as error:
        raise InvalidRequestError(str(error), operation=operation.id) from None


def _parameter(declared: Declared, location: Any, name: str) -> Parameter:
    return declared.get((location, name)) or Parameter(name=name, argument=name, location=location)


def _path(operation: Operation[Any], draft: Draft, declared: Declared) -> str:
    path = operation.path.partition("#")[0]
    for name, value in draft.path.items():
        text = path_text(_parameter(declared, "path", name), value)
        if text in {"", ".", ".."}:
            raise InvalidRequestError(
                operation=operation.id, problems=(Problem(f"path:{name}", "a path segment", shape(value)),)
            )
        path = path.replace("{" + name + "}", text)
    return quote(path, safe="/:@!$&'()*+,;=~%?")


def secrets_in(operation: Operation[Any], draft: Draft) -> list[str]:
    """Give the texts of a request that must not turn up in an error."""
    parameters = [draft.place(one.location).get(one.name) for one in operation.parameters if one.sensitive]
    properties = operation.body.properties if operation.body else ()
    members = [
        draft.beside.get(one.at) if one.at else draft.get(pointer((one.name,))) for one in properties if one.sensitive
    ]
    return [value for value in (*parameters, *members) if isinstance(value, str)]
