"""Inference: which operations create, get, list, change and delete the same kind of object, and which lists come page
by page. In: Api. Out: ``Resource`` values, each with its roles and the reasons for them; the Api with its pages.

Paths, methods, ids, links, ``Location`` and bodies tell; ``x-qiyue-mock`` and ``x-qiyue-safety`` correct them. What
does not tell clearly is left out: a wrong role is worse than none.
"""

from qiyue.inference.model import Action, Resource, Role
from qiyue.inference.pages import infer_pages
from qiyue.inference.resources import infer_resources, list_spot

__all__ = ["Action", "Resource", "Role", "infer_pages", "infer_resources", "list_spot"]
