"""Targets: each a function from one Api to files. None touches the disk."""
