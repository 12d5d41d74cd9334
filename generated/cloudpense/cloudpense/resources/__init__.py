"""One module per group of operations."""
