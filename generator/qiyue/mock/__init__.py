"""Mock: an Api → a server the vendor could have written.

In: Api, a seed, a clock. Out: an ASGI app that checks credentials, signatures, parameters and bodies in the vendor's
order, refuses with the vendor's own error answer, and answers from examples, schemas and what it keeps.
"""

from qiyue.mock.app import app, apps
from qiyue.mock.server import running, serve
from qiyue.mock.signing import SECRET

__all__ = ["SECRET", "app", "apps", "running", "serve"]
