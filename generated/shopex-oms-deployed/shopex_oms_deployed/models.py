"""The types of the API. Generated; not to be edited."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from ._runtime.enums import OpenStrEnum
from ._runtime.types import DecimalText, Model
from ._times import EpochSeconds, TimeText


class SystemParameters(Model):
    """系统级参数:调用所有接口都必须提供
    Source: stated L17-28 | required: companion S2, S7, SX-34
    """

    flag: str
    """应用标识,用于标识调用方身份
    Source: stated L22 | scope: companion S2, SX-12
    """
    method: str
    """接口方法名,例如:invoice.getInvoice
    Source: stated L23
    """
    ver: Literal[1] | None = None
    """版本号,固定为1
    Source: stated L24 | text: inferred SX-13
    """
    charset: Literal["utf-8"] | None = None
    """字符集,固定为utf-8
    Source: stated L25
    """
    type: Literal["json"] | None = None
    """返回格式,固定为json
    Source: stated L26
    """
    timestamp: EpochSeconds
    """时间戳,Unix秒,与服务器时间相差不超过3600秒
    Source: companion S2, S7 | format: companion S7, SX-04, SX-21 | zone: assumed SX-27 | validity: companion S7, SX-03
    """
    sign: str
    """签名,用于验证请求的合法性;每个请求必须生成唯一的签名
    Source: stated L28 | pattern: companion S2, S6, SX-12 | unique: stated L172; inferred SX-19 | sensitive: stated L177
    """


class RefusalDetail(Model):
    """错误码与错误信息
    Source: companion S7, SX-07
    """

    code: str
    """错误码
    Source: companion S7 | values: companion S7 | type: companion S7
    """
    msg: str
    """错误信息
    Source: stated L151 | name: companion S7, SX-07
    """
    sub_msg: str | None = None
    """错误详情
    Source: companion S7, SX-07 | sensitive: assumed SX-32
    """


class GetListAnswer(Model):
    """获取发票列表的响应
    Source: companion S7 | examples: assumed SX-29
    """

    response: InvoicePage | None = None
    """发票列表
    Source: companion S7
    """
    error_response: RefusalDetail | None = None
    """错误
    Source: companion S7, SX-07
    """


class InvoicePage(Model):
    """发票列表的一页;没有总数
    Source: companion S7, SX-37
    """

    list_: Annotated[list[InvoiceOrder], Field(alias="list")]
    """发票列表
    Source: companion S7
    """


class InvoiceOrderTypeId(OpenStrEnum):
    """发票类型:0 普通发票,1 专用发票
    Source: companion S7, SX-29
    """

    VALUE_0 = "0"
    """普通发票"""
    VALUE_1 = "1"
    """专用发票"""


class InvoiceOrderMode(OpenStrEnum):
    """发票种类(文字)
    Source: companion S7, SX-31
    """

    纸质发票 = "纸质发票"
    电子发票 = "电子发票"


class InvoiceOrderIsStatus(OpenStrEnum):
    """开票状态(文字)
    Source: companion S7, SX-31
    """

    未开票 = "未开票"
    已开票 = "已开票"
    已作废 = "已作废"


class InvoiceOrder(Model):
    """一张订单的发票
    Source: companion S7, SX-29
    """

    order_bn: str
    """订单号
    Source: companion S7
    """
    type_id: InvoiceOrderTypeId | None = None
    """发票类型:0 普通发票,1 专用发票
    Source: companion S7, SX-29
    """
    mode: InvoiceOrderMode | None = None
    """发票种类(文字)
    Source: companion S7, SX-31
    """
    amount: DecimalText | None = None
    """开票金额
    Source: companion S7, SX-29
    """
    cost_tax: DecimalText | None = None
    """税额
    Source: companion S7, SX-29
    """
    tax_rate: DecimalText | None = None
    """税率
    Source: companion S7, SX-29
    """
    title: str | None = None
    """发票抬头
    Source: companion S7
    """
    is_status: InvoiceOrderIsStatus | None = None
    """开票状态(文字)
    Source: companion S7, SX-31
    """
    invoice_code: str | None = None
    """发票代码
    Source: companion S7, SX-29
    """
    invoice_no: str | None = None
    """发票号码
    Source: companion S7, SX-29
    """
    content: str | None = None
    """发票内容
    Source: companion S7, SX-29
    """
    remarks: str | None = None
    """备注
    Source: companion S7, SX-29
    """
    tax_company: str | None = None
    """开票方名称
    Source: companion S7, SX-29
    """
    shop_name: str | None = None
    """店铺名称
    Source: companion S7
    """
    shop_id: str | None = None
    """店铺ID
    Source: companion S7, SX-29
    """
    electronic_items: list[dict[str, Any]] | None = None
    """电子发票明细
    Source: companion S7, SX-29
    """
    product: list[InvoiceProduct] | None = None
    """商品
    Source: companion S7
    """


class InvoiceProduct(Model):
    """发票中的一件商品
    Source: companion S7, SX-29
    """

    obj_id: str | None = None
    """订单对象ID
    Source: companion S7
    """
    obj_alias: str | None = None
    """订单对象名称
    Source: companion S7
    """
    bn: str | None = None
    """货号
    Source: companion S7
    """
    name: str | None = None
    """名称
    Source: companion S7
    """
    price: DecimalText | None = None
    """单价
    Source: companion S7, SX-29
    """
    pmt_price: DecimalText | None = None
    """优惠金额
    Source: companion S7, SX-29
    """
    sale_price: DecimalText | None = None
    """销售价
    Source: companion S7, SX-29
    """
    quantity: DecimalText | None = None
    """数量
    Source: companion S7, SX-29
    """
    order_items: list[dict[str, Any]] | None = None
    """订单明细
    Source: companion S7, SX-29
    """


class UpdateAnswer(Model):
    """更新纸质发票的打印信息的响应
    Source: companion S7 | examples: companion S7, SX-30
    """

    response: UpdateResult | None = None
    """更新结果
    Source: companion S7
    """
    error_response: RefusalDetail | None = None
    """错误
    Source: companion S7, SX-07
    """


class UpdateResult(Model):
    """更新结果
    Source: companion S7, SX-30
    """

    rsp: str | None = None
    """失败时为 fail
    Source: companion S7, SX-30
    """
    msg: str
    """成功时为 success,失败时为原因
    Source: companion S7
    """
    message: str | None = None
    """成功时的说明
    Source: companion S7
    """


class GetResultListAnswer(Model):
    """获取开票结果列表的响应
    Source: companion S7 | examples: assumed SX-29
    """

    response: ResultPage | None = None
    """开票结果列表
    Source: companion S7
    """
    error_response: RefusalDetail | None = None
    """错误
    Source: companion S7, SX-07
    """


class ResultPage(Model):
    """开票结果列表的一页
    Source: companion S7
    """

    lists: list[InvoiceResult]
    """开票结果
    Source: companion S7
    """
    count: int
    """总记录数
    Source: companion S7, SX-18
    """


class InvoiceResultTypeId(OpenStrEnum):
    """发票类型:0 普通发票,1 专用发票
    Source: companion S7, SX-29
    """

    VALUE_0 = "0"
    """普通发票"""
    VALUE_1 = "1"
    """专用发票"""


class InvoiceResultBillingType(OpenStrEnum):
    """开票类型:1 蓝票,2 红票
    Source: companion S7, SX-29
    """

    VALUE_1 = "1"
    """蓝票"""
    VALUE_2 = "2"
    """红票"""


class InvoiceResultInvoiceActionType(OpenStrEnum):
    """开票原因:1 交易完成,2 退货退款,3 电子发票转纸质发票,4 内容变更
    Source: companion S7, SX-29
    """

    VALUE_1 = "1"
    """交易完成"""
    VALUE_2 = "2"
    """退货退款"""
    VALUE_3 = "3"
    """电子发票转纸质发票"""
    VALUE_4 = "4"
    """内容变更"""


class InvoiceResult(Model):
    """一次开票的结果
    Source: companion S7, SX-29
    """

    order_bn: str
    """订单号
    Source: companion S7
    """
    type_id: InvoiceResultTypeId | None = None
    """发票类型:0 普通发票,1 专用发票
    Source: companion S7, SX-29
    """
    mode: str | None = None
    """发票种类
    Source: companion S7, SX-31
    """
    amount: DecimalText | None = None
    """开票金额
    Source: companion S7, SX-29
    """
    cost_tax: DecimalText | None = None
    """税额
    Source: companion S7, SX-29
    """
    tax_rate: DecimalText | None = None
    """税率
    Source: companion S7, SX-29
    """
    invoice_code: str | None = None
    """发票代码
    Source: companion S7, SX-29
    """
    invoice_no: str | None = None
    """发票号码
    Source: companion S7, SX-29
    """
    serial_no: str | None = None
    """开票流水号
    Source: companion S7
    """
    billing_type: InvoiceResultBillingType | None = None
    """开票类型:1 蓝票,2 红票
    Source: companion S7, SX-29
    """
    create_time: TimeText | None = None
    """创建时间
    Source: companion S7 | zone: assumed SX-27
    """
    url: str | None = None
    """电子发票地址
    Source: companion S7, SX-29
    """
    invoice_action_type: InvoiceResultInvoiceActionType | None = None
    """开票原因:1 交易完成,2 退货退款,3 电子发票转纸质发票,4 内容变更
    Source: companion S7, SX-29
    """
    items: list[dict[str, Any]] | None = None
    """开票明细
    Source: companion S7, SX-29
    """


class GetListResponse(Model):
    """获取发票列表的响应
    Source: companion S7 | examples: assumed SX-29
    """

    response: InvoicePage | None = None
    """发票列表
    Source: companion S7
    """
    error_response: RefusalDetail | None = None
    """错误
    Source: companion S7, SX-07
    """


class UpdateInvoiceResponse(Model):
    """更新纸质发票的打印信息的响应
    Source: companion S7 | examples: companion S7, SX-30
    """

    response: UpdateResult | None = None
    """更新结果
    Source: companion S7
    """
    error_response: RefusalDetail | None = None
    """错误
    Source: companion S7, SX-07
    """


class GetResultListResponse(Model):
    """获取开票结果列表的响应
    Source: companion S7 | examples: assumed SX-29
    """

    response: ResultPage | None = None
    """开票结果列表
    Source: companion S7
    """
    error_response: RefusalDetail | None = None
    """错误
    Source: companion S7, SX-07
    """


class GetListRequestMode(OpenStrEnum):
    """发票种类:1 电子发票,0 纸质发票
    Source: companion S7, SX-31
    """

    VALUE_1 = "1"
    """电子发票"""
    VALUE_0 = "0"
    """纸质发票"""


class GetListRequestIsStatus(OpenStrEnum):
    """开票状态:0 未开票,1 已开票,2 已作废
    Source: companion S7, SX-31
    """

    VALUE_0 = "0"
    """未开票"""
    VALUE_1 = "1"
    """已开票"""
    VALUE_2 = "2"
    """已作废"""


class GetListRequest(Model):
    """获取发票列表的请求
    Source: companion S7 | examples: companion S7, SX-12
    """

    flag: str
    """应用标识,用于标识调用方身份
    Source: stated L22 | scope: companion S2, SX-12
    """
    method: Literal["invoice.getList"]
    """接口方法名,例如:invoice.getInvoice
    Source: companion S7, SX-21
    """
    ver: Literal[1] | None = None
    """版本号,固定为1
    Source: stated L24 | text: inferred SX-13
    """
    charset: Literal["utf-8"] | None = None
    """字符集,固定为utf-8
    Source: stated L25
    """
    type: Literal["json"] | None = None
    """返回格式,固定为json
    Source: stated L26
    """
    timestamp: EpochSeconds
    """时间戳,Unix秒,与服务器时间相差不超过3600秒
    Source: companion S2, S7 | format: companion S7, SX-04, SX-21 | zone: assumed SX-27 | validity: companion S7, SX-03
    """
    sign: str
    """签名,用于验证请求的合法性;每个请求必须生成唯一的签名
    Source: stated L28 | pattern: companion S2, S6, SX-12 | unique: stated L172; inferred SX-19 | sensitive: stated L177
    """
    mode: GetListRequestMode | None = None
    """发票种类:1 电子发票,0 纸质发票
    Source: companion S7, SX-31
    """
    is_status: GetListRequestIsStatus | None = None
    """开票状态:0 未开票,1 已开票,2 已作废
    Source: companion S7, SX-31
    """
    start_time: str | None = None
    """创建时间起,须含 yyyy-MM-dd;默认不限
    Source: companion S7, SX-20
    """
    end_time: str | None = None
    """创建时间止,须含 yyyy-MM-dd;默认当前时间
    Source: companion S7, SX-20
    """
    last_modify_start_time: str | None = None
    """最后修改时间起
    Source: companion S7
    """
    last_modify_end_time: str | None = None
    """最后修改时间止
    Source: companion S7
    """
    page_no: int | None = None
    """页码
    Source: companion S7, SX-37
    """
    page_size: int | None = None
    """每页条数;未提供、为0或超过100时按100处理
    Source: companion S7, SX-02, SX-37
    """


class UpdateRequest(Model):
    """更新纸质发票的打印信息的请求
    Source: companion S7, SX-08 | examples: companion S7, SX-12
    """

    flag: str
    """应用标识,用于标识调用方身份
    Source: stated L22 | scope: companion S2, SX-12
    """
    method: Literal["invoice.update"]
    """接口方法名,例如:invoice.getInvoice
    Source: stated L14, L23; companion S7
    """
    ver: Literal[1] | None = None
    """版本号,固定为1
    Source: stated L24 | text: inferred SX-13
    """
    charset: Literal["utf-8"] | None = None
    """字符集,固定为utf-8
    Source: stated L25
    """
    type: Literal["json"] | None = None
    """返回格式,固定为json
    Source: stated L26
    """
    timestamp: EpochSeconds
    """时间戳,Unix秒,与服务器时间相差不超过3600秒
    Source: companion S2, S7 | format: companion S7, SX-04, SX-21 | zone: assumed SX-27 | validity: companion S7, SX-03
    """
    sign: str
    """签名,用于验证请求的合法性;每个请求必须生成唯一的签名
    Source: stated L28 | pattern: companion S2, S6, SX-12 | unique: stated L172; inferred SX-19 | sensitive: stated L177
    """
    order_bn: str
    """订单号
    Source: companion S7
    """
    shop_id: str
    """店铺ID
    Source: companion S7
    """
    invoice_no: str
    """发票号码
    Source: companion S7
    """


class GetResultListRequest(Model):
    """获取开票结果列表的请求
    Source: companion S7, SX-08 | examples: companion S7, SX-12
    """

    flag: str
    """应用标识,用于标识调用方身份
    Source: stated L22 | scope: companion S2, SX-12
    """
    method: Literal["invoice.getResultList"]
    """接口方法名,例如:invoice.getInvoice
    Source: stated L15, L23; companion S7
    """
    ver: Literal[1] | None = None
    """版本号,固定为1
    Source: stated L24 | text: inferred SX-13
    """
    charset: Literal["utf-8"] | None = None
    """字符集,固定为utf-8
    Source: stated L25
    """
    type: Literal["json"] | None = None
    """返回格式,固定为json
    Source: stated L26
    """
    timestamp: EpochSeconds
    """时间戳,Unix秒,与服务器时间相差不超过3600秒
    Source: companion S2, S7 | format: companion S7, SX-04, SX-21 | zone: assumed SX-27 | validity: companion S7, SX-03
    """
    sign: str
    """签名,用于验证请求的合法性;每个请求必须生成唯一的签名
    Source: stated L28 | pattern: companion S2, S6, SX-12 | unique: stated L172; inferred SX-19 | sensitive: stated L177
    """
    start_time: str
    """最后修改时间起,须含 yyyy-MM-dd
    Source: companion S7
    """
    end_time: str
    """最后修改时间止,须含 yyyy-MM-dd
    Source: companion S7
    """
    order_bn: str | None = None
    """订单号
    Source: companion S7
    """
    page_no: int | None = None
    """页码
    Source: companion S7, SX-37
    """
    page_size: int | None = None
    """每页条数;未提供、为0或超过100时按100处理
    Source: companion S7, SX-37
    """
