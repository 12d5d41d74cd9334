"""A server that writes down every request, makes a record for every POST to a collection, and lets everything be done.

It knows nothing of the suite: it only says which keys it gave out.
"""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Seen:
    """One request."""

    method: str
    target: str
    body: str

    @property
    def path(self) -> str:
        return urlsplit(self.target).path


@dataclass
class Recording:
    """What one server saw, and gave out."""

    url: str = ""
    seen: list[Seen] = field(default_factory=list)
    given: list[Any] = field(default_factory=list)

    @property
    def writes(self) -> list[Seen]:
        return [each for each in self.seen if each.method not in ("GET", "HEAD")]


Answer = Callable[[Seen, Callable[[], Any]], tuple[int, Any]]
"""Request, what gives a new key → status and body; a body of ``None`` is none."""


@contextmanager
def recording(answer: Answer, keys: Iterator[Any]) -> Iterator[Recording]:
    """Serve on a free port of this machine."""
    record = Recording()

    def give() -> Any:
        record.given.append(next(keys))
        return record.given[-1]

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # head and body in one piece

        def log_message(self, *_: object) -> None:
            pass

        def __getattr__(self, name: str) -> Any:
            if name.startswith("do_"):
                return self.serve
            raise AttributeError(name)

        def serve(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length") or 0)).decode("latin-1")
            seen = Seen(self.command, self.path, body)
            record.seen.append(seen)
            status, said = answer(seen, give)
            content = b"" if said is None else json.dumps(said).encode()
            self.send_response(status)
            if said is not None:
                self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        record.url = f"http://127.0.0.1:{server.server_port}"
        yield record
        server.shutdown()
