"""Hypothesis provider: hypothesis without the constants that it reads out of the modules of this process.

With those, a seed would draw other cases whenever a line of the program, or the order of its imports, changes.
"""

from typing import Any

from hypothesis.internal.cache import LRUCache
from hypothesis.internal.conjecture.choice import choice_constraints_key, choice_permitted
from hypothesis.internal.conjecture.providers import AVAILABLE_PROVIDERS, GLOBAL_CONSTANTS, HypothesisProvider

BACKEND = "qiyue"
"""The name under which hypothesis finds it."""
_PERMITTED: LRUCache[Any, list[Any]] = LRUCache(1024)
"""The constants that a choice may be, by its kind and constraints."""


class Provider(HypothesisProvider):
    """Draws as hypothesis does, with its own list of nasty constants alone."""

    def _maybe_draw_constant(self, choice_type: Any, constraints: Any, *, p: float = 0.05) -> Any:
        if choice_type == "boolean" or self._random is None or self._random.random() > p:
            return None
        key = choice_type, choice_constraints_key(choice_type, constraints)
        if key not in _PERMITTED:
            known = GLOBAL_CONSTANTS.set_for_type(choice_type)
            _PERMITTED[key] = [value for value in known if choice_permitted(value, constraints)]
        permitted = _PERMITTED[key]
        return self._random.choice(permitted) if permitted else None


AVAILABLE_PROVIDERS[BACKEND] = f"{__name__}.{Provider.__name__}"
