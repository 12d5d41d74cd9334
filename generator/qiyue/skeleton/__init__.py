"""A first spec from a page.

segments ── gathering ──► what the page says of each call ── document ──► an OpenAPI document, for a person to complete
"""

from qiyue.skeleton.document import spec

__all__ = ["spec"]
