"""Routes: which operation a path and a method mean. Built once; several operations may share a path."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import unquote

T = TypeVar("T")
_SLOT = re.compile(r"\{([^{}]+)\}")
_ANY = "([^/]+?)"


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """The target of a request and the values in its path, still percent-encoded."""

    target: T
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class WrongMethod:
    """The path exists, but not with this method."""

    allowed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Template(Generic[T]):
    regex: re.Pattern[str]
    names: tuple[str, ...]
    method: str
    target: T


class Routes(Generic[T]):
    """A routing table of ``(method, path template, target)``; the template with the most fixed text wins."""

    def __init__(self, rows: Iterable[tuple[str, str, T]], prefixes: Iterable[str] = ()) -> None:
        self._prefixes = sorted({prefix for prefix in prefixes if prefix}, key=len, reverse=True)
        self._fixed: dict[str, dict[str, T]] = {}
        self._templates: dict[int, list[_Template[T]]] = {}
        for method, path, target in rows:
            if _SLOT.search(path):
                self._templates.setdefault(path.count("/"), []).append(_template(method, path, target))
            else:
                self._fixed.setdefault(unquote(path), {}).setdefault(method, target)
        for templates in self._templates.values():
            templates.sort(key=lambda template: -len(template.regex.pattern.replace(_ANY, "")))

    def find(self, method: str, path: str) -> Found[T] | WrongMethod | None:
        """Look a request up; a path that starts with the path of a server is tried without it, too."""
        found = self._find(method, path)
        for prefix in self._prefixes:
            if isinstance(found, Found):
                break
            if path.startswith(prefix + "/"):
                found = self._find(method, path.removeprefix(prefix)) or found
        return found

    def _find(self, method: str, path: str) -> Found[T] | WrongMethod | None:
        fixed = self._fixed.get(unquote(path), {})
        if method in fixed:
            return Found(fixed[method], {})
        allowed = list(fixed)
        for template in self._templates.get(path.count("/"), ()):
            match = template.regex.fullmatch(path)
            if match and template.method == method:
                return Found(template.target, dict(zip(template.names, match.groups(), strict=True)))
            if match:
                allowed.append(template.method)
        return WrongMethod(tuple(dict.fromkeys(allowed))) if allowed else None


def bare(path: str) -> str:
    """Give a path without the names of its slots: equal for paths that no request can tell apart."""
    return _SLOT.sub("{}", path)


def _template(method: str, path: str, target: T) -> _Template[T]:
    pieces = _SLOT.split(path)
    regex = "".join(_ANY if index % 2 else re.escape(piece) for index, piece in enumerate(pieces))
    return _Template(re.compile(regex), tuple(pieces[1::2]), method, target)
