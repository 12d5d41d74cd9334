"""Drivers: call any operation of a generated client by its id, with plain wire values.

In: a generated package (installed, or as files in memory) and a request. Out: what the client gives or raises.
This knows generated clients only by what they declare in ``_operations.py`` and ``_service.py``.
"""

from qiyue.drivers.call import arguments, call, call_async, upload
from qiyue.drivers.package import Package, imported, in_memory
from qiyue.drivers.typed import typed

__all__ = ["Package", "arguments", "call", "call_async", "imported", "in_memory", "typed", "upload"]
