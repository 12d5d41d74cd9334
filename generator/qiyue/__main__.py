"""``qiyue`` and ``python -m qiyue``."""

import gc
import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    gc.disable()  # a verb keeps what it makes until its end; one that lasts turns it on again
    from qiyue.cli.main import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
