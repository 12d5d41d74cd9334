"""The vocabulary of vendor behaviour: every ``x-qiyue-`` extension as a JSON Schema, and the check against it.

``registry`` has the table, ``words``, ``calls``, ``messages`` and ``mock`` the schemas, ``check`` walks a document,
``meaning`` says what a schema cannot.
"""

from qiyue.extensions.check import check
from qiyue.extensions.mock import RULES
from qiyue.extensions.registry import EXTENSIONS, Extension, Form

__all__ = ["EXTENSIONS", "RULES", "Extension", "Form", "check"]
