"""Operations of ``client.invoices``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal, Unpack

from .. import _operations as operations
from .. import models
from .._runtime.absent import ABSENT, Absent
from .._runtime.files import FileInput
from .._runtime.objects import or_body
from .._runtime.options import CallOptions
from .._runtime.resource import AsyncResource, Resource, async_raw, async_raw_or_body, raw, raw_or_body


class Invoices(Resource):
    """The operations under `invoices`."""

    @cached_property
    def with_raw_response(self) -> InvoicesWithRawResponse:
        """The same methods, giving the whole response: data, headers, code, message, deviations."""
        return InvoicesWithRawResponse(self)

    @or_body
    def recognize_and_check(
        self,
        *,
        attachment_url: str,
        locale: models.Locale | Literal["zh_CN", "en_US", "ja_JP", "zh_TW"] | Absent = ABSENT,
        purchase_invoice: models.YesNo | Literal["Y", "N"] | Absent = ABSENT,
        create_expense: models.YesNo | Literal["Y", "N"] | Absent = ABSENT,
        user_code: str | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> list[models.RecognizedInvoice]:
        """票据同步识别与查验

        识别一个文件中的发票(不超过3张)并查验;`create_expense` 为 Y 时另创建消费记录。

        该接口使用前联系产品开通发票识别与查验的子账号,然后点击配置。建议超时时间设置在60s以上。

        Source: stated L1-4 | description: stated L5-8 | timeout: stated L8 | safety: assumed CP-26 | file: assumed CP-19 | host: inferred CP-21

        Args:
            attachment_url: 文件地址
                Source: stated L28-32 | minLength: inferred CP-18
            locale: 语言环境 (返回信息的语言)
                Source: companion C6 | required: inferred CP-30
                Without it, what the client was given as ``locale``.
            purchase_invoice: 是否采购发票;不传默认为N
                Default of the vendor: N
                Source: stated L34-37 | default: stated L39 | required: inferred CP-02
            create_expense: 是否创建消费记录;不传默认为N
                Default of the vendor: N
                Source: stated L40-42, L45 | type: sample L101; inferred CP-01 | required: stated L43 | default: stated L45
            user_code: 工号 (employee_number);当create_expense为Y时必传
                Source: stated L46-49 | required: stated L51 | minLength: inferred CP-18

        Returns:
            识别与查验的结果,或错误编码
        """
        return self._call(
            operations.RECOGNIZE_AND_CHECK_INVOICES,
            {
                "attachment_url": attachment_url,
                "locale": locale,
                "purchase_invoice": purchase_invoice,
                "create_expense": create_expense,
                "user_code": user_code,
            },
            options,
        )

    @or_body
    def recognize_and_check_legacy(
        self,
        *,
        attachment_url: str,
        locale: models.Locale | Literal["zh_CN", "en_US", "ja_JP", "zh_TW"] | Absent = ABSENT,
        purchase_invoice: models.YesNo | Literal["Y", "N"] | Absent = ABSENT,
        create_expense: models.YesNo | Literal["Y", "N"] | Absent = ABSENT,
        user_code: str | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> list[models.LegacyRecognizedInvoice] | models.ExpenseResult:
        """票据识别与查验同步

        较早的同步识别与查验接口。不需创建消费记录时返回数组;需要创建消费记录时 data 直接是所创建的消费记录。

        Source: companion C2 | timeout: stated L8; inferred CP-32 | file: assumed CP-40

        Args:
            attachment_url: 文件地址
                Source: stated L28-32 | minLength: inferred CP-18
            locale: 语言环境 (返回信息的语言)
                Source: companion C6 | required: inferred CP-30
                Without it, what the client was given as ``locale``.
            purchase_invoice: 是否采购发票;不传默认为N
                Default of the vendor: N
                Source: stated L34-37 | default: stated L39 | required: inferred CP-02
            create_expense: 是否创建消费记录;不传默认为N
                Default of the vendor: N
                Source: stated L40-42, L45 | type: sample L101; inferred CP-01 | required: stated L43 | default: stated L45
            user_code: 工号 (employee_number);当create_expense为Y时必传
                Source: stated L46-49 | required: stated L51 | minLength: inferred CP-18

        Returns:
            识别与查验的结果,或所创建的消费记录
        """
        return self._call(
            operations.RECOGNIZE_AND_CHECK_INVOICES_LEGACY,
            {
                "attachment_url": attachment_url,
                "locale": locale,
                "purchase_invoice": purchase_invoice,
                "create_expense": create_expense,
                "user_code": user_code,
            },
            options,
        )

    @or_body
    def recognize_and_check_file(
        self,
        *,
        file: FileInput,
        locale: models.Locale | Literal["zh_CN", "en_US", "ja_JP", "zh_TW"] | Absent = ABSENT,
        purchase_invoice: models.YesNo | Literal["Y", "N"] | Absent = ABSENT,
        create_expense: models.YesNo | Literal["Y", "N"] | Absent = ABSENT,
        user_code: str | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> list[models.LegacyRecognizedInvoice] | models.ExpenseResult:
        """票据识别与查验同步 (本地文件)

        该接口使用前需找产品开发票识别的子账号。子账号识别限制1张文件不超过3张发票数据。返回同 ocrSync。

        Source: companion C3 | timeout: stated L8; inferred CP-32 | file: assumed CP-40

        Args:
            file: 文件
                Source: companion C3; inferred CP-32
            locale: 语言环境 (返回信息的语言)
                Source: companion C6 | required: inferred CP-30
                Without it, what the client was given as ``locale``.
            purchase_invoice: 是否采购发票;默认为N
                Default of the vendor: N
                Source: companion C3 | required: inferred CP-32
            create_expense: 是否创建消费记录;默认为N
                Default of the vendor: N
                Source: companion C3 | required: inferred CP-32
            user_code: 工号;当create_expense为Y时必传
                Source: companion C3 | minLength: inferred CP-18

        Returns:
            识别与查验的结果,或所创建的消费记录
        """
        return self._call(
            operations.RECOGNIZE_AND_CHECK_FILE,
            {
                "file": file,
                "locale": locale,
                "purchase_invoice": purchase_invoice,
                "create_expense": create_expense,
                "user_code": user_code,
            },
            options,
        )

    @or_body
    def check(
        self,
        *,
        invoice_num: str,
        receipt_date: date | str,
        locale: models.Locale | Literal["zh_CN", "en_US", "ja_JP", "zh_TW"] | Absent = ABSENT,
        invoice_code: str | Absent = ABSENT,
        check_code: str | Absent = ABSENT,
        amount: Decimal | int | Absent = ABSENT,
        force: models.YesNo | Literal["Y", "N"] | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.CheckedInvoice:
        """票据查验

        Source: companion C4 | mock: assumed CP-33

        Args:
            invoice_num: 发票号码
                Source: companion C4 | minLength: inferred CP-18
            receipt_date: 发票日期
                Source: companion C4
            locale: 语言环境 (返回信息的语言)
                Source: companion C6 | required: inferred CP-30
                Without it, what the client was given as ``locale``.
            invoice_code: 发票代码
                Source: companion C4
            check_code: 校验码
                Source: companion C4
            amount: 金额
                Source: companion C4
            force: 是否强制查验
                Source: companion C4 | type: inferred CP-33

        Returns:
            查验结果
        """
        return self._call(
            operations.CHECK_INVOICE,
            {
                "invoice_num": invoice_num,
                "receipt_date": receipt_date,
                "locale": locale,
                "invoice_code": invoice_code,
                "check_code": check_code,
                "amount": amount,
                "force": force,
            },
            options,
        )

    @or_body
    def recognize(
        self,
        *,
        file_name: Sequence[str],
        locale: models.Locale | Literal["zh_CN", "en_US", "ja_JP", "zh_TW"] | Absent = ABSENT,
        user_name: str | Absent = ABSENT,
        employee_number: str | Absent = ABSENT,
        language: str | Absent = ABSENT,
        ocr_type: str | Absent = ABSENT,
        purchase_invoice: models.YesNo | Literal["Y", "N"] | Absent = ABSENT,
        fields: Mapping[str, Any] | Absent = ABSENT,
        timestamp: datetime | int | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.Recognition:
        """票据识别

        异步批量票据识别接口 (单次最多100份附件url),支持普通票据识别、海关票识别。可以用票据识别结果查询本批次票据的完成情况。

        接口处理发票文件验签、税额计算、发票抬头校验,请配置好相关配置;对于重复导入票据会记录查验失败和错误信息invoice_message。

        Source: companion C7, C7o | fill: inferred CP-34

        Args:
            file_name: 附件url (不能超过一百个)
                Source: companion C7
            locale: 语言环境 (返回信息的语言)
                Source: companion C6 | required: inferred CP-30
                Without it, what the client was given as ``locale``.
            user_name: 用户名
                Source: companion C7
            employee_number: 员工号
                Source: companion C7
            language: 语言 (默认zh_CN)
                Default of the vendor: zh_CN
                Source: companion C7
            ocr_type: 识别类型
                Source: companion C7; inferred CP-34
            purchase_invoice: 采购发票 (为Y时代表该票据放入采购发票池,默认N)
                Default of the vendor: N
                Source: companion C7
            fields: Fields that the document does not name.
            timestamp: 时间戳
                Source: companion C7o; inferred CP-34

        Returns:
            识别批次
        """
        return self._call(
            operations.RECOGNIZE_INVOICES,
            {
                "file_name": file_name,
                "locale": locale,
                "user_name": user_name,
                "employee_number": employee_number,
                "language": language,
                "ocr_type": ocr_type,
                "purchase_invoice": purchase_invoice,
                "fields": fields,
                "timestamp": timestamp,
            },
            options,
        )

    @or_body
    def recognition_progress(
        self,
        *,
        identification_ids: Sequence[str],
        locale: models.Locale | Literal["zh_CN", "en_US", "ja_JP", "zh_TW"] | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.RecognitionProgress:
        """票据识别结果查询

        调用票据识别接口后,利用返回的identification_id轮询查看该识别批次的处理情况。推荐使用unfinished_count == 0来判断批次是否识别结束。

        轮询间隔时间建议为 ln((x+e)^2),其中 x 为循环次数。

        Source: companion C8 | mock: assumed CP-34

        Args:
            identification_ids: 需要轮询的批次标识id
                Source: companion C8
            locale: 语言环境 (返回信息的语言)
                Source: companion C6 | required: inferred CP-30
                Without it, what the client was given as ``locale``.

        Returns:
            识别情况
        """
        return self._call(
            operations.GET_RECOGNITION_PROGRESS, {"identification_ids": identification_ids, "locale": locale}, options
        )

    @or_body
    def create(
        self,
        *,
        user_code: str,
        receipt_ocr: models.RecognizedReceipts | Mapping[str, Any],
        locale: models.Locale | Literal["zh_CN", "en_US", "ja_JP", "zh_TW"] | Absent = ABSENT,
        receipt_check: models.CheckedInvoice | Mapping[str, Any] | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.ExpenseResult:
        """票据创建

        单个票据创建接口,只处理发票识别和查验成功的数据:系统将创建一条消费记录和票据记录,并将二者进行关联。

        创建增值税发票的时候receipt_check不能为空,且invoices中的invoice_type和receipt_check的invoice_type必须一致;对于重复导入票据会记录查验失败和错误信息invoice_message。

        Source: companion C9 | data: inferred CP-35 | safety: assumed CP-26

        Args:
            user_code: 用户code
                Source: companion C9 | minLength: inferred CP-18
            receipt_ocr: 票据识别后的信息
                Source: companion C9
            locale: 语言环境 (返回信息的语言)
                Source: companion C6 | required: inferred CP-30
                Without it, what the client was given as ``locale``.
            receipt_check: 票据查验后的信息;增值税发票必传
                Source: companion C9; inferred CP-35

        Returns:
            所创建的消费记录
        """
        return self._call(
            operations.CREATE_INVOICE,
            {"user_code": user_code, "receipt_ocr": receipt_ocr, "locale": locale, "receipt_check": receipt_check},
            options,
        )

    def review(
        self,
        *,
        body: Sequence[models.ReviewedInvoice | Mapping[str, Any]],
        locale: models.Locale | Literal["zh_CN", "en_US", "ja_JP", "zh_TW"] | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> list[models.FailedReview]:
        """批量票据复核

        若单据有多行,则需要传入所有行上对应的 expense_id、receipt_id;当行上所有票已经复核完时才会更新单据头的 review_flag。

        Source: companion C12 | safety: assumed CP-26

        Args:
            body: Source: companion C12
            locale: 语言环境 (返回信息的语言)
                Source: companion C6 | required: inferred CP-30
                Without it, what the client was given as ``locale``.

        Returns:
            处理成功,或未能复核的行
        """
        return self._call(operations.REVIEW_INVOICES, {"body": body, "locale": locale}, options)


class InvoicesWithRawResponse:
    """``Invoices`` with whole responses."""

    def __init__(self, resource: Invoices) -> None:
        self.recognize_and_check = raw_or_body(resource.recognize_and_check)
        self.recognize_and_check_legacy = raw_or_body(resource.recognize_and_check_legacy)
        self.recognize_and_check_file = raw_or_body(resource.recognize_and_check_file)
        self.check = raw_or_body(resource.check)
        self.recognize = raw_or_body(resource.recognize)
        self.recognition_progress = raw_or_body(resource.recognition_progress)
        self.create = raw_or_body(resource.create)
        self.review = raw(resource.review)


class AsyncInvoices(AsyncResource):
    """``Invoices`` whose calls are awaited."""

    @cached_property
    def with_raw_response(self) -> AsyncInvoicesWithRawResponse:
        return AsyncInvoicesWithRawResponse(self)

    @or_body
    async def recognize_and_check(
        self,
        *,
        attachment_url: str,
        locale: models.Locale | Literal["zh_CN", "en_US", "ja_JP", "zh_TW"] | Absent = ABSENT,
        purchase_invoice: models.YesNo | Literal["Y", "N"] | Absent = ABSENT,
        create_expense: models.YesNo | Literal["Y", "N"] | Absent = ABSENT,
        user_code: str | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> list[models.RecognizedInvoice]:
        """票据同步识别与查验 (see ``Invoices.recognize_and_check``)"""
        return await self._call(
            operations.RECOGNIZE_AND_CHECK_INVOICES,
            {
                "attachment_url": attachment_url,
                "locale": locale,
                "purchase_invoice": purchase_invoice,
                "create_expense": create_expense,
                "user_code": user_code,
            },
            options,
        )

    @or_body
    async def recognize_and_check_legacy(
        self,
        *,
        attachment_url: str,
        locale: models.Locale | Literal["zh_CN", "en_US", "ja_JP", "zh_TW"] | Absent = ABSENT,
        purchase_invoice: models.YesNo | Literal["Y", "N"] | Absent = ABSENT,
        create_expense: models.YesNo | Literal["Y", "N"] | Absent = ABSENT,
        user_code: str | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> list[models.LegacyRecognizedInvoice] | models.ExpenseResult:
        """票据识别与查验同步 (see ``Invoices.recognize_and_check_legacy``)"""
        return await self._call(
            operations.RECOGNIZE_AND_CHECK_INVOICES_LEGACY,
            {
                "attachment_url": attachment_url,
                "locale": locale,
                "purchase_invoice": purchase_invoice,
                "create_expense": create_expense,
                "user_code": user_code,
            },
            options,
        )

    @or_body
    async def recognize_and_check_file(
        self,
        *,
        file: FileInput,
        locale: models.Locale | Literal["zh_CN", "en_US", "ja_JP", "zh_TW"] | Absent = ABSENT,
        purchase_invoice: models.YesNo | Literal["Y", "N"] | Absent = ABSENT,
        create_expense: models.YesNo | Literal["Y", "N"] | Absent = ABSENT,
        user_code: str | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> list[models.LegacyRecognizedInvoice] | models.ExpenseResult:
        """票据识别与查验同步 (本地文件) (see ``Invoices.recognize_and_check_file``)"""
        return await self._call(
            operations.RECOGNIZE_AND_CHECK_FILE,
            {
                "file": file,
                "locale": locale,
                "purchase_invoice": purchase_invoice,
                "create_expense": create_expense,
                "user_code": user_code,
            },
            options,
        )

    @or_body
    async def check(
        self,
        *,
        invoice_num: str,
        receipt_date: date | str,
        locale: models.Locale | Literal["zh_CN", "en_US", "ja_JP", "zh_TW"] | Absent = ABSENT,
        invoice_code: str | Absent = ABSENT,
        check_code: str | Absent = ABSENT,
        amount: Decimal | int | Absent = ABSENT,
        force: models.YesNo | Literal["Y", "N"] | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.CheckedInvoice:
        """票据查验 (see ``Invoices.check``)"""
        return await self._call(
            operations.CHECK_INVOICE,
            {
                "invoice_num": invoice_num,
                "receipt_date": receipt_date,
                "locale": locale,
                "invoice_code": invoice_code,
                "check_code": check_code,
                "amount": amount,
                "force": force,
            },
            options,
        )

    @or_body
    async def recognize(
        self,
        *,
        file_name: Sequence[str],
        locale: models.Locale | Literal["zh_CN", "en_US", "ja_JP", "zh_TW"] | Absent = ABSENT,
        user_name: str | Absent = ABSENT,
        employee_number: str | Absent = ABSENT,
        language: str | Absent = ABSENT,
        ocr_type: str | Absent = ABSENT,
        purchase_invoice: models.YesNo | Literal["Y", "N"] | Absent = ABSENT,
        fields: Mapping[str, Any] | Absent = ABSENT,
        timestamp: datetime | int | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.Recognition:
        """票据识别 (see ``Invoices.recognize``)"""
        return await self._call(
            operations.RECOGNIZE_INVOICES,
            {
                "file_name": file_name,
                "locale": locale,
                "user_name": user_name,
                "employee_number": employee_number,
                "language": language,
                "ocr_type": ocr_type,
                "purchase_invoice": purchase_invoice,
                "fields": fields,
                "timestamp": timestamp,
            },
            options,
        )

    @or_body
    async def recognition_progress(
        self,
        *,
        identification_ids: Sequence[str],
        locale: models.Locale | Literal["zh_CN", "en_US", "ja_JP", "zh_TW"] | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.RecognitionProgress:
        """票据识别结果查询 (see ``Invoices.recognition_progress``)"""
        return await self._call(
            operations.GET_RECOGNITION_PROGRESS, {"identification_ids": identification_ids, "locale": locale}, options
        )

    @or_body
    async def create(
        self,
        *,
        user_code: str,
        receipt_ocr: models.RecognizedReceipts | Mapping[str, Any],
        locale: models.Locale | Literal["zh_CN", "en_US", "ja_JP", "zh_TW"] | Absent = ABSENT,
        receipt_check: models.CheckedInvoice | Mapping[str, Any] | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.ExpenseResult:
        """票据创建 (see ``Invoices.create``)"""
        return await self._call(
            operations.CREATE_INVOICE,
            {"user_code": user_code, "receipt_ocr": receipt_ocr, "locale": locale, "receipt_check": receipt_check},
            options,
        )

    async def review(
        self,
        *,
        body: Sequence[models.ReviewedInvoice | Mapping[str, Any]],
        locale: models.Locale | Literal["zh_CN", "en_US", "ja_JP", "zh_TW"] | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> list[models.FailedReview]:
        """批量票据复核 (see ``Invoices.review``)"""
        return await self._call(operations.REVIEW_INVOICES, {"body": body, "locale": locale}, options)


class AsyncInvoicesWithRawResponse:
    """``AsyncInvoices`` with whole responses."""

    def __init__(self, resource: AsyncInvoices) -> None:
        self.recognize_and_check = async_raw_or_body(resource.recognize_and_check)
        self.recognize_and_check_legacy = async_raw_or_body(resource.recognize_and_check_legacy)
        self.recognize_and_check_file = async_raw_or_body(resource.recognize_and_check_file)
        self.check = async_raw_or_body(resource.check)
        self.recognize = async_raw_or_body(resource.recognize)
        self.recognition_progress = async_raw_or_body(resource.recognition_progress)
        self.create = async_raw_or_body(resource.create)
        self.review = async_raw(resource.review)
