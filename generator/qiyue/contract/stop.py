"""Stop: the end of a run before its cases are used up."""

OUT_OF_TIME = "the time budget is spent"


class Stop(BaseException):
    """Ends a run; the text says why. No ``Exception``, so that hypothesis lets it pass."""
