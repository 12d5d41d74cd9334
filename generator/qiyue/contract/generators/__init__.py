"""Generators: the cases of an operation: examples, boundaries, negative cases, what schemathesis draws."""
