"""Operations of ``client.vouchers``."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, Unpack

from .. import _operations as operations
from .. import models
from .._runtime.absent import ABSENT, Absent
from .._runtime.objects import or_body
from .._runtime.options import CallOptions
from .._runtime.resource import AsyncResource, Resource, async_raw, async_raw_or_body, raw, raw_or_body


class Vouchers(Resource):
    """The operations under `vouchers`."""

    @cached_property
    def with_raw_response(self) -> VouchersWithRawResponse:
        """The same methods, giving the whole response: data, headers, code, message, deviations."""
        return VouchersWithRawResponse(self)

    def get(
        self, voucher_id: str, *, account_set_id: str | Absent = ABSENT, **options: Unpack[CallOptions]
    ) -> models.Voucher:
        """根据凭证ID获取凭证

        编辑凭证之前,获取原始凭证信息

        Source: stated L74-75, L78-82; sample L106-108 | path: stated L81; inferred FX-01 | account-set: inferred FX-03

        Args:
            voucher_id: 凭证ID
                Source: stated L81, L91; inferred FX-01 | type: inferred FX-02 | example: sample L115
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.

        Returns:
            成功
        """
        return self._call(operations.GET_VOUCHER, {"voucher_id": voucher_id, "account_set_id": account_set_id}, options)

    @or_body
    def list(
        self,
        *,
        account_set_id: str | Absent = ABSENT,
        account_sets_id: str | int | Absent = ABSENT,
        code_start: int | Absent = ABSENT,
        code_end: int | Absent = ABSENT,
        create_member: str | int | Absent = ABSENT,
        min_amount: Decimal | int | Absent = ABSENT,
        max_amount: Decimal | int | Absent = ABSENT,
        subject_id: str | int | Absent = ABSENT,
        summary: str | Absent = ABSENT,
        word: str | Absent = ABSENT,
        remark: str | Absent = ABSENT,
        property: str | Absent = ABSENT,
        order: str | Absent = ABSENT,
        page: int | Absent = ABSENT,
        page_size: int | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.VoucherPage:
        """凭证列表

        Source: stated L66-67; companion F2, F4 | query: inferred FX-35

        Args:
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.
            account_sets_id: 账套ID
                Source: companion F4
            code_start: 起始凭证号
                Source: companion F4
            code_end: 截止凭证号
                Source: companion F4
            create_member: 制单人ID
                Source: companion F4
            min_amount: 最小金额
                Source: companion F4
            max_amount: 最大金额
                Source: companion F4
            subject_id: 科目ID
                Source: companion F4
            summary: 摘要
                Source: companion F4
            word: 凭证字
                Source: companion F4
            remark: 备注
                Source: companion F4
            property: 排序字段
                Source: companion F4; inferred FX-35
            order: 排序方向
                Source: companion F4; inferred FX-35
            page: 页码
                Source: companion F4
            page_size: 每页条数
                Source: companion F4

        Returns:
            凭证列表
        """
        return self._call(
            operations.LIST_VOUCHERS,
            {
                "account_set_id": account_set_id,
                "account_sets_id": account_sets_id,
                "code_start": code_start,
                "code_end": code_end,
                "create_member": create_member,
                "min_amount": min_amount,
                "max_amount": max_amount,
                "subject_id": subject_id,
                "summary": summary,
                "word": word,
                "remark": remark,
                "property": property,
                "order": order,
                "page": page,
                "page_size": page_size,
            },
            options,
        )

    @or_body
    def create(
        self,
        *,
        word: str,
        voucher_date: date | str,
        details: Sequence[models.VoucherLineInput | Mapping[str, Any]],
        account_set_id: str | Absent = ABSENT,
        id: str | int | None | Absent = ABSENT,
        code: int | Absent = ABSENT,
        remark: str | None | Absent = ABSENT,
        receipt_num: int | Absent = ABSENT,
        bill_list: Sequence[models.Bill | Mapping[str, Any]] | Absent = ABSENT,
        is_template: bool | Absent = ABSENT,
        template_name: str | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.Voucher:
        """创建凭证

        Source: stated L68-69; companion F4, F5 | checks: assumed FX-42

        Args:
            word: 凭证字
                Source: companion F4
            voucher_date: 凭证日期
                Source: companion F4
            details: 分录
                Source: companion F4
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.
            id: 新建时留空
                Source: companion F5
            code: 凭证号;留空则由系统编号
                Source: companion F4, F5; inferred FX-40
            remark: 备注
                Source: companion F4
            receipt_num: 附件张数
                Source: companion F4
            bill_list: 附件
                Source: companion F5; inferred FX-26
            is_template: 是否凭证模板
                Source: companion F4
            template_name: 模板名称
                Source: companion F4

        Returns:
            新建的凭证
        """
        return self._call(
            operations.CREATE_VOUCHER,
            {
                "word": word,
                "voucher_date": voucher_date,
                "details": details,
                "account_set_id": account_set_id,
                "id": id,
                "code": code,
                "remark": remark,
                "receipt_num": receipt_num,
                "bill_list": bill_list,
                "is_template": is_template,
                "template_name": template_name,
            },
            options,
        )

    @or_body
    def update(
        self,
        *,
        id: str | int,
        word: str,
        voucher_date: date | str,
        details: Sequence[models.VoucherLineInput | Mapping[str, Any]],
        account_set_id: str | Absent = ABSENT,
        code: int | Absent = ABSENT,
        remark: str | None | Absent = ABSENT,
        receipt_num: int | Absent = ABSENT,
        bill_list: Sequence[models.Bill | Mapping[str, Any]] | Absent = ABSENT,
        is_template: bool | Absent = ABSENT,
        template_name: str | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.Voucher:
        """更新凭证

        Source: stated L70-71; companion F4 | checks: assumed FX-42 | safety: assumed FX-36

        Args:
            id: 凭证ID
                Source: companion F4
            word: 凭证字
                Source: companion F4
            voucher_date: 凭证日期
                Source: companion F4
            details: 分录
                Source: companion F4
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.
            code: 凭证号;留空则由系统编号
                Source: companion F4, F5; inferred FX-40
            remark: 备注
                Source: companion F4
            receipt_num: 附件张数
                Source: companion F4
            bill_list: 附件
                Source: companion F5; inferred FX-26
            is_template: 是否凭证模板
                Source: companion F4
            template_name: 模板名称
                Source: companion F4

        Returns:
            更新后的凭证
        """
        return self._call(
            operations.UPDATE_VOUCHER,
            {
                "id": id,
                "word": word,
                "voucher_date": voucher_date,
                "details": details,
                "account_set_id": account_set_id,
                "code": code,
                "remark": remark,
                "receipt_num": receipt_num,
                "bill_list": bill_list,
                "is_template": is_template,
                "template_name": template_name,
            },
            options,
        )

    def delete(
        self,
        *,
        body: Sequence[models.VoucherReference | Mapping[str, Any]],
        account_set_id: str | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> Any:
        """删除凭证

        Source: stated L72-73; companion F4 | safety: assumed FX-36

        Args:
            body: Source: companion F4 | items: inferred FX-33
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.

        Returns:
            已完成
        """
        return self._call(operations.DELETE_VOUCHERS, {"body": body, "account_set_id": account_set_id}, options)

    def iter(
        self,
        *,
        account_set_id: str | Absent = ABSENT,
        account_sets_id: str | int | Absent = ABSENT,
        code_start: int | Absent = ABSENT,
        code_end: int | Absent = ABSENT,
        create_member: str | int | Absent = ABSENT,
        min_amount: Decimal | int | Absent = ABSENT,
        max_amount: Decimal | int | Absent = ABSENT,
        subject_id: str | int | Absent = ABSENT,
        summary: str | Absent = ABSENT,
        word: str | Absent = ABSENT,
        remark: str | Absent = ABSENT,
        property: str | Absent = ABSENT,
        order: str | Absent = ABSENT,
        page_size: int | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> Iterator[models.Voucher]:
        """凭证列表

        Gives every item, one after the other; the next page is fetched when it is needed.

        Source: stated L66-67; companion F2, F4 | query: inferred FX-35

        Args:
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.
            account_sets_id: 账套ID
                Source: companion F4
            code_start: 起始凭证号
                Source: companion F4
            code_end: 截止凭证号
                Source: companion F4
            create_member: 制单人ID
                Source: companion F4
            min_amount: 最小金额
                Source: companion F4
            max_amount: 最大金额
                Source: companion F4
            subject_id: 科目ID
                Source: companion F4
            summary: 摘要
                Source: companion F4
            word: 凭证字
                Source: companion F4
            remark: 备注
                Source: companion F4
            property: 排序字段
                Source: companion F4; inferred FX-35
            order: 排序方向
                Source: companion F4; inferred FX-35
            page_size: 每页条数
                Source: companion F4
        """
        return self._iterate(
            operations.LIST_VOUCHERS,
            {
                "account_set_id": account_set_id,
                "account_sets_id": account_sets_id,
                "code_start": code_start,
                "code_end": code_end,
                "create_member": create_member,
                "min_amount": min_amount,
                "max_amount": max_amount,
                "subject_id": subject_id,
                "summary": summary,
                "word": word,
                "remark": remark,
                "property": property,
                "order": order,
                "page_size": page_size,
            },
            options,
        )


class VouchersWithRawResponse:
    """``Vouchers`` with whole responses."""

    def __init__(self, resource: Vouchers) -> None:
        self.get = raw(resource.get)
        self.list = raw_or_body(resource.list)
        self.create = raw_or_body(resource.create)
        self.update = raw_or_body(resource.update)
        self.delete = raw(resource.delete)


class AsyncVouchers(AsyncResource):
    """``Vouchers`` whose calls are awaited."""

    @cached_property
    def with_raw_response(self) -> AsyncVouchersWithRawResponse:
        return AsyncVouchersWithRawResponse(self)

    async def get(
        self, voucher_id: str, *, account_set_id: str | Absent = ABSENT, **options: Unpack[CallOptions]
    ) -> models.Voucher:
        """根据凭证ID获取凭证 (see ``Vouchers.get``)"""
        return await self._call(
            operations.GET_VOUCHER, {"voucher_id": voucher_id, "account_set_id": account_set_id}, options
        )

    @or_body
    async def list(
        self,
        *,
        account_set_id: str | Absent = ABSENT,
        account_sets_id: str | int | Absent = ABSENT,
        code_start: int | Absent = ABSENT,
        code_end: int | Absent = ABSENT,
        create_member: str | int | Absent = ABSENT,
        min_amount: Decimal | int | Absent = ABSENT,
        max_amount: Decimal | int | Absent = ABSENT,
        subject_id: str | int | Absent = ABSENT,
        summary: str | Absent = ABSENT,
        word: str | Absent = ABSENT,
        remark: str | Absent = ABSENT,
        property: str | Absent = ABSENT,
        order: str | Absent = ABSENT,
        page: int | Absent = ABSENT,
        page_size: int | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.VoucherPage:
        """凭证列表 (see ``Vouchers.list``)"""
        return await self._call(
            operations.LIST_VOUCHERS,
            {
                "account_set_id": account_set_id,
                "account_sets_id": account_sets_id,
                "code_start": code_start,
                "code_end": code_end,
                "create_member": create_member,
                "min_amount": min_amount,
                "max_amount": max_amount,
                "subject_id": subject_id,
                "summary": summary,
                "word": word,
                "remark": remark,
                "property": property,
                "order": order,
                "page": page,
                "page_size": page_size,
            },
            options,
        )

    @or_body
    async def create(
        self,
        *,
        word: str,
        voucher_date: date | str,
        details: Sequence[models.VoucherLineInput | Mapping[str, Any]],
        account_set_id: str | Absent = ABSENT,
        id: str | int | None | Absent = ABSENT,
        code: int | Absent = ABSENT,
        remark: str | None | Absent = ABSENT,
        receipt_num: int | Absent = ABSENT,
        bill_list: Sequence[models.Bill | Mapping[str, Any]] | Absent = ABSENT,
        is_template: bool | Absent = ABSENT,
        template_name: str | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.Voucher:
        """创建凭证 (see ``Vouchers.create``)"""
        return await self._call(
            operations.CREATE_VOUCHER,
            {
                "word": word,
                "voucher_date": voucher_date,
                "details": details,
                "account_set_id": account_set_id,
                "id": id,
                "code": code,
                "remark": remark,
                "receipt_num": receipt_num,
                "bill_list": bill_list,
                "is_template": is_template,
                "template_name": template_name,
            },
            options,
        )

    @or_body
    async def update(
        self,
        *,
        id: str | int,
        word: str,
        voucher_date: date | str,
        details: Sequence[models.VoucherLineInput | Mapping[str, Any]],
        account_set_id: str | Absent = ABSENT,
        code: int | Absent = ABSENT,
        remark: str | None | Absent = ABSENT,
        receipt_num: int | Absent = ABSENT,
        bill_list: Sequence[models.Bill | Mapping[str, Any]] | Absent = ABSENT,
        is_template: bool | Absent = ABSENT,
        template_name: str | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.Voucher:
        """更新凭证 (see ``Vouchers.update``)"""
        return await self._call(
            operations.UPDATE_VOUCHER,
            {
                "id": id,
                "word": word,
                "voucher_date": voucher_date,
                "details": details,
                "account_set_id": account_set_id,
                "code": code,
                "remark": remark,
                "receipt_num": receipt_num,
                "bill_list": bill_list,
                "is_template": is_template,
                "template_name": template_name,
            },
            options,
        )

    async def delete(
        self,
        *,
        body: Sequence[models.VoucherReference | Mapping[str, Any]],
        account_set_id: str | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> Any:
        """删除凭证 (see ``Vouchers.delete``)"""
        return await self._call(operations.DELETE_VOUCHERS, {"body": body, "account_set_id": account_set_id}, options)

    def iter(
        self,
        *,
        account_set_id: str | Absent = ABSENT,
        account_sets_id: str | int | Absent = ABSENT,
        code_start: int | Absent = ABSENT,
        code_end: int | Absent = ABSENT,
        create_member: str | int | Absent = ABSENT,
        min_amount: Decimal | int | Absent = ABSENT,
        max_amount: Decimal | int | Absent = ABSENT,
        subject_id: str | int | Absent = ABSENT,
        summary: str | Absent = ABSENT,
        word: str | Absent = ABSENT,
        remark: str | Absent = ABSENT,
        property: str | Absent = ABSENT,
        order: str | Absent = ABSENT,
        page_size: int | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> AsyncIterator[models.Voucher]:
        """凭证列表 (see ``Vouchers.iter``)"""
        return self._iterate(
            operations.LIST_VOUCHERS,
            {
                "account_set_id": account_set_id,
                "account_sets_id": account_sets_id,
                "code_start": code_start,
                "code_end": code_end,
                "create_member": create_member,
                "min_amount": min_amount,
                "max_amount": max_amount,
                "subject_id": subject_id,
                "summary": summary,
                "word": word,
                "remark": remark,
                "property": property,
                "order": order,
                "page_size": page_size,
            },
            options,
        )


class AsyncVouchersWithRawResponse:
    """``AsyncVouchers`` with whole responses."""

    def __init__(self, resource: AsyncVouchers) -> None:
        self.get = async_raw(resource.get)
        self.list = async_raw_or_body(resource.list)
        self.create = async_raw_or_body(resource.create)
        self.update = async_raw_or_body(resource.update)
        self.delete = async_raw(resource.delete)
