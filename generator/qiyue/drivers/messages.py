"""Messages: the values of a driver as members of the line protocol, and back.

A member has the name of its field, and is left out where it has its default.
"""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeVar

from qiyue.base.value import Value
from qiyue.drivers.driver import BodyOffer, Call, CallOutcome, Failure, Offer, Opening, Options, StreamOffer, Whole
from qiyue.examples import Request
from qiyue.sample import SampleFile
from qiyue.values import FrozenMap, Plain, freeze

V = TypeVar("V", bound=Value)


def tell(value: Value) -> dict[str, Plain]:
    """Return the members of a value."""
    usual = {each.name: each.default for each in fields(value)}
    return {name: _told(each) for name, each in vars(value).items() if each is not usual[name] and each != usual[name]}


def request_of(told: Mapping[str, Plain]) -> Request:
    """Read what a call says."""
    files = ((name, SampleFile(**file)) for name, file in told.get("files", ()))
    return _value(Request, {**told, "files": tuple(files)})


def opening_of(told: Mapping[str, Plain]) -> Opening:
    """Read what a client is opened with."""
    return _value(Opening, {**told, "options": _options(told.get("options", {}))})


def call_of(told: Mapping[str, Plain]) -> Call:
    """Read a call."""
    options = {name: _options(told[name]) for name in ("options", "copy") if name in told}
    return _value(Call, {**told, "request": request_of(told["request"]), **options})


def outcome_of(told: Mapping[str, Plain]) -> CallOutcome:
    """Read what came of a call."""
    return CallOutcome(
        returned=told.get("returned"),
        whole=_value(Whole, told["whole"]) if "whole" in told else None,
        raised=_value(Failure, _with_seconds(told["raised"], "retry_after")) if "raised" in told else None,
        deviations=tuple((operation, rule) for operation, rule in told.get("deviations", ())),
    )


def offer_of(told: Mapping[str, Plain]) -> Offer:
    """Read what a client offers of an operation."""
    body = {"body": _value(BodyOffer, told["body"])} if "body" in told else {}
    streams = tuple(_value(StreamOffer, each) for each in told.get("streams", ()))
    return _value(Offer, {**told, **body, "streams": streams})


def _options(told: Mapping[str, Plain]) -> Options:
    return _value(Options, _with_seconds(told, "timeout"))


def _with_seconds(told: Mapping[str, Plain], name: str) -> Mapping[str, Plain]:
    """Read a number of seconds, where there is one, as a float."""
    return {**told, name: float(told[name])} if told.get(name) is not None else told


def _value(form: type[V], members: Mapping[str, Any]) -> V:
    """Make a value; members that it does not know are those of a later protocol."""
    known = {each.name for each in fields(form)}
    frozen = {name: _frozen(each) for name, each in members.items() if name in known}
    return form(**frozen)


def _frozen(member: Plain) -> Plain:
    return freeze(member) if isinstance(member, dict | list) else member


def _told(value: Any) -> Plain:
    if isinstance(value, Value):
        return tell(value)
    if isinstance(value, FrozenMap | dict):
        return {name: _told(each) for name, each in value.items()}
    return [_told(each) for each in value] if isinstance(value, list | tuple) else value
