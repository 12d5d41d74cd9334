"""Safety: what may be called on a live server. In: an operation. Out: why it may not.

``x-qiyue-safety`` tells. Where it says nothing, GET and HEAD read, and everything else writes.
"""

from qiyue.api import Operation

_READS = ("GET", "HEAD")


def barred(operation: Operation, *, allow_writes: bool) -> str:
    """Say why an operation is not called, ``""`` where it may be."""
    live = operation.safety.live if operation.safety else "read" if operation.method in _READS else "write"
    if live == "never":
        return "the spec says: never on a live server"
    return "" if live == "read" or allow_writes else "it writes, and --allow-writes is not given"
