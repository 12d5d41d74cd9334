"""What a client is, without a language: values only. Names are words, which every language spells in its own way."""

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Literal, TypeAlias

from qiyue.api import Api, Fill, TypeId, Where
from qiyue.base.value import Value
from qiyue.client_plan.types.table import TypeTable
from qiyue.client_plan.types.type_ref import TypeRef
from qiyue.client_plan.words import Words
from qiyue.values import Plain


class Result(Value):
    """One declared answer, read as a whole."""

    status: str
    """``200``, ``2XX`` or ``default``."""
    content_type: str = ""
    reading: Literal["nothing", "json", "text", "bytes", "address"] = "nothing"
    """``address``: of a redirect, which is not followed, where it leads."""
    type: TypeId | None = None
    """Of all of the answer; ``None`` where the document gives no schema."""
    payload: Where = ""
    """What of the answer the caller gets."""
    always: bool = True
    """Whether the payload is always there; where it lacks, the caller gets nothing."""


class Stream(Value):
    """One answer that a call succeeds with, read while it comes."""

    status: str
    content_type: str
    reading: Literal["events", "lines", "bytes"]
    """``events``: server-sent events; ``lines``: a JSON text in each line."""
    type: TypeId | None = None
    """Of an item, or of the list of all items."""


class Credential(Value):
    """A secret that a client is given once."""

    name: Words
    """Unique among all that a client is given once."""
    env: str
    """Its variable in the environment, after the prefix of the client: ``API_KEY``."""
    said: Words
    """How the document calls it; another setting may have these words."""
    scheme: str = ""
    """The id of the security scheme that it belongs to; ``""`` where only an extension names it."""
    signs: bool = False
    """Whether it signs requests, and is sent with none."""


class Scheme(Value):
    """A security scheme whose credentials travel in the request."""

    id: str
    credentials: tuple[Words, ...]
    """The names of those that are sent, or that get its token."""


class Shared(Value):
    """A parameter of calls that a client may be given once (``x-qiyue-scope``)."""

    name: Words
    env: str
    said: Words
    """What calls know it as."""


class Variable(Value):
    """A part of an address that a client may be given."""

    name: Words
    env: str
    address: str
    """The address as the document has it."""
    default: Plain = None
    choices: tuple[Plain, ...] = ()
    """The only values, the default among them; empty where any goes."""
    description: str = ""


class Environment(Value):
    """One of several servers, which a client may be told to use."""

    name: Words
    address: str
    description: str = ""


class Settings(Value):
    """What a client is made with, beside the options of every client."""

    address: str
    """Where requests go; in braces the words of variables, joined by ``_``. ``""`` where the document does not say."""
    addresses: Mapping[str, str]
    """Id of an operation → where its requests go, where that is elsewhere."""
    environments: tuple[Environment, ...]
    """The servers to choose from, that of ``address`` among them; none where there is no choice."""
    elsewhere: Mapping[str, Mapping[Words, str]]
    """Id of an operation with servers of its own → the address of each environment that these name, too."""
    credentials: tuple[Credential, ...]
    schemes: tuple[Scheme, ...]
    shared: tuple[Shared, ...]
    variables: tuple[Variable, ...]


class Method(Value):
    """Where a caller finds an operation, and the methods beside it that do more than one request."""

    operation: str
    """The id of the operation."""
    name: Words
    """Unique in its resource, as are the names of the methods beside it."""
    is_renamed: bool = False
    """Whether the document calls the operation something else."""
    iterator: Words = ()
    """The method that walks all pages: ``iter`` beside ``list``, ``iter orders`` beside ``orders``."""
    stream: Words = ()
    """The method that reads the answer while it comes: ``stream report`` beside ``report``, or ``name`` itself where
    the answer cannot be taken as a whole."""
    upload: Words = ()
    """The method that puts a file where the operation says."""
    results: tuple[Result, ...] = ()
    streams: tuple[Stream, ...] = ()
    refusals: tuple[Result, ...] = ()
    """The answers of failures whose body is JSON of a declared type; a language gives it with the error."""


Kind: TypeAlias = Literal["parameter", "member", "beside", "further", "body"]
"""Where an argument goes: a parameter; a member of the payload; a member beside the payload; the members that the
document does not name; all of the payload."""


class Argument(Value):
    """What a caller gives to a method."""

    name: Words
    """Unique in its method."""
    kind: Kind
    wire: str
    """Its name on the wire, ``""`` where it is no single value."""
    at: Where
    """``query:page``, ``/data/teas``: where it stands in the request."""
    type: TypeRef
    required: bool
    """Whether what it is part of, the request or the payload, always has it."""
    needed: bool
    """Whether every call has to give it."""
    description: str = ""
    shared: Words = ()
    """The parameter that the client may be given once in its place: ``Shared.said``."""
    sensitive: bool = False
    default: str | int | bool | None = None
    """What is sent where the caller gives nothing."""

    @property
    def by_position(self) -> bool:
        """Whether calls need not name it: a part of the path, in its order there."""
        return self.needed and self.at.startswith("path:")


class Body(Value):
    """How a method writes what its arguments say."""

    content_type: str
    required: bool
    type: TypeRef
    """Of the payload."""
    is_spread: bool = False
    """Whether its members are arguments, rather than it as a whole."""
    read_only: tuple[str, ...] = ()
    """The members that only answers have; a caller who gives the whole object may give them too."""


class Arguments(Value):
    """All that a caller gives to a method, and what the client gives by itself."""

    listed: tuple[Argument, ...]
    """In the order of the document."""
    body: Body | None = None
    constants: tuple[Fill, ...] = ()
    """Places that can have only one value."""

    @property
    def ordered(self) -> tuple[Argument, ...]:
        """Those by position come first, then those that every call has to give."""
        return tuple(sorted(self.listed, key=lambda one: (not one.by_position, not one.needed)))

    @property
    def takes_whole(self) -> bool:
        """Whether a caller may give the object whose members are arguments, as ``body``."""
        return bool(self.body and self.body.is_spread) and all(one.name != ("body",) for one in self.listed)


class Resource(Value):
    """A group of methods under one name of the client, or of another resource."""

    name: Words
    """Unique among the resources and methods beside it."""
    text: str
    """What the document says about the group, ``""`` where it says nothing."""
    methods: tuple[Method, ...]
    """In the order of the document."""
    resources: tuple["Resource", ...] = ()
    """Those inside it."""

    def walk(self) -> Iterator["Resource"]:
        """Walk it and all resources inside it."""
        yield self
        for inner in self.resources:
            yield from inner.walk()


class ClientPlan(Value):
    """One client, before a language spells it."""

    resources: tuple[Resource, ...]
    """In the order in which the document first names them."""
    settings: Settings
    types: TypeTable
    arguments: Mapping[str, Arguments]
    """By the id of an operation; the methods beside its own take no others."""
    api: Api = field(compare=False)
    """What was planned, without the types that no caller meets."""

    @property
    def methods(self) -> Mapping[str, Method]:
        """The methods by the id of their operation."""
        walked = (each for resource in self.resources for each in resource.walk())
        return {method.operation: method for each in walked for method in each.methods}
