"""The kernel: what the generator, the mock and every client need alike.

It lies below everything else, knows no document, no operation and no language, and uses the standard library only;
relative imports only. Each client has a copy of it beside its runtime, in ``_runtime``.
"""
