"""Views → text. In: a template of ``templates/python`` and the view it prints. Out: the text.

Templates hold text only: ``for``, ``if`` on one boolean, ``include``, dotted names and these filters.
"""

from functools import cache

from jinja2 import Environment

from qiyue.targets.python.literals import docstring, literal, markdown, one_line, toml
from qiyue.templating import environment


@cache
def _environment() -> Environment:
    return environment(
        "python",
        autoescape=False,
        filters={"docstring": docstring, "literal": literal, "line": one_line, "markdown": markdown, "toml": toml},
    )


def render(template: str, view: object) -> str:
    """Print a view, which the template knows as ``view``."""
    return _environment().get_template(template).render(view=view)
