"""Files of an output folder: write them, or compare. Only what a manifest names as ours is ever replaced or deleted."""

from qiyue.files.compare import Difference, compare, list_files
from qiyue.files.names import File
from qiyue.files.write import WriteResult, write

__all__ = ["Difference", "File", "WriteResult", "compare", "list_files", "write"]
