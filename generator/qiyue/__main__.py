"""``qiyue`` and ``python -m qiyue``."""

import gc
import sys

from qiyue.cli.main import run


def main() -> None:
    """Run the command line and leave with its exit code."""
    gc.disable()  # a verb keeps what it makes until its end; one that lasts turns it on again
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
