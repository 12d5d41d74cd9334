"""Types of a client plan. In: JSON Schema nodes of an Api. Out: a closed sum of forms, and a table of what has a name.

``type_ref`` is the sum, ``table`` what the plan knows of all types, ``build`` makes the one of the other.
"""
