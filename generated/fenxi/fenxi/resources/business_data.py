"""Operations of ``client.business_data``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Unpack

from .. import _operations as operations
from .. import models
from .._runtime.absent import ABSENT, Absent
from .._runtime.options import CallOptions
from .._runtime.resource import AsyncResource, Resource, async_raw, raw


class BusinessData(Resource):
    """The operations under `business_data`."""

    @cached_property
    def with_raw_response(self) -> BusinessDataWithRawResponse:
        """The same methods, giving the whole response: data, headers, code, message, deviations."""
        return BusinessDataWithRawResponse(self)

    def list_sources(
        self, *, account_set_id: str | Absent = ABSENT, **options: Unpack[CallOptions]
    ) -> list[models.BusinessDataSource]:
        """数据源定义列表

        Source: companion F3, F4 | path: companion F4; inferred FX-38

        Args:
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.

        Returns:
            数据源定义
        """
        return self._call(operations.LIST_BUSINESS_DATA_SOURCES, {"account_set_id": account_set_id}, options)

    def push(
        self,
        definition_code: str,
        *,
        body: Sequence[models.BusinessDataInput | Mapping[str, Any]],
        account_set_id: str | Absent = ABSENT,
        batch_no: str | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> Any:
        """批量推送业务数据

        Source: companion F3, F4

        Args:
            definition_code: 数据源编码
                Source: companion F4 | minLength: inferred FX-30
            body: Source: companion F4
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.
            batch_no: 批次号
                Source: companion F4; inferred FX-38

        Returns:
            已完成
        """
        return self._call(
            operations.PUSH_BUSINESS_DATA,
            {"definition_code": definition_code, "body": body, "account_set_id": account_set_id, "batch_no": batch_no},
            options,
        )

    def withdraw(
        self,
        definition_code: str,
        *,
        batch_no: str,
        account_set_id: str | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> Any:
        """业务数据回撤

        Source: companion F3, F4 | safety: assumed FX-36

        Args:
            definition_code: 数据源编码
                Source: companion F4 | minLength: inferred FX-30
            batch_no: 批次号
                Source: companion F4 | required: inferred FX-30
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.

        Returns:
            已完成
        """
        return self._call(
            operations.WITHDRAW_BUSINESS_DATA,
            {"definition_code": definition_code, "batch_no": batch_no, "account_set_id": account_set_id},
            options,
        )


class BusinessDataWithRawResponse:
    """``BusinessData`` with whole responses."""

    def __init__(self, resource: BusinessData) -> None:
        self.list_sources = raw(resource.list_sources)
        self.push = raw(resource.push)
        self.withdraw = raw(resource.withdraw)


class AsyncBusinessData(AsyncResource):
    """``BusinessData`` whose calls are awaited."""

    @cached_property
    def with_raw_response(self) -> AsyncBusinessDataWithRawResponse:
        return AsyncBusinessDataWithRawResponse(self)

    async def list_sources(
        self, *, account_set_id: str | Absent = ABSENT, **options: Unpack[CallOptions]
    ) -> list[models.BusinessDataSource]:
        """数据源定义列表 (see ``BusinessData.list_sources``)"""
        return await self._call(operations.LIST_BUSINESS_DATA_SOURCES, {"account_set_id": account_set_id}, options)

    async def push(
        self,
        definition_code: str,
        *,
        body: Sequence[models.BusinessDataInput | Mapping[str, Any]],
        account_set_id: str | Absent = ABSENT,
        batch_no: str | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> Any:
        """批量推送业务数据 (see ``BusinessData.push``)"""
        return await self._call(
            operations.PUSH_BUSINESS_DATA,
            {"definition_code": definition_code, "body": body, "account_set_id": account_set_id, "batch_no": batch_no},
            options,
        )

    async def withdraw(
        self,
        definition_code: str,
        *,
        batch_no: str,
        account_set_id: str | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> Any:
        """业务数据回撤 (see ``BusinessData.withdraw``)"""
        return await self._call(
            operations.WITHDRAW_BUSINESS_DATA,
            {"definition_code": definition_code, "batch_no": batch_no, "account_set_id": account_set_id},
            options,
        )


class AsyncBusinessDataWithRawResponse:
    """``AsyncBusinessData`` with whole responses."""

    def __init__(self, resource: AsyncBusinessData) -> None:
        self.list_sources = async_raw(resource.list_sources)
        self.push = async_raw(resource.push)
        self.withdraw = async_raw(resource.withdraw)
