"""Target: what a language must bring so that qiyue generates clients in it, as one value."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from qiyue.api import Api
from qiyue.client_plan import Naming
from qiyue.diagnostics import Place, Report
from qiyue.files import File

if TYPE_CHECKING:  # a project is read without them
    from qiyue.drivers import Driver
    from qiyue.examples import Request

Locate: TypeAlias = Callable[[str], Place | None]
"""JSON Pointer into the document → its place in a file."""


@dataclass(frozen=True, slots=True)
class TargetInput:
    """What a client is generated from. ``report`` is told what had to be degraded."""

    api: Api
    package: str
    report: Report
    locate: Locate = lambda _: None
    naming: Naming = Naming()


@dataclass(frozen=True, slots=True)
class Identifiers:
    """How a language spells the names of a client."""

    wrong_package: Callable[[str], str]
    """Says why a client cannot be a package of this name; ``""`` if it can."""
    argument: Callable[[str], str]
    """Any text → the name of an argument."""


@dataclass(frozen=True, slots=True)
class Target:
    """One language, or one kind of output."""

    name: str
    generate: Callable[[TargetInput], tuple[File, ...]]
    """Gives the files of a client, relative to its folder. It never touches the disk."""
    identifiers: Identifiers
    crosscheck: Callable[[TargetInput], None] | None = None
    """Reads the types once more with another tool, where it is installed, and reports what differs."""
    pack: Callable[[Sequence[File]], tuple[File, ...]] | None = None
    """Builds what others install from the files; without it the files are published as they are."""
    symbols: Callable[[Sequence[File]], Mapping[str, str]] | None = None
    """Gives each public name of the files, and how it is called: what a comparison of two clients compares."""
    sample: Callable[[Driver, Request], str] | None = None
    """Writes one call as a caller would type it."""
    driver: Callable[[Sequence[File], str], Driver] | None = None
    """Makes a client of its files and the name of its package that can be opened and called."""
