"""Operations of ``client.invoices``."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, Unpack

from .. import _operations as operations
from .. import models
from .._runtime.absent import ABSENT, Absent
from .._runtime.objects import or_body
from .._runtime.options import CallOptions
from .._runtime.resource import AsyncResource, Resource, async_raw_or_body, raw_or_body


class Invoices(Resource):
    """The operations under `invoices`."""

    @cached_property
    def with_raw_response(self) -> InvoicesWithRawResponse:
        """The same methods, giving the whole response: data, headers, code, message, deviations."""
        return InvoicesWithRawResponse(self)

    @or_body
    def get(self, *, invoice_bn: str, flag: str | Absent = ABSENT, **options: Unpack[CallOptions]) -> models.Invoice:
        """获取发票信息

        Source: stated L12, L32-61 | overview: inferred SX-09 | server: companion S7, SX-21 | safety: assumed SX-25

        Args:
            invoice_bn: 发票编号
                Source: stated L37 | required: inferred SX-01
            flag: 应用标识,用于标识调用方身份
                Source: stated L22 | scope: companion S2, SX-12
                Without it, what the client was given as ``flag``.

        Returns:
            响应;失败也以 HTTP 200 返回,内容为 error_response
        """
        return self._call(operations.GET_INVOICE, {"invoice_bn": invoice_bn, "flag": flag}, options)

    @or_body
    def list(
        self,
        *,
        start_date: date | str,
        end_date: date | str,
        flag: str | Absent = ABSENT,
        invoice_type: str | Absent = ABSENT,
        invoice_status: str | Absent = ABSENT,
        page_no: int | Absent = ABSENT,
        page_size: int | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.InvoiceList:
        """获取发票列表

        对于大数据量的查询,建议使用日期范围进行精确筛选,以提高查询效率。

        Source: stated L13, L92-118 | description: stated L170 | max-size: stated L169; inferred SX-02 | total: inferred SX-18 | server: companion S7, SX-21 | safety: assumed SX-25

        Args:
            start_date: 开始日期(格式:yyyy-MM-dd)
                Source: stated L97 | format: stated L97, L168; inferred SX-04 | required: companion S5 | meaning: inferred SX-20
            end_date: 结束日期(格式:yyyy-MM-dd)
                Source: stated L98 | format: stated L98, L168; inferred SX-04 | required: companion S5 | meaning: inferred SX-20
            flag: 应用标识,用于标识调用方身份
                Source: stated L22 | scope: companion S2, SX-12
                Without it, what the client was given as ``flag``.
            invoice_type: 发票类型,例如:增值税专用发票
                Source: stated L99 | required: companion S5 | values: inferred SX-14
            invoice_status: 发票状态,例如:已开票
                Source: stated L100 | required: companion S5 | values: inferred SX-14
            page_no: 页码,默认1
                Default of the vendor: 1
                Source: stated L101 | minimum: inferred SX-02 | required: companion S5
            page_size: 每页条数,默认50,最大1000;超过100将被限制为100
                Default of the vendor: 50
                Source: stated L102, L169 | minimum: inferred SX-02 | maximum: stated L102; inferred SX-02 | required: companion S5

        Returns:
            响应;失败也以 HTTP 200 返回,内容为 error_response
        """
        return self._call(
            operations.GET_INVOICE_LIST,
            {
                "start_date": start_date,
                "end_date": end_date,
                "flag": flag,
                "invoice_type": invoice_type,
                "invoice_status": invoice_status,
                "page_no": page_no,
                "page_size": page_size,
            },
            options,
        )

    @or_body
    def update(
        self,
        *,
        flag: str | Absent = ABSENT,
        fields: Mapping[str, Any] | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> dict[str, Any]:
        """更新纸质发票的打印信息

        厂商页面未说明业务参数与响应;业务参数原样发送并参与签名。

        Source: stated L14 | parameters: inferred SX-08 | safety: assumed SX-25

        Args:
            flag: 应用标识,用于标识调用方身份
                Source: stated L22 | scope: companion S2, SX-12
                Without it, what the client was given as ``flag``.
            fields: Fields that the document does not name.

        Returns:
            响应;失败也以 HTTP 200 返回,内容为 error_response
        """
        return self._call(operations.UPDATE_INVOICE, {"flag": flag, "fields": fields}, options)

    @or_body
    def list_results(
        self,
        *,
        flag: str | Absent = ABSENT,
        fields: Mapping[str, Any] | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> dict[str, Any]:
        """获取开票结果列表

        厂商页面未说明业务参数与响应;业务参数原样发送并参与签名。

        Source: stated L15 | parameters: inferred SX-08 | safety: assumed SX-25

        Args:
            flag: 应用标识,用于标识调用方身份
                Source: stated L22 | scope: companion S2, SX-12
                Without it, what the client was given as ``flag``.
            fields: Fields that the document does not name.

        Returns:
            响应;失败也以 HTTP 200 返回,内容为 error_response
        """
        return self._call(operations.GET_RESULT_LIST, {"flag": flag, "fields": fields}, options)

    def iter(
        self,
        *,
        start_date: date | str,
        end_date: date | str,
        flag: str | Absent = ABSENT,
        invoice_type: str | Absent = ABSENT,
        invoice_status: str | Absent = ABSENT,
        page_size: int | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> Iterator[models.InvoiceSummary]:
        """获取发票列表

        Gives every item, one after the other; the next page is fetched when it is needed.

        对于大数据量的查询,建议使用日期范围进行精确筛选,以提高查询效率。

        Source: stated L13, L92-118 | description: stated L170 | max-size: stated L169; inferred SX-02 | total: inferred SX-18 | server: companion S7, SX-21 | safety: assumed SX-25

        Args:
            start_date: 开始日期(格式:yyyy-MM-dd)
                Source: stated L97 | format: stated L97, L168; inferred SX-04 | required: companion S5 | meaning: inferred SX-20
            end_date: 结束日期(格式:yyyy-MM-dd)
                Source: stated L98 | format: stated L98, L168; inferred SX-04 | required: companion S5 | meaning: inferred SX-20
            flag: 应用标识,用于标识调用方身份
                Source: stated L22 | scope: companion S2, SX-12
                Without it, what the client was given as ``flag``.
            invoice_type: 发票类型,例如:增值税专用发票
                Source: stated L99 | required: companion S5 | values: inferred SX-14
            invoice_status: 发票状态,例如:已开票
                Source: stated L100 | required: companion S5 | values: inferred SX-14
            page_size: 每页条数,默认50,最大1000;超过100将被限制为100
                Default of the vendor: 50
                Source: stated L102, L169 | minimum: inferred SX-02 | maximum: stated L102; inferred SX-02 | required: companion S5
        """
        return self._iterate(
            operations.GET_INVOICE_LIST,
            {
                "start_date": start_date,
                "end_date": end_date,
                "flag": flag,
                "invoice_type": invoice_type,
                "invoice_status": invoice_status,
                "page_size": page_size,
            },
            options,
        )


class InvoicesWithRawResponse:
    """``Invoices`` with whole responses."""

    def __init__(self, resource: Invoices) -> None:
        self.get = raw_or_body(resource.get)
        self.list = raw_or_body(resource.list)
        self.update = raw_or_body(resource.update)
        self.list_results = raw_or_body(resource.list_results)


class AsyncInvoices(AsyncResource):
    """``Invoices`` whose calls are awaited."""

    @cached_property
    def with_raw_response(self) -> AsyncInvoicesWithRawResponse:
        return AsyncInvoicesWithRawResponse(self)

    @or_body
    async def get(
        self, *, invoice_bn: str, flag: str | Absent = ABSENT, **options: Unpack[CallOptions]
    ) -> models.Invoice:
        """获取发票信息 (see ``Invoices.get``)"""
        return await self._call(operations.GET_INVOICE, {"invoice_bn": invoice_bn, "flag": flag}, options)

    @or_body
    async def list(
        self,
        *,
        start_date: date | str,
        end_date: date | str,
        flag: str | Absent = ABSENT,
        invoice_type: str | Absent = ABSENT,
        invoice_status: str | Absent = ABSENT,
        page_no: int | Absent = ABSENT,
        page_size: int | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.InvoiceList:
        """获取发票列表 (see ``Invoices.list``)"""
        return await self._call(
            operations.GET_INVOICE_LIST,
            {
                "start_date": start_date,
                "end_date": end_date,
                "flag": flag,
                "invoice_type": invoice_type,
                "invoice_status": invoice_status,
                "page_no": page_no,
                "page_size": page_size,
            },
            options,
        )

    @or_body
    async def update(
        self,
        *,
        flag: str | Absent = ABSENT,
        fields: Mapping[str, Any] | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> dict[str, Any]:
        """更新纸质发票的打印信息 (see ``Invoices.update``)"""
        return await self._call(operations.UPDATE_INVOICE, {"flag": flag, "fields": fields}, options)

    @or_body
    async def list_results(
        self,
        *,
        flag: str | Absent = ABSENT,
        fields: Mapping[str, Any] | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> dict[str, Any]:
        """获取开票结果列表 (see ``Invoices.list_results``)"""
        return await self._call(operations.GET_RESULT_LIST, {"flag": flag, "fields": fields}, options)

    def iter(
        self,
        *,
        start_date: date | str,
        end_date: date | str,
        flag: str | Absent = ABSENT,
        invoice_type: str | Absent = ABSENT,
        invoice_status: str | Absent = ABSENT,
        page_size: int | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> AsyncIterator[models.InvoiceSummary]:
        """获取发票列表 (see ``Invoices.iter``)"""
        return self._iterate(
            operations.GET_INVOICE_LIST,
            {
                "start_date": start_date,
                "end_date": end_date,
                "flag": flag,
                "invoice_type": invoice_type,
                "invoice_status": invoice_status,
                "page_size": page_size,
            },
            options,
        )


class AsyncInvoicesWithRawResponse:
    """``AsyncInvoices`` with whole responses."""

    def __init__(self, resource: AsyncInvoices) -> None:
        self.get = async_raw_or_body(resource.get)
        self.list = async_raw_or_body(resource.list)
        self.update = async_raw_or_body(resource.update)
        self.list_results = async_raw_or_body(resource.list_results)
