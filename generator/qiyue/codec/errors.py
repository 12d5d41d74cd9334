"""``x-qiyue-errors`` ↔ ``ErrorTable``."""

from collections.abc import Mapping

from qiyue.api import Code, ErrorTable, Kind
from qiyue.codec import evidence, fields
from qiyue.values import Plain


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
    kind = row.get("kind")
    return fields.read(
        Code,
        row,
        kind=None if kind is None else Kind(kind),
        covers=fields.kinds(row.get("covers")),
        evidence=evidence.read(row),
    )


def _write_code(code: Code) -> dict[str, Plain]:
    return {"code": code.code, **fields.write(code, "code", "evidence"), **evidence.write(code.evidence)}
