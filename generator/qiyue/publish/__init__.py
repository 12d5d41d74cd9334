"""publish: an edition's Api → what other teams take: bundles, checksums, an index. Values only; nothing is written.

A bundle is the canonical document in one file, as YAML and as JSON, with the ``x-qiyue-`` extensions
(``openapi.yaml``) and without them (``openapi.plain.yaml``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from qiyue import dump, emit
from qiyue.api import Api
from qiyue.files import File
from qiyue.publish import yaml
from qiyue.publish.plainly import named_host, strip_trailing_slash, without_extensions

INDEX = "index.json"


@dataclass(frozen=True, slots=True)
class Published:
    """One edition with everything that is published of it; ``distributions`` are wheels and source archives."""

    edition: str
    api: Api
    distributions: tuple[File, ...] = ()


def files(editions: tuple[Published, ...]) -> tuple[File, ...]:
    """Give every file to publish: per edition a folder, beside them checksums and the index."""
    placed = {each.edition: _of_edition(each) for each in editions}
    everything = [file for own in placed.values() for file in own]
    sums = "".join(f"{_digest(file)}  {file.path}\n" for file in everything)
    index = {"editions": [_entry(each, placed[each.edition]) for each in editions]}
    return (
        *everything,
        File("SHA256SUMS", sums.encode()),
        File(INDEX, (dump.text(index) + "\n").encode()),
    )


def _of_edition(each: Published) -> tuple[File, ...]:
    full = strip_trailing_slash(named_host(emit.canonical(each.api)))
    plain = without_extensions(full)
    texts = {
        "openapi.yaml": yaml.text(full),
        "openapi.json": dump.text(full) + "\n",
        "openapi.plain.yaml": yaml.text(plain),
        "openapi.plain.json": dump.text(plain) + "\n",
    }
    bundles = tuple(File(f"{each.edition}/{name}", text.encode()) for name, text in texts.items())
    return bundles + tuple(File(f"{each.edition}/{file.path}", file.content) for file in each.distributions)


def _entry(each: Published, own: tuple[File, ...]) -> Mapping[str, object]:
    return {
        "edition": each.edition,
        "title": each.api.title,
        "version": each.api.version,
        "operations": [operation.id for operation in each.api.operations],
        "files": [{"path": file.path, "bytes": len(file.content), "sha256": _digest(file)} for file in own],
    }


def _digest(file: File) -> str:
    return sha256(file.content).hexdigest()
