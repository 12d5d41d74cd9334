"""A first spec from a page.

segments ── gathering ──► what the page says of each call ── verdict ──► which answers are successes
         ── document ──► an OpenAPI document and findings, for a person to complete
"""

from qiyue.skeleton.document import Skeleton, spec

__all__ = ["Skeleton", "spec"]
