"""Mock: an Api → a server the vendor could have written.

In: Api, a seed, a clock. Out: an ASGI app that checks credentials, signatures, parameters and bodies in the vendor's
order, refuses with the vendor's own error answer, and answers from examples, schemas and what it keeps.
"""

from qiyue.mock.app import Mock, app, apps
from qiyue.mock.certificate import Certificate, make_certificate
from qiyue.mock.database import Database
from qiyue.mock.options import Given, Options
from qiyue.mock.ready import Ready
from qiyue.mock.server import listen, running, serve, serve_with_workers, undisturbed
from qiyue.mock.signing import SECRET
from qiyue.mock.storage import StorageError

__all__ = [
    "SECRET",
    "Certificate",
    "Database",
    "Given",
    "Mock",
    "Options",
    "Ready",
    "StorageError",
    "app",
    "apps",
    "listen",
    "make_certificate",
    "running",
    "serve",
    "serve_with_workers",
    "undisturbed",
]
