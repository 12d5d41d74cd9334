"""Server: a mock that listens. ``serve`` until it is stopped; ``running`` for the length of a ``with`` block."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import AF_INET, AF_INET6, create_server, socket
from threading import Thread

from starlette.types import ASGIApp
from uvicorn import Config, Server
from uvicorn.supervisors import Multiprocess

from qiyue.diagnostics import refuse
from qiyue.mock.protocol import Http11

_HOST = "127.0.0.1"
_PATIENCE = 10.0
"""Seconds that a stop may take."""


class _Server(Server):
    """Does one more thing at the end, however it is stopped."""

    def __init__(self, config: Config, last: Callable[[], None]) -> None:
        super().__init__(config)
        self._last = last

    async def shutdown(self, sockets: list[socket] | None = None) -> None:
        """Stop."""
        await super().shutdown(sockets)
        self._last()


def listen(host: str, port: int) -> socket:
    """Take a port; 0 is any that is free.

    Raises:
        Refused: it cannot be had.
    """
    try:
        return create_server((host, port), family=AF_INET6 if ":" in host else AF_INET)
    except OSError as error:
        why = (error.strerror or str(error)).partition(" (while")[0]
        message = f"nothing can listen on {host}:{port}: {why}"
        raise refuse("address-in-use", message, hint="choose another --port") from None


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let Ctrl-C and SIGTERM wait until the end of the block."""
    came: list[int] = []
    handlers = {
        number: signal.signal(number, lambda number, _: came.append(number))
        for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        for stop in came:
            signal.raise_signal(stop)


def serve(
    app: ASGIApp, listening: socket, certificate: Path | None = None, last: Callable[[], None] = lambda: None
) -> None:
    """Serve until the process is told to stop; then call ``last``. A certificate is a PEM file with a key."""
    _Server(_config(app, _HOST, "warning", certificate), last).run([listening])


def serve_with_workers(
    build: Callable[[], ASGIApp], listening: socket, workers: int, certificate: Path | None = None
) -> None:
    """Serve with several processes until this one is told to stop. Each calls ``build``, which can be pickled; one that
    ends is replaced.
    """
    config = _config(build, _HOST, "warning", certificate)
    config.factory, config.workers = True, workers
    Multiprocess(config, [listening]).run()


@contextmanager
def running(app: ASGIApp, host: str = _HOST) -> Iterator[str]:
    """Serve in a thread on a free port, and give the address: ``http://127.0.0.1:49152``.

    Raises:
        OSError: the host has no free port.
    """
    config = _config(app, host, "critical")
    listening = config.bind_socket()
    listening.listen()  # a request that comes before the server is up waits in the queue
    server = Server(config)
    thread = Thread(target=server.run, kwargs={"sockets": [listening]}, name="mock", daemon=True)
    thread.start()
    try:
        yield f"http://{host}:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(_PATIENCE)
        listening.close()


def _config(app: ASGIApp | Callable[[], ASGIApp], host: str, log_level: str, certificate: Path | None = None) -> Config:
    return Config(
        app,
        host=host,
        port=0,
        http=Http11,
        loop="auto",
        ws="none",
        lifespan="off",
        access_log=False,
        log_level=log_level,
        server_header=False,
        date_header=False,
        ssl_certfile=certificate,
    )
