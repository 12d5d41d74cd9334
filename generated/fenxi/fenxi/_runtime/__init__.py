"""The runtime of generated clients: real code, copied into each of them as ``_runtime``.

Standard library, httpx2 and pydantic only; relative imports only. A call is a conversation (``conversation``) between
an operation's declaration (``operation``) and a driver (``client``). Nothing is imported here: clients import the
modules they need, when they need them.
"""
