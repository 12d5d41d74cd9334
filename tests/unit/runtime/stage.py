"""A stage for calls: scripted answers, a clock that only moves by waiting, and both kinds of client."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any, Literal, TypeAlias

import httpx2

from qiyue.base import json

from .mini_client import AsyncLedger, Ledger

Mode: TypeAlias = Literal["sync", "async"]


@dataclass(frozen=True)
class Reply:
    """An answer to be given."""

    status: int
    content: bytes
    headers: tuple[tuple[str, str], ...]


Scripted: TypeAlias = Reply | Exception

SECRET = "k-secret-1"
START = 1_700_000_000.25


@dataclass
class Stage:
    """Answers in the order given, the last one for ever; remembers requests and waits."""

    mode: Mode
    answers: list[Scripted] = field(default_factory=list)
    requests: list[httpx2.Request] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    now: float = START

    def call(self, do: Callable[[Any], Any], *, api_key: str | None = SECRET, **options: Any) -> Any:
        """Run ``do(client)``, awaited where the client is async."""
        transport = httpx2.MockTransport(self._answer)
        usual: dict[str, Any] = {"base_url": "https://ledger.test/api/", "clock": lambda: self.now, "random": Random(1)}
        if self.mode == "sync":
            client = Ledger(
                api_key=api_key,
                http_client=httpx2.Client(transport=transport),
                sleep=self._sleep,
                **(usual | options),
            )
            return do(client)

        async def run() -> Any:
            async with httpx2.AsyncClient(transport=transport) as http:
                client = AsyncLedger(api_key=api_key, http_client=http, sleep=self._sleep_async, **(usual | options))
                return await do(client)

        return asyncio.run(run())

    def sent(self, index: int = -1) -> Any:
        """Give the JSON body of a request."""
        return json.loads(self.requests[index].content)

    def _answer(self, request: httpx2.Request) -> httpx2.Response:
        self.requests.append(request)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return httpx2.Response(answer.status, headers=answer.headers, content=answer.content)

    def _sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds

    async def _sleep_async(self, seconds: float) -> None:
        self._sleep(seconds)


def answered(text: str | bytes, status: int = 200, content_type: str = "application/json", **headers: str) -> Reply:
    """Script an answer."""
    content = text if isinstance(text, bytes) else text.encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status, content, (("content-type", content_type), *named.items()))


def wrapped(data: str, code: int = 0) -> Reply:
    """Script a success in the vendor's envelope."""
    return answered(f'{{"ok": true, "code": {code}, "text": "done", "trace": "t-1", "data": {data}}}')


def refused(code: int, text: str = "no", status: int = 200, **headers: str) -> Reply:
    """Script a refusal in the vendor's envelope."""
    return answered(f'{{"ok": false, "code": {code}, "text": "{text}"}}', status, **headers)
