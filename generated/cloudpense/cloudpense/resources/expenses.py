"""Operations of ``client.expenses``."""

from __future__ import annotations

from functools import cached_property
from typing import Literal, Unpack

from .. import _operations as operations
from .. import models
from .._runtime.absent import ABSENT, Absent
from .._runtime.options import CallOptions
from .._runtime.resource import AsyncResource, Resource, async_raw, raw


class Expenses(Resource):
    """The operations under `expenses`."""

    @cached_property
    def with_raw_response(self) -> ExpensesWithRawResponse:
        """The same methods, giving the whole response: data, headers, code, message, deviations."""
        return ExpensesWithRawResponse(self)

    def get(
        self,
        *,
        expense_id: int,
        need_document_info: bool,
        locale: models.Locale | Literal["zh_CN", "en_US", "ja_JP", "zh_TW"] | Absent = ABSENT,
        public_order: models.YesNo | Literal["Y", "N"] | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.Expense:
        """发票明细查询

        以消费记录ID查询。

        Source: companion C10 | mock: assumed CP-36

        Args:
            expense_id: 消费记录ID
                Source: companion C10
            need_document_info: 是否查询对应单据号
                Source: companion C10, C11 | type: inferred CP-36
            locale: 语言环境 (返回信息的语言)
                Source: companion C6 | required: inferred CP-30
                Without it, what the client was given as ``locale``.
            public_order: 为Y时查询TMC订单
                Source: companion C10

        Returns:
            消费记录与票据
        """
        return self._call(
            operations.GET_EXPENSE,
            {
                "expense_id": expense_id,
                "need_document_info": need_document_info,
                "locale": locale,
                "public_order": public_order,
            },
            options,
        )


class ExpensesWithRawResponse:
    """``Expenses`` with whole responses."""

    def __init__(self, resource: Expenses) -> None:
        self.get = raw(resource.get)


class AsyncExpenses(AsyncResource):
    """``Expenses`` whose calls are awaited."""

    @cached_property
    def with_raw_response(self) -> AsyncExpensesWithRawResponse:
        return AsyncExpensesWithRawResponse(self)

    async def get(
        self,
        *,
        expense_id: int,
        need_document_info: bool,
        locale: models.Locale | Literal["zh_CN", "en_US", "ja_JP", "zh_TW"] | Absent = ABSENT,
        public_order: models.YesNo | Literal["Y", "N"] | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.Expense:
        """发票明细查询 (see ``Expenses.get``)"""
        return await self._call(
            operations.GET_EXPENSE,
            {
                "expense_id": expense_id,
                "need_document_info": need_document_info,
                "locale": locale,
                "public_order": public_order,
            },
            options,
        )


class AsyncExpensesWithRawResponse:
    """``AsyncExpenses`` with whole responses."""

    def __init__(self, resource: AsyncExpenses) -> None:
        self.get = async_raw(resource.get)
