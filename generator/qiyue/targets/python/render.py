"""Views → text. In: a template of ``templates/python`` and the view it prints. Out: the text.

Templates hold text only: ``for``, ``if`` on one boolean, ``include``, dotted names and these filters.
"""

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from qiyue.paths import data_dir
from qiyue.targets.python.literals import docstring, literal, markdown, one_line, toml


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(data_dir("templates") / "python"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    environment.filters.clear()
    environment.filters.update(docstring=docstring, literal=literal, line=one_line, markdown=markdown, toml=toml)
    return environment


def render(template: str, view: object) -> str:
    """Print a view, which the template knows as ``view``."""
    return _environment().get_template(template).render(view=view)
