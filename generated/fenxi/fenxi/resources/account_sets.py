"""Operations of ``client.account_sets``."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Unpack

from .. import _operations as operations
from .. import models
from .._runtime.absent import ABSENT, Absent
from .._runtime.objects import or_body
from .._runtime.options import CallOptions
from .._runtime.resource import AsyncResource, Resource, async_raw, async_raw_or_body, raw, raw_or_body


class AccountSets(Resource):
    """The operations under `account_sets`."""

    @cached_property
    def with_raw_response(self) -> AccountSetsWithRawResponse:
        """The same methods, giving the whole response: data, headers, code, message, deviations."""
        return AccountSetsWithRawResponse(self)

    def list(
        self,
        *,
        company_name: str | Absent = ABSENT,
        page: int | Absent = ABSENT,
        page_size: int | Absent = ABSENT,
        show_stop: bool | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.AccountSetPage:
        """账套列表

        Source: stated L5-6; companion F4

        Args:
            company_name: 公司名称
                Source: companion F4 | match: assumed FX-35
            page: 页码,从 1 起
                Source: companion F4 | first: companion F4 | minimum: inferred FX-34
            page_size: 每页条数
                Source: companion F4 | default: companion F4 | minimum: inferred FX-34
            show_stop: 是否包括停用的账套
                Source: companion F4 | meaning: inferred FX-35

        Returns:
            账套列表
        """
        return self._call(
            operations.LIST_ACCOUNT_SETS,
            {"company_name": company_name, "page": page, "page_size": page_size, "show_stop": show_stop},
            options,
        )

    @or_body
    def create(
        self,
        *,
        company_name: str,
        enable_date: date | str | Absent = ABSENT,
        credit_code: str | Absent = ABSENT,
        account_standard: str | Absent = ABSENT,
        vat_type: str | Absent = ABSENT,
        address: str | Absent = ABSENT,
        cashier_module: bool | Absent = ABSENT,
        industry: int | Absent = ABSENT,
        fixed_asset_module: bool | Absent = ABSENT,
        voucher_reviewed: bool | Absent = ABSENT,
        current_account_date: date | str | Absent = ABSENT,
        encoding: Sequence[int] | Absent = ABSENT,
        subject_category: Sequence[Any] | Absent = ABSENT,
        journal: bool | Absent = ABSENT,
        assets: bool | Absent = ABSENT,
        enabled: bool | Absent = ABSENT,
        imported: bool | Absent = ABSENT,
        sync_type: str | Absent = ABSENT,
        taxation: str | Absent = ABSENT,
        effective_date: date | str | Absent = ABSENT,
        vcf_eq_check: str | Absent = ABSENT,
        ast_id: str | int | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.AccountSet:
        """新建账套

        Source: stated L9-10; companion F4

        Args:
            company_name: 公司名称
                Source: companion F4
            enable_date: 启用日期
                Source: companion F4
            credit_code: 统一社会信用代码
                Source: companion F4
            account_standard: 会计准则
                Source: companion F4
            vat_type: 增值税种类
                Source: companion F4
            address: 地址
                Source: companion F4
            cashier_module: 是否启用出纳模块
                Source: companion F4
            industry: 行业
                Source: companion F4
            fixed_asset_module: 是否启用固定资产模块
                Source: companion F4
            voucher_reviewed: 凭证是否需要审核
                Source: companion F4
            current_account_date: 当前会计期间
                Source: companion F4
            encoding: 科目编码各级长度
                Source: companion F4
            subject_category: 科目类别
                Source: companion F4
            journal: 厂商未说明
                Source: companion F4
            assets: 厂商未说明
                Source: companion F4
            enabled: 是否启用
                Source: companion F4
            imported: 厂商未说明
                Source: companion F4
            sync_type: 厂商未说明
                Source: companion F4
            taxation: 税制
                Source: companion F4
            effective_date: 生效日期
                Source: companion F4
            vcf_eq_check: 厂商未说明
                Source: companion F4
            ast_id: 账套模板ID
                Source: companion F4; inferred FX-41

        Returns:
            新建的账套
        """
        return self._call(
            operations.CREATE_ACCOUNT_SET,
            {
                "company_name": company_name,
                "enable_date": enable_date,
                "credit_code": credit_code,
                "account_standard": account_standard,
                "vat_type": vat_type,
                "address": address,
                "cashier_module": cashier_module,
                "industry": industry,
                "fixed_asset_module": fixed_asset_module,
                "voucher_reviewed": voucher_reviewed,
                "current_account_date": current_account_date,
                "encoding": encoding,
                "subject_category": subject_category,
                "journal": journal,
                "assets": assets,
                "enabled": enabled,
                "imported": imported,
                "sync_type": sync_type,
                "taxation": taxation,
                "effective_date": effective_date,
                "vcf_eq_check": vcf_eq_check,
                "ast_id": ast_id,
            },
            options,
        )

    def iter(
        self,
        *,
        company_name: str | Absent = ABSENT,
        page_size: int | Absent = ABSENT,
        show_stop: bool | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> Iterator[models.AccountSet]:
        """账套列表

        Gives every item, one after the other; the next page is fetched when it is needed.

        Source: stated L5-6; companion F4

        Args:
            company_name: 公司名称
                Source: companion F4 | match: assumed FX-35
            page_size: 每页条数
                Source: companion F4 | default: companion F4 | minimum: inferred FX-34
            show_stop: 是否包括停用的账套
                Source: companion F4 | meaning: inferred FX-35
        """
        return self._iterate(
            operations.LIST_ACCOUNT_SETS,
            {"company_name": company_name, "page_size": page_size, "show_stop": show_stop},
            options,
        )


class AccountSetsWithRawResponse:
    """``AccountSets`` with whole responses."""

    def __init__(self, resource: AccountSets) -> None:
        self.list = raw(resource.list)
        self.create = raw_or_body(resource.create)


class AsyncAccountSets(AsyncResource):
    """``AccountSets`` whose calls are awaited."""

    @cached_property
    def with_raw_response(self) -> AsyncAccountSetsWithRawResponse:
        return AsyncAccountSetsWithRawResponse(self)

    async def list(
        self,
        *,
        company_name: str | Absent = ABSENT,
        page: int | Absent = ABSENT,
        page_size: int | Absent = ABSENT,
        show_stop: bool | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.AccountSetPage:
        """账套列表 (see ``AccountSets.list``)"""
        return await self._call(
            operations.LIST_ACCOUNT_SETS,
            {"company_name": company_name, "page": page, "page_size": page_size, "show_stop": show_stop},
            options,
        )

    @or_body
    async def create(
        self,
        *,
        company_name: str,
        enable_date: date | str | Absent = ABSENT,
        credit_code: str | Absent = ABSENT,
        account_standard: str | Absent = ABSENT,
        vat_type: str | Absent = ABSENT,
        address: str | Absent = ABSENT,
        cashier_module: bool | Absent = ABSENT,
        industry: int | Absent = ABSENT,
        fixed_asset_module: bool | Absent = ABSENT,
        voucher_reviewed: bool | Absent = ABSENT,
        current_account_date: date | str | Absent = ABSENT,
        encoding: Sequence[int] | Absent = ABSENT,
        subject_category: Sequence[Any] | Absent = ABSENT,
        journal: bool | Absent = ABSENT,
        assets: bool | Absent = ABSENT,
        enabled: bool | Absent = ABSENT,
        imported: bool | Absent = ABSENT,
        sync_type: str | Absent = ABSENT,
        taxation: str | Absent = ABSENT,
        effective_date: date | str | Absent = ABSENT,
        vcf_eq_check: str | Absent = ABSENT,
        ast_id: str | int | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.AccountSet:
        """新建账套 (see ``AccountSets.create``)"""
        return await self._call(
            operations.CREATE_ACCOUNT_SET,
            {
                "company_name": company_name,
                "enable_date": enable_date,
                "credit_code": credit_code,
                "account_standard": account_standard,
                "vat_type": vat_type,
                "address": address,
                "cashier_module": cashier_module,
                "industry": industry,
                "fixed_asset_module": fixed_asset_module,
                "voucher_reviewed": voucher_reviewed,
                "current_account_date": current_account_date,
                "encoding": encoding,
                "subject_category": subject_category,
                "journal": journal,
                "assets": assets,
                "enabled": enabled,
                "imported": imported,
                "sync_type": sync_type,
                "taxation": taxation,
                "effective_date": effective_date,
                "vcf_eq_check": vcf_eq_check,
                "ast_id": ast_id,
            },
            options,
        )

    def iter(
        self,
        *,
        company_name: str | Absent = ABSENT,
        page_size: int | Absent = ABSENT,
        show_stop: bool | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> AsyncIterator[models.AccountSet]:
        """账套列表 (see ``AccountSets.iter``)"""
        return self._iterate(
            operations.LIST_ACCOUNT_SETS,
            {"company_name": company_name, "page_size": page_size, "show_stop": show_stop},
            options,
        )


class AsyncAccountSetsWithRawResponse:
    """``AsyncAccountSets`` with whole responses."""

    def __init__(self, resource: AsyncAccountSets) -> None:
        self.list = async_raw(resource.list)
        self.create = async_raw_or_body(resource.create)
