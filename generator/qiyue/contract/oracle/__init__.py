"""Oracle: what an answer means by the spec alone, and what must hold for a request and its answer."""
