"""What a client is, without a language: values only. Names are words, which every language spells in its own way."""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from qiyue.api import Api, TypeId, Where
from qiyue.base.value import Value
from qiyue.client_plan.words import Words


class Result(Value):
    """One answer that a call succeeds with, read as a whole."""

    status: str
    """``200``, ``2XX`` or ``default``."""
    content_type: str = ""
    reading: Literal["nothing", "json", "text", "bytes"] = "nothing"
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


class Method(Value):
    """Where a caller finds an operation, and the methods beside it that do more than one request."""

    operation: str
    """The id of the operation."""
    name: Words
    """Unique in its resource, as are the names of the methods beside it."""
    iterator: Words = ()
    """The method that walks all pages: ``iter`` beside ``list``, ``iter orders`` beside ``orders``."""
    stream: Words = ()
    """The method that reads the answer while it comes: ``stream report`` beside ``report``, or ``name`` itself where
    the answer cannot be taken as a whole."""
    upload: Words = ()
    """The method that puts a file where the operation says."""
    results: tuple[Result, ...] = ()
    streams: tuple[Stream, ...] = ()


class Resource(Value):
    """A group of methods under one name of the client."""

    name: Words
    text: str
    """What the document says about the group, ``""`` where it says nothing."""
    methods: tuple[Method, ...]
    """In the order of the document."""


class ClientPlan(Value):
    """One client, before a language spells it."""

    resources: tuple[Resource, ...]
    """In the order in which the document first names them."""
    api: Api = field(compare=False)
    """What was planned, without the types that no caller meets."""

    @property
    def methods(self) -> Mapping[str, Method]:
        """The methods by the id of their operation."""
        return {method.operation: method for resource in self.resources for method in resource.methods}
