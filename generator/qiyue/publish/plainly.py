"""A document for tools that know nothing of qiyue."""

import copy

from qiyue.positions import walk
from qiyue.values import Plain

NO_HOST = "The vendor's page names no host; give the one you were given."


def without_extensions(document: Plain) -> Plain:
    """Give a copy without ``x-qiyue-`` members; what examples and defaults hold is left alone."""
    plain = copy.deepcopy(document)
    for position in list(walk(plain)):
        for key in [key for key in position.data if key.startswith("x-qiyue-")]:
            del position.data[key]
    return plain


def named_host(document: Plain) -> Plain:
    """Give a document that always has a server: where none is known, a variable that has to be set."""
    if document.get("servers"):
        return document
    variables = {"host": {"default": "vendor.example", "description": NO_HOST}}
    return {**document, "servers": [{"url": "https://{host}", "description": NO_HOST, "variables": variables}]}


def strip_trailing_slash(document: Plain) -> Plain:
    """Move the only path into the servers where it ends in a slash, which tools commonly refuse: the address stays."""
    paths = document["paths"]
    path = next(iter(paths), "")
    if len(paths) != 1 or path == "/" or not path.endswith("/") or "{" in path or "servers" in paths[path]:
        return document
    servers = [{**server, "url": server["url"].rstrip("/") + path.rstrip("/")} for server in document["servers"]]
    return {**document, "servers": servers, "paths": {"/": paths[path]}}
