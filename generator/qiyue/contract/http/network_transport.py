"""Network transport: one request to a real server, whatever it is that answers. In: a request, and how long it may
take. Out: the answer, or a sentence that says why there is none.

A server may hang, drip, reset, speak no HTTP, or answer without end: the time counts from the first byte sent to the
last one received, and so many bytes are taken and no more. Redirects are not followed: credentials would go along.
"""

import asyncio
import re
from datetime import timedelta

import httpx2

from qiyue.contract.http.server_url import join_url

LARGEST = 16 * 1024 * 1024
"""Bytes of an answer that are taken."""
DEEPEST = 500
"""Levels of an answer's JSON; whoever reads more runs out of stack."""
_RECEIVED = re.compile(r":?\s*(?:bytearray\()?b?[\"']")
_BRACKETS = re.compile(rb"[\[{\]}]")
_OWN_HEADERS = {"accept": "*/*", "accept-encoding": "identity", "user-agent": "qiyue-contract"}


class NoResponse(Exception):
    """There is no answer that could be judged; the text says why."""


class NetworkTransport:
    """A connection to one server. One request at a time."""

    def __init__(self) -> None:
        self._runner = asyncio.Runner()
        self._client = httpx2.AsyncClient(timeout=None, follow_redirects=False, headers=_OWN_HEADERS)

    def send(self, request: httpx2.Request, within: float) -> httpx2.Response:
        """Send a request, and give the whole answer.

        Raises:
            NoAnswer: there is none within so many seconds, or none that is HTTP.
        """
        try:
            return self._runner.run(self._send(request, within))
        except TimeoutError:
            raise NoResponse(f"There was no whole answer within {within:.0f} seconds.") from None
        except httpx2.ConnectError as error:
            raise NoResponse(f"The server cannot be reached: {_said(error)}.") from None
        except httpx2.RemoteProtocolError as error:
            raise NoResponse(_broken(str(error))) from None
        except httpx2.DecodingError as error:
            raise NoResponse(f"The answer cannot be unpacked: {_said(error)}.") from None
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError, ValueError) as error:
            raise NoResponse(f"The connection broke: {_said(error)}.") from None

    def close(self) -> None:
        self._runner.run(self._client.aclose())
        self._runner.close()

    async def _send(self, request: httpx2.Request, within: float) -> httpx2.Response:
        async with asyncio.timeout(within):
            sent = self._client.build_request(
                request.method, request.url, headers=request.headers, content=request.content
            )
            response = await self._client.send(sent, stream=True)
            try:
                content = await _content(response)
            finally:
                await response.aclose()
        headers = [pair for pair in response.headers.raw if pair[0].lower() != b"content-encoding"]
        made = httpx2.Response(response.status_code, headers=headers, content=content, request=request)
        made.elapsed = timedelta()
        return made


def with_base_url(request: httpx2.Request, base_url: str) -> httpx2.Request:
    """Give the request with the address of a server."""
    url = join_url(base_url, request.url.raw_path.decode("ascii"))
    headers = {name: value for name, value in request.headers.items() if name.lower() != "host"}
    return httpx2.Request(request.method, url, headers=headers, content=request.content)


async def _content(response: httpx2.Response) -> bytes:
    content = bytearray()
    async for chunk in response.aiter_bytes():
        content += chunk
        if len(content) > LARGEST:
            raise NoResponse(f"The answer does not end: it is larger than {LARGEST // 1024 // 1024} MB.")
    if content[:1] in b"[{" and _is_deep(bytes(content)):
        raise NoResponse(f"The answer cannot be read: it is nested more than {DEEPEST} levels deep.")
    return bytes(content)


def _is_deep(content: bytes) -> bool:
    """Tell whether brackets are nested deeper than anybody reads; those inside of texts may count."""
    depth = 0
    for bracket in _BRACKETS.finditer(content):
        depth += 1 if bracket[0] in b"[{" else -1
        if depth > DEEPEST:
            return True
    return False


def _broken(error: str) -> str:
    """Say how HTTP was broken, from what the library says, without what was received."""
    if "disconnected" in error:
        return "The server closed the connection without an answer in HTTP."
    if "complete message" in error:
        return "The server closed the connection in the middle of its answer."
    return f"What the server sent is not HTTP: {_RECEIVED.split(error)[0].rstrip('.')}."


def _said(error: BaseException) -> str:
    return str(error).strip().rstrip(".") or type(error).__name__
