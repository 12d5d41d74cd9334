"""Operations of ``client.invoices``."""

from __future__ import annotations

from functools import cached_property
from typing import Literal, Unpack

from .. import _operations as operations
from .. import models
from .._runtime.absent import ABSENT, Absent
from .._runtime.files import FileInput
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
    def recognize(
        self,
        *,
        file: FileInput,
        account_id: str,
        invoice_type: models.InvoiceType | Literal["vat", "normal", "receipt"] | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.RecognizedInvoice:
        """识别票据

        上传票据图片或PDF文件,AI自动识别票据内容并返回结构化数据。

        Source: stated L32-34 | safety: assumed ZX-21 | frozen: assumed ZX-26

        Args:
            file: 票据图片或PDF文件,支持jpg、png、pdf格式,最大10MB
                Source: stated L39; sample L56, L65-66 | maxLength: stated L39; inferred ZX-20 | refusal: inferred ZX-12 | required: companion Z2
            account_id: 账套ID
                Source: stated L40; sample L57, L69 | minLength: sample L201 | required: companion Z2
            invoice_type: 票据类型
                Source: stated L41 | required: companion Z2

        Returns:
            识别结果
        """
        return self._call(
            operations.RECOGNIZE_INVOICE,
            {"file": file, "account_id": account_id, "invoice_type": invoice_type},
            options,
        )


class InvoicesWithRawResponse:
    """``Invoices`` with whole responses."""

    def __init__(self, resource: Invoices) -> None:
        self.recognize = raw_or_body(resource.recognize)


class AsyncInvoices(AsyncResource):
    """``Invoices`` whose calls are awaited."""

    @cached_property
    def with_raw_response(self) -> AsyncInvoicesWithRawResponse:
        return AsyncInvoicesWithRawResponse(self)

    @or_body
    async def recognize(
        self,
        *,
        file: FileInput,
        account_id: str,
        invoice_type: models.InvoiceType | Literal["vat", "normal", "receipt"] | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.RecognizedInvoice:
        """识别票据 (see ``Invoices.recognize``)"""
        return await self._call(
            operations.RECOGNIZE_INVOICE,
            {"file": file, "account_id": account_id, "invoice_type": invoice_type},
            options,
        )


class AsyncInvoicesWithRawResponse:
    """``AsyncInvoices`` with whole responses."""

    def __init__(self, resource: AsyncInvoices) -> None:
        self.recognize = async_raw_or_body(resource.recognize)
