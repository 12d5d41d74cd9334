"""Operations of ``client.currencies``."""

from __future__ import annotations

import builtins
from decimal import Decimal
from functools import cached_property
from typing import Any, Unpack

from .. import _operations as operations
from .. import models
from .._runtime.absent import ABSENT, Absent
from .._runtime.objects import or_body
from .._runtime.options import CallOptions
from .._runtime.resource import AsyncResource, Resource, async_raw, async_raw_or_body, raw, raw_or_body


class Currencies(Resource):
    """The operations under `currencies`."""

    @cached_property
    def with_raw_response(self) -> CurrenciesWithRawResponse:
        """The same methods, giving the whole response: data, headers, code, message, deviations."""
        return CurrenciesWithRawResponse(self)

    def list(
        self, *, account_set_id: str | Absent = ABSENT, **options: Unpack[CallOptions]
    ) -> builtins.list[models.Currency]:
        """币别列表

        Source: stated L16; companion F4

        Args:
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.

        Returns:
            币别
        """
        return self._call(operations.LIST_CURRENCIES, {"account_set_id": account_set_id}, options)

    @or_body
    def create(
        self,
        *,
        code: str,
        name: str,
        account_set_id: str | Absent = ABSENT,
        exchange_rate: Decimal | int | str | Absent = ABSENT,
        local_currency: bool | Absent = ABSENT,
        enable: bool | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> Any:
        """创建币种

        Source: stated L17; companion F4

        Args:
            code: 编码
                Source: companion F4
            name: 名称
                Source: companion F4
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.
            exchange_rate: 汇率
                Source: companion F4
            local_currency: 是否本位币
                Source: companion F4
            enable: 是否启用
                Source: companion F4

        Returns:
            已完成
        """
        return self._call(
            operations.CREATE_CURRENCY,
            {
                "code": code,
                "name": name,
                "account_set_id": account_set_id,
                "exchange_rate": exchange_rate,
                "local_currency": local_currency,
                "enable": enable,
            },
            options,
        )

    def delete(self, id: str, *, account_set_id: str | Absent = ABSENT, **options: Unpack[CallOptions]) -> Any:
        """删除币种

        Source: stated L18; companion F4 | safety: assumed FX-36

        Args:
            id: 币种ID
                Source: companion F4
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.

        Returns:
            已完成
        """
        return self._call(operations.DELETE_CURRENCY, {"id": id, "account_set_id": account_set_id}, options)


class CurrenciesWithRawResponse:
    """``Currencies`` with whole responses."""

    def __init__(self, resource: Currencies) -> None:
        self.list = raw(resource.list)
        self.create = raw_or_body(resource.create)
        self.delete = raw(resource.delete)


class AsyncCurrencies(AsyncResource):
    """``Currencies`` whose calls are awaited."""

    @cached_property
    def with_raw_response(self) -> AsyncCurrenciesWithRawResponse:
        return AsyncCurrenciesWithRawResponse(self)

    async def list(
        self, *, account_set_id: str | Absent = ABSENT, **options: Unpack[CallOptions]
    ) -> builtins.list[models.Currency]:
        """币别列表 (see ``Currencies.list``)"""
        return await self._call(operations.LIST_CURRENCIES, {"account_set_id": account_set_id}, options)

    @or_body
    async def create(
        self,
        *,
        code: str,
        name: str,
        account_set_id: str | Absent = ABSENT,
        exchange_rate: Decimal | int | str | Absent = ABSENT,
        local_currency: bool | Absent = ABSENT,
        enable: bool | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> Any:
        """创建币种 (see ``Currencies.create``)"""
        return await self._call(
            operations.CREATE_CURRENCY,
            {
                "code": code,
                "name": name,
                "account_set_id": account_set_id,
                "exchange_rate": exchange_rate,
                "local_currency": local_currency,
                "enable": enable,
            },
            options,
        )

    async def delete(self, id: str, *, account_set_id: str | Absent = ABSENT, **options: Unpack[CallOptions]) -> Any:
        """删除币种 (see ``Currencies.delete``)"""
        return await self._call(operations.DELETE_CURRENCY, {"id": id, "account_set_id": account_set_id}, options)


class AsyncCurrenciesWithRawResponse:
    """``AsyncCurrencies`` with whole responses."""

    def __init__(self, resource: AsyncCurrencies) -> None:
        self.list = async_raw(resource.list)
        self.create = async_raw_or_body(resource.create)
        self.delete = async_raw(resource.delete)
