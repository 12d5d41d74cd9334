"""qiyue 契约: from a vendor's written API page to an evidenced spec, typed clients, a mock and a contract suite.

``pipeline.py`` is the file to read first.
"""

__version__ = "0.1.0"
