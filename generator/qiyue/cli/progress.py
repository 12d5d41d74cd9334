"""Progress of a contract run: one line on stderr, where that is a terminal and nobody asked for JSON."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeAlias

from qiyue.cli import output
from qiyue.contract import Progress

Show: TypeAlias = Callable[[Progress], None]
Watch: TypeAlias = Callable[[str], Show]
"""From what is tested to what takes its progress."""


@contextmanager
def show_progress(*, quiet: bool) -> Iterator[Watch]:
    """Show progress while the block runs."""
    console = output.errors()
    if quiet or not console.is_terminal:
        yield lambda _: lambda _: None
        return
    with console.status("") as status:

        def watch(name: str) -> Show:
            def show(seen: Progress) -> None:
                found = f", {seen.failures} broken promises" if seen.failures else ""
                status.update(f"{name}: {seen.phase}: {seen.operation}, case {seen.cases + 1}{found}")

            return show

        yield watch
