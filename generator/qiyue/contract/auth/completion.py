"""Completion: what a vendor wants in a request beside what a case is about.

In: Api, the customer, a clock, chance. Out: values by where (client scope, what selects the operation, what a client
fills in), and requests with credentials and signature. A case that is wrong at such a spot stays wrong.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import Any

import httpx2

from qiyue.api import Api, Fill, Operation, Where
from qiyue.base.absent import ABSENT
from qiyue.base.equality import json_equal
from qiyue.base.fill_value import Moment, make
from qiyue.contract.auth.credentials import (
    KEY,
    Customer,
    build_credentials,
    client_fills,
    client_scope_values,
    create_test_customer,
    token_request_fields,
)
from qiyue.contract.auth.signing import UnsignableError, sign
from qiyue.contract.http import message
from qiyue.contract.http.request_values import value_in
from qiyue.contract.model.case import Case
from qiyue.contract.model.clock import Clock
from qiyue.contract.model.mutation import NO_MUTATION
from qiyue.examples import preferred_media, property_locations, required_properties
from qiyue.mock import decoded
from qiyue.mock.text import scalar
from qiyue.sample.valid import build_validator
from qiyue.schema.json_types import json_types
from qiyue.values import Plain

_UUID = re.compile("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")


@dataclass(frozen=True)
class FilledField:
    """What the document says of a spot that is filled in."""

    api: Api
    node: Any
    required: bool

    def takes(self, sent: Plain) -> bool:
        """Tell whether a value is valid there, as it is sent: in a form, and outside of bodies, all are text."""
        is_text = isinstance(sent, str) and isinstance(self.node, Mapping)
        return self._fits(scalar(json_types(self.node), sent) if is_text else sent)

    @cached_property
    def _fits(self) -> Callable[[Plain], bool]:
        return build_validator(self.api, self.node)


class RequestCompletion:
    """Completes the requests of one Api; two runs with equal clocks and chance complete them alike."""

    def __init__(self, api: Api, clock: Clock, seed: int, customer: Customer | None = None) -> None:
        self._api, self._clock, self._random = api, clock, Random(seed)
        self._customer = customer or create_test_customer(api)
        self._fixed = {operation.id: _fixed(api, operation, self._customer) for operation in api.operations}
        self._spots = {operation.id: _spots(api, operation, self._fixed[operation.id]) for operation in api.operations}

    def fixed(self, operation: Operation) -> Mapping[Where, Plain]:
        """Give the values that are the same in every call."""
        return self._fixed[operation.id]

    def values(self, operation: Operation, late: float = 0) -> dict[Where, Plain]:
        """Give all values of a new call, made ``late`` seconds after its time."""
        moment = Moment(self._clock() - late, self._random)
        return {**self.fixed(operation), **{fill.at: _made(fill, moment) for fill in client_fills(operation)}}

    def complete(self, operation: Operation, planned: Case, keys: Mapping[str, str]) -> httpx2.Request:
        """Give the request of a case with everything that the vendor wants, and what is spoiled on purpose."""
        spoiled = planned.mutation or NO_MUTATION
        values = {**self.values(operation, spoiled.late), **spoiled.values}
        left = spoiled.left
        if planned.mutation is None:
            left = frozenset(where for where in self._spots[operation.id] if self._is_wrong(operation, planned, where))
        request = planned.request({where: value for where, value in values.items() if not _is_left(where, left)})
        if spoiled.key is not None:
            chosen = {scheme: spoiled.key or key for scheme, key in keys.items()}
            request = build_credentials(self._api, operation, chosen).add(request)
        if operation.signature and not _is_left(operation.signature.put, left):
            request = sign_request(operation, request, self._customer.secrets.get(operation.signature.secret, ""))
        for where, value in spoiled.changed.items():
            request = message.with_value(request, where, value)
        for where, alter in spoiled.altered.items():
            request = message.with_value(request, where, alter(message.value_at(request, where)))
        return request

    def wrong_fills(self, operation: Operation, request: httpx2.Request) -> dict[Where, str]:
        """Say what is wrong with the values that a client filled in."""
        found = {}
        for fill in client_fills(operation):
            sent, spot = message.value_at(request, fill.at), self._spots[operation.id].get(fill.at)
            if sent is ABSENT:
                found[fill.at] = "is missing"
            elif fill.make != "random" and fill.make != "uuid" and not _alike(sent, self._expected(fill)):
                found[fill.at] = f"is not the {fill.make} that is due"
            elif fill.make == "uuid" and not _UUID.fullmatch(str(sent)):
                found[fill.at] = "is no UUID"
            elif spot is not None and not spot.takes(sent):
                found[fill.at] = "breaks its schema"
        return found

    def _expected(self, fill: Fill) -> Plain:
        return _made(fill, Moment(self._clock(), self._random))

    def _is_wrong(self, operation: Operation, planned: Case, where: Where) -> bool:
        spot, found = self._spots[operation.id][where], value_in(planned.case, where)
        return spot.required if found is ABSENT else not spot.takes(found)


def decode_parameters(operation: Operation, request: httpx2.Request) -> dict[str, Plain]:
    """Give what is signed of a request: decoded values of its query and its body, as far as the rule goes."""
    over = operation.signature.over if operation.signature else ""
    sent = message.to_mock_request(request)
    query = decoded.query(sent) if over != "body" else {}
    body = decoded.body(sent) if over != "query" else {}
    return {**query, **(body if isinstance(body, dict) else {})}


def compute_signature(operation: Operation, request: httpx2.Request, secret: str = KEY) -> str | None:
    """Give the signature of a request as it would be sent; ``None`` where it wants none, or cannot have one."""
    if operation.signature is None:
        return None
    try:
        return sign(operation.signature, decode_parameters(operation, request), secret)
    except UnsignableError:
        return None


def sign_request(operation: Operation, request: httpx2.Request, secret: str = KEY) -> httpx2.Request:
    """Give the request with its signature."""
    made = compute_signature(operation, request, secret) if secret else None
    if operation.signature is None or made is None:
        return request
    return message.with_value(request, operation.signature.put, made)


def _fixed(api: Api, operation: Operation, customer: Customer) -> dict[Where, Plain]:
    selecting = {
        dispatch.field: value for dispatch in api.dispatches for value, each in dispatch.cases if each == operation.id
    }
    asked = {where: customer.secrets.get(name, "") for where, name in token_request_fields(api, operation).items()}
    return {**client_scope_values(api, operation, customer.scope), **selecting, **asked}


def _spots(api: Api, operation: Operation, fixed: Collection[Where]) -> dict[Where, FilledField]:
    """Give what the document says of each spot that is completed."""
    put = [operation.signature.put] if operation.signature else []
    wanted = {*fixed, *(fill.at for fill in client_fills(operation)), *put}
    named = ((f"{each.location}:{each.name}", each) for each in operation.parameters)
    found = {where: FilledField(api, api.schema(each.type), each.required) for where, each in named if where in wanted}
    media = preferred_media(operation)
    nodes = dict(property_locations(api, media.type)) if media and media.type else {}
    for where in wanted & nodes.keys():
        parent, _, name = where.rpartition("/")
        holder = nodes[parent] if parent else api.schema(media.type or "") if media else {}
        found[where] = FilledField(api, nodes[where], name in required_properties(api, holder))
    return found


def _is_left(where: Where, left: Collection[Where]) -> bool:
    """Tell whether a spot, or what it lies in, stays as it is."""
    return where in left or any(where.startswith(f"{at}/") for at in left)


def _made(fill: Fill, moment: Moment) -> Plain:
    rule: Any = fill
    return make(rule, moment)


def _alike(left: Plain, right: Plain) -> bool:
    """Compare a value with what it should be: in a form all are text."""
    return json_equal(left, right) or str(left) == str(right)
