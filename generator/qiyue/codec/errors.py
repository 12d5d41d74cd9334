"""``x-qiyue-errors`` ↔ ``ErrorTable``."""

from collections.abc import Mapping
from typing import Final

from qiyue.api import Code, ErrorTable, Kind
from qiyue.codec import evidence, fields
from qiyue.values import Plain

_SUCCESS: Final = "success"
"""What a document says of the code of a success; one of before said null or nothing, which a new one may not."""


def read(data: Mapping[str, Plain]) -> ErrorTable:
    return ErrorTable(
        at=data.get("at", ""),
        check_order=fields.kinds(data.get("check-order")),
        codes=tuple(map(_read_code, data.get("codes", ()))),
    )


def write(table: ErrorTable) -> dict[str, Plain]:
    written = fields.write(table, "codes")
    if not table.check_order:
        written.pop("check-order", None)
    return {**written, "codes": [_write_code(code) for code in table.codes]}


def _read_code(row: Mapping[str, Plain]) -> Code:
    kind = row.get("kind", _SUCCESS)
    return fields.read(
        Code,
        row,
        kind=None if kind in (None, _SUCCESS) else Kind(kind),
        covers=fields.kinds(row.get("covers")),
        evidence=evidence.read(row),
    )


def _write_code(code: Code) -> dict[str, Plain]:
    kind = code.kind.value if code.kind else _SUCCESS
    rest = fields.write(code, "code", "kind", "evidence")
    return {"code": code.code, "kind": kind, **rest, **evidence.write(code.evidence)}
