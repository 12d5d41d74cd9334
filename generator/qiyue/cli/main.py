"""From arguments to an exit code. Nothing escapes: bad input is 2, our own bug 3, never Python's 1."""

import errno
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Sequence

import click

from qiyue import __version__
from qiyue.cli import output
from qiyue.cli.app import qiyue
from qiyue.cli.extras import report_missing
from qiyue.cli.result import Exit, Result
from qiyue.diagnostics import Diagnostic, Refused, Severity

_UNWRITABLE = frozenset({errno.EBADF, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.ENOSPC})
"""Why a stream takes no more."""


def run(arguments: Sequence[str]) -> int:
    """Run one verb, print what it found, give the exit code."""
    output.prepare_streams()
    try:
        return int(_run(arguments))
    except BrokenPipeError:
        output.drop()
        return int(Exit.BROKEN_PIPE)
    except output.OutputError as problem:
        output.drop(str(problem))
        return int(Exit.BAD_INPUT)
    except KeyboardInterrupt:
        output.finish()
        return int(Exit.INTERRUPTED)


def _run(arguments: Sequence[str]) -> Exit:
    as_json, debug = "--json" in arguments, "--debug" in arguments
    try:
        result = _result(arguments)
        output.show(result, as_json)
    except (BrokenPipeError, output.OutputError):
        raise
    except Exception as bug:  # noqa: BLE001  the last net: whatever it is, it must not look like a finding
        result = _bug(bug, debug)
        output.show(result, as_json)
    return result.exit


def _result(arguments: Sequence[str]) -> Result:
    began, rest = time.monotonic(), [argument for argument in arguments if argument != "--debug"]
    if rest[:1] == ["--version"]:
        return Result(lines=[f"qiyue {__version__}"], data={"version": __version__})
    try:
        returned = qiyue.main(rest, prog_name="qiyue", standalone_mode=False, obj=began)
    except Refused as refused:
        return Result(Exit.BAD_INPUT, refused.diagnostics)
    except ModuleNotFoundError as error:
        missing = report_missing(next((each for each in rest if not each.startswith("-")), ""), error)
        if missing is None:
            raise
        return Result(Exit.BAD_INPUT, [missing])
    except click.ClickException as error:
        hint = "`qiyue --help` and `qiyue VERB --help` tell what can be written"
        return Result(Exit.BAD_INPUT, [Diagnostic("usage", Severity.ERROR, error.format_message(), hint=hint)])
    except click.Abort as abort:
        raise KeyboardInterrupt from abort
    except OSError as error:  # click prints its help by itself
        if error.errno in _UNWRITABLE:
            raise output.OutputError(error.strerror) from None
        raise
    except SystemExit as left:  # how click leaves when nobody reads its help any more
        raise BrokenPipeError from left
    if isinstance(returned, Result):
        return returned
    return Result(Exit(returned or 0))


def _bug(bug: Exception, debug: bool) -> Result:
    """Write the traceback where it can be found, and say so in three lines."""
    details = "".join(traceback.format_exception(bug))
    where = details if debug else _keep(details)
    return Result(
        Exit.BUG,
        lines=[
            f"qiyue {__version__} has a bug: {type(bug).__name__} (Python {sys.version.split()[0]})",
            f"details: {where}",
            "please report them, with the command and the document that led here",
        ],
        data={"bug": type(bug).__name__, "details": where},
    )


def _keep(details: str) -> str:
    """Give the path of a new file with the details; where none can be written, the details."""
    try:
        handle, path = tempfile.mkstemp(prefix="qiyue-bug-", suffix=".txt")
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(details)
    except OSError:
        return details
    return path
