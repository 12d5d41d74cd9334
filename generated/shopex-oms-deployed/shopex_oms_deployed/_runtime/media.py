"""Media types: what a content type says, without its parameters."""


def essence(content_type: str) -> str:
    """Take the parameters off a content type: ``Text/HTML; charset=x`` → ``text/html``."""
    return content_type.partition(";")[0].strip().lower()


def is_json(content_type: str) -> bool:
    """Tell whether a media type is JSON: ``application/json; charset=utf-8``, ``application/problem+json``."""
    return essence(content_type).endswith(("/json", "+json"))
