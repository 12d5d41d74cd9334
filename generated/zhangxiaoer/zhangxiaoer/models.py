"""The types of the API. Generated; not to be edited."""

from __future__ import annotations

from typing import Any

from ._runtime.enums import OpenStrEnum
from ._runtime.types import Date, DateTime, DecimalNumber, Model


class InvoiceType(OpenStrEnum):
    """票据类型:vat 专票,normal 普票,receipt 收据
    Source: stated L41 | enum/vat: stated L41 | enum/normal: stated L41 | enum/receipt: stated L41
    """

    VAT = "vat"
    """专票"""
    NORMAL = "normal"
    """普票"""
    RECEIPT = "receipt"
    """收据"""


class RecognizeInvoiceRequest(Model):
    """待识别的票据
    Source: stated L38-41
    """

    file: str
    """票据图片或PDF文件,支持jpg、png、pdf格式,最大10MB
    Source: stated L39; sample L56, L65-66 | maxLength: stated L39; inferred ZX-20 | refusal: inferred ZX-12 | required: companion Z2
    """
    account_id: str
    """账套ID
    Source: stated L40; sample L57, L69 | minLength: sample L201 | required: companion Z2
    """
    invoice_type: InvoiceType | None = None
    """票据类型
    Source: stated L41 | required: companion Z2
    """


class RecognizedInvoice(Model):
    """票据的识别结果
    Source: stated L45-49 | required: inferred ZX-16
    """

    invoice_id: str
    """票据唯一标识
    Source: stated L46 | shape: inferred ZX-22
    """
    amount: DecimalNumber
    """票据金额
    Source: stated L47 | type: inferred ZX-04
    """
    category: str
    """票据分类
    Source: stated L48
    """
    entries: list[RecognizedEntry]
    """会计分录数组
    Source: stated L49 | items: assumed ZX-05
    """


class RecognizedEntry(Model):
    """识别出的会计分录;厂商未说明其字段
    Source: assumed ZX-05
    """

    abstract: str | None = None
    """摘要
    Source: assumed ZX-05
    """
    account_code: str | None = None
    """科目编码
    Source: assumed ZX-05
    """
    debit: DecimalNumber | None = None
    """借方金额
    Source: assumed ZX-05
    """
    credit: DecimalNumber | None = None
    """贷方金额
    Source: assumed ZX-05
    """


class CreateVoucherRequest(Model):
    """待创建的凭证
    Source: stated L80-84
    """

    account_id: str
    """账套ID
    Source: stated L81; sample L103 | minLength: sample L201 | required: inferred ZX-15
    """
    date: Date
    """凭证日期,格式 YYYY-MM-DD
    Source: stated L82; sample L104 | required: inferred ZX-15
    """
    entries: list[VoucherEntry]
    """分录数组
    Source: stated L83; sample L105-118 | required: inferred ZX-15
    """
    attachments: list[str] | None = None
    """附件ID数组
    Source: stated L84 | required: inferred ZX-15 | meaning: inferred ZX-07
    """


class VoucherEntry(Model):
    """一条分录;未发生的一方写 0
    Source: stated L83 | required: stated L83; sample L106-117 | zero: sample L110, L115
    """

    abstract: str
    """摘要
    Source: stated L83; sample L107, L113
    """
    account_code: str
    """科目编码
    Source: stated L83; sample L108, L114 | values: inferred ZX-23
    """
    debit: DecimalNumber
    """借方金额
    Source: stated L83; sample L109, L115 | type: inferred ZX-06
    """
    credit: DecimalNumber
    """贷方金额
    Source: stated L83; sample L110, L116 | type: inferred ZX-06
    """


class CreatedVoucher(Model):
    """新凭证的标识
    Source: stated L88-90 | required: inferred ZX-16
    """

    voucher_id: str
    """凭证唯一标识
    Source: stated L89 | shape: inferred ZX-22
    """
    voucher_no: str
    """凭证号
    Source: stated L90 | shape: inferred ZX-22
    """


class AccountStatus(OpenStrEnum):
    """账套状态:active 启用,frozen 冻结
    Source: stated L133 | enum/active: stated L133; sample L147, L153 | enum/frozen: stated L133
    """

    ACTIVE = "active"
    """启用"""
    FROZEN = "frozen"
    """冻结"""


class Account(Model):
    """账套
    Source: stated L130-134; sample L144-149 | required: inferred ZX-16
    """

    id: str
    """账套ID
    Source: stated L131; sample L145, L151
    """
    name: str
    """账套名称
    Source: stated L132; sample L146, L152
    """
    status: AccountStatus
    """账套状态
    Source: stated L133; sample L147, L153
    """
    created_at: DateTime
    """创建时间
    Source: stated L134 | format: sample L148, L154; inferred ZX-08
    """


class AccountList(Model):
    """账套列表
    Source: stated L129-130; sample L142-157 | required: inferred ZX-16
    """

    accounts: list[Account]
    """账套数组
    Source: stated L130; sample L143
    """


class ReportType(OpenStrEnum):
    """报表类型:balance 资产负债表,profit 利润表,cashflow 现金流量表
    Source: stated L165 | enum/balance: stated L165 | enum/profit: stated L165; sample L183 | enum/cashflow: stated L165
    """

    BALANCE = "balance"
    """资产负债表"""
    PROFIT = "profit"
    """利润表"""
    CASHFLOW = "cashflow"
    """现金流量表"""


class Report(Model):
    """财务报表
    Source: stated L176-178 | required: inferred ZX-16
    """

    report_data: dict[str, Any]
    """报表数据,根据报表类型返回不同结构
    Source: stated L177 | structure: assumed ZX-17
    """
    period: ReportPeriod
    """报表期间
    Source: stated L178
    """


class ReportPeriod(Model):
    """报表期间
    Source: stated L178 | required: inferred ZX-16
    """

    start_date: Date
    """开始日期
    Source: stated L178 | format: inferred ZX-25
    """
    end_date: Date
    """结束日期
    Source: stated L178 | format: inferred ZX-25
    """


class ErrorAnswer(Model):
    """错误响应
    Source: sample L198-204; inferred ZX-14
    """

    error: ErrorDetail
    """错误详情
    Source: sample L199
    """


class ErrorDetail(Model):
    """错误详情
    Source: sample L199-203
    """

    code: int
    """错误码
    Source: sample L200; stated L190 | values: stated L191-196
    """
    message: str
    """错误说明
    Source: sample L201
    """
    type: str
    """错误类型;只见过 invalid_request_error
    Source: sample L202 | values: inferred ZX-18
    """
