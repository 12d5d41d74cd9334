"""From what was typed to what is meant: editions of the nearest project, or an OpenAPI file."""

import os
from collections.abc import Sequence
from pathlib import Path

from qiyue import config, files, pipeline
from qiyue.config import Edition
from qiyue.diagnostics import Place, Refused, refuse

SUFFIXES = {".yaml", ".yml", ".json"}


def editions(names: Sequence[str] = ()) -> tuple[Edition, ...]:
    """Give the named editions of the nearest project; without names, all of them."""
    project = config.load_project(Path.cwd())
    return tuple(map(project.edition, names)) if names else project.editions


def is_file(name: str) -> bool:
    """Tell whether an argument means a file rather than an edition."""
    return os.sep in name or Path(name).suffix in SUFFIXES or Path(name).is_file()


def compile_spec(name: str, overlays: Sequence[Path] = (), *, allow_urls: bool = False) -> pipeline.Compiled:
    """Compile an edition or an OpenAPI file."""
    if Path(name).is_dir() and name not in _edition_names():
        raise refuse("file-is-directory", "this is a folder, not a file", Place(name), _inside(Path(name)))
    if overlays or is_file(name):
        return pipeline.compile_file(Path(name), overlays, allow_urls=allow_urls)
    return pipeline.compile_edition(editions([name])[0])


def _edition_names() -> set[str]:
    try:
        return {edition.name for edition in editions()}
    except Refused:
        return set()


def _inside(folder: Path) -> str:
    """Point to what may be meant by a folder: the OpenAPI file in it."""
    found = sorted(path.name for path in folder.iterdir() if path.suffix in SUFFIXES)
    best = [name for name in found if "openapi" in name.lower()] or found
    return f"did you mean `{(folder / best[0]).as_posix()}`?" if best else "name the OpenAPI file"


def find_unknown_names(names: Sequence[str]) -> tuple[str, ...]:
    """Give the files of generated/ that belong to no edition, once all editions are meant; its README is ours."""
    project = config.load_project(Path.cwd())
    folder = project.root / "generated"
    if names or not folder.is_dir():
        return ()
    known = {"README.md", *(edition.name for edition in project.editions)}
    return tuple(
        os.path.relpath(folder / path) for path in sorted(files.list_files(folder)) if path.split("/")[0] not in known
    )


def output_folder(edition: Edition) -> Path:
    """Give the distribution folder of an edition."""
    return edition.root / "generated" / edition.name
