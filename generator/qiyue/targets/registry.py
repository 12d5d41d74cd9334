"""Registry: every target by its name. A target of another distribution is an entry point of the group."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from qiyue.api import Api
from qiyue.codes import near
from qiyue.diagnostics import Report, refuse
from qiyue.targets.target import Target, TargetInput

if TYPE_CHECKING:
    from importlib.metadata import EntryPoints

    from qiyue.drivers import Package

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
    guess = near(name, names)
    hint = f"did you mean `{guess}`?" if guess else f"there is {', '.join(names)}"
    raise refuse("unknown-target", f"there is no target `{name}`", hint=hint)


def target_names() -> list[str]:
    """Give the names of all targets, built in and installed."""
    return list(dict.fromkeys([*BUILT_IN, *(entry.name for entry in _installed())]))


def open_client(api: Api, package: str = "client", target: str = DEFAULT) -> Package:
    """Generate a client in memory and open it by the driver of its target.

    Raises:
        Refused: the target has no driver.
    """
    found = find_target(target)
    if found.driver is None:
        raise refuse("target-without-driver", f"clients of the target `{target}` cannot be called")
    return found.driver(found.generate(TargetInput(api, package, Report())), package)


def _installed() -> EntryPoints:
    from importlib.metadata import entry_points

    return entry_points(group=GROUP)
