"""Where qiyue's own data folders are: in a checkout, or inside the installed wheel."""

from pathlib import Path

from qiyue import __version__

HERE = Path(__file__).resolve().parent


def read_licence() -> bytes:
    """The text of qiyue's own licence, which goes along with what is copied into clients."""
    ours = HERE.parents[1] / "LICENSE"
    if (HERE / "_data").is_dir():  # installed: it stands beside the metadata
        from importlib.metadata import distribution

        ours = Path(str(distribution("qiyue").locate_file(f"qiyue-{__version__}.dist-info/licenses/LICENSE")))
    return ours.read_bytes()


def data_dir(name: str) -> Path:
    """Give the folder ``templates`` or ``specs``."""
    shipped = HERE / "_data" / name
    return shipped if shipped.is_dir() else HERE.parents[1] / name
