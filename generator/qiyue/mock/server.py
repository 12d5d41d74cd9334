"""Server: a mock that listens. ``serve`` until it is stopped; ``running`` for the length of a ``with`` block."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from starlette.types import ASGIApp
from uvicorn import Config, Server

_HOST = "127.0.0.1"
_PATIENCE = 10.0
"""Seconds that a stop may take."""


def serve(app: ASGIApp, host: str = _HOST, port: int = 8000) -> None:
    """Serve until the process is told to stop."""
    Server(_config(app, host, port, "info")).run()


@contextmanager
def running(app: ASGIApp, host: str = _HOST) -> Iterator[str]:
    """Serve in a thread on a free port, and give the address: ``http://127.0.0.1:49152``.

    Raises:
        OSError: the host has no free port.
    """
    config = _config(app, host, 0, "critical")
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


def _config(app: ASGIApp, host: str, port: int, log_level: str) -> Config:
    return Config(
        app,
        host=host,
        port=port,
        http="httptools",
        loop="auto",
        ws="none",
        lifespan="off",
        access_log=False,
        log_level=log_level,
        server_header=False,
        date_header=False,
    )
