"""``qiyue mock``: servers that behave like the vendors."""

import gc
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from ssl import Purpose, SSLError, create_default_context
from tempfile import TemporaryDirectory

import click
from starlette.types import ASGIApp

from qiyue import mock as mocks
from qiyue.api import Api
from qiyue.cli import choice, name_values, options, output
from qiyue.cli.result import Exit, Result
from qiyue.diagnostics import Place, Report, refuse


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
    "--state",
    type=options.PATH,
    metavar="FILE",
    help="Keep everything in this file, and go on with what is kept there; several mocks may have one.",
)
@click.option("--workers", type=click.IntRange(1, 64), default=1, metavar="N", help="Serve with so many processes.")
@click.option(
    "--cors",
    "origins",
    metavar="ORIGIN",
    multiple=True,
    help="Let pages of https://app.example.com use the mock, beside those of this machine; * is all; may be repeated.",
)
@click.option("--tls", is_flag=True, help="Serve over TLS, with a certificate that is made now.")
@click.option("--certificate", type=options.PATH, metavar="FILE", help="Serve over TLS, with this key and certificate.")
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
    state: Path | None,
    workers: int,
    origins: Sequence[str],
    tls: bool,
    certificate: Path | None,
    as_json: bool,
) -> Result:
    """Serve mocks until Ctrl-C: one at /, several each at /EDITION.

    Example: qiyue mock petstore.yaml --port 8000
    """
    named = names or [edition.name for edition in choice.editions()]
    apis = {name: choice.compile_spec(name).api for name in named}
    options: mocks.Given = {
        "seed": seed,
        "accepted": name_values.pairs("--accept", accept, name_values.credentials(apis)),
        "secrets": {
            name: values[-1]
            for name, values in name_values.pairs("--secret", secret, name_values.secrets(apis)).items()
        },
        "quotas": not no_quotas,
        "faults": name_values.faults(faults, apis),
        "origins": origins,
    }
    _serve(apis, options, _Place(host, port, workers, state, tls, certificate), as_json)
    return Result()


@dataclass(frozen=True, slots=True)
class _Place:
    """Where to listen, with how many processes and over what, and where they keep what they keep."""

    host: str
    port: int
    workers: int
    state: Path | None
    tls: bool
    certificate: Path | None


def _serve(apis: Mapping[str, Api], options: mocks.Given, place: _Place, as_json: bool) -> None:
    report, state = Report(), place.state
    with ExitStack() as stack:
        if place.workers > 1 and state is None:  # what one of them keeps the others must know
            state = _folder(stack) / "state.sqlite"
        database = stack.enter_context(closing(mocks.Database(state))) if state else None
        certificate = _certificate(place, stack)
        app = _app(apis, {**options, "report": report}, database)
        with mocks.undisturbed():  # whoever finds the port open finds the address printed
            listening = stack.enter_context(mocks.listen(place.host, place.port))
            host = f"[{place.host}]" if ":" in place.host else place.host
            address = f"http{'s' if certificate else ''}://{host}:{listening.getsockname()[1]}"
            output.show(_started(apis, address, certificate, report), as_json)
        gc.enable()
        server = certificate.server if certificate else None
        if place.workers > 1 and state:
            mocks.serve_with_workers(partial(_worker, tuple(apis), options, state), listening, place.workers, server)
        else:
            mocks.serve(app, listening, server, stack.close)


def _folder(stack: ExitStack) -> Path:
    """A folder that ends with the mock; most mocks need none."""
    return Path(stack.enter_context(TemporaryDirectory(prefix="qiyue-")))


def _certificate(place: _Place, stack: ExitStack) -> mocks.Certificate | None:
    if place.certificate is None:
        return mocks.make_certificate(_folder(stack), place.host) if place.tls else None
    try:
        create_default_context(Purpose.CLIENT_AUTH).load_cert_chain(place.certificate)
    except OSError as error:  # SSLError is one
        why = "it holds no private key and certificate of it" if isinstance(error, SSLError) else error.strerror
        message = f"the certificate cannot be used: {why}"
        raise refuse("invalid-certificate", message, Place(str(place.certificate))) from None
    return mocks.Certificate(place.certificate)


def _worker(named: Sequence[str], options: mocks.Given, state: Path) -> ASGIApp:
    """Build the app of one process."""
    return _app({name: choice.compile_spec(name).api for name in named}, options, mocks.Database(state))


def _app(apis: Mapping[str, Api], options: mocks.Given, database: mocks.Database | None) -> ASGIApp:
    if database:
        options = {**options, "database": database}
    try:
        only = next(iter(apis))
        return mocks.app(apis[only], only, **options) if len(apis) == 1 else mocks.apps(apis, **options)
    except mocks.StorageError as error:
        raise refuse("output-not-writable", f"the state cannot be kept: {error}") from None


def _started(apis: Mapping[str, Api], address: str, certificate: mocks.Certificate | None, report: Report) -> Result:
    alone = len(apis) == 1
    rows = [(name, address if alone else f"{address}/{name}", len(api.operations)) for name, api in apis.items()]
    lines = [f"{name}: {count} operations at {at}" for name, at, count in rows]
    trust = str(certificate.authority) if certificate and certificate.authority else ""
    return Result(
        Exit.CLEAN,
        tuple(report),
        [*lines, *([f"clients must trust {trust}"] if trust else [])],
        {
            "mocks": [{"name": name, "address": at, "operations": count} for name, at, count in rows],
            **({"authority": trust} if trust else {}),
        },
    )
