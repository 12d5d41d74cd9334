"""``qiyue mock``: servers that behave like the vendors."""

from typing import Annotated, TypeAlias

import typer

from qiyue import mock as mocks
from qiyue.cli import choice, output
from qiyue.cli.options import Json
from qiyue.cli.result import Exit, Result
from qiyue.diagnostics import Report, refuse

Names: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(metavar="EDITION|SPEC", help="Editions (none: all of them), or OpenAPI files."),
]
Host: TypeAlias = Annotated[str, typer.Option("--host", metavar="HOST", help="Where to listen.")]
Port: TypeAlias = Annotated[int, typer.Option("--port", metavar="PORT", min=1, max=65535, help="Where to listen.")]
Seed: TypeAlias = Annotated[int, typer.Option("--seed", metavar="N", help="Equal seeds give equal answers.")]


def mock(
    names: Names = None, host: Host = "127.0.0.1", port: Port = 8000, seed: Seed = 0, as_json: Json = False
) -> Result:
    """Serve mocks until Ctrl-C: one at /, several each at /EDITION.

    Example: qiyue mock petstore.yaml --port 8000
    """
    named = names or [edition.name for edition in choice.editions(None)]
    apis = {name: choice.compiled(name).api for name in named}
    report = Report()
    if len(apis) == 1:
        app = mocks.app(*apis.values(), seed=seed, report=report)
    else:
        app = mocks.apps(apis, seed=seed, report=report)
    address = f"http://{host}:{port}"
    rows = [(name, address if len(apis) == 1 else f"{address}/{name}", len(apis[name].operations)) for name in apis]
    output.show(
        Result(
            Exit.CLEAN,
            tuple(report),
            [f"{name}: {count} operations at {at}" for name, at, count in rows],
            {"mocks": [{"name": name, "address": at, "operations": count} for name, at, count in rows]},
        ),
        as_json,
    )
    try:
        mocks.serve(app, host, port)
    except SystemExit:  # how uvicorn says that it could not start
        raise refuse("address-in-use", f"nothing can listen on {host}:{port}", hint="choose another --port") from None
    return Result()
