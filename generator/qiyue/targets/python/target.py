"""The Python target as the registry knows it."""

from __future__ import annotations

import keyword
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING

from qiyue.files import File
from qiyue.targets.python import generate
from qiyue.targets.python.symbols import symbols
from qiyue.targets.python.words import snake
from qiyue.targets.target import Identifiers, Target, TargetInput

if TYPE_CHECKING:
    from qiyue.drivers import Driver
    from qiyue.examples import Request

_TAKEN = frozenset({*sys.stdlib_module_names, "httpx2", "pydantic", "qiyue"})


def _generate(given: TargetInput) -> tuple[File, ...]:
    return generate(given.api, given.package, given.report, given.locate, given.naming)


def _crosscheck(given: TargetInput) -> None:
    if find_spec("datamodel_code_generator"):  # of the extra [models]
        from qiyue.targets.python import crosscheck

        crosscheck.check(given.api, given.report, given.locate)


def _pack(files: Sequence[File]) -> tuple[File, ...]:
    from qiyue.targets.python.distributions import build

    return build(files)


def _wrong_package(name: str) -> str:
    if not (name.isidentifier() and name.isascii()) or keyword.iskeyword(name):
        return f"`{name}` cannot be the name of a Python package"
    return f"a package `{name}` would hide another one of that name" if name in _TAKEN else ""


def _sample(driver: Driver, request: Request) -> str:
    return driver.write(request)


def _drive(files: Sequence[File], package: str) -> Driver:
    from qiyue.drivers import PythonDriver, in_memory

    return PythonDriver(in_memory(files, package))


TARGET = Target(
    "python",
    _generate,
    Identifiers(_wrong_package, snake),
    crosscheck=_crosscheck,
    pack=_pack,
    symbols=symbols,
    sample=_sample,
    driver=_drive,
)
