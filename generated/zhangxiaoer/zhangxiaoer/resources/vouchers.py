"""Operations of ``client.vouchers``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Unpack

from .. import _operations as operations
from .. import models
from .._runtime.absent import ABSENT, Absent
from .._runtime.objects import or_body
from .._runtime.options import CallOptions
from .._runtime.resource import AsyncResource, Resource, async_raw_or_body, raw_or_body


class Vouchers(Resource):
    """The operations under `vouchers`."""

    @cached_property
    def with_raw_response(self) -> VouchersWithRawResponse:
        """The same methods, giving the whole response: data, headers, code, message, deviations."""
        return VouchersWithRawResponse(self)

    @or_body
    def create(
        self,
        *,
        account_id: str,
        date: date | str,
        entries: Sequence[models.VoucherEntry | Mapping[str, Any]],
        attachments: Sequence[str] | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.CreatedVoucher:
        """创建会计凭证

        支持多借多贷的复合分录。

        Source: stated L74-76 | safety: assumed ZX-21 | balance: assumed ZX-06 | frozen: assumed ZX-26

        Args:
            account_id: 账套ID
                Source: stated L81; sample L103 | minLength: sample L201 | required: inferred ZX-15
            date: 凭证日期,格式 YYYY-MM-DD
                Source: stated L82; sample L104 | required: inferred ZX-15
            entries: 分录数组
                Source: stated L83; sample L105-118 | required: inferred ZX-15
            attachments: 附件ID数组
                Source: stated L84 | required: inferred ZX-15 | meaning: inferred ZX-07

        Returns:
            新凭证
        """
        return self._call(
            operations.CREATE_VOUCHER,
            {"account_id": account_id, "date": date, "entries": entries, "attachments": attachments},
            options,
        )


class VouchersWithRawResponse:
    """``Vouchers`` with whole responses."""

    def __init__(self, resource: Vouchers) -> None:
        self.create = raw_or_body(resource.create)


class AsyncVouchers(AsyncResource):
    """``Vouchers`` whose calls are awaited."""

    @cached_property
    def with_raw_response(self) -> AsyncVouchersWithRawResponse:
        return AsyncVouchersWithRawResponse(self)

    @or_body
    async def create(
        self,
        *,
        account_id: str,
        date: date | str,
        entries: Sequence[models.VoucherEntry | Mapping[str, Any]],
        attachments: Sequence[str] | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.CreatedVoucher:
        """创建会计凭证 (see ``Vouchers.create``)"""
        return await self._call(
            operations.CREATE_VOUCHER,
            {"account_id": account_id, "date": date, "entries": entries, "attachments": attachments},
            options,
        )


class AsyncVouchersWithRawResponse:
    """``AsyncVouchers`` with whole responses."""

    def __init__(self, resource: AsyncVouchers) -> None:
        self.create = async_raw_or_body(resource.create)
