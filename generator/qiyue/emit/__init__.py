"""emit: Api → an OpenAPI 3.1 document, as plain data.

``canonical`` writes the document that was meant: ``resolve(emit.canonical(api)) == api``. ``expand_paths`` writes every
operation that shares a path under a key of its own (``/service/#invoice.get``), for tools that know one operation
per path and method; it resolves to the same operation ids and types.
"""

from qiyue.api import Api
from qiyue.emit.document import write
from qiyue.values import Plain


def canonical(api: Api) -> Plain:
    """Give the document with dispatch as the extension says it."""
    return write(api, expand=False)


def expand_paths(api: Api) -> Plain:
    """Give the document with every operation under a path key of its own."""
    return write(api, expand=True)
