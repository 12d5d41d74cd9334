"""Operations of ``client.receipts``."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import Literal, Unpack

from .. import _operations as operations
from .. import models
from .._runtime.absent import ABSENT, Absent
from .._runtime.options import CallOptions
from .._runtime.resource import AsyncResource, Resource, async_raw, raw


class Receipts(Resource):
    """The operations under `receipts`."""

    @cached_property
    def with_raw_response(self) -> ReceiptsWithRawResponse:
        """The same methods, giving the whole response: data, headers, code, message, deviations."""
        return ReceiptsWithRawResponse(self)

    def get(
        self,
        *,
        invoice_num: str,
        invoice_type: str,
        need_document_info: bool,
        locale: models.Locale | Literal["zh_CN", "en_US", "ja_JP", "zh_TW"] | Absent = ABSENT,
        invoice_code: str | Absent = ABSENT,
        receipt_date: datetime | int | Absent = ABSENT,
        passenger_name: str | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.Receipt:
        """使用票据要素信息进行发票明细查询

        以发票号码、类型等要素查询;此前识别或创建的票据可由此查到。

        Source: companion C11 | mock: assumed CP-36

        Args:
            invoice_num: 发票号码
                Source: companion C11 | minLength: inferred CP-18
            invoice_type: 发票类型
                Source: companion C11 | minLength: inferred CP-18
            need_document_info: 是否查询对应单据号
                Source: companion C10, C11 | type: inferred CP-36
            locale: 语言环境 (返回信息的语言)
                Source: companion C6 | required: inferred CP-30
                Without it, what the client was given as ``locale``.
            invoice_code: 发票代码
                Source: companion C11
            receipt_date: 发票日期
                Source: companion C11 | unit: inferred CP-11
            passenger_name: 乘客姓名
                Source: companion C11 | mock: assumed CP-36

        Returns:
            票据
        """
        return self._call(
            operations.GET_RECEIPT,
            {
                "invoice_num": invoice_num,
                "invoice_type": invoice_type,
                "need_document_info": need_document_info,
                "locale": locale,
                "invoice_code": invoice_code,
                "receipt_date": receipt_date,
                "passenger_name": passenger_name,
            },
            options,
        )


class ReceiptsWithRawResponse:
    """``Receipts`` with whole responses."""

    def __init__(self, resource: Receipts) -> None:
        self.get = raw(resource.get)


class AsyncReceipts(AsyncResource):
    """``Receipts`` whose calls are awaited."""

    @cached_property
    def with_raw_response(self) -> AsyncReceiptsWithRawResponse:
        return AsyncReceiptsWithRawResponse(self)

    async def get(
        self,
        *,
        invoice_num: str,
        invoice_type: str,
        need_document_info: bool,
        locale: models.Locale | Literal["zh_CN", "en_US", "ja_JP", "zh_TW"] | Absent = ABSENT,
        invoice_code: str | Absent = ABSENT,
        receipt_date: datetime | int | Absent = ABSENT,
        passenger_name: str | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.Receipt:
        """使用票据要素信息进行发票明细查询 (see ``Receipts.get``)"""
        return await self._call(
            operations.GET_RECEIPT,
            {
                "invoice_num": invoice_num,
                "invoice_type": invoice_type,
                "need_document_info": need_document_info,
                "locale": locale,
                "invoice_code": invoice_code,
                "receipt_date": receipt_date,
                "passenger_name": passenger_name,
            },
            options,
        )


class AsyncReceiptsWithRawResponse:
    """``AsyncReceipts`` with whole responses."""

    def __init__(self, resource: AsyncReceipts) -> None:
        self.get = async_raw(resource.get)
