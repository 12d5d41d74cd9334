"""Templating: the folder of templates that one kind of output is printed from. In: its name. Out: its environment.

Templates hold text only: no filter is known but those that are given.
"""

from collections.abc import Callable, Mapping

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from qiyue.paths import data_dir
from qiyue.values import EMPTY


def environment(folder: str, *, autoescape: bool, filters: Mapping[str, Callable[..., str]] = EMPTY) -> Environment:
    """Open ``templates/FOLDER``."""
    made = Environment(
        loader=FileSystemLoader(data_dir("templates") / folder),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=autoescape,
    )
    made.filters.clear()
    made.filters.update(filters)
    return made
