"""The only module that writes to the terminal: results and JSON to stdout, diagnostics to stderr."""

import io
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TextIO

from qiyue import dump
from qiyue.cli.excerpt import Line, render
from qiyue.cli.result import Exit, Result
from qiyue.diagnostics import Diagnostic, Severity
from qiyue.values import Plain

if TYPE_CHECKING:
    from rich.console import Console, RenderableType


class OutputError(Exception):
    """What was to be printed cannot be: the disk is full, say."""


def show(result: Result, as_json: bool) -> None:
    """Print a result for people or, with ``--json``, as one object.

    Raises:
        BrokenPipeError: nobody reads it any more.
        Unwritable: it cannot be printed.
    """
    try:
        _show(result, as_json)
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        raise
    except SystemExit as left:  # how rich leaves when nobody reads any more
        raise BrokenPipeError from left
    except OSError as error:
        raise OutputError(error.strerror or str(error)) from None


def _show(result: Result, as_json: bool) -> None:
    if as_json:
        write_json(result.data | {"diagnostics": plain(result.diagnostics), "exit": int(result.exit)})
    elif result.only_json:
        write_json(result.data)
        show_diagnostics(result.diagnostics)
    else:
        show_lines(result.lines, sys.stderr if result.exit is Exit.BUG else sys.stdout)
        show_diagnostics(result.diagnostics)


def show_lines(lines: Iterable["RenderableType"], stream: TextIO | None = None) -> None:
    """Print what a verb has to say."""
    stream = stream or sys.stdout
    for line in lines:
        if isinstance(line, str):
            print(line, file=stream, flush=True)
        else:
            console = _console(stream)
            console.print(line, soft_wrap=not console.is_terminal)


def show_diagnostics(diagnostics: Sequence[Diagnostic]) -> None:
    """Print diagnostics, worst last, and how many there are."""
    if _takes_colours(sys.stderr):
        _show_coloured(diagnostics, _console(sys.stderr))
    else:
        show_lines((_uncoloured(line) for each in diagnostics for line in render(each, 120)), sys.stderr)
    if len(diagnostics) > 1:
        show_lines([_count(diagnostics)], sys.stderr)


def _takes_colours(stream: TextIO) -> bool:
    """Tell whether a stream may be one for colours; rich decides then."""
    return stream.isatty() or any(os.environ.get(name) for name in ("FORCE_COLOR", "TTY_COMPATIBLE"))


def _uncoloured(line: Line) -> str:
    return "".join(text for text, _ in line)


def _show_coloured(diagnostics: Sequence[Diagnostic], console: "Console") -> None:
    from rich.text import Text

    width = console.width if console.is_terminal else 120
    for diagnostic in diagnostics:
        for line in render(diagnostic, width):
            console.print(Text.assemble(*line), soft_wrap=not console.is_terminal)


def write_json(value: Plain) -> None:
    """Print plain data as JSON on stdout, whatever the terminal can show."""
    unicode = (sys.stdout.encoding or "").lower().replace("-", "") in {"utf8", "utf8sig"}
    sys.stdout.write(dump.text(value, ascii_only=not unicode) + "\n")


def plain(diagnostics: Iterable[Diagnostic]) -> Plain:
    """Give diagnostics as plain data; the shape is public."""
    return [
        {
            "code": d.code,
            "severity": d.severity.value,
            "message": d.message,
            "place": {"file": d.place.file, "line": d.place.line, "column": d.place.column} if d.place else None,
            "hint": d.hint,
        }
        for d in diagnostics
    ]


def prepare_streams() -> None:
    """Let no character that the locale lacks stop the program, and no stream that is closed."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, io.StringIO())
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def finish() -> None:
    """Write what waits in the streams, so that nothing is left to fail at exit."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        drop()


def drop(problem: str = "") -> None:
    """Write nothing more, also not at exit; say the problem where that can still be read."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):
            if problem and stream is sys.stderr:
                stream.write(f"error: the output cannot be written: {problem}\n")
        with suppress(OSError):  # what cannot be flushed is closed all the same
            stream.close()


@contextmanager
def working(doing: str) -> Iterator[None]:
    """Say on stderr what takes long while the block runs, where that is a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    with errors().status(doing):
        yield


def errors() -> "Console":
    """Give the console for what goes on while a verb works."""
    return _console(sys.stderr)


def _console(stream: TextIO) -> "Console":
    from rich.console import Console

    return Console(file=stream, highlight=False, markup=False, emoji=False)


def _count(diagnostics: Sequence[Diagnostic]) -> str:
    counts = Counter(d.severity for d in diagnostics)
    words = [f"{counts[s]} {s}{'s' if counts[s] > 1 else ''}" for s in Severity if counts[s]]
    return ", ".join(words)
