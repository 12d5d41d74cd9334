"""Origins: which pages in a browser may use the mock. In: origins that are allowed. Out: CORS headers, or a refusal.

A page of this machine may, whatever its port; others must be named. A request of any other page is refused before the
mock sees it: a browser sends such a request, and only hides the answer from the page.
"""

from collections.abc import Collection, Iterable
from typing import Final

from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from qiyue.api import Api
from qiyue.mock.incoming import Reply, send_reply
from qiyue.mock.refuse import REASON

ANY: Final = "*"
"""Allows every page."""
_THIS_MACHINE: Final = r"https?://(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?"
_METHODS: Final = ("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE")
_READABLE: Final = ("etag", "link", "location", "retry-after", REASON)
"""Headers of answers that a page may read, beside those that the documents name."""


class Origins:
    """An app that answers pages of some origins only, and whatever is no page."""

    def __init__(self, app: ASGIApp, apis: Iterable[Api], allowed: Collection[str]) -> None:
        answers = [answer for api in apis for operation in api.operations for answer in operation.answers]
        named = {header.name.lower() for answer in answers for header in answer.headers}
        self._app = app
        self._cors = CORSMiddleware(
            app,
            allow_origins=allowed,
            allow_origin_regex=_THIS_MACHINE,
            allow_methods=_METHODS,
            allow_headers=(ANY,),
            allow_credentials=True,
            allow_private_network=True,
            expose_headers=sorted(named.union(_READABLE)),
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = dict(scope["headers"]) if scope["type"] == "http" else {}
        if b"origin" not in headers:
            await self._app(scope, receive, send)
            return
        origin = headers[b"origin"].decode("latin-1")
        is_own = origin == f"{scope['scheme']}://{headers.get(b'host', b'').decode('latin-1')}"
        if is_own:
            await self._app(scope, receive, send)
        elif self._cors.is_allowed_origin(origin):
            await self._cors(scope, receive, send)
        else:
            body = f"pages of {origin} may not use this mock; allow them with --cors {origin}\n".encode()
            await send_reply(
                Reply(403, (("content-type", "text/plain; charset=utf-8"), (REASON, "origin")), body), send
            )
