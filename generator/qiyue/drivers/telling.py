"""Telling: what a generated Python client gave, raised or declares, as values without a language."""

import importlib
import pickle
from collections.abc import Iterator, Mapping
from typing import Any, Literal

from qiyue.base import json
from qiyue.drivers.driver import BodyOffer, Failure, Offer, StreamOffer, Whole
from qiyue.drivers.package import Package
from qiyue.values import FrozenMap, Plain

_READINGS: Mapping[str, Literal["events", "lines", "bytes"]] = {
    "events": "events",
    "whole-events": "events",
    "lines": "lines",
    "bytes": "bytes",
}


def plainly(package: Package, gave: Any, form: Any = Any) -> Plain:
    """Return what was answered from what the client made of it; ``form`` is the type that it was read as."""
    if isinstance(gave, bytes):
        return gave
    root = package.module.__name__
    reading = importlib.import_module(f"{root}._runtime.reading")
    writing = importlib.import_module(f"{root}._runtime.json")
    return json.loads(writing.dumps(reading.plain(gave, form)))


def tell_answer(package: Package, declared: Any, gave: Any) -> Plain:
    """Return what an operation answered."""
    form = next((answer.type for answer in declared.answers if answer.status.startswith("2")), Any)
    return plainly(package, gave, form)


def tell_item(package: Package, declared: Any, item: Any) -> Plain:
    """Return one item of a stream; of an event without a type its data."""
    answer = declared.streams[0]
    if answer.stream == "events" and answer.type is None:
        return item.data
    return plainly(package, item, answer.type or Any)


def tell_response(package: Package, declared: Any, response: Any) -> Whole:
    """Return a whole response."""
    return Whole(
        data=tell_answer(package, declared, response.data),
        status=response.status,
        headers=_headers(response.headers),
        raw=response.raw,
        code=response.code,
        message=response.message,
    )


def tell_failure(error: Exception) -> Failure:
    """Return what was raised."""
    return Failure(
        name=type(error).__name__,
        text=str(error),
        kind=str(getattr(error, "kind", "")),
        code=getattr(error, "code", None),
        status=getattr(error, "status", 0),
        headers=_headers(getattr(error, "headers", {})),
        raw=getattr(error, "raw", b""),
        retry_after=getattr(error, "retry_after", None),
        caught_as=tuple(form.__name__ for form in type(error).__mro__),
        texts=tuple(_texts(error)),
        travels=_copy(error) == (type(error).__name__, str(error), getattr(error, "status", 0)),
    )


def tell_offer(declared: Any) -> Offer:
    """Return what the declaration of an operation offers."""
    streams = tuple(
        StreamOffer(
            reading=_READINGS[each.stream], content_type=each.content_type, typed=each.type not in (None, bytes)
        )
        for each in declared.streams
    )
    return Offer(
        body=_body(declared.body) if declared.body is not None else None,
        answers=bool(declared.answers),
        streams=streams,
        pages=declared.paging is not None,
        uploads=declared.upload is not None,
    )


def _body(declared: Any) -> BodyOffer:
    fields = getattr(declared.type, "model_fields", {}) if declared.argument else {}
    return BodyOffer(
        whole=bool(declared.argument),
        required=declared.required,
        members=tuple((each.name, each.at) for each in declared.properties),
        renamed=tuple(name for name, field in fields.items() if (field.alias or name) != name),
    )


def _headers(headers: Mapping[str, str]) -> FrozenMap:
    return FrozenMap({name.lower(): value for name, value in headers.items()})


def _texts(error: BaseException) -> Iterator[str]:
    following: BaseException | None = error
    while following is not None:
        yield f"{following} {following!r}"
        following = following.__cause__ or following.__context__


def _copy(error: Exception) -> tuple[str, str, int] | None:
    """Return what an error is after it went to another process, ``None`` where it cannot go."""
    try:
        copy = pickle.loads(pickle.dumps(error))
        return type(copy).__name__, str(copy), getattr(copy, "status", 0)
    except Exception:  # noqa: BLE001 - what is wrong with it does not matter
        return None
