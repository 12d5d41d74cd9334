"""Numbers without loss: the text of a number in, an ``int`` or a ``Decimal`` with the same digits out."""

from decimal import Decimal, InvalidOperation

MAX_DIGITS = 4300
"""As many digits as Python itself takes from a text; with more, one short line could cost minutes."""


class TooLarge(ValueError):
    """A number nobody can work with."""

    def __init__(self) -> None:
        super().__init__(f"a number of more than {MAX_DIGITS:,} digits")


def integer(text: str, base: int = 10) -> int:
    if len(text) > (MAX_DIGITS if base <= 10 else MAX_DIGITS * 4 // 5):
        raise TooLarge
    return int(text, base)


def decimal(text: str) -> Decimal:
    if len(text) > MAX_DIGITS:
        raise TooLarge
    try:
        number = Decimal(text)
    except InvalidOperation:  # an exponent of more than eighteen digits
        raise TooLarge from None
    if abs(number.adjusted()) > MAX_DIGITS:
        raise TooLarge
    return number
