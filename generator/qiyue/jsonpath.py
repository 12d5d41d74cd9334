"""JSONPath, as RFC 9535 has it. In: a path and plain data. Out: where the nodes lie that it selects."""

from jsonpath_rfc9535 import JSONPathEnvironment, JSONPathError

from qiyue.source import MAX_DEPTH
from qiyue.values import Plain

__all__ = ["JSONPathError", "locations"]


class _Paths(JSONPathEnvironment):
    max_recursion_depth = MAX_DEPTH + 1


_PATHS = _Paths()


def locations(path: str, data: Plain) -> list[tuple[str | int, ...]]:
    """Give the location of each selected node once, in the order of the document.

    Raises:
        JSONPathError: it is not a JSONPath.
        RecursionError: it is nested too deeply.
    """
    return list(dict.fromkeys(node.location for node in _PATHS.finditer(path, data)))
