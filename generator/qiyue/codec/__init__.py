"""Vendor behaviour: plain ``x-qiyue-`` data ↔ values of the Api, both directions side by side.

``resolve`` reads with it, ``emit`` writes with it: ``read(write(value)) == value``. The data was checked against
``extensions`` before it is read.
"""
