"""Unique: what was used up, and may not be used again. The latest are remembered, far more than fit into any window."""

from .forks import Renewed

REMEMBERED = 100_000


class Unique(Renewed):
    """Texts that were claimed; safe to be shared by threads."""

    def __init__(self) -> None:
        super().__init__()
        self._claimed: dict[str, None] = {}

    def claim(self, text: str) -> bool:
        """Take a text; false if somebody has it already."""
        with self.lock:
            if text in self._claimed:
                return False
            self._claimed[text] = None
            if len(self._claimed) > REMEMBERED:
                del self._claimed[next(iter(self._claimed))]
            return True
