"""A client as a generated one looks: an invented vendor with an envelope, a key in a header, and files."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from random import Random
from typing import Annotated, Any, Final, Unpack

import httpx2
from pydantic import Field

from qiyue.base.absent import ABSENT, Absent
from qiyue.runtime.client import AsyncClient, SyncClient
from qiyue.runtime.enums import OpenStrEnum
from qiyue.runtime.files import FileInput
from qiyue.runtime.operation import (
    Answer,
    AnswerEnvelope,
    Body,
    CodeRow,
    Condition,
    Envelope,
    Errors,
    Fill,
    Limits,
    Operation,
    Parameter,
    Property,
    RequestEnvelope,
)
from qiyue.runtime.options import CallOptions, ClientOptions, Listener
from qiyue.runtime.resource import AsyncResource, Resource, async_raw, raw
from qiyue.runtime.service import Credential, SecurityScheme, Service
from qiyue.runtime.types import Date, DecimalText, JsonText, Model


class State(OpenStrEnum):
    OPEN = "open"
    CLOSED = "closed"


class Entry(Model):
    abstract: str
    debit: Decimal | None = None
    rate: DecimalText | None = None


class Voucher(Model):
    id: int
    voucher_date: Annotated[Date | None, Field(alias="voucherDate")] = None
    state: State | None = None
    total: Decimal | None = None
    entries: list[Entry] | None = None
    note: str | None = None
    extra_json: Annotated[JsonText[list[Entry]] | None, Field(alias="extraJson")] = None


SERVICE: Final = Service(
    name="ledger",
    env="LEDGER",
    version="1.2",
    schemes=(
        SecurityScheme(
            id="key",
            type="apiKey",
            name="X-Key",
            credentials=(Credential(argument="api_key", env="LEDGER_API_KEY"),),
        ),
    ),
)
ENVELOPE: Final = Envelope(
    request=RequestEnvelope(
        payload="/data",
        fill=(Fill(at="/call", make="uuid"), Fill(at="/at", make="epoch-ms", per="attempt")),
    ),
    answer=AnswerEnvelope(
        success=Condition(at="/ok", value=True),
        code="/code",
        message="/text",
        payload="/data",
        payload_required=True,
        trace="/trace",
    ),
)
ERRORS: Final = Errors(
    codes=(
        CodeRow(code=0, kind=None),
        CodeRow(code=7, kind="conflict", retry="never", advice="choose another number"),
        CodeRow(code=9, kind="rate-limited", retry="always"),
        CodeRow(code=11, kind="not-found"),
    )
)
CREATE_VOUCHER: Final[Operation[Voucher]] = Operation(
    id="createVoucher",
    caller="vouchers.create",
    method="POST",
    path="/vouchers",
    body=Body(
        required=True,
        properties=(
            Property(name="voucherDate", argument="voucher_date", required=True, type=Date),
            Property(name="entries", argument="entries", required=True, type=list[Entry]),
            Property(name="note", argument="note", type=str | None),
            Property(name="password", argument="password", type=str, sensitive=True),
        ),
    ),
    answers=(Answer(type=Voucher),),
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("key",),),
    limits=(
        Limits("/entries", {"minItems": 1}),
        Limits("/entries/*/abstract", {"maxLength": 10}),
        Limits("/entries/*/debit", {"multipleOf": Decimal("0.01")}),
    ),
)
GET_VOUCHER: Final[Operation[Voucher]] = Operation(
    id="getVoucher",
    caller="vouchers.get",
    method="GET",
    path="/vouchers/{id}",
    parameters=(
        Parameter(name="id", argument="voucher_id", location="path", required=True, type=int | str),
        Parameter(name="fields", argument="fields", type=list[str], explode=False),
    ),
    answers=(
        Answer(
            status="200", content_type="application/json", type=Voucher, limits=(Limits("/note", {"maxLength": 5}),)
        ),
    ),
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("key",), ()),
)
DELETE_VOUCHER: Final[Operation[None]] = Operation(
    id="deleteVoucher",
    caller="vouchers.delete",
    method="DELETE",
    path="/vouchers/{id}",
    parameters=(Parameter(name="id", argument="voucher_id", location="path", required=True, type=int),),
    answers=(Answer(status="204", content_type=""),),
)
ATTACH: Final[Operation[bytes]] = Operation(
    id="attach",
    caller="vouchers.attach",
    method="POST",
    path="/files",
    body=Body(
        content_type="multipart/form-data",
        required=True,
        properties=(
            Property(
                name="file", argument="file", required=True, binary=True, content_types=("image/png", "application/pdf")
            ),
            Property(name="title", argument="title", type=str),
        ),
    ),
    answers=(Answer(status="200", content_type="application/pdf", type=bytes),),
    limits=(Limits("/file", {"maxLength": 1000}),),
    idempotent=True,
)


class Vouchers(Resource):
    """Vouchers of a ledger."""

    @cached_property
    def with_raw_response(self) -> VouchersWithRawResponse:
        """The same methods, giving the whole response."""
        return VouchersWithRawResponse(self)

    def create(
        self,
        *,
        voucher_date: date | str,
        entries: Sequence[Entry | Mapping[str, Any]],
        note: str | Absent | None = ABSENT,
        password: str | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> Voucher:
        """Create a voucher."""
        return self._call(
            CREATE_VOUCHER,
            {"voucher_date": voucher_date, "entries": entries, "note": note, "password": password},
            options,
        )

    def get(
        self, *, voucher_id: int | str, fields: Sequence[str] | Absent = ABSENT, **options: Unpack[CallOptions]
    ) -> Voucher:
        """Give a voucher."""
        return self._call(GET_VOUCHER, {"voucher_id": voucher_id, "fields": fields}, options)

    def delete(self, *, voucher_id: int, **options: Unpack[CallOptions]) -> None:
        """Delete a voucher."""
        return self._call(DELETE_VOUCHER, {"voucher_id": voucher_id}, options)

    def attach(self, *, file: FileInput, title: str | Absent = ABSENT, **options: Unpack[CallOptions]) -> bytes:
        """Stamp a file."""
        return self._call(ATTACH, {"file": file, "title": title}, options)


class VouchersWithRawResponse:
    """``Vouchers`` with whole responses."""

    def __init__(self, resource: Vouchers) -> None:
        self.create = raw(resource.create)
        self.get = raw(resource.get)
        self.delete = raw(resource.delete)
        self.attach = raw(resource.attach)


class AsyncVouchers(AsyncResource):
    """Vouchers of a ledger."""

    @cached_property
    def with_raw_response(self) -> AsyncVouchersWithRawResponse:
        """The same methods, giving the whole response."""
        return AsyncVouchersWithRawResponse(self)

    async def create(
        self,
        *,
        voucher_date: date | str,
        entries: Sequence[Entry | Mapping[str, Any]],
        note: str | Absent | None = ABSENT,
        password: str | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> Voucher:
        """Create a voucher."""
        return await self._call(
            CREATE_VOUCHER,
            {"voucher_date": voucher_date, "entries": entries, "note": note, "password": password},
            options,
        )

    async def get(
        self, *, voucher_id: int | str, fields: Sequence[str] | Absent = ABSENT, **options: Unpack[CallOptions]
    ) -> Voucher:
        """Give a voucher."""
        return await self._call(GET_VOUCHER, {"voucher_id": voucher_id, "fields": fields}, options)

    async def delete(self, *, voucher_id: int, **options: Unpack[CallOptions]) -> None:
        """Delete a voucher."""
        return await self._call(DELETE_VOUCHER, {"voucher_id": voucher_id}, options)

    async def attach(self, *, file: FileInput, title: str | Absent = ABSENT, **options: Unpack[CallOptions]) -> bytes:
        """Stamp a file."""
        return await self._call(ATTACH, {"file": file, "title": title}, options)


class AsyncVouchersWithRawResponse:
    """``AsyncVouchers`` with whole responses."""

    def __init__(self, resource: AsyncVouchers) -> None:
        self.create = async_raw(resource.create)
        self.get = async_raw(resource.get)
        self.delete = async_raw(resource.delete)
        self.attach = async_raw(resource.attach)


class Ledger(SyncClient):
    """The ledger of an invented vendor."""

    def __init__(
        self,
        *,
        api_key: str | None = None,
        base_url: str | None = None,
        timeout: float | None = None,
        max_retries: int = 2,
        strict: bool = False,
        on_deviation: Listener | None = None,
        http_client: httpx2.Client | None = None,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
        random: Random | None = None,
    ) -> None:
        super().__init__(
            SERVICE,
            credentials={"api_key": api_key},
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            strict=strict,
            on_deviation=on_deviation,
            http_client=http_client,
            clock=clock,
            sleep=sleep,
            random=random,
        )

    @cached_property
    def vouchers(self) -> Vouchers:
        """Vouchers of a ledger."""
        return Vouchers(self)


class AsyncLedger(AsyncClient):
    """The ledger of an invented vendor."""

    def __init__(
        self,
        *,
        api_key: str | None = None,
        http_client: httpx2.AsyncClient | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        super().__init__(SERVICE, credentials={"api_key": api_key}, http_client=http_client, **options)

    @cached_property
    def vouchers(self) -> AsyncVouchers:
        """Vouchers of a ledger."""
        return AsyncVouchers(self)
