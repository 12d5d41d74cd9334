"""Extras: which verb needs more than `pip install qiyue` brings, and what to say where that is missing."""

from collections.abc import Mapping
from typing import Final

from qiyue.diagnostics import Diagnostic, Severity

EXTRAS: Final[Mapping[str, str]] = {"mock": "mock", "contract": "contract", "demo": "contract", "publish": "publish"}
"""Verb → the extra that it needs. Verbs that are not here need none."""


def report_missing(verb: str, error: ModuleNotFoundError) -> Diagnostic | None:
    """What to install for a verb that did not find a module; None where the module is one of ours."""
    module = (error.name or "").partition(".")[0]
    if module == "qiyue" or verb not in EXTRAS:
        return None
    extra = EXTRAS[verb]
    message = f"`qiyue {verb}` needs the extra [{extra}]: there is no module `{module}`"
    return Diagnostic("extra-missing", Severity.ERROR, message, hint=f"install qiyue with [{extra}], or with [all]")
