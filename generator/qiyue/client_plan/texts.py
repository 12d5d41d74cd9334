"""What a client says about its parts. In: descriptions and evidence. Out: plain text; a target makes it safe."""

from collections.abc import Mapping

from qiyue import evidence
from qiyue.api import Evidence
from qiyue.values import Plain


def source_of(facts: Evidence) -> str:
    """Say where a fact comes from: ``Source: stated L39; required: inferred ZX-01``."""
    return source_text(evidence.format(facts)) if facts else ""


def source_text(written: Plain) -> str:
    """Say the same from the words of the spec."""
    if isinstance(written, str):
        return f"Source: {written}"
    if not isinstance(written, Mapping):
        return ""
    parts = [f"{fact}: {text}" if fact else str(text) for fact, text in written.items()]
    return "Source: " + " | ".join(parts) if parts else ""


def described(*parts: str) -> str:
    """Join sentences of one description."""
    return "\n".join(part.strip() for part in parts if part.strip())


def schema_text(node: Plain) -> str:
    """Say what a schema says about itself: meaning, default, source."""
    if not isinstance(node, Mapping):
        return ""
    default = f"Default of the vendor: {node['default']}" if "default" in node else ""
    return described(
        str(node.get("description") or node.get("title") or ""), default, source_text(node.get("x-qiyue-source"))
    )
