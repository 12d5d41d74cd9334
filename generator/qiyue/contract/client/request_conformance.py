"""Request conformance: what a generated client sends: what it fills in is what is due, and all else what the case
says.

In: a case, the request that it became, what passed before. Out: problems.
"""

from collections.abc import Iterable, Iterator

import httpx2

from qiyue.api import Api, Operation
from qiyue.base.absent import ABSENT
from qiyue.contract.auth.completion import RequestCompletion, compute_signature
from qiyue.contract.auth.credentials import build_credentials, client_fills, required_schemes
from qiyue.contract.auth.tokens import is_token_operation, issued_tokens
from qiyue.contract.http import message
from qiyue.contract.http.asgi_transport import Exchange
from qiyue.contract.http.comparable_request import equal_as_text, to_comparable
from qiyue.contract.http.query_objects import has_multiple_query_objects
from qiyue.contract.model.case import Case
from qiyue.contract.oracle.checks import Problem
from qiyue.examples import preferred_media
from qiyue.sample.valid import is_valid
from qiyue.values import Plain


class RequestConformance:
    """The requests of the clients of one Api."""

    def __init__(self, api: Api, completion: RequestCompletion) -> None:
        self._api, self._completion = api, completion
        self._made: set[tuple[str, str]] = set()
        self._tokens: dict[str, set[str]] = {}

    def remember(self, passed: Iterable[Exchange]) -> None:
        """Remember the tokens that were given out."""
        for exchange in passed:
            for scheme in self._api.security_schemes:
                token = issued_tokens(scheme.token, exchange.response) if scheme.token else ""
                if token and is_token_operation(self._api, scheme, exchange.request):
                    self._tokens.setdefault(scheme.id, set()).add(token)

    def forget(self) -> None:
        """Forget all tokens: they were another server's."""
        self._tokens.clear()

    def problems(self, operation: Operation, planned: Case, request: httpx2.Request) -> Iterator[Problem]:
        """Say what is wrong with the request that a case became."""
        yield from self._filled(operation, request)
        yield from self._sent(operation, planned, request)

    def _filled(self, operation: Operation, request: httpx2.Request) -> Iterator[Problem]:
        """Say where the client filled in something else than the document wants."""
        for where, wrong in self._completion.wrong_fills(operation, request).items():
            yield Problem("filled", f"What the client filled in at {where} {wrong}.")
        for fill in client_fills(operation):
            made = fill.at, str(message.value_at(request, fill.at))
            if fill.make in ("uuid", "random") and made in self._made:
                yield Problem("filled", f"What the client filled in at {fill.at} was sent before.")
            self._made.add(made)
        rule = operation.signature
        if rule and message.value_at(request, rule.put) != compute_signature(operation, request):
            yield Problem("signature", "The client's signature is not that of what it sent.")

    def _sent(self, operation: Operation, planned: Case, request: httpx2.Request) -> Iterator[Problem]:
        """Say where the client sent something else than it was given; what it fills in and signs is taken as it is."""
        made = [fill.at for fill in client_fills(operation)] + (
            [operation.signature.put] if operation.signature else []
        )
        sent_values = {where: message.value_at(request, where) for where in made}
        values = {**self._completion.fixed(operation)}
        values |= {where: value for where, value in sent_values.items() if value is not ABSENT}
        needs = build_credentials(self._api, operation, self._keys_in(operation, request))
        headers = [parameter.name for parameter in operation.parameters if parameter.location == "header"]
        headers += [*needs.headers]
        both = (request, needs.add(planned.request(values)))
        found, wanted = (
            to_comparable(each, headers, merged=has_multiple_query_objects(self._api, operation)) for each in both
        )
        for part in found.differences(wanted):
            if part != "body" or not self._takes_both(operation, found.body, wanted.body):
                yield Problem("sent", f"The client sent another {part} than it was given.")

    def _keys_in(self, operation: Operation, request: httpx2.Request) -> dict[str, str]:
        """Give the tokens that were given out and are in a request: each of the two clients gets its own."""
        found: dict[str, str] = {}
        for scheme in required_schemes(self._api, operation):
            where = f"{scheme.location}:{scheme.name}" if scheme.type == "apiKey" else "header:Authorization"
            text = str(message.value_at(request, where))
            token = next((known for known in self._tokens.get(scheme.id, ()) if known in text), "")
            if token:
                found[scheme.id] = token
        return found

    def _takes_both(self, operation: Operation, found: Plain, wanted: Plain) -> bool:
        """Tell whether two bodies differ in nothing but numbers that may be text."""
        media = preferred_media(operation)
        return equal_as_text(found, wanted) and bool(
            media and media.type and is_valid(self._api, self._api.schema(media.type), found)
        )
