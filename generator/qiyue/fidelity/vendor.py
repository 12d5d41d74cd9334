"""A vendor: the editions that share a folder of specs, compiled, with every citation in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from qiyue import pipeline
from qiyue.config import Edition, Project
from qiyue.fidelity.citations import Mark, marks
from qiyue.pipeline import Compiled


@dataclass(frozen=True)
class Vendor:
    """The editions of one folder; the first of them gives it its name."""

    editions: tuple[Edition, ...]
    compiled: tuple[Compiled, ...]
    marks: tuple[Mark, ...]

    @property
    def name(self) -> str:
        return self.editions[0].name

    @property
    def folder(self) -> Path:
        return self.editions[0].spec.parent


def vendors(project: Project, editions: Iterable[Edition]) -> tuple[Vendor, ...]:
    """Give the vendors of editions, each with all editions of the project that share its folder.

    Raises:
        Refused: an edition cannot be compiled.
    """
    folders = dict.fromkeys(edition.spec.parent for edition in editions)
    return tuple(_vendor([each for each in project.editions if each.spec.parent == folder]) for folder in folders)


def _vendor(editions: list[Edition]) -> Vendor:
    compiled = tuple(map(pipeline.compile_edition, editions))
    return Vendor(tuple(editions), compiled, marks(compiled))
