"""Where qiyue's own data folders are: in a checkout, or inside the installed wheel."""

from pathlib import Path

HERE = Path(__file__).resolve().parent


def data_dir(name: str) -> Path:
    """Give the folder ``templates`` or ``specs``."""
    shipped = HERE / "_data" / name
    return shipped if shipped.is_dir() else HERE.parents[1] / name
