"""Operations of ``client.auxiliary_categories``."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Unpack

from .. import _operations as operations
from .. import models
from .._runtime.absent import ABSENT, Absent
from .._runtime.objects import or_body
from .._runtime.options import CallOptions
from .._runtime.resource import AsyncResource, Resource, async_raw, async_raw_or_body, raw, raw_or_body


class AuxiliaryCategories(Resource):
    """The operations under `auxiliary_categories`."""

    @cached_property
    def with_raw_response(self) -> AuxiliaryCategoriesWithRawResponse:
        """The same methods, giving the whole response: data, headers, code, message, deviations."""
        return AuxiliaryCategoriesWithRawResponse(self)

    def list(
        self, *, account_set_id: str | Absent = ABSENT, **options: Unpack[CallOptions]
    ) -> builtins.list[models.AuxiliaryCategory]:
        """类别列表

        Source: stated L26; companion F4

        Args:
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.

        Returns:
            辅助类别
        """
        return self._call(operations.LIST_AUXILIARY_CATEGORIES, {"account_set_id": account_set_id}, options)

    @or_body
    def create(
        self,
        *,
        name: str,
        account_set_id: str | Absent = ABSENT,
        category_type: str | Absent = ABSENT,
        columns: Sequence[models.AuxiliaryColumn | Mapping[str, Any]] | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> Any:
        """创建类别

        Source: stated L27; companion F4

        Args:
            name: 名称
                Source: companion F4
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.
            category_type: 类别标识
                Source: companion F4; inferred FX-39
            columns: 自定义列
                Source: companion F4

        Returns:
            已完成
        """
        return self._call(
            operations.CREATE_AUXILIARY_CATEGORY,
            {"name": name, "account_set_id": account_set_id, "category_type": category_type, "columns": columns},
            options,
        )

    @or_body
    def update(
        self,
        *,
        name: str,
        id: str | int,
        account_set_id: str | Absent = ABSENT,
        category_type: str | Absent = ABSENT,
        columns: Sequence[models.AuxiliaryColumn | Mapping[str, Any]] | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> Any:
        """更新类别

        Source: stated L28; companion F4 | safety: assumed FX-36

        Args:
            name: 名称
                Source: companion F4
            id: 辅助类别ID
                Source: companion F4
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.
            category_type: 类别标识
                Source: companion F4; inferred FX-39
            columns: 自定义列
                Source: companion F4

        Returns:
            已完成
        """
        return self._call(
            operations.UPDATE_AUXILIARY_CATEGORY,
            {
                "name": name,
                "id": id,
                "account_set_id": account_set_id,
                "category_type": category_type,
                "columns": columns,
            },
            options,
        )

    def delete(self, id: str, *, account_set_id: str | Absent = ABSENT, **options: Unpack[CallOptions]) -> Any:
        """删除类别

        Source: stated L29; companion F4 | safety: assumed FX-36

        Args:
            id: 辅助类别ID
                Source: companion F4
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.

        Returns:
            已完成
        """
        return self._call(operations.DELETE_AUXILIARY_CATEGORY, {"id": id, "account_set_id": account_set_id}, options)


class AuxiliaryCategoriesWithRawResponse:
    """``AuxiliaryCategories`` with whole responses."""

    def __init__(self, resource: AuxiliaryCategories) -> None:
        self.list = raw(resource.list)
        self.create = raw_or_body(resource.create)
        self.update = raw_or_body(resource.update)
        self.delete = raw(resource.delete)


class AsyncAuxiliaryCategories(AsyncResource):
    """``AuxiliaryCategories`` whose calls are awaited."""

    @cached_property
    def with_raw_response(self) -> AsyncAuxiliaryCategoriesWithRawResponse:
        return AsyncAuxiliaryCategoriesWithRawResponse(self)

    async def list(
        self, *, account_set_id: str | Absent = ABSENT, **options: Unpack[CallOptions]
    ) -> builtins.list[models.AuxiliaryCategory]:
        """类别列表 (see ``AuxiliaryCategories.list``)"""
        return await self._call(operations.LIST_AUXILIARY_CATEGORIES, {"account_set_id": account_set_id}, options)

    @or_body
    async def create(
        self,
        *,
        name: str,
        account_set_id: str | Absent = ABSENT,
        category_type: str | Absent = ABSENT,
        columns: Sequence[models.AuxiliaryColumn | Mapping[str, Any]] | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> Any:
        """创建类别 (see ``AuxiliaryCategories.create``)"""
        return await self._call(
            operations.CREATE_AUXILIARY_CATEGORY,
            {"name": name, "account_set_id": account_set_id, "category_type": category_type, "columns": columns},
            options,
        )

    @or_body
    async def update(
        self,
        *,
        name: str,
        id: str | int,
        account_set_id: str | Absent = ABSENT,
        category_type: str | Absent = ABSENT,
        columns: Sequence[models.AuxiliaryColumn | Mapping[str, Any]] | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> Any:
        """更新类别 (see ``AuxiliaryCategories.update``)"""
        return await self._call(
            operations.UPDATE_AUXILIARY_CATEGORY,
            {
                "name": name,
                "id": id,
                "account_set_id": account_set_id,
                "category_type": category_type,
                "columns": columns,
            },
            options,
        )

    async def delete(self, id: str, *, account_set_id: str | Absent = ABSENT, **options: Unpack[CallOptions]) -> Any:
        """删除类别 (see ``AuxiliaryCategories.delete``)"""
        return await self._call(
            operations.DELETE_AUXILIARY_CATEGORY, {"id": id, "account_set_id": account_set_id}, options
        )


class AsyncAuxiliaryCategoriesWithRawResponse:
    """``AsyncAuxiliaryCategories`` with whole responses."""

    def __init__(self, resource: AsyncAuxiliaryCategories) -> None:
        self.list = async_raw(resource.list)
        self.create = async_raw_or_body(resource.create)
        self.update = async_raw_or_body(resource.update)
        self.delete = async_raw(resource.delete)
