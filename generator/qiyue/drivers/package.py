"""Package: a generated client as a value. In: its import name, or its files. Out: its client classes and operations."""

import importlib
import inspect
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from itertools import count
from types import ModuleType
from typing import Any

from qiyue.files import File

_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Package:
    """One generated client, imported."""

    module: ModuleType
    operations: Mapping[str, Any]
    """The declarations of ``_operations.py`` by operation id."""

    def client(self, **options: Any) -> Any:
        """Give a synchronous client."""
        return self._class("SyncClient")(**options)

    def async_client(self, **options: Any) -> Any:
        """Give an asynchronous client."""
        return self._class("AsyncClient")(**options)

    def error(self, name: str) -> type[Exception]:
        """Give an error class by name."""
        found: type[Exception] = getattr(importlib.import_module(f"{self.module.__name__}._runtime.errors"), name)
        return found

    def credentials(self) -> dict[str, tuple[str, ...]]:
        """Give the constructor's arguments for each security scheme."""
        return {scheme.id: tuple(each.argument for each in scheme.credentials) for scheme in self.service.schemes}

    @property
    def service(self) -> Any:
        """What the client declares of itself: its address, its credentials, the variables they come from."""
        return importlib.import_module(f"{self.module.__name__}._service").SERVICE

    def variables(self) -> dict[str, str]:
        """Return the variables of the environment that the client reads, by the names of its settings."""
        service = self.service
        sent = (each for scheme in service.schemes for each in scheme.credentials)
        settings = (*sent, *service.secrets, *service.shared, *service.variables)
        return {each.argument.removesuffix("_"): each.env for each in settings}

    def spell(self, settings: Mapping[str, Any]) -> dict[str, Any]:
        """Return settings as arguments of a client: a word of Python has an underscore more, others are left out."""
        known = self.arguments()
        spelled = {name if name in known else f"{name}_": value for name, value in settings.items()}
        return {name: value for name, value in spelled.items() if name in known}

    def arguments(self) -> frozenset[str]:
        """Give the names of the arguments with which a client is made."""
        return frozenset(inspect.signature(self._class("SyncClient")).parameters)

    def forget(self) -> None:
        """Take the modules out of ``sys.modules``; no client of the package can be used any more."""
        _forget(self.module.__name__)

    def _class(self, base: str) -> Any:
        module = importlib.import_module(f"{self.module.__name__}._client")
        for value in vars(module).values():
            own = isinstance(value, type) and value.__module__ == module.__name__
            if own and base in {each.__name__ for each in value.__mro__[1:]}:
                return value
        raise LookupError(f"{self.module.__name__} has no {base}")


def imported(name: str) -> Package:
    """Import an installed generated package."""
    module = importlib.import_module(name)
    declared = vars(importlib.import_module(f"{name}._operations"))
    operations = [value for value in declared.values() if type(value).__name__ == "Operation"]
    return Package(module, {operation.id: operation for operation in operations})


def in_memory(files: Sequence[File], package: str) -> Package:
    """Import a package from generated files that were never written; each call gives a package of its own.

    ``sys.meta_path`` is as it was. The modules stand in ``sys.modules`` until ``forget``.
    """
    root = f"_qiyue_client_{next(_numbers)}"
    modules = dict(_modules(files, package, root))
    finder = _Finder(modules)
    sys.meta_path.append(finder)
    try:
        for name in modules:  # all of them: what a function imports later is there without the finder
            importlib.import_module(name)
    except BaseException:
        _forget(root)
        raise
    finally:
        sys.meta_path.remove(finder)
    return imported(root)


def _forget(root: str) -> None:
    for name in [name for name in sys.modules if name == root or name.startswith(f"{root}.")]:
        del sys.modules[name]


def _modules(files: Sequence[File], package: str, root: str) -> Iterable[tuple[str, tuple[str, bytes, bool]]]:
    for file in files:
        if file.path.startswith(f"{package}/") and file.path.endswith(".py"):
            parts = file.path.removesuffix(".py").split("/")
            is_package = parts[-1] == "__init__"
            name = ".".join([root, *(parts[1:-1] if is_package else parts[1:])])
            yield name, (file.path, file.content, is_package)


class _Finder(MetaPathFinder, Loader):
    """Finds modules among files in memory."""

    def __init__(self, modules: Mapping[str, tuple[str, bytes, bool]]) -> None:
        self._modules = modules

    def find_spec(self, fullname: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        if fullname not in self._modules:
            return None
        return ModuleSpec(fullname, self, is_package=self._modules[fullname][2])

    def exec_module(self, module: ModuleType) -> None:
        path, content, _ = self._modules[module.__name__]
        exec(compile(content, f"<generated>/{path}", "exec"), module.__dict__)  # our own output
