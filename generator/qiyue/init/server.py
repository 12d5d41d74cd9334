"""The review page over HTTP, for one person at this machine.

It listens on loopback. Its address holds a random token, and whoever does not know it gets nothing; ``Host`` and
``Origin`` must be its own, so that no other page of the browser can reach it under another name.
"""

import hmac
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_urlsafe
from threading import Lock
from typing import Final
from urllib.parse import parse_qs, quote, urlsplit

from qiyue.init import words
from qiyue.init.choices import Chosen
from qiyue.init.draft import Draft
from qiyue.init.reading import Pages
from qiyue.init.view import SIDES, view
from qiyue.init.writing import Written
from qiyue.pages.words import METHODS
from qiyue.skeleton import Choice, Side
from qiyue.templating import environment

Remake = Callable[[Chosen], tuple[Draft, Written]]
"""From choices to the draft that they make, written."""

_LONGEST: Final = 4_096
"""Bytes of a form."""
_FILES: Final = {"review.css": "text/css", "review.js": "text/javascript"}
_HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",  # with `no-referrer` a form would have no Origin
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


class Review(ThreadingHTTPServer):
    """The server of one review; ``address`` is where the browser finds it."""

    daemon_threads = True

    def __init__(self, read: Pages, chosen: Chosen, remake: Remake, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.read, self.chosen, self.remake = read, chosen, remake
        self.token = token_urlsafe(24)
        self.changing = Lock()
        self.draft, self.written = remake(chosen)
        self.templates = environment("review", autoescape=True)

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names by which a browser at this machine may call it."""
        return tuple(f"{name}:{self.server_port}" for name in ("127.0.0.1", "localhost"))

    @property
    def address(self) -> str:
        return f"http://{self.hosts[0]}/{self.token}/"

    def page(self, language: str) -> str:
        shown = view(self.read, self.draft, self.chosen, self.written, language)
        return self.templates.get_template("page.html.jinja").render(view=shown)

    def choose(self, choice: Choice) -> None:
        """Take a choice, and make the draft anew."""
        with self.changing:
            chosen = self.chosen.with_choice(choice)
            self.draft, self.written = self.remake(chosen)
            self.chosen = chosen


class _Handler(BaseHTTPRequestHandler):
    server: Review

    def do_GET(self) -> None:
        if (name := self._asked()) is None:
            return
        if name == "":
            query = parse_qs(urlsplit(self.path).query)
            asked = "".join(query.get("lang", [""])[:1])
            language = words.language(asked, self.headers.get("Accept-Language", ""))
            self._send(HTTPStatus.OK, "text/html", self.server.page(language))
        elif name in _FILES:
            self._send(HTTPStatus.OK, _FILES[name], self.server.templates.get_template(name).render())
        else:
            self._send(HTTPStatus.NOT_FOUND)

    def do_POST(self) -> None:
        if (name := self._asked()) is None:
            return
        if self.headers.get("Origin") not in {f"http://{host}" for host in self.server.hosts}:
            self._send(HTTPStatus.FORBIDDEN)
            return
        length = self.headers.get("Content-Length", "")
        if name != "choose" or not (length.isascii() and length.isdigit() and int(length) <= _LONGEST):
            self._send(HTTPStatus.BAD_REQUEST)
            return
        form = parse_qs(self.rfile.read(int(length)).decode("utf-8", "replace"), max_num_fields=16)
        told = {name: values[-1] for name, values in form.items()}
        choice = _choice(told)
        if choice is None:
            self._send(HTTPStatus.BAD_REQUEST)
            return
        self.server.choose(choice)
        language = quote(words.language(told.get("lang", ""), ""))
        where = f"/{self.server.token}/?lang={language}&at={choice.line}#l{choice.line}"
        self._send(HTTPStatus.SEE_OTHER, location=where)

    def _asked(self) -> str | None:
        """Give the name behind the token; None where the request is refused, and answered."""
        token, _, name = urlsplit(self.path).path.removeprefix("/").partition("/")
        if self.headers.get("Host") not in self.server.hosts:
            self._send(HTTPStatus.MISDIRECTED_REQUEST)
        elif not hmac.compare_digest(token.encode(), self.server.token.encode()):
            self._send(HTTPStatus.NOT_FOUND)
        else:
            return name
        return None

    def _send(self, status: HTTPStatus, kind: str = "text/plain", text: str = "", location: str = "") -> None:
        body = (text or status.phrase).encode("utf-8", "replace")
        self.send_response(status)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the address is a secret."""


def _choice(form: dict[str, str]) -> Choice | None:
    """Read the form; None where it is none that the page sends."""
    line, call = form.get("line", ""), form.get("call", "") or "0"
    side, method = form.get("side", ""), form.get("method", "")
    numbers = all(text.isascii() and text.isdigit() and len(text) < 10 for text in (line, call))
    if not numbers or side not in {"", *SIDES} or (method and method not in METHODS):
        return None
    if form.get("do") == "forget":
        return Choice(int(line))
    return Choice(int(line), int(call), Side(side) if side else None, method, form.get("do") == "skip")
