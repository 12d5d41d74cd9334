"""The code that all clients share. In: the folders ``base`` and ``runtime``. Out: the files of a client's ``_runtime``.

There both are one package, so that a client has few folders and what was pickled keeps its module: ``from ..base.json``
becomes ``from .json``, and the imports from within the package are put in order again.
"""

import re
from collections.abc import Iterator

from qiyue.files import File
from qiyue.paths import HERE, read_licence

_FROM_BASE = re.compile(r"^( *from )\.\.base\b\.?", re.MULTILINE)
_OWN_IMPORTS = re.compile(r"(?:^from \.\w* import (?:[^(\n]*|\([^)]*\))\n)+", re.MULTILINE)
_IMPORT = re.compile(r"^from (?:[^(\n]*|[^(]*\([^)]*\))\n", re.MULTILINE)


def runtime_files(package: str) -> Iterator[File]:
    """Yield the files of ``_runtime``, ordered by path; with them the licence, which is theirs alone."""
    yield File(f"{package}/_runtime/LICENSE", read_licence())
    for path in sorted([*(HERE / "base").glob("[a-z]*.py"), *(HERE / "runtime").glob("*.py")], key=lambda p: p.name):
        yield File(f"{package}/_runtime/{path.name}", merge_imports(path.read_text("utf-8")).encode())


def merge_imports(text: str) -> str:
    """Rewrite a module of ``runtime`` as one that stands in the same package as the modules of ``base``."""
    flat = _FROM_BASE.sub(r"\1.", text)
    return _OWN_IMPORTS.sub(lambda block: "".join(sorted(_IMPORT.findall(block[0]))), flat)
