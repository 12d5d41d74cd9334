"""Schema algebra: the one place that knows what JSON Schema nodes mean together.

In: nodes as ``Api.types`` holds them (JSON Schema 2020-12, frozen, every ``$ref`` the id of a named type), and the
types themselves. Out: nodes, names of JSON types, verdicts. Nothing here knows a target or a wire.
"""
