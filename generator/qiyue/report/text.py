"""Text: what strangers wrote, made fit to be shown. In: a text of a spec or a server. Out: one that steers nothing."""

from unicodedata import category


def clean(text: str) -> str:
    """Replace control characters, halves of characters, and what turns the direction of writing."""
    return "".join(char if _is_shown(char) else "\N{REPLACEMENT CHARACTER}" for char in text)


def seconds(value: float) -> str:
    """Write seconds with two digits."""
    return f"{value:.2f}"


def _is_shown(char: str) -> bool:
    return char.isprintable() or char in "\n\t" or category(char) == "Zs"
