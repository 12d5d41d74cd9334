"""Value: frozen dataclasses that share their functions.

``dataclass(frozen=True)`` writes and compiles seven functions for each class: the most of an import that defines a
hundred classes and makes few values of each. Making one takes twice as long here: what is made by the ten thousand
stays an ordinary dataclass.
"""

from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field
from typing import Any, ClassVar, Never, dataclass_transform

from .equality import identical


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Value:
    """Base of frozen dataclasses. ``fields`` and ``replace`` of ``dataclasses`` take them as they take others.

    Two values are equal where all their fields are written alike, see ``equality``: one of ``True`` is none of ``1``.
    """

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
    __match_args__: ClassVar[tuple[str, ...]]
    _usual: ClassVar[dict[str, Any]]
    """Field → default, ``MISSING`` where it has none; in their order."""
    _made: ClassVar[dict[str, Any]]
    """Field → what makes its default anew for each value."""
    _needed: ClassVar[tuple[str, ...]]
    _compared: ClassVar[tuple[str, ...]]

    def __init_subclass__(cls, *, kw_only: bool = False) -> None:
        super().__init_subclass__()
        dataclass(init=False, repr=False, eq=False, kw_only=kw_only)(cls)
        fields = cls.__dataclass_fields__
        cls._usual = {name: each.default for name, each in fields.items()}
        cls._made = {name: each.default_factory for name, each in fields.items() if each.default_factory is not MISSING}
        cls._needed = tuple(name for name, usual in cls._usual.items() if usual is MISSING and name not in cls._made)
        cls._compared = tuple(name for name, each in fields.items() if each.compare)

    def __init__(self, *given: Any, **named: Any) -> None:
        values = self.__dict__
        values.update(self._usual)
        for name, make in self._made.items():
            values[name] = make()
        values.update(zip(self.__match_args__, given, strict=False))
        values.update(named)
        if len(given) > len(self.__match_args__) or len(values) > len(self._usual):
            raise TypeError(f"{type(self).__name__} takes only {', '.join(self._usual)}")
        for name in self._needed:
            if values[name] is MISSING:
                raise TypeError(f"{type(self).__name__} needs {name}")
        self.__post_init__()

    def __post_init__(self) -> None:
        """Complete a value; most need nothing."""

    def __setattr__(self, name: str, value: object) -> Never:
        raise FrozenInstanceError(f"cannot assign to {name!r}")

    def __delattr__(self, name: str) -> Never:
        raise FrozenInstanceError(f"cannot delete {name!r}")

    def __repr__(self) -> str:
        shown = [name for name, each in self.__dataclass_fields__.items() if each.repr]
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and identical(self._comparable(), other._comparable())

    def __hash__(self) -> int:
        return hash(self._comparable())

    def _comparable(self) -> tuple[Any, ...]:
        return tuple(map(self.__dict__.__getitem__, self._compared))
