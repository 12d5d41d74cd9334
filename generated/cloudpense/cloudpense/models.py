"""The types of the API. Generated; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ._runtime.enums import OpenIntEnum, OpenStrEnum
from ._runtime.types import DecimalNumber, JsonText, Model
from ._times import DayText, EpochMilliseconds, EpochMilliseconds2, TimeText


class YesNo(OpenStrEnum):
    """Y 是,N 否
    Source: stated L39, L45 | enum/Y: stated L39, L45 | enum/N: stated L39, L45
    """

    Y = "Y"
    """是"""
    N = "N"
    """否"""


class RecognizeAndCheckRequest(Model):
    """识别与查验的请求
    Source: stated L9-51; sample L88-95
    """

    biz_id: Annotated[str, Field(alias="bizId")]
    """业务唯一识别码
    Source: stated L16-20
    """
    timestamp: EpochMilliseconds
    """当前次接口同步时间对应的时间戳
    Source: stated L22-26
    """
    data: RecognizeAndCheckOptions
    """待识别的文件与选项
    Source: sample L89-92, L98-103; inferred CP-03
    """


class RecognizeAndCheckOptions(Model):
    """待识别的文件与选项;当 create_expense 为 Y 时 user_code 必传
    Source: sample L89-92, L98-103; inferred CP-03 | if: stated L51
    """

    attachment_url: str
    """文件地址
    Source: stated L28-32 | minLength: inferred CP-18
    """
    purchase_invoice: YesNo | None = None
    """是否采购发票;不传默认为N
    Default of the vendor: N
    Source: stated L34-37 | default: stated L39 | required: inferred CP-02
    """
    create_expense: YesNo | None = None
    """是否创建消费记录;不传默认为N
    Default of the vendor: N
    Source: stated L40-42, L45 | type: sample L101; inferred CP-01 | required: stated L43 | default: stated L45
    """
    user_code: str | None = None
    """工号 (employee_number);当create_expense为Y时必传
    Source: stated L46-49 | required: stated L51 | minLength: inferred CP-18
    """


class RecognizeAndCheckAnswer(Model):
    """识别与查验的返回
    Source: stated L52-70 | required: inferred CP-25
    """

    res_code: Annotated[int, Field(alias="resCode")]
    """200000:成功;识别查验失败:错误编码
    Source: stated L56-58 | values: inferred CP-16
    """
    res_msg: Annotated[str | None, Field(alias="resMsg")] = None
    """返回信息描述
    Source: stated L59-61
    """
    data: list[RecognizedInvoice] | None = None
    """每张发票的结果;失败时没有
    Source: stated L62-70 | type: sample L116, L175; inferred CP-04 | maxItems: stated L7; inferred CP-04 | required: sample L107-111; inferred CP-17 | bizId: inferred CP-20
    """
    biz_id: Annotated[str | None, Field(alias="bizId")] = None
    """业务唯一识别码
    Source: companion C2; inferred CP-20
    """


class RecognizedInvoice(Model):
    """一张发票的识别、查验结果,以及所创建的消费记录
    Source: stated L62-70; sample L117-168 | required: inferred CP-25
    """

    ocr_result: Receipt
    """识别返回
    Source: stated L62-64
    """
    check_result: CheckResult
    """查验返回
    Source: stated L65-67
    """
    expense_result: ExpenseResult | None = None
    """创建消费记录返回;只在 create_expense 为 Y 时有
    Source: stated L68-70 | required: sample L168, L227-230; inferred CP-25
    """


class InvoiceStatus(OpenStrEnum):
    """票据状态:Y 已验真,F 查验失败,C 待查验,R 识别中,U 无法识别,I 已识别
    Source: companion C2, C3; inferred CP-07 | enum/Y: companion C2; sample L229 | enum/F: companion C2 | enum/C: companion C2 | enum/R: companion C2; sample L123 | enum/U: companion C2 | enum/I: companion C2
    """

    Y = "Y"
    """已验真"""
    F = "F"
    """查验失败"""
    C = "C"
    """待查验"""
    R = "R"
    """识别中"""
    U = "U"
    """无法识别"""
    I = "I"
    """已识别"""


class Receipt(Model):
    """票据;厂商未说明其字段,均取自示例,另有字段时照原样保留
    Source: stated L62-64; sample L118-144; inferred CP-05 | required: inferred CP-25
    """

    source: str | None = None
    """来源
    Source: sample L119 | meaning: companion C11
    """
    source_file: str | None = None
    """发票附件是否是源文件 (Y:附件是源文件,N:非源文件,为null时不具有任何意义)
    Source: sample L120 | description: inferred CP-05 | meaning: companion C11
    """
    invoice_input: JsonText[InvoiceInput] | None = None
    """发票查验四要素以及位置信息,以JSON文本给出
    Source: sample L121 | content: inferred CP-08 | meaning: companion C11
    """
    invoice_type: str | None = None
    """发票类型;示例 21 为电子发票(普通发票)
    Source: sample L122, L136 | values: inferred CP-05
    """
    invoice_status: InvoiceStatus | None = None
    """查验状态
    Source: sample L123, L182 | values: companion C2, C3 | meaning: companion C11
    """
    invoice_attachments: JsonText[list[InvoiceAttachment]] | None = None
    """附件,以JSON文本给出
    Source: sample L124 | content: inferred CP-08
    """
    log_id: int | None = None
    """导入批次ID;19位整数,超过2^53
    Source: sample L125, L184 | format: inferred CP-12 | meaning: companion C11
    """
    invoice_num: str | None = None
    """发票号码;查验结果中名为 invoice_number
    Source: sample L126 | name: inferred CP-09
    """
    invoice_serial: str | None = None
    """校验码
    Source: sample L127 | meaning: companion C11
    """
    amount: DecimalNumber | None = None
    """金额;示例中含税,即查验结果的 total_amount
    Source: sample L128 | meaning: inferred CP-10
    """
    currency: str | None = None
    """币种
    Source: sample L129
    """
    tax_amount: DecimalNumber | None = None
    """税额
    Source: sample L130
    """
    receipt_date: EpochMilliseconds2 | None = None
    """开票日期当天零时(北京时间)的毫秒时间戳
    Source: sample L131 | zone: inferred CP-11
    """
    buyer_name: str | None = None
    """购方名称
    Source: sample L132
    """
    buyer_tax_code: str | None = None
    """购方税号
    Source: sample L133
    """
    seller_name: str | None = None
    """销方名称
    Source: sample L134
    """
    seller_tax_code: str | None = None
    """销方税号
    Source: sample L135
    """
    name: str | None = None
    """发票名称,如 电子发票(普通发票)
    Source: sample L136
    """
    shop_name: str | None = None
    """销售方名
    Source: sample L137 | meaning: companion C10
    """
    status: str | None = None
    """厂商未说明取值;示例为 0
    Source: sample L138 | values: inferred CP-05
    """
    abnormal_status: str | None = None
    """厂商未说明取值;示例为 0
    Source: sample L139 | values: inferred CP-05
    """
    invoice_detail: JsonText[InvoiceDetail] | None = None
    """票面明细,以JSON文本给出
    Source: sample L140 | content: inferred CP-08 | sensitive: inferred CP-22
    """
    items: JsonText[list[ReceiptItem]] | None = None
    """明细行,以JSON文本给出
    Source: sample L141 | content: inferred CP-08
    """
    valid_amount: DecimalNumber | None = None
    """示例中同 amount
    Source: sample L142
    """
    attachment_url: str | None = None
    """附件地址;示例中不同于请求的文件地址
    Source: sample L143 | meaning: inferred CP-19
    """
    receipt_id: int | None = None
    """票据ID
    Source: companion C11
    """
    expense_id: int | None = None
    """消费记录ID
    Source: companion C11
    """
    company_id: int | None = None
    """公司ID
    Source: companion C11
    """
    source_type: str | None = None
    """发票来源类型
    Source: companion C11
    """
    invalid_invoice: str | None = None
    """无效发票标记 (Y:无效发票)
    Source: companion C11
    """
    comments: str | None = None
    """备注
    Source: companion C11
    """
    invoice_message: str | None = None
    """查验状态说明
    Source: companion C11
    """
    invoice_code: str | None = None
    """发票代码
    Source: companion C11, C2
    """
    flight_detail: str | None = None
    """航班明细
    Source: companion C11
    """
    trips: str | None = None
    """滴滴导入的发票的行程信息
    Source: companion C11
    """
    accumulation_type_id: int | None = None
    """费用计算方式
    Source: companion C11
    """
    exchange_rate: DecimalNumber | None = None
    """汇率
    Source: companion C11
    """
    original_tax_amount: DecimalNumber | None = None
    """税额
    Source: companion C11
    """
    pay_amount: DecimalNumber | None = None
    """支付金额
    Source: companion C11
    """
    tax_code_id: int | None = None
    """税码ID
    Source: companion C11
    """


class CheckResult(Model):
    """查验结果;厂商未说明其字段,均取自示例,另有字段时照原样保留
    Source: stated L65-67; sample L145-167; inferred CP-05 | required: inferred CP-25
    """

    result: int | None = None
    """1 为成功
    Source: sample L146 | values: inferred CP-05
    """
    invoice_type: str | None = None
    """发票类型
    Source: sample L147
    """
    buyer_name: str | None = None
    """购方名称
    Source: sample L148
    """
    buyer_tax_code: str | None = None
    """购方税号
    Source: sample L149
    """
    seller_name: str | None = None
    """销方名称
    Source: sample L150
    """
    seller_tax_code: str | None = None
    """销方税号
    Source: sample L151
    """
    invoice_code: str | None = None
    """发票代码;数电票为空文本
    Source: sample L152 | empty: inferred CP-15
    """
    invoice_number: str | None = None
    """发票号码;识别结果中名为 invoice_num
    Source: sample L153 | name: inferred CP-09
    """
    total_amount: DecimalNumber | None = None
    """价税合计
    Source: sample L154 | meaning: inferred CP-10
    """
    amount: DecimalNumber | None = None
    """不含税金额
    Source: sample L155 | meaning: inferred CP-10
    """
    tax_amount: DecimalNumber | None = None
    """税额
    Source: sample L156
    """
    receipt_detail_list: list[CheckedItem] | None = None
    """明细行
    Source: sample L157
    """


class ExpenseResult(Model):
    """所创建的消费记录
    Source: stated L71-86 | required: sample L227-230; inferred CP-06
    """

    expense_id: int
    """此次请求产生的expense id
    Source: stated L75-77; sample L228
    """
    invoice_message: str | None = None
    """业务校验产生的错误信息
    Source: stated L78-80 | required: inferred CP-06
    """
    invoice_message_code: str | None = None
    """业务校验产生的错误编码
    Source: stated L81-83 | required: inferred CP-06 | values: inferred CP-16
    """
    invoice_status: InvoiceStatus | None = None
    """发票状态
    Source: stated L84-86; sample L229 | values: companion C2, C3
    """


class InvoiceInput(Model):
    """invoice_input 的内容
    Source: sample L121; inferred CP-08
    """

    no: Annotated[str | None, Field(alias="No")] = None
    """发票号码
    Source: sample L121
    """
    code: Annotated[str | None, Field(alias="Code")] = None
    """发票代码;数电票为 null
    Source: sample L121 | type: inferred CP-15
    """
    v_code: Annotated[str | None, Field(alias="VCode")] = None
    """校验码
    Source: sample L121
    """
    amount: Annotated[DecimalNumber | None, Field(alias="Amount")] = None
    """金额(示例中含税)
    Source: sample L121 | meaning: inferred CP-10
    """
    date: Annotated[DayText | None, Field(alias="Date")] = None
    """开票日期
    Source: sample L121 | format: inferred CP-11
    """


class InvoiceAttachment(Model):
    """invoice_attachments 的一项
    Source: sample L124; inferred CP-08
    """

    original_url: str | None = None
    """原文件地址
    Source: sample L124
    """
    attachment_url: str | None = None
    """附件地址
    Source: sample L124
    """
    location: InvoiceLocation | None = None
    """发票在文件中的位置
    Source: sample L124
    """
    direction: str | None = None
    """方向;示例为 0
    Source: sample L124
    """
    created_by: int | None = None
    """创建人;示例为 0
    Source: sample L124
    """


class InvoiceDetail(Model):
    """invoice_detail 的内容
    Source: sample L140; inferred CP-08
    """

    status: Annotated[int | None, Field(alias="Status")] = None
    """厂商未说明取值;示例为 0
    Source: sample L140
    """
    no: Annotated[str | None, Field(alias="No")] = None
    """发票号码
    Source: sample L140
    """
    amount: Annotated[DecimalNumber | None, Field(alias="Amount")] = None
    """不含税金额
    Source: sample L140 | meaning: inferred CP-10
    """
    summary_amount: Annotated[DecimalNumber | None, Field(alias="SummaryAmount")] = None
    """价税合计
    Source: sample L140 | meaning: inferred CP-10
    """
    tax_amount: Annotated[DecimalNumber | None, Field(alias="TaxAmount")] = None
    """税额
    Source: sample L140
    """
    buyer: Annotated[InvoiceParty | None, Field(alias="Buyer")] = None
    """购方
    Source: sample L140
    """
    saler: Annotated[InvoiceParty | None, Field(alias="Saler")] = None
    """销方
    Source: sample L140
    """
    date: Annotated[TimeText | None, Field(alias="Date")] = None
    """开票日期
    Source: sample L140 | format: inferred CP-11
    """
    remark: Annotated[str | None, Field(alias="Remark")] = None
    """备注
    Source: sample L140 | sensitive: inferred CP-22
    """
    invoice_type: Annotated[str | None, Field(alias="invoiceType")] = None
    """发票类型
    Source: sample L140
    """
    items: Annotated[list[InvoiceDetailItem] | None, Field(alias="Items")] = None
    """明细行
    Source: sample L140
    """
    v_code: Annotated[str | None, Field(alias="VCode")] = None
    """校验码
    Source: sample L140
    """


class ReceiptItem(Model):
    """items 的一个明细行
    Source: sample L141; inferred CP-08
    """

    name: str | None = None
    """货物或服务名称
    Source: sample L141
    """
    material_name: str | None = None
    """示例中同 name
    Source: sample L141
    """
    specification: str | None = None
    """规格型号;此处无则为空文本,查验结果中为「无」
    Source: sample L141 | empty: inferred CP-13
    """
    unit: str | None = None
    """单位;此处无则为空文本
    Source: sample L141 | empty: inferred CP-13
    """
    quantity: DecimalNumber | None = None
    """数量
    Source: sample L141
    """
    price: DecimalNumber | None = None
    """不含税单价
    Source: sample L141
    """
    amount: DecimalNumber | None = None
    """不含税金额
    Source: sample L141
    """
    tax_rate: Annotated[DecimalNumber | None, Field(alias="taxRate")] = None
    """税率,以百分数计;3 即 3%
    Source: sample L141 | unit: inferred CP-14
    """
    tax_amount: Annotated[DecimalNumber | None, Field(alias="taxAmount")] = None
    """税额
    Source: sample L141
    """


class CheckedItem(Model):
    """查验结果的一个明细行
    Source: sample L158-165; inferred CP-05
    """

    item_name: str | None = None
    """货物或服务名称
    Source: sample L159
    """
    specification: str | None = None
    """规格型号;此处无则为「无」
    Source: sample L160 | empty: inferred CP-13
    """
    unit: str | None = None
    """单位
    Source: sample L161 | empty: inferred CP-13
    """
    quantity: DecimalNumber | None = None
    """数量
    Source: sample L162
    """
    unit_price: DecimalNumber | None = None
    """不含税单价
    Source: sample L163
    """
    amount: DecimalNumber | None = None
    """不含税金额
    Source: sample L164
    """


class InvoiceLocation(Model):
    """发票在文件中的位置
    Source: sample L124; inferred CP-08
    """

    direction: str | None = None
    """方向;示例为 0
    Source: sample L124
    """


class InvoiceParty(Model):
    """购方或销方
    Source: sample L140; inferred CP-08
    """

    name: Annotated[str | None, Field(alias="Name")] = None
    """名称
    Source: sample L140
    """
    tax_code: Annotated[str | None, Field(alias="TaxCode")] = None
    """税号
    Source: sample L140
    """
    account_bank: Annotated[str | None, Field(alias="AccountBank")] = None
    """开户行及账号
    Source: sample L140 | sensitive: inferred CP-22
    """
    address_phone: Annotated[str | None, Field(alias="AddressPhone")] = None
    """地址、电话
    Source: sample L140 | sensitive: inferred CP-22
    """


class InvoiceDetailItem(Model):
    """invoice_detail 的一个明细行
    Source: sample L140; inferred CP-08
    """

    name: Annotated[str | None, Field(alias="Name")] = None
    """货物或服务名称
    Source: sample L140
    """
    specification: Annotated[str | None, Field(alias="Specification")] = None
    """规格型号;此处无则为空文本
    Source: sample L140 | empty: inferred CP-13
    """
    unit: Annotated[str | None, Field(alias="Unit")] = None
    """单位;此处无则为空文本
    Source: sample L140 | empty: inferred CP-13
    """
    quantity: Annotated[DecimalNumber | None, Field(alias="Quantity")] = None
    """数量
    Source: sample L140
    """
    price: Annotated[DecimalNumber | None, Field(alias="Price")] = None
    """不含税单价
    Source: sample L140
    """
    amount: Annotated[DecimalNumber | None, Field(alias="Amount")] = None
    """不含税金额
    Source: sample L140
    """
    tax_rate: Annotated[DecimalNumber | None, Field(alias="TaxRate")] = None
    """税率,以百分数计;3 即 3%
    Source: sample L140 | unit: inferred CP-14
    """
    tax_amount: Annotated[DecimalNumber | None, Field(alias="TaxAmount")] = None
    """税额
    Source: sample L140
    """


class Locale(OpenStrEnum):
    """语言环境:zh_CN 中文,en_US 英文,ja_JP 日文,zh_TW 繁体
    Source: companion C6
    """

    ZH_CN = "zh_CN"
    """中文"""
    EN_US = "en_US"
    """英文"""
    JA_JP = "ja_JP"
    """日文"""
    ZH_TW = "zh_TW"
    """繁体"""


class GenerateTokenRequest(Model):
    """平台ID与平台密钥
    Source: companion C6
    """

    client_id: str
    """平台ID
    Source: companion C6
    """
    client_secret: str
    """平台密钥
    Source: companion C6
    """


class GenerateTokenAnswer(Model):
    """登录凭证的返回
    Source: companion C6
    """

    res_code: Annotated[int, Field(alias="resCode")]
    """响应状态码
    Source: companion C6
    """
    res_msg: Annotated[str | None, Field(alias="resMsg")] = None
    """响应描述信息
    Source: companion C6
    """
    data: Token | None = None
    """登录凭证
    Source: companion C6
    """


class Token(Model):
    """登录凭证
    Source: companion C6
    """

    access_token: str
    """获取到的TOKEN信息
    Source: companion C6
    """
    token_type: str | None = None
    """凭证类型
    Source: companion C6; inferred CP-28
    """
    expires_in: int | str
    """凭证有效时间 (单位秒)
    Source: companion C6; inferred CP-29
    """
    scope: str | None = None
    """权限类型
    Source: companion C6
    """


class UploadAddressRequest(Model):
    """待上传的文件
    Source: companion C5, C5p
    """

    biz_id: Annotated[str, Field(alias="bizId")]
    """业务唯一识别码
    Source: companion C5 | minLength: inferred CP-18
    """
    timestamp: EpochMilliseconds
    """时间戳
    Source: companion C5
    """
    data: list[FileToUpload]
    """文件名数组
    Source: companion C5
    """


class FileToUpload(Model):
    """一个待上传的文件
    Source: companion C5
    """

    file_name: str
    """文件名,必须包含文件后缀名
    Source: companion C5 | minLength: inferred CP-18
    """
    content_type: str | None = None
    """文件内容类型,常见类型:image/png,image/jpeg,application/pdf
    Source: companion C5 | required: inferred CP-31
    """


class UploadAddressAnswer(Model):
    """上传地址的返回
    Source: companion C5
    """

    biz_id: Annotated[str | None, Field(alias="bizId")] = None
    """业务唯一识别码
    Source: companion C5
    """
    timestamp: int | None = None
    """时间戳
    Source: companion C5
    """
    res_code: Annotated[int, Field(alias="resCode")]
    """响应状态码
    Source: companion C5
    """
    res_msg: Annotated[str | None, Field(alias="resMsg")] = None
    """返回信息描述
    Source: companion C5
    """
    data: list[UploadAddress] | None = None
    """处理成功的结果数组
    Source: companion C5
    """


class UploadAddress(Model):
    """一个文件的上传地址
    Source: companion C5
    """

    file_name: str
    """文件名
    Source: companion C5
    """
    upload_url: str
    """文件上传地址,有效期2小时
    Source: companion C5 | sensitive: inferred CP-31
    """
    attachment_url: str
    """附件地址,可用于单据相关接口的附件字段
    Source: companion C5
    """


class RecognizeAndCheckForm(Model):
    """待识别的本地文件与选项
    Source: companion C3
    """

    biz_id: Annotated[str, Field(alias="bizId")]
    """业务唯一识别码
    Source: companion C3
    """
    timestamp: EpochMilliseconds
    """当前次接口同步时间对应的时间戳
    Source: companion C3
    """
    file: str
    """文件
    Source: companion C3; inferred CP-32
    """
    purchase_invoice: YesNo | None = None
    """是否采购发票;默认为N
    Default of the vendor: N
    Source: companion C3 | required: inferred CP-32
    """
    create_expense: YesNo | None = None
    """是否创建消费记录;默认为N
    Default of the vendor: N
    Source: companion C3 | required: inferred CP-32
    """
    user_code: str | None = None
    """工号;当create_expense为Y时必传
    Source: companion C3 | minLength: inferred CP-18
    """


class LegacyRecognizeAndCheckAnswer(Model):
    """较早的识别与查验接口的返回
    Source: companion C2
    """

    biz_id: Annotated[str | None, Field(alias="bizId")] = None
    """业务唯一识别码
    Source: companion C2
    """
    res_code: Annotated[int, Field(alias="resCode")]
    """响应状态码
    Source: companion C2
    """
    res_msg: Annotated[str | None, Field(alias="resMsg")] = None
    """返回信息描述
    Source: companion C2
    """
    data: list[LegacyRecognizedInvoice] | ExpenseResult | None = None
    """不需创建消费记录时为每张发票的结果,需要创建时为消费记录
    Source: companion C2 | anyOf: inferred CP-32 | maxItems: companion C3
    """


class LegacyRecognizedInvoice(Model):
    """一张发票的识别与查验结果
    Source: companion C2; inferred CP-32
    """

    ocr_result: Annotated[LegacyReceipt, Field(alias="ocrResult")]
    """识别返回
    Source: companion C2
    """
    check_result: Annotated[CheckResult, Field(alias="checkResult")]
    """查验返回
    Source: companion C2; inferred CP-32
    """


class LegacyReceipt(Model):
    """较早接口的票据
    Source: companion C2
    """

    source: str | None = None
    """来源
    Source: sample L119 | meaning: companion C11
    """
    source_file: str | None = None
    """发票附件是否是源文件 (Y:附件是源文件,N:非源文件,为null时不具有任何意义)
    Source: sample L120 | description: inferred CP-05 | meaning: companion C11
    """
    invoice_input: JsonText[InvoiceInput] | None = None
    """发票查验四要素以及位置信息,以JSON文本给出
    Source: sample L121 | content: inferred CP-08 | meaning: companion C11
    """
    invoice_type: str | None = None
    """发票类型;示例 21 为电子发票(普通发票)
    Source: sample L122, L136 | values: inferred CP-05
    """
    invoice_status: InvoiceStatus | None = None
    """查验状态
    Source: sample L123, L182 | values: companion C2, C3 | meaning: companion C11
    """
    invoice_attachments: JsonText[list[InvoiceAttachment]] | None = None
    """附件,以JSON文本给出
    Source: sample L124 | content: inferred CP-08
    """
    log_id: int | None = None
    """导入批次ID;19位整数,超过2^53
    Source: sample L125, L184 | format: inferred CP-12 | meaning: companion C11
    """
    invoice_num: str | None = None
    """发票号码;查验结果中名为 invoice_number
    Source: sample L126 | name: inferred CP-09
    """
    invoice_serial: str | None = None
    """校验码
    Source: sample L127 | meaning: companion C11
    """
    amount: DecimalNumber | None = None
    """金额;示例中含税,即查验结果的 total_amount
    Source: sample L128 | meaning: inferred CP-10
    """
    currency: str | None = None
    """币种
    Source: sample L129
    """
    tax_amount: DecimalNumber | None = None
    """税额
    Source: sample L130
    """
    receipt_date: EpochMilliseconds2 | None = None
    """开票日期当天零时(北京时间)的毫秒时间戳
    Source: sample L131 | zone: inferred CP-11
    """
    buyer_name: str | None = None
    """购方名称
    Source: sample L132
    """
    buyer_tax_code: str | None = None
    """购方税号
    Source: sample L133
    """
    seller_name: str | None = None
    """销方名称
    Source: sample L134
    """
    seller_tax_code: str | None = None
    """销方税号
    Source: sample L135
    """
    name: str | None = None
    """发票名称,如 电子发票(普通发票)
    Source: sample L136
    """
    shop_name: str | None = None
    """销售方名
    Source: sample L137 | meaning: companion C10
    """
    status: str | None = None
    """厂商未说明取值;示例为 0
    Source: sample L138 | values: inferred CP-05
    """
    abnormal_status: str | None = None
    """厂商未说明取值;示例为 0
    Source: sample L139 | values: inferred CP-05
    """
    invoice_detail: JsonText[InvoiceDetail] | None = None
    """票面明细,以JSON文本给出
    Source: sample L140 | content: inferred CP-08 | sensitive: inferred CP-22
    """
    items: JsonText[list[ReceiptItem]] | None = None
    """明细行,以JSON文本给出
    Source: sample L141 | content: inferred CP-08
    """
    valid_amount: DecimalNumber | None = None
    """示例中同 amount
    Source: sample L142
    """
    attachment_url: str | None = None
    """附件地址;示例中不同于请求的文件地址
    Source: sample L143 | meaning: inferred CP-19
    """
    receipt_id: int | None = None
    """票据ID
    Source: companion C11
    """
    expense_id: int | None = None
    """消费记录ID
    Source: companion C11
    """
    company_id: int | None = None
    """公司ID
    Source: companion C11
    """
    source_type: str | None = None
    """发票来源类型
    Source: companion C11
    """
    invalid_invoice: str | None = None
    """无效发票标记 (Y:无效发票)
    Source: companion C11
    """
    comments: str | None = None
    """备注
    Source: companion C11
    """
    invoice_message: str | None = None
    """查验状态说明
    Source: companion C11
    """
    invoice_code: str | None = None
    """发票代码
    Source: companion C11, C2
    """
    flight_detail: str | None = None
    """航班明细
    Source: companion C11
    """
    trips: str | None = None
    """滴滴导入的发票的行程信息
    Source: companion C11
    """
    accumulation_type_id: int | None = None
    """费用计算方式
    Source: companion C11
    """
    exchange_rate: DecimalNumber | None = None
    """汇率
    Source: companion C11
    """
    original_tax_amount: DecimalNumber | None = None
    """税额
    Source: companion C11
    """
    pay_amount: DecimalNumber | None = None
    """支付金额
    Source: companion C11
    """
    tax_code_id: int | None = None
    """税码ID
    Source: companion C11
    """
    batch_id: str | None = None
    """批次ID
    Source: companion C2
    """
    original_data: str | None = None
    """原始数据
    Source: companion C2
    """
    data: str | None = None
    """数据
    Source: companion C2
    """


class CheckInvoiceRequest(Model):
    """待查验的发票
    Source: companion C4
    """

    biz_id: Annotated[str, Field(alias="bizId")]
    """业务唯一识别码
    Source: companion C4
    """
    timestamp: EpochMilliseconds
    """当前次接口同步时间对应的时间戳
    Source: companion C4
    """
    data: InvoiceToCheck
    """查验要素
    Source: companion C4
    """


class InvoiceToCheck(Model):
    """查验要素
    Source: companion C4
    """

    invoice_code: str | None = None
    """发票代码
    Source: companion C4
    """
    invoice_num: str
    """发票号码
    Source: companion C4 | minLength: inferred CP-18
    """
    receipt_date: DayText
    """发票日期
    Source: companion C4
    """
    check_code: str | None = None
    """校验码
    Source: companion C4
    """
    amount: DecimalNumber | None = None
    """金额
    Source: companion C4
    """
    force: YesNo | None = None
    """是否强制查验
    Source: companion C4 | type: inferred CP-33
    """


class CheckInvoiceAnswer(Model):
    """查验的返回
    Source: companion C4
    """

    biz_id: Annotated[str | None, Field(alias="bizId")] = None
    """业务唯一识别码
    Source: companion C2; inferred CP-20
    """
    res_code: Annotated[int, Field(alias="resCode")]
    """响应状态码
    Source: companion C4
    """
    res_msg: Annotated[str | None, Field(alias="resMsg")] = None
    """返回信息描述
    Source: companion C4
    """
    data: CheckedInvoice | None = None
    """查验结果
    Source: companion C4
    """


class CheckedInvoice(Model):
    """查验结果
    Source: companion C4 | required: inferred CP-25, CP-33
    """

    result: int | None = None
    """请求状态. 1:成功
    Source: companion C4
    """
    error: str | None = None
    """错误码
    Source: companion C4
    """
    message: str | None = None
    """信息说明
    Source: companion C4
    """
    check_date: str | int | None = None
    """最后查验日期
    Source: companion C4; inferred CP-33
    """
    invoice_type: str | None = None
    """发票类型
    Source: companion C4
    """
    invoice_code: str | None = None
    """发票代码 (厂商页面误作发票号码)
    Source: companion C4; inferred CP-33
    """
    invoice_number: str | None = None
    """发票号码
    Source: sample L153; inferred CP-33
    """
    receipt_date: str | int | None = None
    """发票日期
    Source: companion C4; inferred CP-33
    """
    check_code: str | None = None
    """校验码
    Source: companion C4
    """
    total_amount: DecimalNumber | None = None
    """价税合计
    Source: companion C4
    """
    amount: DecimalNumber | None = None
    """金额
    Source: companion C4
    """
    tax_amount: DecimalNumber | None = None
    """税额
    Source: companion C4
    """
    remark: str | None = None
    """备注
    Source: companion C4
    """
    buyer_name: str | None = None
    """购方名称
    Source: companion C4
    """
    buyer_tax_code: str | None = None
    """购方税号
    Source: companion C4
    """
    buyer_address_phone: str | None = None
    """购方地址、电话
    Source: companion C4; inferred CP-22
    """
    buyer_account: str | None = None
    """购方开户行及账号
    Source: companion C4; inferred CP-22
    """
    seller_name: str | None = None
    """销方名称
    Source: companion C4
    """
    seller_tax_code: str | None = None
    """销方税号
    Source: companion C4
    """
    seller_address_phone: str | None = None
    """销方地址、电话
    Source: companion C4; inferred CP-22
    """
    seller_account: str | None = None
    """销方开户行及账号
    Source: companion C4; inferred CP-22
    """
    cancellation_mark: str | None = None
    """作废标识
    Source: companion C4
    """
    repeat_flag: str | None = None
    """是否已查验
    Source: companion C4
    """
    log_id: int | None = None
    """日志表id
    Source: companion C4
    """
    detail_list: Annotated[list[CheckedInvoiceItem] | None, Field(alias="detailList")] = None
    """明细行
    Source: companion C4; inferred CP-33
    """


class CheckedInvoiceItem(Model):
    """查验结果的一个明细行
    Source: companion C4
    """

    name: str | None = None
    """货物名称
    Source: companion C4
    """
    specification: str | None = None
    """规格型号
    Source: companion C4
    """
    unit: str | None = None
    """单位
    Source: companion C4
    """
    total_amount: DecimalNumber | None = None
    """价税合计
    Source: companion C4
    """
    amount: DecimalNumber | None = None
    """金额
    Source: companion C4
    """
    tax_amount: DecimalNumber | None = None
    """税额
    Source: companion C4
    """
    price: DecimalNumber | None = None
    """不含税单价
    Source: companion C4
    """
    quantity: str | None = None
    """数量
    Source: companion C4
    """
    tax_rate: DecimalNumber | None = None
    """税率
    Source: companion C4
    """


class RecognizeInvoicesRequest(Model):
    """待识别的一批文件
    Source: companion C7
    """

    biz_id: Annotated[str, Field(alias="bizId")]
    """业务唯一识别码
    Source: companion C7
    """
    timestamp: EpochMilliseconds | None = None
    """时间戳
    Source: companion C7o; inferred CP-34
    """
    data: InvoicesToRecognize
    """本次识别参数
    Source: companion C7
    """


class InvoicesToRecognize(Model):
    """本次识别参数;用户名和员工号选填一个
    Source: companion C7 | anyOf: companion C7; inferred CP-34
    """

    user_name: str | None = None
    """用户名
    Source: companion C7
    """
    employee_number: str | None = None
    """员工号
    Source: companion C7
    """
    language: str | None = None
    """语言 (默认zh_CN)
    Default of the vendor: zh_CN
    Source: companion C7
    """
    file_name: list[str]
    """附件url (不能超过一百个)
    Source: companion C7
    """
    ocr_type: str | None = None
    """识别类型
    Source: companion C7; inferred CP-34
    """
    purchase_invoice: YesNo | None = None
    """采购发票 (为Y时代表该票据放入采购发票池,默认N)
    Default of the vendor: N
    Source: companion C7
    """


class RecognizeInvoicesAnswer(Model):
    """批量识别的返回
    Source: companion C7
    """

    biz_id: Annotated[str | None, Field(alias="bizId")] = None
    """业务唯一识别码 (使用入参bizId返回)
    Source: companion C7
    """
    res_code: Annotated[int, Field(alias="resCode")]
    """响应状态 (200000代表处理成功)
    Source: companion C7
    """
    res_msg: Annotated[str | None, Field(alias="resMsg")] = None
    """错误信息 (处理失败时会返回错误信息)
    Source: companion C7
    """
    data: Recognition | None = None
    """本次识别返回参数
    Source: companion C7
    """


class Recognition(Model):
    """一个识别批次
    Source: companion C7
    """

    identification_id: str
    """本次批量识别的标识id
    Source: companion C7; inferred CP-34
    """


class RecognitionProgressRequest(Model):
    """待查询的批次
    Source: companion C8
    """

    biz_id: Annotated[str, Field(alias="bizId")]
    """业务唯一识别码
    Source: companion C8
    """
    data: Recognitions
    """本次轮询参数
    Source: companion C8
    """


class Recognitions(Model):
    """批次的标识
    Source: companion C8
    """

    identification_ids: list[str]
    """需要轮询的批次标识id
    Source: companion C8
    """


class RecognitionProgressAnswer(Model):
    """识别情况的返回
    Source: companion C8
    """

    biz_id: Annotated[str | None, Field(alias="bizId")] = None
    """业务唯一识别码
    Source: companion C8
    """
    res_code: Annotated[int, Field(alias="resCode")]
    """响应状态 (200000代表处理成功)
    Source: companion C8
    """
    res_msg: Annotated[str | None, Field(alias="resMsg")] = None
    """错误信息 (处理失败时会返回错误信息)
    Source: companion C8
    """
    data: RecognitionProgress | None = None
    """本次轮询结果
    Source: companion C8
    """


class RecognitionProgress(Model):
    """识别情况
    Source: companion C8
    """

    all_count: int
    """识别任务总数
    Source: companion C8
    """
    finished_count: int
    """完成的数量
    Source: companion C8
    """
    unfinished_count: int
    """处理中的数量
    Source: companion C8
    """


class CreateInvoiceRequest(Model):
    """待创建的票据
    Source: companion C9
    """

    biz_id: Annotated[str, Field(alias="bizId")]
    """业务唯一识别码
    Source: companion C9
    """
    timestamp: EpochMilliseconds
    """当前次接口同步时间对应的时间戳
    Source: companion C9
    """
    data: InvoiceToCreate
    """识别与查验的结果
    Source: companion C9; inferred CP-35
    """


class InvoiceToCreate(Model):
    """识别与查验的结果
    Source: companion C9; inferred CP-35
    """

    user_code: str
    """用户code
    Source: companion C9 | minLength: inferred CP-18
    """
    receipt_ocr: RecognizedReceipts
    """票据识别后的信息
    Source: companion C9
    """
    receipt_check: CheckedInvoice | None = None
    """票据查验后的信息;增值税发票必传
    Source: companion C9; inferred CP-35
    """


class RecognizedReceiptsResult(OpenIntEnum):
    """识别请求状态. 1:成功, 0:失败
    Source: companion C9
    """

    VALUE_1 = 1
    """成功"""
    VALUE_0 = 0
    """失败"""


class RecognizedReceipts(Model):
    """票据识别后的信息
    Source: companion C9
    """

    version: str | None = None
    """版本号
    Source: companion C9
    """
    result: RecognizedReceiptsResult
    """识别请求状态. 1:成功, 0:失败
    Source: companion C9
    """
    error: str | None = None
    """错误码
    Source: companion C9
    """
    message: str | None = None
    """错误信息说明
    Source: companion C9
    """
    time_cost: str | None = None
    """识别花费的时长,单位毫秒
    Source: companion C9
    """
    invoices: list[ReceiptToCreate]
    """发票具体信息,只接受一张发票信息
    Source: companion C9
    """


class ReceiptToCreate(Model):
    """一张识别后的发票
    Source: companion C9; inferred CP-35
    """

    source: str | None = None
    """来源
    Source: sample L119 | meaning: companion C11
    """
    source_file: str | None = None
    """发票附件是否是源文件 (Y:附件是源文件,N:非源文件,为null时不具有任何意义)
    Source: sample L120 | description: inferred CP-05 | meaning: companion C11
    """
    invoice_input: JsonText[InvoiceInput] | None = None
    """发票查验四要素以及位置信息,以JSON文本给出
    Source: sample L121 | content: inferred CP-08 | meaning: companion C11
    """
    invoice_type: str | None = None
    """发票类型;示例 21 为电子发票(普通发票)
    Source: sample L122, L136 | values: inferred CP-05
    """
    invoice_status: InvoiceStatus | None = None
    """查验状态
    Source: sample L123, L182 | values: companion C2, C3 | meaning: companion C11
    """
    invoice_attachments: JsonText[list[InvoiceAttachment]] | None = None
    """附件,以JSON文本给出
    Source: sample L124 | content: inferred CP-08
    """
    log_id: int | None = None
    """导入批次ID;19位整数,超过2^53
    Source: sample L125, L184 | format: inferred CP-12 | meaning: companion C11
    """
    invoice_num: str | None = None
    """发票号码;查验结果中名为 invoice_number
    Source: sample L126 | name: inferred CP-09
    """
    invoice_serial: str | None = None
    """校验码
    Source: sample L127 | meaning: companion C11
    """
    amount: DecimalNumber | None = None
    """金额;示例中含税,即查验结果的 total_amount
    Source: sample L128 | meaning: inferred CP-10
    """
    currency: str | None = None
    """币种
    Source: sample L129
    """
    tax_amount: DecimalNumber | None = None
    """税额
    Source: sample L130
    """
    receipt_date: EpochMilliseconds2 | None = None
    """开票日期当天零时(北京时间)的毫秒时间戳
    Source: sample L131 | zone: inferred CP-11
    """
    buyer_name: str | None = None
    """购方名称
    Source: sample L132
    """
    buyer_tax_code: str | None = None
    """购方税号
    Source: sample L133
    """
    seller_name: str | None = None
    """销方名称
    Source: sample L134
    """
    seller_tax_code: str | None = None
    """销方税号
    Source: sample L135
    """
    name: str | None = None
    """发票名称,如 电子发票(普通发票)
    Source: sample L136
    """
    shop_name: str | None = None
    """销售方名
    Source: sample L137 | meaning: companion C10
    """
    status: str | None = None
    """厂商未说明取值;示例为 0
    Source: sample L138 | values: inferred CP-05
    """
    abnormal_status: str | None = None
    """厂商未说明取值;示例为 0
    Source: sample L139 | values: inferred CP-05
    """
    invoice_detail: JsonText[InvoiceDetail] | None = None
    """票面明细,以JSON文本给出
    Source: sample L140 | content: inferred CP-08 | sensitive: inferred CP-22
    """
    items: JsonText[list[ReceiptItem]] | None = None
    """明细行,以JSON文本给出
    Source: sample L141 | content: inferred CP-08
    """
    valid_amount: DecimalNumber | None = None
    """示例中同 amount
    Source: sample L142
    """
    attachment_url: str | None = None
    """附件地址;示例中不同于请求的文件地址
    Source: sample L143 | meaning: inferred CP-19
    """
    receipt_id: int | None = None
    """票据ID
    Source: companion C11
    """
    expense_id: int | None = None
    """消费记录ID
    Source: companion C11
    """
    company_id: int | None = None
    """公司ID
    Source: companion C11
    """
    source_type: str | None = None
    """发票来源类型
    Source: companion C11
    """
    invalid_invoice: str | None = None
    """无效发票标记 (Y:无效发票)
    Source: companion C11
    """
    comments: str | None = None
    """备注
    Source: companion C11
    """
    invoice_message: str | None = None
    """查验状态说明
    Source: companion C11
    """
    invoice_code: str | None = None
    """发票代码
    Source: companion C11, C2
    """
    flight_detail: str | None = None
    """航班明细
    Source: companion C11
    """
    trips: str | None = None
    """滴滴导入的发票的行程信息
    Source: companion C11
    """
    accumulation_type_id: int | None = None
    """费用计算方式
    Source: companion C11
    """
    exchange_rate: DecimalNumber | None = None
    """汇率
    Source: companion C11
    """
    original_tax_amount: DecimalNumber | None = None
    """税额
    Source: companion C11
    """
    pay_amount: DecimalNumber | None = None
    """支付金额
    Source: companion C11
    """
    tax_code_id: int | None = None
    """税码ID
    Source: companion C11
    """
    image_size: list[int] | None = None
    """图片分辨率
    Source: companion C9
    """


class CreateInvoiceAnswer(Model):
    """票据创建的返回
    Source: companion C2; inferred CP-35
    """

    biz_id: Annotated[str | None, Field(alias="bizId")] = None
    """业务唯一识别码
    Source: companion C2; inferred CP-35
    """
    res_code: Annotated[int, Field(alias="resCode")]
    """响应状态码
    Source: companion C2; inferred CP-35
    """
    res_msg: Annotated[str | None, Field(alias="resMsg")] = None
    """返回信息描述
    Source: companion C2; inferred CP-35
    """
    data: ExpenseResult | None = None
    """所创建的消费记录
    Source: companion C2; inferred CP-35
    """


class ExpenseAnswer(Model):
    """发票明细查询的返回
    Source: companion C10
    """

    biz_id: Annotated[str | None, Field(alias="bizId")] = None
    """业务唯一识别码
    Source: companion C10
    """
    res_code: Annotated[int, Field(alias="resCode")]
    """响应状态码
    Source: companion C10
    """
    res_msg: Annotated[str | None, Field(alias="resMsg")] = None
    """返回信息描述
    Source: companion C10
    """
    data: Expense | None = None
    """消费记录
    Source: companion C10
    """


class Expense(Model):
    """消费记录;厂商页面只能读到一部分,另有字段时照原样保留
    Source: companion C10 | null: inferred CP-36
    """

    document_num: str | None = None
    """单据号
    Source: companion C10
    """
    expense_id: int | None = None
    """消费记录ID
    Source: companion C10
    """
    company_id: int | None = None
    """公司ID
    Source: companion C10
    """
    type_id: int | None = None
    """费用类型 (根据公司配置)
    Source: companion C10
    """
    flight_class: str | None = None
    """舱位 头等舱/公务舱/经济舱/超级经济舱
    Source: companion C10
    """
    discount: str | None = None
    """优惠
    Source: companion C10
    """
    train_class: str | None = None
    """火车舱位
    Source: companion C10
    """
    ship_class: str | None = None
    """船舱位
    Source: companion C10
    """
    train_type: str | None = None
    """往返程类型
    Source: companion C10
    """
    passenger_list: str | None = None
    """同行人列表
    Source: companion C10
    """
    price: DecimalNumber | None = None
    """价格
    Source: companion C10
    """
    quantity: DecimalNumber | None = None
    """数量
    Source: companion C10
    """
    total_count: int | None = None
    """票据数量
    Source: companion C10
    """
    original_amount: DecimalNumber | None = None
    """发票原金额
    Source: companion C10
    """
    receipt_date: EpochMilliseconds2 | None = None
    """日期
    Source: companion C10; inferred CP-11
    """
    receipt_amount: DecimalNumber | None = None
    """金额
    Source: companion C10
    """
    receipt_currency: str | None = None
    """币种
    Source: companion C10
    """
    claim_amount: DecimalNumber | None = None
    """报销金额
    Source: companion C10
    """
    claim_currency: str | None = None
    """报销币种
    Source: companion C10
    """
    exchange_rate: DecimalNumber | None = None
    """汇率
    Source: companion C10
    """
    comments: str | None = None
    """备注
    Source: companion C10
    """
    receipt_location: str | None = None
    """发票地点
    Source: companion C10
    """
    location_from: str | None = None
    """出发地
    Source: companion C10
    """
    location_to: str | None = None
    """目的地
    Source: companion C10
    """
    shop_name: str | None = None
    """销售方名
    Source: companion C10
    """
    shop_location: str | None = None
    """销售方地址
    Source: companion C10
    """
    start_datetime: EpochMilliseconds2 | None = None
    """开始时
    Source: companion C10; inferred CP-11
    """
    end_datetime: EpochMilliseconds2 | None = None
    """结束时
    Source: companion C10; inferred CP-11
    """
    destination_city: str | None = None
    """出发地
    Source: companion C10
    """
    destination_city_to: str | None = None
    """到达地
    Source: companion C10
    """
    from_cities: str | None = None
    """出发地
    Source: companion C10
    """
    to_cities: str | None = None
    """到达地
    Source: companion C10
    """
    attendee_list: str | None = None
    """参与人列表
    Source: companion C10
    """
    route: str | None = None
    """路径
    Source: companion C10
    """
    pay_method_id: int | None = None
    """支付方式id
    Source: companion C10
    """
    accumulation_type_id: int | None = None
    """费用计算方式
    Source: companion C10
    """


class ReceiptAnswer(Model):
    """票据查询的返回
    Source: companion C11
    """

    biz_id: Annotated[str | None, Field(alias="bizId")] = None
    """业务唯一识别码
    Source: companion C11
    """
    res_code: Annotated[int, Field(alias="resCode")]
    """响应状态码
    Source: companion C11
    """
    res_msg: Annotated[str | None, Field(alias="resMsg")] = None
    """返回信息描述
    Source: companion C11
    """
    data: Receipt | None = None
    """票据
    Source: companion C11; inferred CP-36
    """


class ReviewInvoicesRequest(Model):
    """待复核的票据
    Source: companion C12
    """

    biz_id: Annotated[str, Field(alias="bizId")]
    """业务唯一识别码
    Source: companion C12
    """
    timestamp: EpochMilliseconds
    """十三位时间戳
    Source: companion C12
    """
    data: list[ReviewedInvoice]
    """待复核的行
    Source: companion C12
    """


class ReviewedInvoice(Model):
    """待复核的一行
    Source: companion C12
    """

    receipt_id: int
    """票据id
    Source: companion C12
    """
    expense_id: int
    """消费记录id
    Source: companion C12
    """
    header_id: int
    """单据头id
    Source: companion C12
    """


class ReviewInvoicesAnswer(Model):
    """复核的返回
    Source: companion C12
    """

    biz_id: Annotated[str | None, Field(alias="bizId")] = None
    """业务唯一识别码
    Source: companion C12
    """
    res_code: Annotated[int, Field(alias="resCode")]
    """响应码 (200000代表处理成功)
    Source: companion C12
    """
    res_msg: Annotated[str | None, Field(alias="resMsg")] = None
    """错误信息 (响应码不为200000时返回错误信息)
    Source: companion C12
    """
    data: list[FailedReview] | None = None
    """未能复核的行;成功时为空
    Source: companion C12
    """


class FailedReview(Model):
    """未能复核的一行
    Source: companion C12; inferred CP-37
    """

    receipt_id: Annotated[int | None, Field(alias="receiptId")] = None
    """票据id
    Source: companion C12; inferred CP-37
    """
    expense_id: Annotated[int | None, Field(alias="expenseId")] = None
    """消费记录id
    Source: companion C12; inferred CP-37
    """
    header_id: Annotated[int | None, Field(alias="headerId")] = None
    """单据头id
    Source: companion C12; inferred CP-37
    """
