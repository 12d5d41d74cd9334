"""Is a request what the document asks for? Judged from the document alone, by a validator that is not ours.

In: the document in its 3.1 form, and requests. Out: what is wrong with each, one sentence per fault. Nothing here knows
an Api, a client or a mock: parameters are taken apart here once more, by their style.
"""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from decimal import Decimal
from email.parser import BytesParser
from email.policy import HTTP
from itertools import product
from math import prod
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, unquote_plus

import httpx2
from jsonschema_rs import Draft202012, Draft202012Validator, Registry, ValidationError

_USUAL = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}
_LINES = {"application/x-ndjson", "application/ndjson", "application/jsonl"}
_IGNORED = {"accept", "content-type", "authorization"}
MOST_READINGS = 1_000_000
_DELIMITERS = {"spaceDelimited": ("%20", "+"), "pipeDelimited": ("|", "%7C")}


class Judge:
    """One document."""

    def __init__(self, document: Any, foreign: str = "readOnly") -> None:
        """``foreign`` marks what such messages need not have: ``readOnly`` of requests, ``writeOnly`` of answers."""
        self._document = _of_one_side(document, document, foreign)
        self._registry = Registry([("document:", self._document)], draft=Draft202012)
        self._validators: dict[str, Draft202012Validator] = {}

    def faults(self, path: str, method: str, request: httpx2.Request) -> Iterator[str]:
        """Say what is wrong with a request for an operation."""
        item, at = self._follow(f"/paths/{_escaped(path)}")
        spelled = next(key for key in item if key.lower() == method)
        operation, inside = self._follow(f"{at}/{spelled}")
        operation = operation if isinstance(operation, dict) else {}
        yield from self._parameters(path, (item, at), (operation, inside), request)
        if "requestBody" in operation:
            yield from self._body(f"{inside}/requestBody", request)

    def answer_faults(self, path: str, method: str, answer: httpx2.Response) -> Iterator[str]:
        """Say what is wrong with an answer: its headers and, where it is JSON, its body."""
        item, at = self._follow(f"/paths/{_escaped(path)}")
        _, inside = self._follow(f"{at}/{next(key for key in item if key.lower() == method)}")
        declared, _ = self._follow(f"{inside}/responses")
        status = str(answer.status_code)
        spelled = {key.upper(): key for key in declared}
        key = next((spelled[each] for each in (status, f"{status[0]}XX", "DEFAULT") if each in spelled), None)
        if key is None:
            return
        found, here = self._follow(f"{inside}/responses/{key}")
        for name in found.get("headers") or {}:
            header, _ = self._follow(f"{here}/headers/{_escaped(name)}")
            if header.get("required") is True and name.lower() != "content-type" and name not in answer.headers:
                yield f"header {name} is missing"
        sent = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        if sent.startswith("application/problem+json") and not found.get("content"):
            return
        if answer.content and not found.get("content"):
            yield f"a body of {sent} is not declared"
        for media, said in (found.get("content") or {}).items():
            if re.fullmatch(r".*[/+]json", sent) and _covers(media.partition(";")[0].strip().lower(), sent):
                schema = f"{here}/content/{_escaped(media)}/schema"
                values = [json.loads(answer.content, parse_float=Decimal)]
                yield from self._valid(schema, values, "the body") if "schema" in said else ()

    def _follow(self, place: str, met: tuple[str, ...] = ()) -> tuple[Any, str]:
        """Give what lies at a pointer and where it really is, references followed."""
        data = self._document
        for part in place.split("/")[1:]:
            key = part.replace("~1", "/").replace("~0", "~")
            data = data[int(key)] if isinstance(data, list) else data[key]
        if isinstance(data, dict) and isinstance(data.get("$ref"), str):
            met = (*met, place)
            return ({}, place) if place in met[:-1] else self._follow(unquote(data["$ref"].removeprefix("#")), met)
        return data, place

    # parameters

    def _parameters(
        self, path: str, item: tuple[Any, str], operation: tuple[Any, str], request: httpx2.Request
    ) -> Iterator[str]:
        declared = {}
        for owner, at in (item, operation):
            listed = owner.get("parameters")
            for index in range(len(listed) if isinstance(listed, list) else 0):
                parameter, place = self._follow(f"{at}/parameters/{index}")
                if isinstance(parameter, dict) and "name" in parameter and parameter.get("in") in _USUAL:
                    declared[parameter["name"], parameter["in"]] = (parameter, place)
        sent = _Sent(path, request)
        for (name, location), (parameter, place) in declared.items():
            if location == "header" and name.lower() in _IGNORED:
                continue
            if location == "path" and "{" + name + "}" not in path:
                continue
            yield from self._parameter(name, location, parameter, place, sent)

    def _parameter(self, name: str, location: str, parameter: Any, place: str, sent: "_Sent") -> Iterator[str]:
        where = f"{location} {name}"
        if parameter.get("content"):
            media = next(iter(parameter["content"]))
            text = sent.texts(name, location)
            if text and "json" in media and "schema" in parameter["content"][media]:
                yield from self._valid(
                    f"{place}/content/{_escaped(media)}/schema", [json.loads(_decoded(text[0], location))], where
                )
            elif not text and parameter.get("required") is True:
                yield f"{where} is missing"
            return
        style = parameter.get("style") or _USUAL[location]
        explode = parameter.get("explode")
        explode = style == "form" if explode is None else explode
        schema = f"{place}/schema"
        if not isinstance(parameter.get("schema"), dict):
            return
        kinds, fields = self._shape(schema)
        values = list(sent.values(name, location, style, explode, kinds, fields))
        if not values:
            if parameter.get("required") is True or location == "path":
                yield f"{where} is missing"
            return
        yield from self._valid(schema, values, where)

    def _shape(self, place: str) -> tuple[set[str], set[str]]:
        """Give the types that a schema may have, and the names of its properties, alternatives included."""
        kinds: set[str] = set()
        fields: set[str] = set()
        met, waiting = set(), [place]
        while waiting:
            node, here = self._follow(waiting.pop())
            if here in met or not isinstance(node, dict):
                continue
            met.add(here)
            kinds |= {node["type"]} if isinstance(node.get("type"), str) else set(node.get("type") or ())
            fields |= set(node.get("properties") or ())
            kinds |= {"object"} if fields else set()
            kinds |= {"array"} if "items" in node else set()
            for word in ("allOf", "anyOf"):
                waiting += [f"{here}/{word}/{index}" for index in range(len(node.get(word) or ()))]
        return kinds, fields

    # bodies

    def _body(self, place: str, request: httpx2.Request) -> Iterator[str]:
        body, at = self._follow(place)
        media_types = body.get("content") or {}
        sent = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if not request.content and not sent:
            if body.get("required") and media_types:
                yield "the body is missing"
            return
        media = next(
            (name for name in media_types if _covers(name.replace(",", ";").partition(";")[0].strip().lower(), sent)),
            None,
        )
        if media is None:
            yield f"a body of {sent} is not declared"
            return
        schema = f"{at}/content/{_escaped(media)}/schema"
        if not isinstance(media_types[media], dict) or "schema" not in media_types[media]:
            return
        if re.fullmatch(r".*[/+]json", sent):
            yield from self._valid(schema, [json.loads(request.content, parse_float=Decimal)], "the body")
        elif sent in _LINES:
            found = [json.loads(line, parse_float=Decimal) for line in request.content.split(b"\n") if line.strip()]
            listed = "array" in self._shape(schema)[0]
            for value in [found] if listed else found:
                yield from self._valid(schema, [value], "the body" if listed else "a line of the body")
        elif sent == "application/x-www-form-urlencoded":
            pairs = parse_qsl(request.content.decode(), keep_blank_values=True)
            yield from self._form(schema, [(name, value) for name, value in pairs])
        elif sent.startswith("multipart/"):
            yield from self._form(schema, list(_parts(request)))

    def _form(self, schema: str, pairs: list[tuple[str, str]]) -> Iterator[str]:
        _, fields = self._shape(schema)
        names = {name if name in fields else name.partition("[")[0] for name, _ in pairs}
        for name in sorted(names - fields) if fields else ():
            yield f"the form has a field {name} that the document does not name"
        for name in sorted(self._required(schema) - names):
            yield f"the form lacks {name}"

    def _required(self, place: str) -> set[str]:
        node, here = self._follow(place)
        if not isinstance(node, dict):
            return set()
        inner = (self._required(f"{here}/allOf/{index}") for index in range(len(node.get("allOf") or ())))
        return set(node.get("required") or ()).union(*inner)

    # values

    def _valid(self, place: str, values: Sequence[Any], where: str) -> Iterator[str]:
        """Say why none of the values that a text may mean is valid."""
        place = self._follow(place)[1]
        if place not in self._validators:
            reference = "document:#" + quote(place, safe="/~!$&'()*+,;=:@")
            try:
                self._validators[place] = Draft202012Validator({"$ref": reference}, registry=self._registry)
            except (ValidationError, ValueError):  # the schema is none
                self._validators[place] = Draft202012Validator(True)
        validator = self._validators[place]
        if any(validator.is_valid(value) for value in values):
            return
        for error in [*validator.iter_errors(values[-1])][:1]:
            yield f"{where}: {error.message[:200]} at {list(error.instance_path)}"


class _Sent:
    """The parameters of a request as text."""

    def __init__(self, path: str, request: httpx2.Request) -> None:
        raw, _, query = request.url.raw_path.decode().partition("?")
        self._query = [part.partition("=")[::2] for part in query.split("&") if part]
        self._path = _taken_apart(path, raw)
        self._headers = request.headers
        cookies = [part.partition("=")[::2] for part in request.headers.get("cookie", "").split("; ") if part]
        self._cookies = dict(cookies)

    def texts(self, name: str, location: str) -> list[str]:
        """Give what was sent under a name, still encoded."""
        if location == "query":
            return [value for key, value in self._query if unquote_plus(key) == name]
        source = {"path": self._path, "cookie": self._cookies}.get(location)
        if source is not None:
            return [source[name]] if name in source else []
        return [self._headers[name]] if name in self._headers else []

    def values(
        self, name: str, location: str, style: str, explode: bool, kinds: set[str], fields: set[str]
    ) -> Iterator[Any]:
        """Give every value that was perhaps meant: text, and what text stands for."""
        texts = self.texts(name, location)
        if "object" in kinds and location == "query":
            found = self._object(name, style, explode, fields)
            if found:
                yield from _readings(found)
        if "array" in kinds and texts:
            yield from _readings([_decoded(part, location) for part in _split(texts, location, style, explode)])
        if "object" in kinds and texts and location != "query":
            text = texts[0]
            if explode:
                pairs = [
                    part.partition("=")[::2]
                    for part in text.strip(".;").split({"label": ".", "matrix": ";"}.get(style, ","))
                ]
            else:
                parts = text.removeprefix(".").removeprefix(f";{name}=").split(",")
                pairs = list(zip(parts[::2], parts[1::2], strict=False))
            yield from _readings({_decoded(key, location): _decoded(value, location) for key, value in pairs})
        if texts:
            text = texts[0].removeprefix(".") if style == "label" else texts[0].removeprefix(f";{name}=")
            yield from _readings(_decoded(text, location))

    def _object(self, name: str, style: str, explode: bool, fields: set[str]) -> Any:
        pairs = [(unquote_plus(key), unquote_plus(value)) for key, value in self._query]
        if style == "deepObject":
            found: dict[str, Any] = {}
            for key, value in pairs:
                if key.startswith(name + "["):
                    _put(found, key[len(name) + 1 : -1].split("]["), value)
            return found
        if explode:
            return {key: value for key, value in pairs if key in fields}
        texts = self.texts(name, "query")
        parts = texts[0].split(",") if texts else []
        return {unquote_plus(key): unquote_plus(value) for key, value in zip(parts[::2], parts[1::2], strict=False)}


def _put(found: dict[str, Any], keys: list[str], value: str) -> None:
    """Keep a value of ``a[b][c]=value``; it may be the only item of a list."""
    for key in keys[:-1]:
        found = found.setdefault(key, {})
    known = found.get(keys[-1])
    found[keys[-1]] = _Item(value) if known is None else [*(known if isinstance(known, list) else [known]), value]


class _Item(str):
    """A text that may be a list of one."""

    __slots__ = ()


def _split(texts: list[str], location: str, style: str, explode: bool) -> list[str]:
    if location == "query" and explode and style == "form":
        return texts
    text = texts[0]
    if style == "label":
        return text.removeprefix(".").split("." if explode else ",")
    if style == "matrix":
        return (
            [part.partition("=")[2] for part in text.strip(";").split(";")]
            if explode
            else text.partition("=")[2].split(",")
        )
    for delimiter in _DELIMITERS.get(style, (",",)):
        if delimiter in text:
            return text.split(delimiter)
    return text.split(",") if style not in _DELIMITERS else [text]


def _decoded(text: str, location: str) -> str:
    return unquote_plus(text) if location == "query" else text if location == "header" else unquote(text)


def _readings(value: Any) -> Iterator[Any]:
    """Give a value of texts as it is, with everything read as JSON that may be JSON, and what lies between."""
    if isinstance(value, str):
        yield str(value)
        if not value:
            yield None
        with suppress(ValueError):
            yield json.loads(value, parse_float=Decimal)
        if isinstance(value, _Item):
            yield from ([each] for each in _readings(str(value)))
        return
    pairs = list(value.items()) if isinstance(value, dict) else list(enumerate(value))
    choices = [list(_readings(each)) for _, each in pairs]
    if prod(map(len, choices)) > MOST_READINGS:
        choices = [each[-1:] for each in choices]
    for chosen in product(*choices):
        yield dict(zip((key for key, _ in pairs), chosen, strict=True)) if isinstance(value, dict) else list(chosen)


def _taken_apart(path: str, raw: str) -> dict[str, str]:
    """Find the values of a path's {names}; between them the path is as the document writes it."""
    names, texts = [], []
    rest = path.partition("?")[0].partition("#")[0]
    while "{" in rest and "}" in rest:
        before, _, rest = rest.partition("{")
        name, _, rest = rest.partition("}")
        names.append(name)
        texts.append(before)
    found, position = {}, max(raw.find(quote(texts[0], safe="/~!$&'()*+,;=:@%")), 0) if texts else 0
    for index, name in enumerate(names):
        before = quote(texts[index], safe="/~!$&'()*+,;=:@%")
        after = (
            quote(texts[index + 1], safe="/~!$&'()*+,;=:@%")
            if index + 1 < len(names)
            else quote(rest, safe="/~!$&'()*+,;=:@%")
        )
        start = raw.find(before, position) + len(before)
        end = raw.find(after, start) if after else len(raw)
        found[name] = raw[start : end if end >= 0 else len(raw)]
        position = end if end >= 0 else len(raw)
    return found


def _parts(request: httpx2.Request) -> Iterator[tuple[str, str]]:
    head = b"content-type: " + request.headers["content-type"].encode() + b"\r\n\r\n"
    for part in BytesParser(policy=HTTP).parsebytes(head + request.content).iter_parts():
        yield str(part.get_param("name", header="content-disposition")), ""


def _covers(declared: str, sent: str) -> bool:
    return declared in {sent, "*/*"} or (declared.endswith("/*") and sent.startswith(declared[:-1]))


def _escaped(part: str) -> str:
    return part.replace("~", "~0").replace("/", "~1")


def _of_one_side(data: Any, document: Any, foreign: str) -> Any:
    """Give a document as requests, or answers, see it.

    What is the other side's is not required; patterns of no engine here go. Of ``oneOf`` any may hold: where two
    published alternatives allow the same, as they often do, there is no request that only one of them takes.
    """
    if isinstance(data, list):
        return [_of_one_side(item, document, foreign) for item in data]
    if not isinstance(data, dict):
        return data
    found = {key: _of_one_side(value, document, foreign) for key, value in data.items()}
    if isinstance(found.get("oneOf"), list):
        found["allOf"] = [*found.get("allOf", ()), {"anyOf": found.pop("oneOf")}]
    if isinstance(found.get("pattern"), str) and not _compiles(found["pattern"]):
        del found["pattern"]
    properties = data.get("properties")
    if isinstance(properties, dict) and isinstance(data.get("required"), list):
        own = (name for name in data["required"] if not _is_marked(properties.get(name), document, foreign))
        found["required"] = list(own)
    return found


def _is_marked(node: Any, document: Any, mark: str) -> bool:
    for _ in range(9):
        if not isinstance(node, dict) or node.get(mark) is True:
            return isinstance(node, dict)
        reference = node.get("$ref")
        if not isinstance(reference, str):
            return False
        node = document
        for part in unquote(reference[1:]).split("/")[1:]:
            node = node[int(part)] if isinstance(node, list) else node.get(part.replace("~1", "/").replace("~0", "~"))
    return False


def _compiles(pattern: str) -> bool:
    try:
        Draft202012Validator({"pattern": pattern})
    except (ValidationError, ValueError):
        return False
    return True
