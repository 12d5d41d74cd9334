"""Lazily: submodules of a package that are imported when they are first asked for."""

from collections.abc import Callable
from importlib import import_module
from types import ModuleType


def submodules(package: str, *names: str) -> Callable[[str], ModuleType]:
    """Give the ``__getattr__`` of a package."""

    def find(name: str) -> ModuleType:
        if name in names:
            return import_module(f"{package}.{name}")
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    return find
