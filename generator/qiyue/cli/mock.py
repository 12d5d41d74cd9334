"""``qiyue mock``: servers that behave like the vendors."""

import gc
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from qiyue import mock as mocks
from qiyue.api import Api
from qiyue.cli import choice, given, output
from qiyue.cli.options import Json
from qiyue.cli.result import Exit, Result
from qiyue.diagnostics import Report

Names: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(metavar="[EDITION|SPEC]...", help="Editions (none: all of them), or OpenAPI files."),
]
Host: TypeAlias = Annotated[str, typer.Option("--host", metavar="HOST", help="Where to listen.")]
Port: TypeAlias = Annotated[int, typer.Option("--port", metavar="PORT", min=0, max=65535, help="0: any free one.")]
Seed: TypeAlias = Annotated[int, typer.Option("--seed", metavar="N", help="Equal seeds give equal answers.")]
Accept: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--accept", metavar="NAME=KEY", help="Take only this key for a security scheme; may be repeated."),
]
Secret: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--secret", metavar="NAME=SECRET", help=f"What requests are signed with; else {mocks.SECRET}."),
]
NoQuotas: TypeAlias = Annotated[bool, typer.Option("--no-quotas", help="Never refuse a call for being one too many.")]
Faults: TypeAlias = Annotated[
    Path | None, typer.Option("--chaos", metavar="FILE", help="Rules for what goes wrong, and how often.")
]
Kept: TypeAlias = Annotated[
    Path | None, typer.Option("--state", metavar="FILE", help="Go on with what was kept there; write it at the end.")
]


def mock(
    names: Names = None,
    host: Host = "127.0.0.1",
    port: Port = 8000,
    seed: Seed = 0,
    accept: Accept = None,
    secret: Secret = None,
    no_quotas: NoQuotas = False,
    faults: Faults = None,
    kept: Kept = None,
    as_json: Json = False,
) -> Result:
    """Serve mocks until Ctrl-C: one at /, several each at /EDITION.

    Example: qiyue mock petstore.yaml --port 8000
    """
    named = names or [edition.name for edition in choice.editions(None)]
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
    with mocks.listen(host, port) as listening:
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
