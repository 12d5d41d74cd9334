"""What a client is, without a language: values only. Names are words, which every language spells in its own way."""

from qiyue.base.value import Value
from qiyue.client_plan.words import Words


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
