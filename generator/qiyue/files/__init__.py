"""Files of an output folder: write them, or compare. Only what a manifest names as ours is ever replaced or deleted."""

from qiyue.files.compare import Difference, compare, listed
from qiyue.files.names import File
from qiyue.files.write import Written, write

__all__ = ["Difference", "File", "Written", "compare", "listed", "write"]
