"""Model: plain values that all of the suite shares: a case, its mutation, what a run found; and what an operation
does to a server."""
