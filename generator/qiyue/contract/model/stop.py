"""Stop: the end of a run, or of a phase of one operation, before the cases are used up.

No ``Exception``, so that hypothesis lets them pass.
"""

OUT_OF_TIME = "the time budget is spent"


class StopRun(BaseException):
    """Ends a run; the text says why."""


class PhaseComplete(BaseException):
    """Ends a phase of one operation."""
