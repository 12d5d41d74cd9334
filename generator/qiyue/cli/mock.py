"""``qiyue mock``: servers that behave like the vendors."""

import gc
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

import click

from qiyue import mock as mocks
from qiyue.api import Api
from qiyue.cli import choice, given, options, output
from qiyue.cli.result import Exit, Result
from qiyue.diagnostics import Report


@click.command()
@options.specs
@click.option("--host", default="127.0.0.1", metavar="HOST", help="Where to listen.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, metavar="PORT", help="0: any free one.")
@click.option("--seed", default=0, metavar="N", help="Equal seeds give equal answers.")
@click.option(
    "--accept",
    metavar="NAME=KEY",
    multiple=True,
    help="Take only this key for a security scheme; may be repeated.",
)
@click.option(
    "--secret",
    metavar="NAME=SECRET",
    multiple=True,
    help=f"What requests are signed with; else {mocks.SECRET}.",
)
@click.option("--no-quotas", is_flag=True, help="Never refuse a call for being one too many.")
@click.option("--chaos", "faults", type=options.PATH, metavar="FILE", help="Rules for what goes wrong, and how often.")
@click.option(
    "--state", "kept", type=options.PATH, metavar="FILE", help="Go on with what was kept there; write it at the end."
)
@options.json
def mock(
    names: Sequence[str],
    host: str,
    port: int,
    seed: int,
    accept: Sequence[str],
    secret: Sequence[str],
    no_quotas: bool,
    faults: Path | None,
    kept: Path | None,
    as_json: bool,
) -> Result:
    """Serve mocks until Ctrl-C: one at /, several each at /EDITION.

    Example: qiyue mock petstore.yaml --port 8000
    """
    named = names or [edition.name for edition in choice.editions()]
    apis = {name: choice.compiled(name).api for name in named}
    keeping, report = mocks.State(given.kept(kept)), Report()
    options: mocks.Given = {
        "seed": seed,
        "accepted": given.pairs("--accept", accept, given.credentials(apis)),
        "secrets": {name: values[-1] for name, values in given.pairs("--secret", secret, given.secrets(apis)).items()},
        "quotas": not no_quotas,
        "faults": given.faults(faults, apis),
        "state": keeping,
        "report": report,
    }
    alone = len(apis) == 1
    app = mocks.app(apis[named[0]], named[0], **options) if alone else mocks.apps(apis, **options)
    with ExitStack() as stack:
        with mocks.undisturbed():  # whoever finds the port open finds the address printed
            listening = stack.enter_context(mocks.listen(host, port))
            given.keep(kept, keeping)
            address = f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}"
            output.show(_started(apis, address, alone, report), as_json)
        gc.enable()
        mocks.serve(app, listening, lambda: given.keep(kept, keeping))
    return Result()


def _started(apis: Mapping[str, Api], address: str, alone: bool, report: Report) -> Result:
    rows = [(name, address if alone else f"{address}/{name}", len(api.operations)) for name, api in apis.items()]
    return Result(
        Exit.CLEAN,
        tuple(report),
        [f"{name}: {count} operations at {at}" for name, at, count in rows],
        {"mocks": [{"name": name, "address": at, "operations": count} for name, at, count in rows]},
    )
