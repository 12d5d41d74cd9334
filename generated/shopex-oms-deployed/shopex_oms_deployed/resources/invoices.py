"""Operations of ``client.invoices``."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from functools import cached_property
from typing import Literal, Unpack

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
    def list(
        self,
        *,
        flag: str | Absent = ABSENT,
        mode: models.GetListRequestMode | Literal["1", "0"] | Absent = ABSENT,
        is_status: models.GetListRequestIsStatus | Literal["0", "1", "2"] | Absent = ABSENT,
        start_time: str | Absent = ABSENT,
        end_time: str | Absent = ABSENT,
        last_modify_start_time: str | Absent = ABSENT,
        last_modify_end_time: str | Absent = ABSENT,
        page_no: int | Absent = ABSENT,
        page_size: int | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.InvoicePage:
        """获取发票列表

        Source: companion S7, SX-21 | pages: companion S7, SX-02, SX-37 | safety: assumed SX-25

        Args:
            flag: 应用标识,用于标识调用方身份
                Source: stated L22 | scope: companion S2, SX-12
                Without it, what the client was given as ``flag``.
            mode: 发票种类:1 电子发票,0 纸质发票
                Source: companion S7, SX-31
            is_status: 开票状态:0 未开票,1 已开票,2 已作废
                Source: companion S7, SX-31
            start_time: 创建时间起,须含 yyyy-MM-dd;默认不限
                Source: companion S7, SX-20
            end_time: 创建时间止,须含 yyyy-MM-dd;默认当前时间
                Source: companion S7, SX-20
            last_modify_start_time: 最后修改时间起
                Source: companion S7
            last_modify_end_time: 最后修改时间止
                Source: companion S7
            page_no: 页码
                Source: companion S7, SX-37
            page_size: 每页条数;未提供、为0或超过100时按100处理
                Source: companion S7, SX-02, SX-37

        Returns:
            响应;成功的内容在 response 内,失败的内容在 error_response 内
        """
        return self._call(
            operations.GET_LIST,
            {
                "flag": flag,
                "mode": mode,
                "is_status": is_status,
                "start_time": start_time,
                "end_time": end_time,
                "last_modify_start_time": last_modify_start_time,
                "last_modify_end_time": last_modify_end_time,
                "page_no": page_no,
                "page_size": page_size,
            },
            options,
        )

    @or_body
    def update(
        self,
        *,
        order_bn: str,
        shop_id: str,
        invoice_no: str,
        flag: str | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.UpdateResult:
        """更新纸质发票的打印信息

        只适用于纸质发票;电子发票、已作废或不存在的发票会被拒绝。

        Source: stated L14; companion S7, SX-08 | failure: companion S7, SX-30 | safety: assumed SX-25

        Args:
            order_bn: 订单号
                Source: companion S7
            shop_id: 店铺ID
                Source: companion S7
            invoice_no: 发票号码
                Source: companion S7
            flag: 应用标识,用于标识调用方身份
                Source: stated L22 | scope: companion S2, SX-12
                Without it, what the client was given as ``flag``.

        Returns:
            响应;成功的内容在 response 内,失败的内容在 error_response 内
        """
        return self._call(
            operations.UPDATE_INVOICE,
            {"order_bn": order_bn, "shop_id": shop_id, "invoice_no": invoice_no, "flag": flag},
            options,
        )

    @or_body
    def list_results(
        self,
        *,
        start_time: str,
        end_time: str,
        flag: str | Absent = ABSENT,
        order_bn: str | Absent = ABSENT,
        page_no: int | Absent = ABSENT,
        page_size: int | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.ResultPage:
        """获取开票结果列表

        Source: stated L15; companion S7, SX-08 | pages: companion S7, SX-37 | safety: assumed SX-25

        Args:
            start_time: 最后修改时间起,须含 yyyy-MM-dd
                Source: companion S7
            end_time: 最后修改时间止,须含 yyyy-MM-dd
                Source: companion S7
            flag: 应用标识,用于标识调用方身份
                Source: stated L22 | scope: companion S2, SX-12
                Without it, what the client was given as ``flag``.
            order_bn: 订单号
                Source: companion S7
            page_no: 页码
                Source: companion S7, SX-37
            page_size: 每页条数;未提供、为0或超过100时按100处理
                Source: companion S7, SX-37

        Returns:
            响应;成功的内容在 response 内,失败的内容在 error_response 内
        """
        return self._call(
            operations.GET_RESULT_LIST,
            {
                "start_time": start_time,
                "end_time": end_time,
                "flag": flag,
                "order_bn": order_bn,
                "page_no": page_no,
                "page_size": page_size,
            },
            options,
        )

    def iter(
        self,
        *,
        flag: str | Absent = ABSENT,
        mode: models.GetListRequestMode | Literal["1", "0"] | Absent = ABSENT,
        is_status: models.GetListRequestIsStatus | Literal["0", "1", "2"] | Absent = ABSENT,
        start_time: str | Absent = ABSENT,
        end_time: str | Absent = ABSENT,
        last_modify_start_time: str | Absent = ABSENT,
        last_modify_end_time: str | Absent = ABSENT,
        page_size: int | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> Iterator[models.InvoiceOrder]:
        """获取发票列表

        Gives every item, one after the other; the next page is fetched when it is needed.

        Source: companion S7, SX-21 | pages: companion S7, SX-02, SX-37 | safety: assumed SX-25

        Args:
            flag: 应用标识,用于标识调用方身份
                Source: stated L22 | scope: companion S2, SX-12
                Without it, what the client was given as ``flag``.
            mode: 发票种类:1 电子发票,0 纸质发票
                Source: companion S7, SX-31
            is_status: 开票状态:0 未开票,1 已开票,2 已作废
                Source: companion S7, SX-31
            start_time: 创建时间起,须含 yyyy-MM-dd;默认不限
                Source: companion S7, SX-20
            end_time: 创建时间止,须含 yyyy-MM-dd;默认当前时间
                Source: companion S7, SX-20
            last_modify_start_time: 最后修改时间起
                Source: companion S7
            last_modify_end_time: 最后修改时间止
                Source: companion S7
            page_size: 每页条数;未提供、为0或超过100时按100处理
                Source: companion S7, SX-02, SX-37
        """
        return self._iterate(
            operations.GET_LIST,
            {
                "flag": flag,
                "mode": mode,
                "is_status": is_status,
                "start_time": start_time,
                "end_time": end_time,
                "last_modify_start_time": last_modify_start_time,
                "last_modify_end_time": last_modify_end_time,
                "page_size": page_size,
            },
            options,
        )

    def iter_list_results(
        self,
        *,
        start_time: str,
        end_time: str,
        flag: str | Absent = ABSENT,
        order_bn: str | Absent = ABSENT,
        page_size: int | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> Iterator[models.InvoiceResult]:
        """获取开票结果列表

        Gives every item, one after the other; the next page is fetched when it is needed.

        Source: stated L15; companion S7, SX-08 | pages: companion S7, SX-37 | safety: assumed SX-25

        Args:
            start_time: 最后修改时间起,须含 yyyy-MM-dd
                Source: companion S7
            end_time: 最后修改时间止,须含 yyyy-MM-dd
                Source: companion S7
            flag: 应用标识,用于标识调用方身份
                Source: stated L22 | scope: companion S2, SX-12
                Without it, what the client was given as ``flag``.
            order_bn: 订单号
                Source: companion S7
            page_size: 每页条数;未提供、为0或超过100时按100处理
                Source: companion S7, SX-37
        """
        return self._iterate(
            operations.GET_RESULT_LIST,
            {
                "start_time": start_time,
                "end_time": end_time,
                "flag": flag,
                "order_bn": order_bn,
                "page_size": page_size,
            },
            options,
        )


class InvoicesWithRawResponse:
    """``Invoices`` with whole responses."""

    def __init__(self, resource: Invoices) -> None:
        self.list = raw_or_body(resource.list)
        self.update = raw_or_body(resource.update)
        self.list_results = raw_or_body(resource.list_results)


class AsyncInvoices(AsyncResource):
    """``Invoices`` whose calls are awaited."""

    @cached_property
    def with_raw_response(self) -> AsyncInvoicesWithRawResponse:
        return AsyncInvoicesWithRawResponse(self)

    @or_body
    async def list(
        self,
        *,
        flag: str | Absent = ABSENT,
        mode: models.GetListRequestMode | Literal["1", "0"] | Absent = ABSENT,
        is_status: models.GetListRequestIsStatus | Literal["0", "1", "2"] | Absent = ABSENT,
        start_time: str | Absent = ABSENT,
        end_time: str | Absent = ABSENT,
        last_modify_start_time: str | Absent = ABSENT,
        last_modify_end_time: str | Absent = ABSENT,
        page_no: int | Absent = ABSENT,
        page_size: int | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.InvoicePage:
        """获取发票列表 (see ``Invoices.list``)"""
        return await self._call(
            operations.GET_LIST,
            {
                "flag": flag,
                "mode": mode,
                "is_status": is_status,
                "start_time": start_time,
                "end_time": end_time,
                "last_modify_start_time": last_modify_start_time,
                "last_modify_end_time": last_modify_end_time,
                "page_no": page_no,
                "page_size": page_size,
            },
            options,
        )

    @or_body
    async def update(
        self,
        *,
        order_bn: str,
        shop_id: str,
        invoice_no: str,
        flag: str | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.UpdateResult:
        """更新纸质发票的打印信息 (see ``Invoices.update``)"""
        return await self._call(
            operations.UPDATE_INVOICE,
            {"order_bn": order_bn, "shop_id": shop_id, "invoice_no": invoice_no, "flag": flag},
            options,
        )

    @or_body
    async def list_results(
        self,
        *,
        start_time: str,
        end_time: str,
        flag: str | Absent = ABSENT,
        order_bn: str | Absent = ABSENT,
        page_no: int | Absent = ABSENT,
        page_size: int | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.ResultPage:
        """获取开票结果列表 (see ``Invoices.list_results``)"""
        return await self._call(
            operations.GET_RESULT_LIST,
            {
                "start_time": start_time,
                "end_time": end_time,
                "flag": flag,
                "order_bn": order_bn,
                "page_no": page_no,
                "page_size": page_size,
            },
            options,
        )

    def iter(
        self,
        *,
        flag: str | Absent = ABSENT,
        mode: models.GetListRequestMode | Literal["1", "0"] | Absent = ABSENT,
        is_status: models.GetListRequestIsStatus | Literal["0", "1", "2"] | Absent = ABSENT,
        start_time: str | Absent = ABSENT,
        end_time: str | Absent = ABSENT,
        last_modify_start_time: str | Absent = ABSENT,
        last_modify_end_time: str | Absent = ABSENT,
        page_size: int | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> AsyncIterator[models.InvoiceOrder]:
        """获取发票列表 (see ``Invoices.iter``)"""
        return self._iterate(
            operations.GET_LIST,
            {
                "flag": flag,
                "mode": mode,
                "is_status": is_status,
                "start_time": start_time,
                "end_time": end_time,
                "last_modify_start_time": last_modify_start_time,
                "last_modify_end_time": last_modify_end_time,
                "page_size": page_size,
            },
            options,
        )

    def iter_list_results(
        self,
        *,
        start_time: str,
        end_time: str,
        flag: str | Absent = ABSENT,
        order_bn: str | Absent = ABSENT,
        page_size: int | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> AsyncIterator[models.InvoiceResult]:
        """获取开票结果列表 (see ``Invoices.iter_list_results``)"""
        return self._iterate(
            operations.GET_RESULT_LIST,
            {
                "start_time": start_time,
                "end_time": end_time,
                "flag": flag,
                "order_bn": order_bn,
                "page_size": page_size,
            },
            options,
        )


class AsyncInvoicesWithRawResponse:
    """``AsyncInvoices`` with whole responses."""

    def __init__(self, resource: AsyncInvoices) -> None:
        self.list = async_raw_or_body(resource.list)
        self.update = async_raw_or_body(resource.update)
        self.list_results = async_raw_or_body(resource.list_results)
