"""Certificate: what a mock shows over TLS. In: a folder, a host. Out: a file for the server, one for its clients."""

from dataclasses import dataclass
from pathlib import Path

_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Certificate:
    """PEM files."""

    server: Path
    """The private key and the certificates of the server."""
    authority: Path | None = None
    """What a client has to trust; ``None`` where the user knows it."""


def make_certificate(folder: Path, host: str) -> Certificate:
    """A certificate for this machine and a host, with an authority of its own; both end with the folder."""
    import trustme

    authority = trustme.CA(organization_name="qiyue mock")
    made = Certificate(folder / "server.pem", folder / "authority.pem")
    names = dict.fromkeys((*_THIS_MACHINE, host))
    authority.issue_cert(*names).private_key_and_cert_chain_pem.write_to_path(str(made.server))
    authority.cert_pem.write_to_path(str(made.authority))
    return made
