"""Drivers: how a generated client is opened and called by whoever is no caller of one language.

``driver`` has what all have in common. Two drive Python clients, in this process and in a program of its own; the
second needs nothing of a client but a program that speaks the line protocol, whatever its language: see ``lines``.
"""

from qiyue.drivers.call import arguments, call, call_async, upload
from qiyue.drivers.child import ChildDriver
from qiyue.drivers.driver import (
    FORMS,
    NOTHING,
    BufferedServer,
    Call,
    CallOutcome,
    Client,
    Driver,
    DriverError,
    Ending,
    Failure,
    Form,
    Offer,
    Opening,
    Options,
    Reading,
    Run,
    Server,
    StreamOffer,
    Way,
    World,
)
from qiyue.drivers.in_process import PythonDriver
from qiyue.drivers.package import Package, imported, in_memory
from qiyue.drivers.typed import typed

__all__ = [
    "FORMS",
    "NOTHING",
    "BufferedServer",
    "Call",
    "CallOutcome",
    "ChildDriver",
    "Client",
    "Driver",
    "DriverError",
    "Ending",
    "Failure",
    "Form",
    "Offer",
    "Opening",
    "Options",
    "Package",
    "PythonDriver",
    "Reading",
    "Run",
    "Server",
    "StreamOffer",
    "Way",
    "World",
    "arguments",
    "call",
    "call_async",
    "imported",
    "in_memory",
    "typed",
    "upload",
]
