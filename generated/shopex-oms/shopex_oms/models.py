"""The types of the API. Generated; not to be edited."""

from __future__ import annotations

from typing import Literal

from ._runtime.types import Date, DecimalNumber, Model
from ._times import TimeText


class SystemParameters(Model):
    """系统级参数:调用所有接口都必须提供
    Source: stated L17-28 | required: stated L19; companion S4
    """

    flag: str
    """应用标识,用于标识调用方身份
    Source: stated L22 | scope: companion S2, SX-12
    """
    method: str
    """接口方法名,例如:invoice.getInvoice
    Source: stated L23
    """
    ver: Literal[1]
    """版本号,固定为1
    Source: stated L24 | text: inferred SX-13
    """
    charset: Literal["utf-8"]
    """字符集,固定为utf-8
    Source: stated L25
    """
    type: Literal["json"]
    """返回格式,固定为json
    Source: stated L26
    """
    timestamp: TimeText
    """时间戳,格式:yyyyMMddHHmmss;须与服务器时间保持同步
    Source: stated L27 | format: stated L27; inferred SX-04 | zone: assumed SX-27 | validity: stated L159, L171; inferred SX-03
    """
    sign: str
    """签名,用于验证请求的合法性;每个请求必须生成唯一的签名
    Source: stated L28 | pattern: companion S2, S6, SX-12 | unique: stated L172; inferred SX-19 | sensitive: stated L177
    """


class Invoice(Model):
    """发票
    Source: stated L39-51; sample L70-90 | required: sample L71-80; inferred SX-26 | examples: sample L70-90
    """

    invoice_bn: str
    """发票编号
    Source: stated L42; sample L71
    """
    invoice_type: str
    """发票类型,例如:增值税专用发票、增值税普通发票
    Source: stated L43; sample L72 | values: inferred SX-14
    """
    invoice_status: str
    """发票状态,例如:已开票
    Source: stated L44; sample L73 | values: inferred SX-14
    """
    tax_no: str
    """税号
    Source: stated L45; sample L74 | meaning: inferred SX-15
    """
    company_name: str
    """公司名称
    Source: stated L46; sample L75 | meaning: inferred SX-15
    """
    amount: DecimalNumber
    """金额
    Source: stated L47; sample L76 | type: sample L76; inferred SX-16
    """
    tax_amount: DecimalNumber
    """税额
    Source: stated L48; sample L77 | type: sample L77; inferred SX-16
    """
    total_amount: DecimalNumber
    """价税合计
    Source: stated L49; sample L78 | type: sample L78; inferred SX-16
    """
    issue_date: Date
    """开票日期
    Source: stated L50; sample L79 | format: sample L79; stated L168; inferred SX-04
    """
    items: list[InvoiceItem]
    """发票明细
    Source: stated L51-53; sample L80-89
    """


class InvoiceItem(Model):
    """发票明细中的一行
    Source: stated L53-61; sample L81-88 | required: sample L82-87; inferred SX-26
    """

    item_name: str
    """项目名称
    Source: stated L56; sample L82
    """
    spec: str
    """规格
    Source: stated L57; sample L83
    """
    unit: str
    """单位
    Source: stated L58; sample L84
    """
    quantity: DecimalNumber
    """数量
    Source: stated L59; sample L85 | type: stated L59; inferred SX-17
    """
    price: DecimalNumber
    """单价
    Source: stated L60; sample L86 | type: sample L86; inferred SX-16
    """
    amount: DecimalNumber
    """金额
    Source: stated L61; sample L87 | type: sample L87; inferred SX-16
    """


class InvoiceList(Model):
    """发票列表的一页
    Source: stated L104-108; sample L127-147 | required: sample L128-129; inferred SX-26 | examples: sample L127-147
    """

    count: int
    """总记录数
    Source: stated L107; sample L128 | meaning: stated L107; inferred SX-18
    """
    lists: list[InvoiceSummary]
    """发票列表
    Source: stated L108-110; sample L129-146
    """


class InvoiceSummary(Model):
    """列表中的一张发票
    Source: stated L110-118; sample L130-145 | required: sample L131-136; inferred SX-26
    """

    invoice_bn: str
    """发票编号
    Source: stated L113; sample L131, L139
    """
    invoice_type: str
    """发票类型,例如:增值税专用发票、增值税普通发票
    Source: stated L114; sample L132, L140 | values: inferred SX-14
    """
    invoice_status: str
    """发票状态,例如:已开票
    Source: stated L115; sample L133, L141 | values: inferred SX-14
    """
    company_name: str
    """公司名称
    Source: stated L116; sample L134, L142
    """
    total_amount: DecimalNumber
    """价税合计
    Source: stated L117; sample L135, L143 | type: sample L135; inferred SX-16
    """
    issue_date: Date
    """开票日期
    Source: stated L118; sample L136, L144 | format: sample L136; stated L168; inferred SX-04
    """


class Refusal(Model):
    """失败响应
    Source: companion S7, SX-07
    """

    error_response: RefusalDetail
    """错误
    Source: companion S7, SX-07
    """


class RefusalDetail(Model):
    """错误码与错误信息
    Source: companion S7, SX-07
    """

    code: int
    """错误码
    Source: stated L151 | values: stated L152-164 | type: inferred SX-07
    """
    msg: str
    """错误信息
    Source: stated L151 | name: companion S7, SX-07
    """
    sub_msg: str | None = None
    """错误详情
    Source: companion S7, SX-07 | sensitive: assumed SX-32
    """


class GetInvoiceRequest(Model):
    """获取发票信息的请求
    Source: stated L34-37 | examples: inferred SX-12
    """

    flag: str
    """应用标识,用于标识调用方身份
    Source: stated L22 | scope: companion S2, SX-12
    """
    method: Literal["invoice.getInvoice"]
    """接口方法名,例如:invoice.getInvoice
    Source: stated L12, L23
    """
    ver: Literal[1]
    """版本号,固定为1
    Source: stated L24 | text: inferred SX-13
    """
    charset: Literal["utf-8"]
    """字符集,固定为utf-8
    Source: stated L25
    """
    type: Literal["json"]
    """返回格式,固定为json
    Source: stated L26
    """
    timestamp: TimeText
    """时间戳,格式:yyyyMMddHHmmss;须与服务器时间保持同步
    Source: stated L27 | format: stated L27; inferred SX-04 | zone: assumed SX-27 | validity: stated L159, L171; inferred SX-03
    """
    sign: str
    """签名,用于验证请求的合法性;每个请求必须生成唯一的签名
    Source: stated L28 | pattern: companion S2, S6, SX-12 | unique: stated L172; inferred SX-19 | sensitive: stated L177
    """
    invoice_bn: str
    """发票编号
    Source: stated L37 | required: inferred SX-01
    """


class GetInvoiceListRequest(Model):
    """获取发票列表的请求
    Source: stated L94-102 | examples: inferred SX-12 | required: companion S5
    """

    flag: str
    """应用标识,用于标识调用方身份
    Source: stated L22 | scope: companion S2, SX-12
    """
    method: Literal["invoice.getInvoiceList"]
    """接口方法名,例如:invoice.getInvoice
    Source: stated L13, L23
    """
    ver: Literal[1]
    """版本号,固定为1
    Source: stated L24 | text: inferred SX-13
    """
    charset: Literal["utf-8"]
    """字符集,固定为utf-8
    Source: stated L25
    """
    type: Literal["json"]
    """返回格式,固定为json
    Source: stated L26
    """
    timestamp: TimeText
    """时间戳,格式:yyyyMMddHHmmss;须与服务器时间保持同步
    Source: stated L27 | format: stated L27; inferred SX-04 | zone: assumed SX-27 | validity: stated L159, L171; inferred SX-03
    """
    sign: str
    """签名,用于验证请求的合法性;每个请求必须生成唯一的签名
    Source: stated L28 | pattern: companion S2, S6, SX-12 | unique: stated L172; inferred SX-19 | sensitive: stated L177
    """
    start_date: Date
    """开始日期(格式:yyyy-MM-dd)
    Source: stated L97 | format: stated L97, L168; inferred SX-04 | required: companion S5 | meaning: inferred SX-20
    """
    end_date: Date
    """结束日期(格式:yyyy-MM-dd)
    Source: stated L98 | format: stated L98, L168; inferred SX-04 | required: companion S5 | meaning: inferred SX-20
    """
    invoice_type: str | None = None
    """发票类型,例如:增值税专用发票
    Source: stated L99 | required: companion S5 | values: inferred SX-14
    """
    invoice_status: str | None = None
    """发票状态,例如:已开票
    Source: stated L100 | required: companion S5 | values: inferred SX-14
    """
    page_no: int | None = None
    """页码,默认1
    Default of the vendor: 1
    Source: stated L101 | minimum: inferred SX-02 | required: companion S5
    """
    page_size: int | None = None
    """每页条数,默认50,最大1000;超过100将被限制为100
    Default of the vendor: 50
    Source: stated L102, L169 | minimum: inferred SX-02 | maximum: stated L102; inferred SX-02 | required: companion S5
    """


class UpdateRequest(Model):
    """更新纸质发票的打印信息的请求;业务参数未说明
    Source: stated L14 | parameters: inferred SX-08 | examples: inferred SX-12
    """

    flag: str
    """应用标识,用于标识调用方身份
    Source: stated L22 | scope: companion S2, SX-12
    """
    method: Literal["invoice.update"]
    """接口方法名,例如:invoice.getInvoice
    Source: stated L14, L23
    """
    ver: Literal[1]
    """版本号,固定为1
    Source: stated L24 | text: inferred SX-13
    """
    charset: Literal["utf-8"]
    """字符集,固定为utf-8
    Source: stated L25
    """
    type: Literal["json"]
    """返回格式,固定为json
    Source: stated L26
    """
    timestamp: TimeText
    """时间戳,格式:yyyyMMddHHmmss;须与服务器时间保持同步
    Source: stated L27 | format: stated L27; inferred SX-04 | zone: assumed SX-27 | validity: stated L159, L171; inferred SX-03
    """
    sign: str
    """签名,用于验证请求的合法性;每个请求必须生成唯一的签名
    Source: stated L28 | pattern: companion S2, S6, SX-12 | unique: stated L172; inferred SX-19 | sensitive: stated L177
    """


class GetResultListRequest(Model):
    """获取开票结果列表的请求;业务参数未说明
    Source: stated L15 | parameters: inferred SX-08 | examples: inferred SX-12
    """

    flag: str
    """应用标识,用于标识调用方身份
    Source: stated L22 | scope: companion S2, SX-12
    """
    method: Literal["invoice.getResultList"]
    """接口方法名,例如:invoice.getInvoice
    Source: stated L15, L23
    """
    ver: Literal[1]
    """版本号,固定为1
    Source: stated L24 | text: inferred SX-13
    """
    charset: Literal["utf-8"]
    """字符集,固定为utf-8
    Source: stated L25
    """
    type: Literal["json"]
    """返回格式,固定为json
    Source: stated L26
    """
    timestamp: TimeText
    """时间戳,格式:yyyyMMddHHmmss;须与服务器时间保持同步
    Source: stated L27 | format: stated L27; inferred SX-04 | zone: assumed SX-27 | validity: stated L159, L171; inferred SX-03
    """
    sign: str
    """签名,用于验证请求的合法性;每个请求必须生成唯一的签名
    Source: stated L28 | pattern: companion S2, S6, SX-12 | unique: stated L172; inferred SX-19 | sensitive: stated L177
    """
