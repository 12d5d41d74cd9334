"""Views: what the templates print, decided in full. Values only; ``methods``, ``client`` and ``readme`` make them."""

from qiyue.base.value import Value


class Mode(Value):
    """Sync or async: one template prints both."""

    prefix: str
    """Before the name of a class."""
    define: str
    """Before ``def``."""
    wait: str
    """Before a call."""
    raw: str
    """What makes a method give the whole response."""
    http: str
    """The class of httpx2 that sends."""
    base: str
    """The class of the runtime that the client is made of."""
    iterator: str
    stream: str


SYNC = Mode("", "", "", "raw", "Client", "base.SyncClient", "Iterator", "Stream")
ASYNC = Mode(
    "Async", "async ", "await ", "async_raw", "AsyncClient", "base.AsyncClient", "AsyncIterator", "AsyncStream"
)
MODES = (SYNC, ASYNC)


class Method(Value):
    """One operation as a method."""

    name: str
    constant: str
    parameters: str
    """``self, *, page_size: int, note: str | Absent = ABSENT, **options: Unpack[CallOptions]``."""
    result: str
    summary: str
    text: str
    given: str
    """The arguments on their way to the runtime: ``{"page_size": page_size, "note": note}``."""
    file: str = ""
    """Of an upload: the argument that is the file."""
    takes_body: bool = False
    """Whether the object whose members are arguments may be given as ``body``."""


class AttributeView(Value):
    """A resource as an attribute of the client, or of another resource."""

    attribute: str
    module: str
    name: str


class ResourceView(Value):
    """One module of ``resources/``."""

    path: str
    """How callers write it, after the client: ``customers.sources``."""
    module: str
    name: str
    inner: tuple[AttributeView, ...]
    has_methods: bool
    """Whether it has any of its own, and not only resources inside it."""
    text: str
    imports: tuple[str, ...]
    inner_imports: tuple[str, ...]
    """What only annotations need."""
    methods: tuple[Method, ...]
    iterators: tuple[Method, ...]
    """Methods that walk all pages; ``result`` is the type of an item."""
    streams: tuple[Method, ...]
    """Methods that read the answer while it comes; ``result`` is the type of an item."""
    uploads: tuple[Method, ...]
    """Methods that put a file where an operation says."""
    modes: tuple[Mode, ...] = MODES


class Declaration(Value):
    """One constant of ``_operations.py`` or ``_service.py``."""

    name: str
    annotation: str
    source: str


class DeclarationsView(Value):
    """``_operations.py``, ``_service.py``."""

    text: str
    imports: tuple[str, ...]
    declarations: tuple[Declaration, ...]


class TimeView(Value):
    """A way of writing times."""

    name: str
    source: str
    text: str


class TimesView(Value):
    """``_times.py``."""

    imports: tuple[str, ...]
    times: tuple[TimeView, ...]


class MemberView(Value):
    """A field of a model, or a member of an enum."""

    declaration: str
    """``amount: DecimalNumber | None = None``, ``PAID = "paid"``."""
    text: str


class ClassView(Value):
    """A model or an enum."""

    name: str
    base: str
    text: str
    members: tuple[MemberView, ...]


class UnionView(Value):
    """A union that a tag tells apart."""

    name: str
    branches: str
    """``Cat | Dog | Unknown``."""
    tagged: str
    """The field, the class for each tag, other names of the field: ``"petKind", {"cat": Cat}, ("pet_kind",)``."""


class AliasView(Value):
    """A type that holds itself and is no class."""

    name: str
    form: str


class ReadOnlyView(Value):
    """The fields of a class that answers always have and requests need not."""

    name: str
    fields: str
    """``("id", "number")``."""


class ModelsView(Value):
    """``models.py``."""

    imports: tuple[str, ...]
    classes: tuple[ClassView, ...]
    unions: tuple[UnionView, ...]
    aliases: tuple[AliasView, ...]
    read_only: tuple[ReadOnlyView, ...]


class WebhookView(Value):
    """A request that the vendor makes, as a function that decodes it."""

    name: str
    result: str
    decode: str
    """The function of the runtime that does it."""
    summary: str
    text: str


class WebhooksView(Value):
    """``webhooks.py``."""

    imports: tuple[str, ...]
    webhooks: tuple[WebhookView, ...]


class SecretView(Value):
    """A credential in the constructor."""

    argument: str
    env: str
    text: str


class CommonView(Value):
    """A parameter of calls, or a variable of an address, that the constructor takes."""

    argument: str
    annotation: str
    env: str
    text: str


class ClientView(Value):
    """``_client.py`` and ``__init__.py``."""

    name: str
    package: str
    title: str
    text: str
    base_url_text: str
    secrets: tuple[SecretView, ...]
    common: tuple[CommonView, ...]
    variables: tuple[CommonView, ...]
    """Of addresses."""
    credentials: str
    """The secrets on their way to the runtime: ``{"api_key": api_key}``."""
    arguments: str
    """The same as names, which are deleted then: a traceback shows the locals of every frame."""
    shared: str
    """The same for what calls have in common."""
    places: str
    """The same for the variables."""
    place_names: str
    """The same as names, to be deleted: one may hold the variables of the environment."""
    options: str
    """The class of the options that the constructor takes."""
    imports: tuple[str, ...]
    """What only annotations need."""
    resources: tuple[AttributeView, ...]
    modules: tuple[str, ...] = ("models",)
    """What of the package is imported when it is first asked for."""
    modes: tuple[Mode, ...] = MODES


class Entry(Value):
    """One line of the list of operations."""

    call: str
    request: str
    text: str


class Group(Value):
    """The operations of one resource, with an example of the first."""

    name: str
    example: str
    entries: tuple[Entry, ...]


class Doubt(Value):
    """A finding about the vendor's pages."""

    id: str
    title: str
    chosen: str


class ServerView(Value):
    """One of several servers."""

    name: str
    address: str
    text: str


class Distribution(Value):
    """``pyproject.toml`` and ``README.md``."""

    package: str
    client: str
    title: str
    version: str
    summary: str
    secrets: tuple[SecretView, ...]
    common: tuple[CommonView, ...]
    variables: tuple[CommonView, ...]
    servers: tuple[ServerView, ...]
    """Those to choose from."""
    env: str
    has_address: bool
    groups: tuple[Group, ...]
    webhooks: tuple[WebhookView, ...]
    doubts: tuple[Doubt, ...]
    """What the document's evidence refers to by id."""
