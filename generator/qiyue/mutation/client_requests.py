"""Client requests: clients that send something else than they were told. In: a request of the right one. Out: a wrong
one."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import httpx2

from qiyue.api import Api, Operation
from qiyue.base.absent import ABSENT
from qiyue.contract.auth.credentials import build_credentials, client_fills
from qiyue.contract.http import message
from qiyue.mutation.client_wrappers import RequestMutation, request_fault, with_body
from qiyue.mutation.exchange_wrappers import RequestChange
from qiyue.mutation.fault import Fault, changes_exchange
from qiyue.mutation.fault_target import FaultTarget
from qiyue.values import Plain


def faults() -> Iterator[Fault]:
    """Give the faults of this kind."""
    for name, check, twist in (*_OF_REQUESTS, *_OF_FILLS):
        yield request_fault(name, check, twist)
    again = _kept(_made("epoch-ms", "epoch-s", "time"))  # one call alone does not show it
    once = _kept(_made("uuid", "random"))
    yield replace(request_fault("fills in the id of its first call again", "filled", once), touches=changes_exchange)
    yield replace(request_fault("sends the time of its first call again", "filled", again), touches=changes_exchange)


def _query(change: Callable[[list[str]], list[str]]) -> RequestMutation:
    """Give a twist of the pairs of the query, as they are written."""

    def sent(request: httpx2.Request) -> httpx2.Request:
        address, _, query = str(request.url).partition("?")
        pairs = change(query.split("&")) if query else []
        return httpx2.Request(
            request.method,
            f"{address}?{'&'.join(pairs)}" if pairs else address,
            headers=request.headers,
            content=request.content,
        )

    return lambda _, operation: sent if any(each.location == "query" for each in operation.parameters) else None


def _address(change: Callable[[str], str]) -> RequestMutation:
    def sent(request: httpx2.Request) -> httpx2.Request:
        url = request.url.copy_with(raw_path=change(request.url.raw_path.decode()).encode())
        return httpx2.Request(request.method, url, headers=request.headers, content=request.content)

    return lambda *_: sent


def _method(_subject: FaultTarget, operation: Operation) -> RequestChange:
    other = "PUT" if operation.method != "PUT" else "POST"
    return lambda request: httpx2.Request(other, request.url, headers=request.headers, content=request.content)


def _headers(names: Callable[[Api, Operation], list[str]], change: Callable[[str], str | None]) -> RequestMutation:
    """Give a twist of some headers."""

    def twist(subject: FaultTarget, operation: Operation) -> RequestChange | None:
        wanted = names(subject.api, operation)

        def sent(request: httpx2.Request) -> httpx2.Request:
            headers = httpx2.Headers(request.headers)
            for name in wanted:
                value = change(headers.pop(name)) if name in headers else None
                if value is not None:
                    headers[name] = value
            return httpx2.Request(request.method, request.url, headers=headers, content=request.content)

        return sent if wanted else None

    return twist


def _keys(api: Api, operation: Operation) -> list[str]:
    return list(build_credentials(api, operation, {}).headers)


def _parameters(_api: Api, operation: Operation) -> list[str]:
    made = {fill.at for fill in client_fills(operation)} | ({operation.signature.put} if operation.signature else set())
    return [
        each.name for each in operation.parameters if each.location == "header" and f"header:{each.name}" not in made
    ]


def _content_type(_api: Api, operation: Operation) -> list[str]:
    return ["content-type"] if operation.body else []


def _at(where: Callable[[Operation], list[str]], change: Callable[[Plain], Plain]) -> RequestMutation:
    """Give a twist of what is made by the client at some spots."""

    def twist(_subject: FaultTarget, operation: Operation) -> RequestChange | None:
        spots = where(operation)

        def sent(request: httpx2.Request) -> httpx2.Request:
            for at in spots:
                value = message.value_at(request, at)
                if value is not ABSENT:
                    request = message.with_value(request, at, change(value))
            return request

        return sent if spots else None

    return twist


def _made(*makes: str) -> Callable[[Operation], list[str]]:
    return lambda operation: [fill.at for fill in client_fills(operation) if fill.make in makes]


def _signed(operation: Operation) -> list[str]:
    return [operation.signature.put] if operation.signature else []


def _kept(where: Callable[[Operation], list[str]]) -> RequestMutation:
    """Give a twist that sends again what was sent at first."""

    def twist(_subject: FaultTarget, operation: Operation) -> RequestChange | None:
        spots, first = where(operation), dict[str, Plain]()

        def sent(request: httpx2.Request) -> httpx2.Request:
            for at in spots:
                value = message.value_at(request, at)
                if value is not ABSENT:
                    request = message.with_value(request, at, first.setdefault(at, value))
            return request

        return sent if spots else None

    return twist


def _moved(digits: Plain, by: int) -> Plain:
    """Give a time, as text or number, that is so many thousands away."""
    text = str(digits)
    moved = str(int(text) + by) if text.isdigit() else text[:-1] + ("0" if text[-1] != "0" else "9")
    return moved if isinstance(digits, str) else int(moved)


def _file(change: Callable[[bytes], bytes]) -> RequestMutation:
    """Give a twist of multipart bodies, as they are written."""

    def twist(_subject: FaultTarget, operation: Operation) -> RequestChange | None:
        media = operation.body.media if operation.body else ()
        is_form = any(each.content_type.startswith("multipart/") for each in media)
        return (lambda request: with_body(request, change(request.content))) if is_form else None

    return twist


_OF_REQUESTS: tuple[tuple[str, str, RequestMutation], ...] = (
    ("leaves out a parameter", "sent", _query(lambda pairs: pairs[1:])),
    ("renames a parameter", "sent", _query(lambda pairs: [f"_{pairs[0]}", *pairs[1:]])),
    ("sends a parameter twice", "sent", _query(lambda pairs: [*pairs, pairs[-1]])),
    ("escapes parameters twice", "sent", _query(lambda pairs: [pair.replace("%", "%25") for pair in pairs])),
    ("does not escape spaces and signs", "sent", _query(lambda pairs: [pair.replace("%2B", "+") for pair in pairs])),
    ("calls another path", "sent", _address(lambda path: path.replace("?", "/?", 1) if "?" in path else f"{path}/")),
    ("calls with another method", "sent", _method),
    ("leaves out a header that it was given", "sent", _headers(_parameters, lambda _: None)),
    ("changes a header that it was given", "sent", _headers(_parameters, lambda value: f"{value}x")),
    ("leaves out its key", "sent", _headers(_keys, lambda _: None)),
    ("changes the case of its key", "sent", _headers(_keys, str.swapcase)),
    ("says that its JSON is text", "sent", _headers(_content_type, lambda _: "text/plain")),
    ("loses the first byte of a file", "sent", _file(lambda body: re.sub(rb"(?s)\r\n\r\n.", b"\r\n\r\n", body))),
)
_OF_FILLS: tuple[tuple[str, str, RequestMutation], ...] = (
    ("does not sign", "signature", _at(_signed, lambda _: "")),
    ("signs with another key", "signature", _at(_signed, lambda value: str(value)[::-1])),
    ("signs in letters of the other case", "signature", _at(_signed, lambda value: str(value).swapcase())),
    (
        "sends a time that is an hour off",
        "filled",
        _at(_made("epoch-ms", "epoch-s", "time"), lambda value: _moved(value, 3_600_000)),
    ),
    (
        "sends seconds for milliseconds",
        "filled",
        _at(_made("epoch-ms"), lambda value: _moved(value, -int(value) + int(value) // 1000)),
    ),
    ("fills in something else than a fixed value", "filled", _at(_made("const"), lambda value: f"{value}x")),
    (
        "fills in an id that has no form",
        "filled",
        _at(_made("uuid"), lambda value: str(value).replace("-", "")),
    ),
    ("leaves empty what it should fill in", "filled", _at(_made("uuid", "random"), lambda _: "")),
)
