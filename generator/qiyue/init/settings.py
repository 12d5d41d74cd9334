"""The edition that a folder begins: its name, and the lines that a project has of it."""

import re
from os.path import relpath
from pathlib import Path
from typing import Final

from qiyue import config, dump
from qiyue.base.value import Value
from qiyue.config import Project
from qiyue.diagnostics import Refused
from qiyue.init.draft import SPEC
from qiyue.init.reading import Pages
from qiyue.targets import find_target

PROJECT: Final = "qiyue.toml"


class Settings(Value):
    """What a project says of an edition.

    name: of the edition; ``text`` are its lines.
    is_project: whether there is a project that somebody has to add them to.
    """

    name: str
    text: str
    is_project: bool


def settings(read: Pages, out: Path) -> Settings:
    """Write the edition of a folder as the nearest project has it; paths count from the folder of the project.

    Raises:
        Refused: there is a project, and it cannot be read.
    """
    project, name = _project(out), _name(out)
    root = project.root if project else out.absolute()
    table = "tool.qiyue.editions" if project and project.file.name == "pyproject.toml" else "editions"
    package = name.replace("-", "_")
    package = f"{package}_api" if find_target().identifiers.wrong_package(package) else package
    spec, pages = dump.text(relpath((out / SPEC).absolute(), root)), page_entries(read, root)
    lines = (f"[{table}.{name}]", f"spec = {spec}", f'package = "{package}"', "evidence = false")
    return Settings(name, "\n".join((*lines, f"pages = {{ {pages} }}\n")), project is not None)


def page_entries(read: Pages, root: Path) -> str:
    """Write the ids of pages with their files, whose paths count from a folder."""
    files = (dump.text(relpath(file.absolute(), root.absolute())) for file in read.files)
    return ", ".join(f"{name} = {file}" for name, file in zip(read.names, files, strict=True))


def _name(out: Path) -> str:
    """Make the name of an edition from the name of the folder."""
    words = re.findall(r"[A-Za-z0-9]+", out.absolute().name)
    return "-".join(words).lower() if words and words[0][0].isalpha() else "vendor"


def _project(out: Path) -> Project | None:
    """Find the project that a folder lies in; that which ``init`` made in the folder itself is none."""
    try:
        found = config.load_project(out)
    except Refused as refused:
        if refused.diagnostics[0].code == "project-missing":
            return None
        raise
    return None if found.root == out.absolute() else found
