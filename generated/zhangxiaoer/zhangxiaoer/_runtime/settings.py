"""Settings: what a client was configured with, and its surroundings (time and chance, to be injected in tests)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from random import Random, SystemRandom
from time import time
from typing import Any, Final

from .auth import Credentials, gather
from .gate import Gate
from .options import Changes, ClientOptions, Clock, Listener, refuse_unknown, seconds
from .retry import RetryPolicy
from .secret import Secret, revealed, sealed
from .servers import base_url, chosen
from .service import Service
from .throttle import Throttle
from .unique import Unique

DEFAULT_TIMEOUT: Final = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything a conversation needs beside operation and arguments. Its text shows no credential."""

    service: Service
    base_url: str = field(default="", repr=False)
    """``""``: the operation's own address, else the service's."""
    variables: Mapping[str, str] = field(default_factory=dict)
    """What stands for the variables of addresses, by argument."""
    credentials: Secret[Credentials] = field(default_factory=lambda: Secret({}))
    shared: Mapping[str, Any] = field(default_factory=dict, repr=False)
    """Parameters that calls need not give, by argument."""
    timeout: float | None = None
    """``None``: the operation's own, else 60 seconds."""
    retry: RetryPolicy = field(default_factory=RetryPolicy)
    strict: bool = False
    on_deviation: Listener | None = None
    clock: Clock = time
    random: Random = field(default_factory=SystemRandom)
    signatures: Unique = field(default_factory=Unique, repr=False)
    """Shared by all copies of a client, as are gates (by scheme) and throttles (by operation)."""
    gates: dict[str, Gate] = field(default_factory=dict, repr=False)
    throttles: dict[str, Throttle] = field(default_factory=dict, repr=False)


@sealed
def configured(
    service: Service,
    given: Mapping[str, str | None],
    shared: Mapping[str, Any],
    variables: Mapping[str, str | None],
    options: ClientOptions,
    environment: Secret[Mapping[str, str]],
) -> Settings:
    """Make the settings of a client; what is not given comes from the environment. What is
    given, and options, may be concealed.

    Raises:
        InvalidRequestError: no address is known, or a variable of it has another value than it may.
        TypeError: an option is none.
    """
    refuse_unknown(options, ClientOptions, service.name)
    surroundings = revealed(options.get("environment", environment.reveal()))
    places = chosen(service, variables, surroundings)
    settings = Settings(
        service=service,
        base_url=base_url(service, revealed(options.get("base_url")), surroundings, places),
        variables=places,
        credentials=Secret(gather(service, given, surroundings)),
        shared=_shared(service, shared, surroundings),
        clock=options.get("clock", time),
        random=options.get("random") or SystemRandom(),
    )
    return changed(settings, options)


def changed(settings: Settings, changes: Changes) -> Settings:
    """Give other settings."""
    return replace(
        settings,
        timeout=seconds(changes.get("timeout", settings.timeout)),
        retry=replace(settings.retry, max_retries=changes.get("max_retries", settings.retry.max_retries)),
        strict=changes.get("strict", settings.strict),
        on_deviation=changes.get("on_deviation", settings.on_deviation),
    )


def _shared(service: Service, given: Mapping[str, Any], environment: Mapping[str, str]) -> dict[str, Any]:
    """Take shared parameters from the arguments, else from the environment; there an empty text counts as none."""
    from_outside = {one.argument: environment.get(one.env) or None for one in service.shared}
    found = {name: from_outside[name] if given.get(name) is None else given[name] for name in from_outside}
    return {name: value for name, value in found.items() if value is not None}
