"""Origin: scheme, host and port of an address, as ``https://vendor.example:8443``. In: an origin. Out: its parts."""

from typing import Final
from urllib.parse import urlsplit

_USUAL_PORTS: Final = {"http": 80, "https": 443}


def host_of(origin: str) -> str:
    """The host, ``""`` where there is none; an IPv6 address stands without brackets.

    Raises:
        ValueError: the address is none.
    """
    return urlsplit(origin).hostname or ""


def port_of(origin: str) -> int | None:
    """The port, also where the scheme implies it.

    Raises:
        ValueError: the port is no number from 0 to 65535.
    """
    parts = urlsplit(origin)
    return parts.port or _USUAL_PORTS.get(parts.scheme)
