"""Settings: what a client was configured with, and its surroundings (time and chance, to be injected in tests)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from random import Random, SystemRandom
from time import monotonic, time
from typing import TYPE_CHECKING, Any, Final

from .absent import ABSENT, Absent
from .auth import Credentials, gather
from .errors import InvalidRequestError
from .gate import Gate
from .hooks import HOOKS, AttemptHook, WaitHook, hook
from .operation import Operation
from .options import CallOptions, Changes, ClientOptions, Clock, Listener, refuse_unknown, seconds, size
from .retry import RetryPolicy
from .secret import Secret, revealed, sealed
from .servers import ENVIRONMENT, Places, base_url, chosen
from .service import Service
from .steady import Steady
from .throttle import Throttle
from .timeouts import USUAL, timeouts
from .unique import Unique

if TYPE_CHECKING:
    import httpx2


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
    timeout: "httpx2.Timeout | None" = None
    """``None``: that of the caller's own connections, else the operation's, else 60 seconds."""
    own_timeout: "httpx2.Timeout | None" = None
    """That of the caller's own connections, where he has set one."""
    deadline: float | Absent | None = ABSENT
    """``None``: calls have no end; ``ABSENT``: that which follows from timeout and retries."""
    max_response_bytes: int | Absent | None = ABSENT
    retry: RetryPolicy = field(default_factory=RetryPolicy)
    strict: bool = False
    on_deviation: Listener | None = None
    on_request: AttemptHook | None = None
    on_response: AttemptHook | None = None
    on_retry: AttemptHook | None = None
    on_wait: WaitHook | None = None
    default_headers: Secret[Mapping[str, str]] = field(default_factory=lambda: Secret({}))
    default_query: Secret[Mapping[str, Any]] = field(default_factory=lambda: Secret({}))
    clock: Clock = time
    monotonic: Clock = monotonic
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
    variables: Places,
    options: ClientOptions,
    environment: Secret[Mapping[str, str]],
    own_timeout: "httpx2.Timeout | None" = None,
) -> Settings:
    """Make the settings of a client; what is not given comes from the environment. What is
    given, and options, may be concealed.

    Raises:
        InvalidRequestError: no address is known, or a variable of it has another value than it may.
        TypeError: an option is none.
    """
    refuse_unknown(options, ClientOptions, service.name)
    own = revealed(variables.get(ENVIRONMENT))
    surroundings = own if isinstance(own, Mapping) else revealed(options.get("environment", environment.reveal()))
    if not isinstance(surroundings, Mapping):
        raise TypeError("environment must be a mapping of variables: there is one server only")
    places = chosen(service, variables, surroundings)
    settings = Settings(
        service=service,
        base_url=base_url(service, revealed(options.get("base_url")), surroundings, places),
        variables=places,
        credentials=Secret(gather(service, given, surroundings)),
        shared=_shared(service, shared, surroundings),
        own_timeout=own_timeout,
        clock=options.get("clock", time),
        monotonic=_monotonic(options),
        random=options.get("random") or SystemRandom(),
    )
    return changed(settings, options)


def _monotonic(options: ClientOptions) -> Clock:
    return options.get("monotonic") or (Steady(options["clock"]) if "clock" in options else monotonic)


def changed(settings: Settings, changes: Changes) -> Settings:
    """Give other settings."""
    return replace(
        settings,
        timeout=timeouts(revealed(changes.get("timeout", settings.timeout))),
        deadline=deadline_in(changes, settings),
        max_response_bytes=size_in(changes, settings),
        retry=retry_in(changes, settings),
        strict=changes.get("strict", settings.strict),
        on_deviation=changes.get("on_deviation", settings.on_deviation),
        base_url=_other_address(changes, settings),
        default_headers=_mapping(changes, "default_headers", settings.default_headers),
        default_query=_mapping(changes, "default_query", settings.default_query),
        **{name: hook(changes, name, getattr(settings, name)) for name in HOOKS if name in changes},
    )


def _other_address(changes: Changes, settings: Settings) -> str:
    given = revealed(changes.get("base_url"))
    return settings.base_url if given is None else base_url(settings.service, given, {}, settings.variables)


def _mapping(changes: Mapping[str, Any], name: str, before: Secret[Mapping[str, Any]]) -> Secret[Mapping[str, Any]]:
    """Return the texts by name that an option gives, else those before.

    Raises:
        InvalidRequestError: they are no such texts.
    """
    if name not in changes:
        return before
    given = revealed(changes[name])
    if not isinstance(given, Mapping) or not all(isinstance(one, str) for one in given):
        raise InvalidRequestError(f"{name} is a mapping of names, not {type(given).__name__}")
    if name == "default_headers" and not all(isinstance(text, str) for text in given.values()):
        raise InvalidRequestError("default_headers is a mapping of texts")
    return Secret(dict(given))


def portable(settings: Settings) -> Settings:
    """Return the settings as they are copied and pickled: tokens, quotas and used signatures stay behind."""
    chance: Any = None if isinstance(settings.random, SystemRandom) else settings.random
    return replace(settings, random=chance, signatures=Unique(), gates={}, throttles={})


def settled(settings: Settings) -> Settings:
    """Return settings that were copied or unpickled."""
    return settings if settings.random else replace(settings, random=SystemRandom())


def deadline_in(options: Changes | CallOptions, settings: Settings) -> float | Absent | None:
    """Return the deadline that options of a client or of a call set, else that of the settings."""
    return seconds("deadline", options["deadline"]) if "deadline" in options else settings.deadline


def size_in(options: Changes | CallOptions, settings: Settings) -> int | Absent | None:
    """Return the longest answer that options allow, else that of the settings."""
    given = "max_response_bytes" in options
    return size("max_response_bytes", options["max_response_bytes"]) if given else settings.max_response_bytes


def retry_in(options: Changes | CallOptions, settings: Settings) -> RetryPolicy:
    """Return how patient options want a client to be, else the settings."""
    retry = settings.retry
    if not _PATIENCE & options.keys():
        return retry
    return replace(
        retry,
        max_retries=options.get("max_retries", retry.max_retries),
        budget=options.get("retry_budget", retry.budget),
        repeats_writes=bool(options.get("retry_write", False)),
    )


_PATIENCE: Final = {"max_retries", "retry_budget", "retry_write"}


def timeout_in(options: CallOptions, settings: Settings, operation: Operation[Any]) -> "httpx2.Timeout":
    """Return the timeouts of a call: its own, else the client's, else those of the caller's own connections, else the
    operation's, else 60 seconds."""
    given = timeouts(revealed(options["timeout"])) if "timeout" in options else None
    return given or settings.timeout or settings.own_timeout or timeouts(operation.timeout) or USUAL


def _shared(service: Service, given: Mapping[str, Any], environment: Mapping[str, str]) -> dict[str, Any]:
    """Take shared parameters from the arguments, else from the environment; there an empty text counts as none."""
    from_outside = {one.argument: environment.get(one.env) or None for one in service.shared}
    found = {name: from_outside[name] if given.get(name) is None else given[name] for name in from_outside}
    return {name: value for name, value in found.items() if value is not None}
