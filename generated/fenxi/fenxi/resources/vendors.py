"""Operations of ``client.vendors``."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from functools import cached_property
from typing import Any, Unpack

from .. import _operations as operations
from .. import models
from .._runtime.absent import ABSENT, Absent
from .._runtime.objects import or_body
from .._runtime.options import CallOptions
from .._runtime.resource import AsyncResource, Resource, async_raw, async_raw_or_body, raw, raw_or_body


class Vendors(Resource):
    """The operations under `vendors`."""

    @cached_property
    def with_raw_response(self) -> VendorsWithRawResponse:
        """The same methods, giving the whole response: data, headers, code, message, deviations."""
        return VendorsWithRawResponse(self)

    def list(
        self,
        *,
        account_set_id: str | Absent = ABSENT,
        page: int | Absent = ABSENT,
        page_size: int | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.VendorPage:
        """供应商列表

        Source: stated L36; companion F4

        Args:
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.
            page: 页码,从 1 起
                Source: companion F4 | first: companion F4 | minimum: inferred FX-34
            page_size: 每页条数
                Source: companion F4 | default: companion F4 | minimum: inferred FX-34

        Returns:
            供应商列表
        """
        return self._call(
            operations.LIST_VENDORS, {"account_set_id": account_set_id, "page": page, "page_size": page_size}, options
        )

    @or_body
    def create(
        self,
        *,
        name: str,
        account_set_id: str | Absent = ABSENT,
        code: str | Absent = ABSENT,
        mnemonics: str | Absent = ABSENT,
        remark: str | Absent = ABSENT,
        enable: bool | Absent = ABSENT,
        category_name: str | Absent = ABSENT,
        category_type: str | Absent = ABSENT,
        id: str | int | None | Absent = ABSENT,
        category_id: str | int | Absent = ABSENT,
        category: str | Absent = ABSENT,
        credit_code: str | Absent = ABSENT,
        address: str | Absent = ABSENT,
        contact: str | Absent = ABSENT,
        tel_phone: str | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> Any:
        """创建供应商

        Source: stated L37; companion F4 | with-id: inferred FX-32

        Args:
            name: 名称
                Source: companion F4
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.
            code: 编码
                Source: companion F4
            mnemonics: 助记码
                Source: companion F4
            remark: 备注
                Source: companion F4
            enable: 是否启用
                Source: companion F4
            category_name: 辅助类别名称
                Source: companion F4
            category_type: 辅助类别标识
                Source: companion F4; inferred FX-39
            id: ID;留空则新建
                Source: companion F4; inferred FX-32
            category_id: 辅助类别ID
                Source: companion F4
            category: 分类
                Source: companion F4
            credit_code: 统一社会信用代码
                Source: companion F4
            address: 地址
                Source: companion F4
            contact: 联系人
                Source: companion F4
            tel_phone: 电话
                Source: companion F4

        Returns:
            已完成
        """
        return self._call(
            operations.CREATE_VENDOR,
            {
                "name": name,
                "account_set_id": account_set_id,
                "code": code,
                "mnemonics": mnemonics,
                "remark": remark,
                "enable": enable,
                "category_name": category_name,
                "category_type": category_type,
                "id": id,
                "category_id": category_id,
                "category": category,
                "credit_code": credit_code,
                "address": address,
                "contact": contact,
                "tel_phone": tel_phone,
            },
            options,
        )

    @or_body
    def update(
        self,
        *,
        name: str,
        id: str | int,
        account_set_id: str | Absent = ABSENT,
        code: str | Absent = ABSENT,
        mnemonics: str | Absent = ABSENT,
        remark: str | Absent = ABSENT,
        enable: bool | Absent = ABSENT,
        category_name: str | Absent = ABSENT,
        category_type: str | Absent = ABSENT,
        category_id: str | int | Absent = ABSENT,
        category: str | Absent = ABSENT,
        credit_code: str | Absent = ABSENT,
        address: str | Absent = ABSENT,
        contact: str | Absent = ABSENT,
        tel_phone: str | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> Any:
        """更新供应商

        Source: stated L38 | call: companion F4; inferred FX-31 | safety: assumed FX-36

        Args:
            name: 名称
                Source: companion F4
            id: 供应商ID
                Source: companion F4
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.
            code: 编码
                Source: companion F4
            mnemonics: 助记码
                Source: companion F4
            remark: 备注
                Source: companion F4
            enable: 是否启用
                Source: companion F4
            category_name: 辅助类别名称
                Source: companion F4
            category_type: 辅助类别标识
                Source: companion F4; inferred FX-39
            category_id: 辅助类别ID
                Source: companion F4
            category: 分类
                Source: companion F4
            credit_code: 统一社会信用代码
                Source: companion F4
            address: 地址
                Source: companion F4
            contact: 联系人
                Source: companion F4
            tel_phone: 电话
                Source: companion F4

        Returns:
            已完成
        """
        return self._call(
            operations.UPDATE_VENDOR,
            {
                "name": name,
                "id": id,
                "account_set_id": account_set_id,
                "code": code,
                "mnemonics": mnemonics,
                "remark": remark,
                "enable": enable,
                "category_name": category_name,
                "category_type": category_type,
                "category_id": category_id,
                "category": category,
                "credit_code": credit_code,
                "address": address,
                "contact": contact,
                "tel_phone": tel_phone,
            },
            options,
        )

    def delete(self, id: str, *, account_set_id: str | Absent = ABSENT, **options: Unpack[CallOptions]) -> Any:
        """删除供应商

        Source: stated L39; companion F4 | safety: assumed FX-36

        Args:
            id: 供应商ID
                Source: companion F4
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.

        Returns:
            已完成
        """
        return self._call(operations.DELETE_VENDOR, {"id": id, "account_set_id": account_set_id}, options)

    def iter(
        self, *, account_set_id: str | Absent = ABSENT, page_size: int | Absent = ABSENT, **options: Unpack[CallOptions]
    ) -> Iterator[models.Vendor]:
        """供应商列表

        Gives every item, one after the other; the next page is fetched when it is needed.

        Source: stated L36; companion F4

        Args:
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.
            page_size: 每页条数
                Source: companion F4 | default: companion F4 | minimum: inferred FX-34
        """
        return self._iterate(
            operations.LIST_VENDORS, {"account_set_id": account_set_id, "page_size": page_size}, options
        )


class VendorsWithRawResponse:
    """``Vendors`` with whole responses."""

    def __init__(self, resource: Vendors) -> None:
        self.list = raw(resource.list)
        self.create = raw_or_body(resource.create)
        self.update = raw_or_body(resource.update)
        self.delete = raw(resource.delete)


class AsyncVendors(AsyncResource):
    """``Vendors`` whose calls are awaited."""

    @cached_property
    def with_raw_response(self) -> AsyncVendorsWithRawResponse:
        return AsyncVendorsWithRawResponse(self)

    async def list(
        self,
        *,
        account_set_id: str | Absent = ABSENT,
        page: int | Absent = ABSENT,
        page_size: int | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.VendorPage:
        """供应商列表 (see ``Vendors.list``)"""
        return await self._call(
            operations.LIST_VENDORS, {"account_set_id": account_set_id, "page": page, "page_size": page_size}, options
        )

    @or_body
    async def create(
        self,
        *,
        name: str,
        account_set_id: str | Absent = ABSENT,
        code: str | Absent = ABSENT,
        mnemonics: str | Absent = ABSENT,
        remark: str | Absent = ABSENT,
        enable: bool | Absent = ABSENT,
        category_name: str | Absent = ABSENT,
        category_type: str | Absent = ABSENT,
        id: str | int | None | Absent = ABSENT,
        category_id: str | int | Absent = ABSENT,
        category: str | Absent = ABSENT,
        credit_code: str | Absent = ABSENT,
        address: str | Absent = ABSENT,
        contact: str | Absent = ABSENT,
        tel_phone: str | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> Any:
        """创建供应商 (see ``Vendors.create``)"""
        return await self._call(
            operations.CREATE_VENDOR,
            {
                "name": name,
                "account_set_id": account_set_id,
                "code": code,
                "mnemonics": mnemonics,
                "remark": remark,
                "enable": enable,
                "category_name": category_name,
                "category_type": category_type,
                "id": id,
                "category_id": category_id,
                "category": category,
                "credit_code": credit_code,
                "address": address,
                "contact": contact,
                "tel_phone": tel_phone,
            },
            options,
        )

    @or_body
    async def update(
        self,
        *,
        name: str,
        id: str | int,
        account_set_id: str | Absent = ABSENT,
        code: str | Absent = ABSENT,
        mnemonics: str | Absent = ABSENT,
        remark: str | Absent = ABSENT,
        enable: bool | Absent = ABSENT,
        category_name: str | Absent = ABSENT,
        category_type: str | Absent = ABSENT,
        category_id: str | int | Absent = ABSENT,
        category: str | Absent = ABSENT,
        credit_code: str | Absent = ABSENT,
        address: str | Absent = ABSENT,
        contact: str | Absent = ABSENT,
        tel_phone: str | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> Any:
        """更新供应商 (see ``Vendors.update``)"""
        return await self._call(
            operations.UPDATE_VENDOR,
            {
                "name": name,
                "id": id,
                "account_set_id": account_set_id,
                "code": code,
                "mnemonics": mnemonics,
                "remark": remark,
                "enable": enable,
                "category_name": category_name,
                "category_type": category_type,
                "category_id": category_id,
                "category": category,
                "credit_code": credit_code,
                "address": address,
                "contact": contact,
                "tel_phone": tel_phone,
            },
            options,
        )

    async def delete(self, id: str, *, account_set_id: str | Absent = ABSENT, **options: Unpack[CallOptions]) -> Any:
        """删除供应商 (see ``Vendors.delete``)"""
        return await self._call(operations.DELETE_VENDOR, {"id": id, "account_set_id": account_set_id}, options)

    def iter(
        self, *, account_set_id: str | Absent = ABSENT, page_size: int | Absent = ABSENT, **options: Unpack[CallOptions]
    ) -> AsyncIterator[models.Vendor]:
        """供应商列表 (see ``Vendors.iter``)"""
        return self._iterate(
            operations.LIST_VENDORS, {"account_set_id": account_set_id, "page_size": page_size}, options
        )


class AsyncVendorsWithRawResponse:
    """``AsyncVendors`` with whole responses."""

    def __init__(self, resource: AsyncVendors) -> None:
        self.list = async_raw(resource.list)
        self.create = async_raw_or_body(resource.create)
        self.update = async_raw_or_body(resource.update)
        self.delete = async_raw(resource.delete)
