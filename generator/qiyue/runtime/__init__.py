"""The runtime of generated clients: real code, copied into each of them as ``_runtime``.

Standard library, httpx2 and pydantic only; relative imports only.
"""

from typing import Final

VERSION: Final = "1"
"""Rises with every change of a name that generated code uses."""
