"""Operations of ``client.reports``."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Literal, Unpack

from .. import _operations as operations
from .. import models
from .._runtime.options import CallOptions
from .._runtime.resource import AsyncResource, Resource, async_raw, raw


class Reports(Resource):
    """The operations under `reports`."""

    @cached_property
    def with_raw_response(self) -> ReportsWithRawResponse:
        """The same methods, giving the whole response: data, headers, code, message, deviations."""
        return ReportsWithRawResponse(self)

    def get(
        self,
        type: models.ReportType | Literal["balance", "profit", "cashflow"],
        *,
        account_id: str,
        start_date: date | str,
        end_date: date | str,
        **options: Unpack[CallOptions],
    ) -> models.Report:
        """获取财务报表

        支持资产负债表、利润表、现金流量表。

        Source: stated L158-160; sample L182-184 | sums: assumed ZX-17

        Args:
            type: 报表类型
                Source: stated L162-165 | required: inferred ZX-01
            account_id: 账套ID
                Source: stated L167-170 | minLength: sample L201 | required: inferred ZX-15
            start_date: 开始日期,格式 YYYY-MM-DD
                Source: stated L171 | required: sample L183; inferred ZX-15 | meaning: assumed ZX-09
            end_date: 结束日期,格式 YYYY-MM-DD
                Source: stated L172 | required: sample L183; inferred ZX-15 | meaning: assumed ZX-09

        Returns:
            报表
        """
        return self._call(
            operations.GET_REPORT,
            {"type": type, "account_id": account_id, "start_date": start_date, "end_date": end_date},
            options,
        )


class ReportsWithRawResponse:
    """``Reports`` with whole responses."""

    def __init__(self, resource: Reports) -> None:
        self.get = raw(resource.get)


class AsyncReports(AsyncResource):
    """``Reports`` whose calls are awaited."""

    @cached_property
    def with_raw_response(self) -> AsyncReportsWithRawResponse:
        return AsyncReportsWithRawResponse(self)

    async def get(
        self,
        type: models.ReportType | Literal["balance", "profit", "cashflow"],
        *,
        account_id: str,
        start_date: date | str,
        end_date: date | str,
        **options: Unpack[CallOptions],
    ) -> models.Report:
        """获取财务报表 (see ``Reports.get``)"""
        return await self._call(
            operations.GET_REPORT,
            {"type": type, "account_id": account_id, "start_date": start_date, "end_date": end_date},
            options,
        )


class AsyncReportsWithRawResponse:
    """``AsyncReports`` with whole responses."""

    def __init__(self, resource: AsyncReports) -> None:
        self.get = async_raw(resource.get)
