"""Registry: every target by its name. A target of another distribution is an entry point of the group."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from qiyue.api import Api
from qiyue.client_plan import Naming
from qiyue.codes import suggest_word
from qiyue.diagnostics import Report, refuse
from qiyue.files import File
from qiyue.targets.target import Target, TargetInput

if TYPE_CHECKING:
    from importlib.metadata import EntryPoints

    from qiyue.drivers import Driver

GROUP = "qiyue.targets"
DEFAULT = "python"
BUILT_IN = {"python": "qiyue.targets.python.target"}
"""Name → the module that holds it as ``TARGET``."""


def find_target(name: str = DEFAULT) -> Target:
    """Find a target by its name.

    Raises:
        Refused: there is none of this name.
    """
    if name in BUILT_IN:
        built_in: Target = import_module(BUILT_IN[name]).TARGET
        return built_in
    for entry in _installed():
        if entry.name == name:
            target: Target = entry.load()
            return target
    names = target_names()
    guess = suggest_word(name, names)
    hint = f"did you mean `{guess}`?" if guess else f"there is {', '.join(names)}"
    raise refuse("unknown-target", f"there is no target `{name}`", hint=hint)


def target_names() -> list[str]:
    """Give the names of all targets, built in and installed."""
    return list(dict.fromkeys([*BUILT_IN, *(entry.name for entry in _installed())]))


def open_client(api: Api, package: str = "client", target: str = DEFAULT, naming: Naming = Naming()) -> Driver:
    """Generate a client in memory, for the driver of its target.

    Raises:
        Refused: the target has no driver.
    """
    return drive(find_target(target).generate(TargetInput(api, package, Report(), naming=naming)), package, target)


def drive(files: Sequence[File], package: str, target: str = DEFAULT) -> Driver:
    """Give the driver of a client that consists of these files.

    Raises:
        Refused: the target has no driver.
    """
    make = find_target(target).driver
    if make is None:
        raise refuse("target-without-driver", f"clients of the target `{target}` cannot be called")
    return make(files, package)


def _installed() -> EntryPoints:
    from importlib.metadata import entry_points

    return entry_points(group=GROUP)
