"""The types of the API. Generated; not to be edited."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from ._runtime.enums import OpenStrEnum
from ._runtime.types import AnyDecimal, Date, DecimalNumber, DecimalText, Model
from ._times import TimeText, TimeText2


class Envelope(Model):
    """各接口共同的返回结构
    Source: sample L110-114 | required: inferred FX-30
    """

    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """


class Voucher(Model):
    """凭证
    Source: sample L114-397 | required: inferred FX-30
    """

    id: str
    """凭证ID
    Source: sample L115
    """
    word: str
    """凭证字
    Source: sample L116
    """
    code: int
    """凭证号(同一凭证字、同一期间内的序号)
    Source: sample L117; inferred FX-12 | meaning: inferred FX-40
    """
    remark: str | None = None
    """备注
    Source: sample L118
    """
    receipt_num: Annotated[int | None, Field(alias="receiptNum")] = None
    """附件张数
    Source: sample L119 | meaning: inferred FX-26
    """
    create_member: Annotated[str | None, Field(alias="createMember")] = None
    """制单人ID
    Source: sample L120
    """
    create_member_name: Annotated[str | None, Field(alias="createMemberName")] = None
    """制单人;未填姓名时为手机号
    Source: sample L121 | meaning: inferred FX-14
    """
    create_member_mobile: Annotated[str | None, Field(alias="createMemberMobile")] = None
    """制单人手机号
    Source: sample L122; inferred FX-14
    """
    create_date: Annotated[TimeText | None, Field(alias="createDate")] = None
    """创建时间
    Source: sample L123 | zone: inferred FX-15
    """
    debit_amount: Annotated[DecimalNumber | None, Field(alias="debitAmount")] = None
    """借方金额合计
    Source: sample L124; inferred FX-04
    """
    credit_amount: Annotated[DecimalNumber | None, Field(alias="creditAmount")] = None
    """贷方金额合计
    Source: sample L125; inferred FX-04
    """
    account_sets_id: Annotated[str, Field(alias="accountSetsId")]
    """账套ID
    Source: sample L126; inferred FX-03
    """
    year: int | None = None
    """会计年度
    Source: sample L127; inferred FX-20
    """
    month: int | None = None
    """会计期间(月)
    Source: sample L128; inferred FX-20
    """
    voucher_date: Annotated[Date, Field(alias="voucherDate")]
    """凭证日期
    Source: sample L129; inferred FX-15
    """
    last_update_member: Annotated[str | None, Field(alias="lastUpdateMember")] = None
    """最后修改人ID
    Source: sample L130
    """
    last_update_date: Annotated[TimeText | None, Field(alias="lastUpdateDate")] = None
    """最后修改时间
    Source: sample L131; inferred FX-15
    """
    last_update_member_name: Annotated[str | None, Field(alias="lastUpdateMemberName")] = None
    """最后修改人;未填姓名时为手机号
    Source: sample L132; inferred FX-14
    """
    carry_forward: Annotated[bool | None, Field(alias="carryForward")] = None
    """是否结转凭证
    Source: sample L133
    """
    bill_list: Annotated[list[Bill] | None, Field(alias="billList")] = None
    """附件
    Source: sample L134-143; inferred FX-26
    """
    details: list[VoucherLine]
    """分录
    Source: sample L144-392
    """
    locked: bool | None = None
    """是否锁定
    Source: sample L393 | meaning: inferred FX-23
    """
    insert: bool | None = None
    """厂商未说明
    Source: sample L394; inferred FX-23
    """
    cash: bool | None = None
    """厂商未说明
    Source: sample L395; inferred FX-23
    """
    print_title: Annotated[str | None, Field(alias="printTitle")] = None
    """打印标题
    Source: sample L396
    """
    audit_member_id: Annotated[str | None, Field(alias="auditMemberId")] = None
    """审核人ID
    Source: companion F4
    """
    audit_member_name: Annotated[str | None, Field(alias="auditMemberName")] = None
    """审核人
    Source: companion F4
    """
    audit_date: Annotated[TimeText | None, Field(alias="auditDate")] = None
    """审核时间
    Source: companion F4; inferred FX-37
    """
    is_template: Annotated[bool | None, Field(alias="isTemplate")] = None
    """是否凭证模板
    Source: companion F4
    """
    template_name: Annotated[str | None, Field(alias="templateName")] = None
    """模板名称
    Source: companion F4
    """
    reverse_voucher_id: Annotated[str | None, Field(alias="reverseVoucherId")] = None
    """冲销凭证ID
    Source: companion F4
    """
    cashier_id: Annotated[str | None, Field(alias="cashierId")] = None
    """出纳ID
    Source: companion F4
    """
    cashier_name: Annotated[str | None, Field(alias="cashierName")] = None
    """出纳
    Source: companion F4
    """
    tid: str | None = None
    """厂商未说明
    Source: companion F4
    """
    cash_msg: Annotated[str | None, Field(alias="cashMsg")] = None
    """厂商未说明
    Source: companion F4
    """
    show_cash_flow_editor: Annotated[bool | None, Field(alias="showCashFlowEditor")] = None
    """是否显示现金流量编辑
    Source: companion F4
    """
    business_ids: Annotated[list[str] | None, Field(alias="businessIds")] = None
    """业务数据ID
    Source: companion F4
    """
    business_type: Annotated[str | None, Field(alias="businessType")] = None
    """业务类型
    Source: companion F4
    """
    invoice_ids: Annotated[list[str] | None, Field(alias="invoiceIds")] = None
    """发票ID
    Source: companion F4
    """
    invoice_id: Annotated[str | None, Field(alias="invoiceId")] = None
    """发票ID
    Source: companion F4
    """
    journal_id: Annotated[str | None, Field(alias="journalId")] = None
    """日记账ID
    Source: companion F4
    """
    journal_ids: Annotated[list[str] | None, Field(alias="journalIds")] = None
    """日记账ID
    Source: companion F4
    """
    cashier_transfer_id: Annotated[str | None, Field(alias="cashierTransferId")] = None
    """资金划转ID
    Source: companion F4
    """
    cashier_transfer_ids: Annotated[list[str] | None, Field(alias="cashierTransferIds")] = None
    """资金划转ID
    Source: companion F4
    """
    check_tpl_id: Annotated[str | None, Field(alias="checkTplId")] = None
    """结转模板ID
    Source: companion F4
    """
    year_month: Annotated[str | None, Field(alias="yearMonth")] = None
    """会计期间
    Source: companion F4
    """


class Bill(Model):
    """凭证附件
    Source: sample L135-142
    """

    name: str | None = None
    """文件名
    Source: sample L136
    """
    size: str | None = None
    """文件大小(字节)
    Source: sample L137 | type: inferred FX-16
    """
    type: str | None = None
    """文件的 MIME 类型
    Source: sample L138
    """
    url: str | None = None
    """相对地址
    Source: sample L139 | host: inferred FX-17
    """
    uid: str | None = None
    """附件标识
    Source: sample L140
    """
    status: str | None = None
    """上传状态;只见过 SUCCESS
    Source: sample L141 | values: inferred FX-39
    """
    thumb_url: Annotated[str | None, Field(alias="thumbUrl")] = None
    """缩略图地址
    Source: companion F6
    """
    date: str | None = None
    """上传时间
    Source: companion F6
    """


class VoucherLine(Model):
    """一条分录;借方分录没有 creditAmount,贷方分录没有 debitAmount
    Source: sample L145-199 | one-sided: inferred FX-05 | required: inferred FX-30
    """

    id: str | None = None
    """分录ID
    Source: sample L146
    """
    account_sets_id: Annotated[str | None, Field(alias="accountSetsId")] = None
    """账套ID
    Source: sample L147; inferred FX-03
    """
    voucher_id: Annotated[str | None, Field(alias="voucherId")] = None
    """凭证ID
    Source: sample L148
    """
    year: int | None = None
    """会计年度
    Source: sample L149; inferred FX-20
    """
    month: int | None = None
    """会计期间(月)
    Source: sample L150; inferred FX-20
    """
    voucher_date: Annotated[Date | None, Field(alias="voucherDate")] = None
    """凭证日期
    Source: sample L151; inferred FX-15
    """
    currency_id: Annotated[str | None, Field(alias="currencyId")] = None
    """币别ID
    Source: sample L152
    """
    currency_name: Annotated[str | None, Field(alias="currencyName")] = None
    """币别名称
    Source: sample L153
    """
    currency_code: Annotated[str | None, Field(alias="currencyCode")] = None
    """币别编码
    Source: sample L154
    """
    original_amount: Annotated[DecimalText | None, Field(alias="originalAmount")] = None
    """原币金额;本位币分录为 0
    Source: sample L155, L210; inferred FX-04 | zero: inferred FX-07 | rounding: inferred FX-08
    """
    summary: str
    """摘要
    Source: sample L156
    """
    subject_id: Annotated[str, Field(alias="subjectId")]
    """科目ID
    Source: sample L157
    """
    subject_name: Annotated[str | None, Field(alias="subjectName")] = None
    """科目编码和全称
    Source: sample L158 | meaning: inferred FX-13
    """
    subject_code: Annotated[str | None, Field(alias="subjectCode")] = None
    """科目编码
    Source: sample L159
    """
    subject: Subject | None = None
    """科目
    Source: sample L160-183
    """
    debit_amount: Annotated[DecimalNumber | None, Field(alias="debitAmount")] = None
    """借方金额;贷方分录没有此键
    Source: sample L184, L297; inferred FX-04, FX-05
    """
    credit_amount: Annotated[DecimalNumber | None, Field(alias="creditAmount")] = None
    """贷方金额;借方分录没有此键
    Source: sample L241, L358; inferred FX-04, FX-05
    """
    num: DecimalText | None = None
    """数量
    Source: sample L185, L359; inferred FX-04, FX-22
    """
    price: DecimalText | None = None
    """单价
    Source: sample L186, L360; inferred FX-04, FX-22
    """
    auxiliary_detail_id: Annotated[str | None, Field(alias="auxiliaryDetailId")] = None
    """辅助核算明细ID;没有辅助核算时没有此键
    Source: sample L361 | absent: inferred FX-09
    """
    auxiliary: list[LineAuxiliary] | None = None
    """辅助核算项目
    Source: sample L187, L362-379 | order: inferred FX-19
    """
    debit_amount_for: Annotated[DecimalNumber | None, Field(alias="debitAmountFor")] = None
    """借方原币金额
    Source: sample L188; inferred FX-04, FX-06
    """
    credit_amount_for: Annotated[DecimalNumber | None, Field(alias="creditAmountFor")] = None
    """贷方原币金额
    Source: sample L189, L246; inferred FX-04, FX-06
    """
    exchange_rate: Annotated[DecimalText | None, Field(alias="exchangeRate")] = None
    """汇率
    Source: sample L190, L247; inferred FX-04, FX-08
    """
    debit_num: Annotated[DecimalText | None, Field(alias="debitNum")] = None
    """借方数量
    Source: sample L191; inferred FX-04, FX-22
    """
    credit_num: Annotated[DecimalText | None, Field(alias="creditNum")] = None
    """贷方数量
    Source: sample L192, L384; inferred FX-04, FX-22
    """
    carry_forward: Annotated[bool | None, Field(alias="carryForward")] = None
    """是否结转
    Source: sample L193
    """
    cash_flow: Annotated[bool | None, Field(alias="cashFlow")] = None
    """是否涉及现金流量
    Source: sample L194 | meaning: inferred FX-18
    """
    row_num: Annotated[int | None, Field(alias="rowNum")] = None
    """行号,从 1 起
    Source: sample L195, L387
    """
    subject_print_title: Annotated[str | None, Field(alias="subjectPrintTitle")] = None
    """打印用的科目及辅助核算
    Source: sample L196, L388; inferred FX-13
    """
    amount: DecimalNumber | None = None
    """金额(借方或贷方)
    Source: sample L197; inferred FX-04
    """
    auxiliary_title: Annotated[str | None, Field(alias="auxiliaryTitle")] = None
    """辅助核算的编码和名称
    Source: sample L198, L390
    """
    unit: str | None = None
    """计量单位
    Source: companion F4
    """


class SubjectBalanceDirection(OpenStrEnum):
    """余额方向:借 或 贷
    Source: sample L168 | enum/借: sample L168 | enum/贷: inferred FX-39
    """

    DEBIT = "借"
    """借方"""
    CREDIT = "贷"
    """贷方"""


class Subject(Model):
    """科目
    Source: sample L160-183 | required: inferred FX-30
    """

    id: str
    """科目ID
    Source: sample L161
    """
    account_sets_id: Annotated[str | None, Field(alias="accountSetsId")] = None
    """账套ID
    Source: sample L162; inferred FX-03
    """
    type: str | None = None
    """科目类别;只见过 资产
    Source: sample L163 | values: inferred FX-39
    """
    code: str
    """科目编码
    Source: sample L164; inferred FX-12
    """
    query_code: Annotated[str | None, Field(alias="queryCode")] = None
    """补足位数的科目编码
    Source: sample L165
    """
    name: str
    """末级名称
    Source: sample L166; inferred FX-13
    """
    mnemonic_code: Annotated[str | None, Field(alias="mnemonicCode")] = None
    """助记码
    Source: sample L167
    """
    balance_direction: Annotated[SubjectBalanceDirection | None, Field(alias="balanceDirection")] = None
    """余额方向:借 或 贷
    Source: sample L168 | enum/借: sample L168 | enum/贷: inferred FX-39
    """
    status: bool | None = None
    """是否启用
    Source: sample L169
    """
    parent_id: Annotated[str | None, Field(alias="parentId")] = None
    """上级科目ID;一级科目为 0
    Source: sample L170 | zero: sample L282, L338; inferred FX-21
    """
    level: int | None = None
    """级次
    Source: sample L171
    """
    system_default: Annotated[bool | None, Field(alias="systemDefault")] = None
    """是否系统预置
    Source: sample L172, L284
    """
    cash: bool | None = None
    """是否现金及现金等价物科目
    Source: sample L173, L341 | meaning: inferred FX-18
    """
    unit: str | None = None
    """计量单位;可能为空,也可能没有此键
    Source: sample L286, L342 | absent: inferred FX-10
    """
    full_name: Annotated[str | None, Field(alias="fullName")] = None
    """全称
    Source: sample L174; inferred FX-13
    """
    leaf: bool | None = None
    """是否末级
    Source: sample L175
    """
    adjustments: bool | None = None
    """厂商未说明
    Source: sample L176; inferred FX-23
    """
    qualified_type: Annotated[str | None, Field(alias="qualifiedType")] = None
    """厂商未说明;只见过 NON_LIMITING
    Source: sample L177; inferred FX-23, FX-39
    """
    auxiliary_accounting: Annotated[list[str] | None, Field(alias="auxiliaryAccounting")] = None
    """辅助核算类别ID
    Source: sample L178, L347-350 | order: inferred FX-19
    """
    non_auxiliary_accounting: Annotated[list[str] | None, Field(alias="nonAuxiliaryAccounting")] = None
    """厂商未说明;页面上总是空数组
    Source: sample L179 | items: inferred FX-23
    """
    currency_accounting: Annotated[list[str] | None, Field(alias="currencyAccounting")] = None
    """外币核算的币别ID
    Source: sample L180, L235-237
    """
    cash_flow_in: Annotated[str | None, Field(alias="cashFlowIn")] = None
    """默认的现金流入项目ID;可能没有此键
    Source: sample L353; inferred FX-11
    """
    cash_flow_out: Annotated[str | None, Field(alias="cashFlowOut")] = None
    """默认的现金流出项目ID;可能没有此键
    Source: sample L354; inferred FX-11
    """
    children: list[Subject] | None = None
    """下级科目
    Source: sample L181 | items: inferred FX-23
    """
    type_alias: Annotated[str | None, Field(alias="typeAlias")] = None
    """科目类别的另一名称;只见过 资产类
    Source: sample L182 | values: inferred FX-39
    """


class LineAuxiliary(Model):
    """分录的一个辅助核算项目
    Source: sample L363-370 | required: inferred FX-30
    """

    id: str
    """辅助核算项目ID
    Source: sample L364
    """
    category_id: Annotated[str, Field(alias="categoryId")]
    """辅助类别ID
    Source: sample L365; inferred FX-19
    """
    category_type: Annotated[str | None, Field(alias="categoryType")] = None
    """辅助类别;页面上有 CUSTOMER、DEPARTMENT
    Source: sample L366, L374 | values: inferred FX-39
    """
    code: str | None = None
    """编码
    Source: sample L367
    """
    name: str | None = None
    """名称
    Source: sample L368
    """
    category_type_title: Annotated[str | None, Field(alias="categoryTypeTitle")] = None
    """辅助类别名称
    Source: sample L369
    """
    ad_id: Annotated[str | None, Field(alias="adId")] = None
    """厂商未说明
    Source: companion F4
    """
    subject_id: Annotated[str | None, Field(alias="subjectId")] = None
    """科目ID
    Source: companion F4
    """
    value: str | None = None
    """厂商未说明
    Source: companion F4
    """
    unit: str | None = None
    """计量单位
    Source: companion F4
    """
    specification: str | None = None
    """规格型号
    Source: companion F4
    """


class Page(Model):
    """一页
    Source: companion F4 | required: inferred FX-34
    """

    page_size: Annotated[int, Field(alias="pageSize")]
    """每页条数
    Source: companion F4
    """
    size: int | None = None
    """每页条数(与 pageSize 相同)
    Source: companion F4; inferred FX-34
    """
    page: int
    """页码
    Source: companion F4
    """
    total_page: Annotated[int, Field(alias="totalPage")]
    """总页数
    Source: companion F4
    """
    total: int
    """总条数
    Source: companion F4
    """


class AccountSetFields(Model):
    """账套的内容
    Source: companion F4
    """

    company_name: Annotated[str | None, Field(alias="companyName")] = None
    """公司名称
    Source: companion F4
    """
    enable_date: Annotated[Date | None, Field(alias="enableDate")] = None
    """启用日期
    Source: companion F4
    """
    credit_code: Annotated[str | None, Field(alias="creditCode")] = None
    """统一社会信用代码
    Source: companion F4
    """
    account_standard: Annotated[str | None, Field(alias="accountStandard")] = None
    """会计准则
    Source: companion F4
    """
    vat_type: Annotated[str | None, Field(alias="vatType")] = None
    """增值税种类
    Source: companion F4
    """
    address: str | None = None
    """地址
    Source: companion F4
    """
    cashier_module: Annotated[bool | None, Field(alias="cashierModule")] = None
    """是否启用出纳模块
    Source: companion F4
    """
    industry: int | None = None
    """行业
    Source: companion F4
    """
    fixed_asset_module: Annotated[bool | None, Field(alias="fixedAssetModule")] = None
    """是否启用固定资产模块
    Source: companion F4
    """
    voucher_reviewed: Annotated[bool | None, Field(alias="voucherReviewed")] = None
    """凭证是否需要审核
    Source: companion F4
    """
    current_account_date: Annotated[Date | None, Field(alias="currentAccountDate")] = None
    """当前会计期间
    Source: companion F4
    """
    encoding: list[int] | None = None
    """科目编码各级长度
    Source: companion F4
    """
    subject_category: Annotated[list[Any] | None, Field(alias="subjectCategory")] = None
    """科目类别
    Source: companion F4
    """
    journal: bool | None = None
    """厂商未说明
    Source: companion F4
    """
    assets: bool | None = None
    """厂商未说明
    Source: companion F4
    """
    enabled: bool | None = None
    """是否启用
    Source: companion F4
    """
    imported: bool | None = None
    """厂商未说明
    Source: companion F4
    """
    sync_type: Annotated[str | None, Field(alias="syncType")] = None
    """厂商未说明
    Source: companion F4
    """
    taxation: str | None = None
    """税制
    Source: companion F4
    """
    effective_date: Annotated[Date | None, Field(alias="effectiveDate")] = None
    """生效日期
    Source: companion F4
    """
    vcf_eq_check: Annotated[str | None, Field(alias="vcfEqCheck")] = None
    """厂商未说明
    Source: companion F4
    """


class Currency(Model):
    """币别
    Source: companion F4 | required: inferred FX-30
    """

    id: str
    """ID
    Source: companion F4
    """
    account_sets_id: Annotated[str | None, Field(alias="accountSetsId")] = None
    """账套ID
    Source: companion F4
    """
    code: str
    """编码
    Source: companion F4
    """
    name: str
    """名称
    Source: companion F4
    """
    exchange_rate: Annotated[DecimalText | None, Field(alias="exchangeRate")] = None
    """汇率
    Source: companion F4, F5; inferred FX-04
    """
    local_currency: Annotated[bool | None, Field(alias="localCurrency")] = None
    """是否本位币
    Source: companion F4
    """
    enable: bool | None = None
    """是否启用
    Source: companion F4
    """


class CurrencyInput(Model):
    """待创建的币种
    Source: companion F4 | required: inferred FX-30
    """

    code: str
    """编码
    Source: companion F4
    """
    name: str
    """名称
    Source: companion F4
    """
    exchange_rate: Annotated[AnyDecimal | None, Field(alias="exchangeRate")] = None
    """汇率
    Source: companion F4
    """
    local_currency: Annotated[bool | None, Field(alias="localCurrency")] = None
    """是否本位币
    Source: companion F4
    """
    enable: bool | None = None
    """是否启用
    Source: companion F4
    """


class VoucherWord(Model):
    """凭证字
    Source: companion F4 | required: inferred FX-30
    """

    id: str
    """ID
    Source: companion F4
    """
    account_sets_id: Annotated[str | None, Field(alias="accountSetsId")] = None
    """账套ID
    Source: companion F4
    """
    word: str
    """凭证字
    Source: companion F4
    """
    print_title: Annotated[str | None, Field(alias="printTitle")] = None
    """打印标题
    Source: companion F4
    """
    is_default: Annotated[bool | None, Field(alias="isDefault")] = None
    """是否默认
    Source: companion F4
    """


class VoucherWordInput(Model):
    """待创建的凭证字
    Source: companion F4 | required: inferred FX-30
    """

    word: str
    """凭证字
    Source: companion F4
    """
    print_title: Annotated[str | None, Field(alias="printTitle")] = None
    """打印标题
    Source: companion F4
    """
    is_default: Annotated[bool | None, Field(alias="isDefault")] = None
    """是否默认
    Source: companion F4
    """


class AuxiliaryCategory(Model):
    """辅助类别
    Source: companion F4 | required: inferred FX-30
    """

    id: str
    """ID
    Source: companion F4
    """
    account_sets_id: Annotated[str | None, Field(alias="accountSetsId")] = None
    """账套ID
    Source: companion F4
    """
    category_type: Annotated[str | None, Field(alias="categoryType")] = None
    """类别标识
    Source: companion F4; inferred FX-39
    """
    name: str
    """名称
    Source: companion F4
    """
    columns: list[AuxiliaryColumn] | None = None
    """自定义列
    Source: companion F4
    """
    system_default: Annotated[bool | None, Field(alias="systemDefault")] = None
    """是否系统预置
    Source: companion F4
    """
    can_edit: Annotated[bool | None, Field(alias="canEdit")] = None
    """是否可编辑
    Source: companion F4
    """


class AuxiliaryColumn(Model):
    """辅助类别的一列
    Source: companion F4
    """

    code: str | None = None
    """列的字段名
    Source: companion F4
    """
    title: str | None = None
    """列的标题
    Source: companion F4
    """


class AuxiliaryCategoryInput(Model):
    """待创建的辅助类别
    Source: companion F4 | required: inferred FX-30
    """

    category_type: Annotated[str | None, Field(alias="categoryType")] = None
    """类别标识
    Source: companion F4; inferred FX-39
    """
    name: str
    """名称
    Source: companion F4
    """
    columns: list[AuxiliaryColumn] | None = None
    """自定义列
    Source: companion F4
    """


class AuxiliaryFields(Model):
    """辅助核算项目的内容
    Source: companion F4
    """

    code: str | None = None
    """编码
    Source: companion F4
    """
    name: str | None = None
    """名称
    Source: companion F4
    """
    mnemonics: str | None = None
    """助记码
    Source: companion F4
    """
    remark: str | None = None
    """备注
    Source: companion F4
    """
    enable: bool | None = None
    """是否启用
    Source: companion F4
    """
    category_name: Annotated[str | None, Field(alias="categoryName")] = None
    """辅助类别名称
    Source: companion F4
    """
    category_type: Annotated[str | None, Field(alias="categoryType")] = None
    """辅助类别标识
    Source: companion F4; inferred FX-39
    """


class Gender(OpenStrEnum):
    """性别
    Source: companion F4
    """

    MALE = "MALE"
    """男"""
    FEMALE = "FEMALE"
    """女"""


class CustomerFields(Model):
    """客户和供应商的内容
    Source: companion F4, F5
    """

    category: str | None = None
    """分类
    Source: companion F4
    """
    credit_code: Annotated[str | None, Field(alias="creditCode")] = None
    """统一社会信用代码
    Source: companion F4
    """
    address: str | None = None
    """地址
    Source: companion F4
    """
    contact: str | None = None
    """联系人
    Source: companion F4
    """
    tel_phone: Annotated[str | None, Field(alias="telPhone")] = None
    """电话
    Source: companion F4
    """


class EmployeeFields(Model):
    """职员的内容
    Source: companion F4, F5
    """

    gender: Gender | None = None
    """性别
    Source: companion F4
    """
    department_name: Annotated[str | None, Field(alias="departmentName")] = None
    """部门名称
    Source: companion F4
    """
    post: str | None = None
    """岗位
    Source: companion F4
    """
    job: str | None = None
    """职务
    Source: companion F4
    """
    tel_phone: Annotated[str | None, Field(alias="telPhone")] = None
    """电话
    Source: companion F4
    """
    birth_date: Annotated[Date | None, Field(alias="birthDate")] = None
    """出生日期
    Source: companion F4
    """
    onboarding_date: Annotated[Date | None, Field(alias="onboardingDate")] = None
    """入职日期
    Source: companion F4
    """
    dimission_date: Annotated[Date | None, Field(alias="dimissionDate")] = None
    """离职日期
    Source: companion F4
    """
    id_card: Annotated[str | None, Field(alias="idCard")] = None
    """身份证号
    Source: companion F4
    """
    bank_name: Annotated[str | None, Field(alias="bankName")] = None
    """开户银行
    Source: companion F4
    """
    bank_account: Annotated[str | None, Field(alias="bankAccount")] = None
    """银行账号
    Source: companion F4
    """
    email: str | None = None
    """邮箱
    Source: companion F4
    """
    edu: str | None = None
    """学历
    Source: companion F4
    """
    status: str | None = None
    """状态
    Source: companion F4
    """
    purchase: bool | None = None
    """厂商未说明
    Source: companion F4
    """
    payslip_password: Annotated[str | None, Field(alias="payslipPassword")] = None
    """工资条密码
    Source: companion F4
    """
    payslip_pwd_changed: Annotated[bool | None, Field(alias="payslipPwdChanged")] = None
    """工资条密码是否已修改
    Source: companion F4
    """


class DepartmentFields(Model):
    """部门的内容
    Source: companion F4
    """

    leader: str | None = None
    """负责人
    Source: companion F4
    """
    tel_phone: Annotated[str | None, Field(alias="telPhone")] = None
    """电话
    Source: companion F4
    """
    start_date: Annotated[Date | None, Field(alias="startDate")] = None
    """成立日期
    Source: companion F4
    """
    end_date: Annotated[Date | None, Field(alias="endDate")] = None
    """撤销日期
    Source: companion F4
    """


class OrganizationFields(Model):
    """组织机构的内容
    Source: companion F4
    """

    address: str | None = None
    """地址
    Source: companion F4
    """


class ProjectFields(Model):
    """项目的内容
    Source: companion F4
    """

    department_name: Annotated[str | None, Field(alias="departmentName")] = None
    """部门名称
    Source: companion F4
    """
    leader: str | None = None
    """负责人
    Source: companion F4
    """
    tel_phone: Annotated[str | None, Field(alias="telPhone")] = None
    """电话
    Source: companion F4
    """
    start_date: Annotated[Date | None, Field(alias="startDate")] = None
    """开工日期
    Source: companion F4
    """
    acceptance_date: Annotated[Date | None, Field(alias="acceptanceDate")] = None
    """验收日期
    Source: companion F4
    """


class InventoryItemFields(Model):
    """存货的内容
    Source: companion F4
    """

    category: str | None = None
    """分类
    Source: companion F4
    """
    specification: str | None = None
    """规格型号
    Source: companion F4
    """
    unit: str | None = None
    """计量单位
    Source: companion F4
    """
    start_date: Annotated[Date | None, Field(alias="startDate")] = None
    """启用日期
    Source: companion F4
    """
    end_date: Annotated[Date | None, Field(alias="endDate")] = None
    """停用日期
    Source: companion F4
    """


class VoucherQuery(Model):
    """查询条件
    Source: companion F4; inferred FX-35
    """

    account_sets_id: Annotated[str | int | None, Field(alias="accountSetsId")] = None
    """账套ID
    Source: companion F4
    """
    code_start: Annotated[int | None, Field(alias="codeStart")] = None
    """起始凭证号
    Source: companion F4
    """
    code_end: Annotated[int | None, Field(alias="codeEnd")] = None
    """截止凭证号
    Source: companion F4
    """
    create_member: Annotated[str | int | None, Field(alias="createMember")] = None
    """制单人ID
    Source: companion F4
    """
    min_amount: Annotated[DecimalNumber | None, Field(alias="minAmount")] = None
    """最小金额
    Source: companion F4
    """
    max_amount: Annotated[DecimalNumber | None, Field(alias="maxAmount")] = None
    """最大金额
    Source: companion F4
    """
    subject_id: Annotated[str | int | None, Field(alias="subjectId")] = None
    """科目ID
    Source: companion F4
    """
    summary: str | None = None
    """摘要
    Source: companion F4
    """
    word: str | None = None
    """凭证字
    Source: companion F4
    """
    remark: str | None = None
    """备注
    Source: companion F4
    """
    property: str | None = None
    """排序字段
    Source: companion F4; inferred FX-35
    """
    order: str | None = None
    """排序方向
    Source: companion F4; inferred FX-35
    """
    page: int | None = None
    """页码
    Source: companion F4
    """
    page_size: Annotated[int | None, Field(alias="pageSize")] = None
    """每页条数
    Source: companion F4
    """


class VoucherInput(Model):
    """待创建的凭证;其余字段可原样带回
    Source: companion F4, F5 | required: inferred FX-30
    """

    id: str | int | None = None
    """新建时留空
    Source: companion F5
    """
    word: str
    """凭证字
    Source: companion F4
    """
    code: int | None = None
    """凭证号;留空则由系统编号
    Source: companion F4, F5; inferred FX-40
    """
    remark: str | None = None
    """备注
    Source: companion F4
    """
    receipt_num: Annotated[int | None, Field(alias="receiptNum")] = None
    """附件张数
    Source: companion F4
    """
    voucher_date: Annotated[Date, Field(alias="voucherDate")]
    """凭证日期
    Source: companion F4
    """
    bill_list: Annotated[list[Bill] | None, Field(alias="billList")] = None
    """附件
    Source: companion F5; inferred FX-26
    """
    is_template: Annotated[bool | None, Field(alias="isTemplate")] = None
    """是否凭证模板
    Source: companion F4
    """
    template_name: Annotated[str | None, Field(alias="templateName")] = None
    """模板名称
    Source: companion F4
    """
    details: list[VoucherLineInput]
    """分录
    Source: companion F4
    """


class VoucherLineInput(Model):
    """待保存的分录;借方或贷方只填一方
    Source: companion F4, F5 | required: inferred FX-30
    """

    summary: str
    """摘要
    Source: companion F4
    """
    subject_id: Annotated[str | int, Field(alias="subjectId")]
    """科目ID
    Source: companion F4
    """
    debit_amount: Annotated[DecimalNumber | None, Field(alias="debitAmount")] = None
    """借方金额
    Source: companion F4, F5; inferred FX-05
    """
    credit_amount: Annotated[DecimalNumber | None, Field(alias="creditAmount")] = None
    """贷方金额
    Source: companion F4, F5; inferred FX-05
    """
    currency_id: Annotated[str | int | None, Field(alias="currencyId")] = None
    """币别ID
    Source: companion F4
    """
    original_amount: Annotated[AnyDecimal | None, Field(alias="originalAmount")] = None
    """原币金额
    Source: companion F4
    """
    exchange_rate: Annotated[AnyDecimal | None, Field(alias="exchangeRate")] = None
    """汇率
    Source: companion F4
    """
    debit_amount_for: Annotated[DecimalNumber | None, Field(alias="debitAmountFor")] = None
    """借方原币金额
    Source: companion F4
    """
    credit_amount_for: Annotated[DecimalNumber | None, Field(alias="creditAmountFor")] = None
    """贷方原币金额
    Source: companion F4
    """
    num: AnyDecimal | None = None
    """数量
    Source: companion F4
    """
    price: AnyDecimal | None = None
    """单价
    Source: companion F4
    """
    debit_num: Annotated[AnyDecimal | None, Field(alias="debitNum")] = None
    """借方数量
    Source: companion F4
    """
    credit_num: Annotated[AnyDecimal | None, Field(alias="creditNum")] = None
    """贷方数量
    Source: companion F4
    """
    unit: str | None = None
    """计量单位
    Source: companion F4
    """
    auxiliary_detail_id: Annotated[str | int | None, Field(alias="auxiliaryDetailId")] = None
    """辅助核算明细ID
    Source: companion F4
    """
    auxiliary: list[LineAuxiliaryInput] | None = None
    """辅助核算项目
    Source: companion F4
    """
    cash_flow: Annotated[bool | None, Field(alias="cashFlow")] = None
    """是否涉及现金流量
    Source: companion F4
    """
    row_num: Annotated[int | None, Field(alias="rowNum")] = None
    """行号
    Source: companion F4
    """


class LineAuxiliaryInput(Model):
    """分录的一个辅助核算项目
    Source: companion F4
    """

    id: str | int | None = None
    """辅助核算项目ID
    Source: companion F4
    """
    ad_id: Annotated[str | int | None, Field(alias="adId")] = None
    """厂商未说明
    Source: companion F4
    """
    category_id: Annotated[str | int | None, Field(alias="categoryId")] = None
    """辅助类别ID
    Source: companion F4
    """
    subject_id: Annotated[str | int | None, Field(alias="subjectId")] = None
    """科目ID
    Source: companion F4
    """
    value: str | int | None = None
    """厂商未说明
    Source: companion F4
    """
    category_type: Annotated[str | None, Field(alias="categoryType")] = None
    """辅助类别标识
    Source: companion F4
    """
    code: str | None = None
    """编码
    Source: companion F4
    """
    name: str | None = None
    """名称
    Source: companion F4
    """
    unit: str | None = None
    """计量单位
    Source: companion F4
    """
    specification: str | None = None
    """规格型号
    Source: companion F4
    """


class VoucherReference(Model):
    """待删除的凭证;可以是整张凭证
    Source: companion F4; inferred FX-33 | required: inferred FX-30
    """

    id: str | int
    """凭证ID
    Source: companion F4
    """


class BusinessDataSource(Model):
    """数据源定义
    Source: companion F4 | required: inferred FX-30
    """

    id: str
    """ID
    Source: companion F4
    """
    account_sets_id: Annotated[str | None, Field(alias="accountSetsId")] = None
    """账套ID
    Source: companion F4
    """
    name: str
    """名称
    Source: companion F4
    """
    pos: int | None = None
    """顺序
    Source: companion F4
    """
    code: str
    """编码
    Source: companion F4
    """
    description: str | None = None
    """说明
    Source: companion F4
    """
    enabled: bool | None = None
    """是否启用
    Source: companion F4
    """
    data_count: Annotated[int | None, Field(alias="dataCount")] = None
    """数据条数
    Source: companion F4
    """
    voucher_count: Annotated[int | None, Field(alias="voucherCount")] = None
    """凭证数
    Source: companion F4
    """
    data_fields: Annotated[list[BusinessDataField] | None, Field(alias="dataFields")] = None
    """数据字段
    Source: companion F4
    """
    voucher_templates: Annotated[list[BusinessVoucherTemplate] | None, Field(alias="voucherTemplates")] = None
    """凭证模板
    Source: companion F4
    """


class BusinessDataField(Model):
    """数据字段
    Source: companion F4
    """

    display_name: Annotated[str | None, Field(alias="displayName")] = None
    """显示名称
    Source: companion F4
    """
    field_name: Annotated[str | None, Field(alias="fieldName")] = None
    """字段名
    Source: companion F4
    """
    field_type: Annotated[str | None, Field(alias="fieldType")] = None
    """字段类型
    Source: companion F4
    """
    description: str | None = None
    """说明
    Source: companion F4
    """
    required: bool | None = None
    """是否必填
    Source: companion F4
    """
    primary_key: Annotated[bool | None, Field(alias="primaryKey")] = None
    """是否主键
    Source: companion F4
    """
    period: bool | None = None
    """是否期间
    Source: companion F4
    """
    accounting_category_type: Annotated[str | None, Field(alias="accountingCategoryType")] = None
    """辅助类别标识
    Source: companion F4
    """
    category_type_id: Annotated[str | None, Field(alias="categoryTypeId")] = None
    """辅助类别ID
    Source: companion F4
    """


class BusinessVoucherTemplate(Model):
    """凭证模板
    Source: companion F4
    """

    tid: str | None = None
    """模板标识
    Source: companion F4
    """
    voucher_word: Annotated[str | None, Field(alias="voucherWord")] = None
    """凭证字
    Source: companion F4
    """
    date_field_name: Annotated[str | None, Field(alias="dateFieldName")] = None
    """日期字段名
    Source: companion F4
    """
    summary_field_names: Annotated[list[str] | None, Field(alias="summaryFieldNames")] = None
    """摘要字段名
    Source: companion F4
    """
    items: list[BusinessVoucherTemplateItem] | None = None
    """分录
    Source: companion F4
    """
    rules: list[BusinessVoucherTemplateRule] | None = None
    """适用条件
    Source: companion F4
    """


class BusinessVoucherTemplateItem(Model):
    """凭证模板的一条分录
    Source: companion F4
    """

    item_type: Annotated[str | None, Field(alias="itemType")] = None
    """分录类型
    Source: companion F4
    """
    subject_id: Annotated[str | None, Field(alias="subjectId")] = None
    """科目ID
    Source: companion F4
    """
    direction: str | None = None
    """方向
    Source: companion F4
    """
    amount_field_name: Annotated[str | None, Field(alias="amountFieldName")] = None
    """金额字段名
    Source: companion F4
    """
    auto_equal: Annotated[bool | None, Field(alias="autoEqual")] = None
    """是否自动平衡
    Source: companion F4
    """
    amount_ratio: Annotated[DecimalNumber | None, Field(alias="amountRatio")] = None
    """金额比例
    Source: companion F4
    """
    quantity_field_name: Annotated[str | None, Field(alias="quantityFieldName")] = None
    """数量字段名
    Source: companion F4
    """
    unit_field_name: Annotated[str | None, Field(alias="unitFieldName")] = None
    """单位字段名
    Source: companion F4
    """
    auxiliary_field_mappings: Annotated[
        list[BusinessAuxiliaryMapping] | None, Field(alias="auxiliaryFieldMappings")
    ] = None
    """辅助核算字段对应
    Source: companion F4
    """


class BusinessVoucherTemplateRule(Model):
    """凭证模板的适用条件
    Source: companion F4
    """

    field_name: Annotated[str | None, Field(alias="fieldName")] = None
    """字段名
    Source: companion F4
    """
    match_values: Annotated[list[str] | None, Field(alias="matchValues")] = None
    """匹配值
    Source: companion F4
    """
    logical: str | None = None
    """逻辑
    Source: companion F4
    """


class BusinessAuxiliaryMapping(Model):
    """辅助核算字段对应
    Source: companion F4
    """

    category_type: Annotated[str | None, Field(alias="categoryType")] = None
    """辅助类别标识
    Source: companion F4
    """
    field_name: Annotated[str | None, Field(alias="fieldName")] = None
    """字段名
    Source: companion F4
    """


class BusinessDataInput(Model):
    """一条业务数据
    Source: companion F4 | required: inferred FX-30
    """

    id: str | int | None = None
    """新建时留空
    Source: companion F4
    """
    definition_id: Annotated[str | int | None, Field(alias="definitionId")] = None
    """数据源ID
    Source: companion F4
    """
    period: Date | None = None
    """期间
    Source: companion F4
    """
    primary_value: Annotated[str, Field(alias="primaryValue")]
    """主键值
    Source: companion F4
    """
    data_value: Annotated[dict[str, Any], Field(alias="dataValue")]
    """数据:按数据源的字段
    Source: companion F4
    """
    batch_no: Annotated[str | None, Field(alias="batchNo")] = None
    """批次号
    Source: companion F4; inferred FX-38
    """
    data_source: Annotated[int | None, Field(alias="dataSource")] = None
    """数据来源
    Source: companion F4
    """
    voucher_id: Annotated[str | int | None, Field(alias="voucherId")] = None
    """凭证ID
    Source: companion F4
    """
    voucher_code: Annotated[str | None, Field(alias="voucherCode")] = None
    """凭证号
    Source: companion F4
    """
    account_sets_id: Annotated[str | int | None, Field(alias="accountSetsId")] = None
    """账套ID
    Source: companion F4
    """
    create_date: Annotated[str | None, Field(alias="createDate")] = None
    """创建时间
    Source: companion F4; inferred FX-37
    """


class VoucherAnswer(Model):
    """返回一张凭证
    Source: sample L110-398
    """

    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Voucher | None = None
    """凭证;失败时没有
    Source: sample L114 | absent: assumed FX-24
    """


class AccountSet(Model):
    """账套
    Source: companion F4 | required: inferred FX-30
    """

    company_name: Annotated[str, Field(alias="companyName")]
    """公司名称
    Source: companion F4
    """
    enable_date: Annotated[Date | None, Field(alias="enableDate")] = None
    """启用日期
    Source: companion F4
    """
    credit_code: Annotated[str | None, Field(alias="creditCode")] = None
    """统一社会信用代码
    Source: companion F4
    """
    account_standard: Annotated[str | None, Field(alias="accountStandard")] = None
    """会计准则
    Source: companion F4
    """
    vat_type: Annotated[str | None, Field(alias="vatType")] = None
    """增值税种类
    Source: companion F4
    """
    address: str | None = None
    """地址
    Source: companion F4
    """
    cashier_module: Annotated[bool | None, Field(alias="cashierModule")] = None
    """是否启用出纳模块
    Source: companion F4
    """
    industry: int | None = None
    """行业
    Source: companion F4
    """
    fixed_asset_module: Annotated[bool | None, Field(alias="fixedAssetModule")] = None
    """是否启用固定资产模块
    Source: companion F4
    """
    voucher_reviewed: Annotated[bool | None, Field(alias="voucherReviewed")] = None
    """凭证是否需要审核
    Source: companion F4
    """
    current_account_date: Annotated[Date | None, Field(alias="currentAccountDate")] = None
    """当前会计期间
    Source: companion F4
    """
    encoding: list[int] | None = None
    """科目编码各级长度
    Source: companion F4
    """
    subject_category: Annotated[list[Any] | None, Field(alias="subjectCategory")] = None
    """科目类别
    Source: companion F4
    """
    journal: bool | None = None
    """厂商未说明
    Source: companion F4
    """
    assets: bool | None = None
    """厂商未说明
    Source: companion F4
    """
    enabled: bool | None = None
    """是否启用
    Source: companion F4
    """
    imported: bool | None = None
    """厂商未说明
    Source: companion F4
    """
    sync_type: Annotated[str | None, Field(alias="syncType")] = None
    """厂商未说明
    Source: companion F4
    """
    taxation: str | None = None
    """税制
    Source: companion F4
    """
    effective_date: Annotated[Date | None, Field(alias="effectiveDate")] = None
    """生效日期
    Source: companion F4
    """
    vcf_eq_check: Annotated[str | None, Field(alias="vcfEqCheck")] = None
    """厂商未说明
    Source: companion F4
    """
    id: str
    """账套ID
    Source: companion F4
    """
    create_date: Annotated[TimeText2 | None, Field(alias="createDate")] = None
    """创建时间
    Source: companion F4; inferred FX-37
    """
    creator_id: Annotated[str | None, Field(alias="creatorId")] = None
    """创建人ID
    Source: companion F4
    """
    creator_name: Annotated[str | None, Field(alias="creatorName")] = None
    """创建人
    Source: companion F4
    """
    role_name: Annotated[str | None, Field(alias="roleName")] = None
    """角色
    Source: companion F4
    """
    voucher_count: Annotated[int | None, Field(alias="voucherCount")] = None
    """凭证数
    Source: companion F4
    """
    ast_id: Annotated[str | None, Field(alias="astId")] = None
    """账套模板ID
    Source: companion F4; inferred FX-41
    """


class AccountSetPage(Model):
    """一页账套
    Source: companion F4
    """

    page_size: Annotated[int, Field(alias="pageSize")]
    """每页条数
    Source: companion F4
    """
    size: int | None = None
    """每页条数(与 pageSize 相同)
    Source: companion F4; inferred FX-34
    """
    page: int
    """页码
    Source: companion F4
    """
    total_page: Annotated[int, Field(alias="totalPage")]
    """总页数
    Source: companion F4
    """
    total: int
    """总条数
    Source: companion F4
    """
    results: list[AccountSet]
    """账套
    Source: companion F4
    """


class AccountSetInput(Model):
    """待新建的账套
    Source: companion F4 | required: inferred FX-30
    """

    company_name: Annotated[str, Field(alias="companyName")]
    """公司名称
    Source: companion F4
    """
    enable_date: Annotated[Date | None, Field(alias="enableDate")] = None
    """启用日期
    Source: companion F4
    """
    credit_code: Annotated[str | None, Field(alias="creditCode")] = None
    """统一社会信用代码
    Source: companion F4
    """
    account_standard: Annotated[str | None, Field(alias="accountStandard")] = None
    """会计准则
    Source: companion F4
    """
    vat_type: Annotated[str | None, Field(alias="vatType")] = None
    """增值税种类
    Source: companion F4
    """
    address: str | None = None
    """地址
    Source: companion F4
    """
    cashier_module: Annotated[bool | None, Field(alias="cashierModule")] = None
    """是否启用出纳模块
    Source: companion F4
    """
    industry: int | None = None
    """行业
    Source: companion F4
    """
    fixed_asset_module: Annotated[bool | None, Field(alias="fixedAssetModule")] = None
    """是否启用固定资产模块
    Source: companion F4
    """
    voucher_reviewed: Annotated[bool | None, Field(alias="voucherReviewed")] = None
    """凭证是否需要审核
    Source: companion F4
    """
    current_account_date: Annotated[Date | None, Field(alias="currentAccountDate")] = None
    """当前会计期间
    Source: companion F4
    """
    encoding: list[int] | None = None
    """科目编码各级长度
    Source: companion F4
    """
    subject_category: Annotated[list[Any] | None, Field(alias="subjectCategory")] = None
    """科目类别
    Source: companion F4
    """
    journal: bool | None = None
    """厂商未说明
    Source: companion F4
    """
    assets: bool | None = None
    """厂商未说明
    Source: companion F4
    """
    enabled: bool | None = None
    """是否启用
    Source: companion F4
    """
    imported: bool | None = None
    """厂商未说明
    Source: companion F4
    """
    sync_type: Annotated[str | None, Field(alias="syncType")] = None
    """厂商未说明
    Source: companion F4
    """
    taxation: str | None = None
    """税制
    Source: companion F4
    """
    effective_date: Annotated[Date | None, Field(alias="effectiveDate")] = None
    """生效日期
    Source: companion F4
    """
    vcf_eq_check: Annotated[str | None, Field(alias="vcfEqCheck")] = None
    """厂商未说明
    Source: companion F4
    """
    ast_id: Annotated[str | int | None, Field(alias="astId")] = None
    """账套模板ID
    Source: companion F4; inferred FX-41
    """


class VoucherWordUpdate(Model):
    """待更新的凭证字
    Source: companion F4 | required: inferred FX-30
    """

    word: str
    """凭证字
    Source: companion F4
    """
    print_title: Annotated[str | None, Field(alias="printTitle")] = None
    """打印标题
    Source: companion F4
    """
    is_default: Annotated[bool | None, Field(alias="isDefault")] = None
    """是否默认
    Source: companion F4
    """
    id: str | int
    """凭证字ID
    Source: companion F4
    """


class AuxiliaryCategoryUpdate(Model):
    """待更新的辅助类别
    Source: companion F4 | required: inferred FX-30
    """

    category_type: Annotated[str | None, Field(alias="categoryType")] = None
    """类别标识
    Source: companion F4; inferred FX-39
    """
    name: str
    """名称
    Source: companion F4
    """
    columns: list[AuxiliaryColumn] | None = None
    """自定义列
    Source: companion F4
    """
    id: str | int
    """辅助类别ID
    Source: companion F4
    """


class AuxiliaryItem(Model):
    """辅助核算项目
    Source: companion F4 | required: inferred FX-30
    """

    code: str | None = None
    """编码
    Source: companion F4
    """
    name: str
    """名称
    Source: companion F4
    """
    mnemonics: str | None = None
    """助记码
    Source: companion F4
    """
    remark: str | None = None
    """备注
    Source: companion F4
    """
    enable: bool | None = None
    """是否启用
    Source: companion F4
    """
    category_name: Annotated[str | None, Field(alias="categoryName")] = None
    """辅助类别名称
    Source: companion F4
    """
    category_type: Annotated[str | None, Field(alias="categoryType")] = None
    """辅助类别标识
    Source: companion F4; inferred FX-39
    """
    id: str
    """ID
    Source: companion F4
    """
    account_sets_id: Annotated[str | None, Field(alias="accountSetsId")] = None
    """账套ID
    Source: companion F4
    """
    category_id: Annotated[str | None, Field(alias="categoryId")] = None
    """辅助类别ID
    Source: companion F4
    """
    create_time: Annotated[TimeText | None, Field(alias="createTime")] = None
    """创建时间
    Source: companion F4; inferred FX-37
    """
    update_time: Annotated[TimeText | None, Field(alias="updateTime")] = None
    """修改时间
    Source: companion F4; inferred FX-37
    """


class AuxiliaryInput(Model):
    """待保存的辅助核算项目
    Source: companion F4 | required: inferred FX-30
    """

    code: str | None = None
    """编码
    Source: companion F4
    """
    name: str
    """名称
    Source: companion F4
    """
    mnemonics: str | None = None
    """助记码
    Source: companion F4
    """
    remark: str | None = None
    """备注
    Source: companion F4
    """
    enable: bool | None = None
    """是否启用
    Source: companion F4
    """
    category_name: Annotated[str | None, Field(alias="categoryName")] = None
    """辅助类别名称
    Source: companion F4
    """
    category_type: Annotated[str | None, Field(alias="categoryType")] = None
    """辅助类别标识
    Source: companion F4; inferred FX-39
    """
    id: str | int | None = None
    """ID;留空则新建
    Source: companion F4; inferred FX-32
    """
    category_id: Annotated[str | int | None, Field(alias="categoryId")] = None
    """辅助类别ID
    Source: companion F4
    """


class Customer(Model):
    """客户
    Source: companion F4
    """

    code: str | None = None
    """编码
    Source: companion F4
    """
    name: str
    """名称
    Source: companion F4
    """
    mnemonics: str | None = None
    """助记码
    Source: companion F4
    """
    remark: str | None = None
    """备注
    Source: companion F4
    """
    enable: bool | None = None
    """是否启用
    Source: companion F4
    """
    category_name: Annotated[str | None, Field(alias="categoryName")] = None
    """辅助类别名称
    Source: companion F4
    """
    category_type: Annotated[str | None, Field(alias="categoryType")] = None
    """辅助类别标识
    Source: companion F4; inferred FX-39
    """
    id: str
    """ID
    Source: companion F4
    """
    account_sets_id: Annotated[str | None, Field(alias="accountSetsId")] = None
    """账套ID
    Source: companion F4
    """
    category_id: Annotated[str | None, Field(alias="categoryId")] = None
    """辅助类别ID
    Source: companion F4
    """
    create_time: Annotated[TimeText | None, Field(alias="createTime")] = None
    """创建时间
    Source: companion F4; inferred FX-37
    """
    update_time: Annotated[TimeText | None, Field(alias="updateTime")] = None
    """修改时间
    Source: companion F4; inferred FX-37
    """
    category: str | None = None
    """分类
    Source: companion F4
    """
    credit_code: Annotated[str | None, Field(alias="creditCode")] = None
    """统一社会信用代码
    Source: companion F4
    """
    address: str | None = None
    """地址
    Source: companion F4
    """
    contact: str | None = None
    """联系人
    Source: companion F4
    """
    tel_phone: Annotated[str | None, Field(alias="telPhone")] = None
    """电话
    Source: companion F4
    """


class CustomerPage(Model):
    """一页客户
    Source: companion F4
    """

    page_size: Annotated[int, Field(alias="pageSize")]
    """每页条数
    Source: companion F4
    """
    size: int | None = None
    """每页条数(与 pageSize 相同)
    Source: companion F4; inferred FX-34
    """
    page: int
    """页码
    Source: companion F4
    """
    total_page: Annotated[int, Field(alias="totalPage")]
    """总页数
    Source: companion F4
    """
    total: int
    """总条数
    Source: companion F4
    """
    results: list[Customer]
    """客户
    Source: companion F4
    """


class CustomerInput(Model):
    """待创建的客户
    Source: companion F4
    """

    code: str | None = None
    """编码
    Source: companion F4
    """
    name: str
    """名称
    Source: companion F4
    """
    mnemonics: str | None = None
    """助记码
    Source: companion F4
    """
    remark: str | None = None
    """备注
    Source: companion F4
    """
    enable: bool | None = None
    """是否启用
    Source: companion F4
    """
    category_name: Annotated[str | None, Field(alias="categoryName")] = None
    """辅助类别名称
    Source: companion F4
    """
    category_type: Annotated[str | None, Field(alias="categoryType")] = None
    """辅助类别标识
    Source: companion F4; inferred FX-39
    """
    id: str | int | None = None
    """ID;留空则新建
    Source: companion F4; inferred FX-32
    """
    category_id: Annotated[str | int | None, Field(alias="categoryId")] = None
    """辅助类别ID
    Source: companion F4
    """
    category: str | None = None
    """分类
    Source: companion F4
    """
    credit_code: Annotated[str | None, Field(alias="creditCode")] = None
    """统一社会信用代码
    Source: companion F4
    """
    address: str | None = None
    """地址
    Source: companion F4
    """
    contact: str | None = None
    """联系人
    Source: companion F4
    """
    tel_phone: Annotated[str | None, Field(alias="telPhone")] = None
    """电话
    Source: companion F4
    """


class CustomerUpdate(Model):
    """待更新的客户
    Source: companion F4 | required: inferred FX-30
    """

    code: str | None = None
    """编码
    Source: companion F4
    """
    name: str
    """名称
    Source: companion F4
    """
    mnemonics: str | None = None
    """助记码
    Source: companion F4
    """
    remark: str | None = None
    """备注
    Source: companion F4
    """
    enable: bool | None = None
    """是否启用
    Source: companion F4
    """
    category_name: Annotated[str | None, Field(alias="categoryName")] = None
    """辅助类别名称
    Source: companion F4
    """
    category_type: Annotated[str | None, Field(alias="categoryType")] = None
    """辅助类别标识
    Source: companion F4; inferred FX-39
    """
    id: str | int
    """客户ID
    Source: companion F4
    """
    category_id: Annotated[str | int | None, Field(alias="categoryId")] = None
    """辅助类别ID
    Source: companion F4
    """
    category: str | None = None
    """分类
    Source: companion F4
    """
    credit_code: Annotated[str | None, Field(alias="creditCode")] = None
    """统一社会信用代码
    Source: companion F4
    """
    address: str | None = None
    """地址
    Source: companion F4
    """
    contact: str | None = None
    """联系人
    Source: companion F4
    """
    tel_phone: Annotated[str | None, Field(alias="telPhone")] = None
    """电话
    Source: companion F4
    """


class Vendor(Model):
    """供应商
    Source: companion F4
    """

    code: str | None = None
    """编码
    Source: companion F4
    """
    name: str
    """名称
    Source: companion F4
    """
    mnemonics: str | None = None
    """助记码
    Source: companion F4
    """
    remark: str | None = None
    """备注
    Source: companion F4
    """
    enable: bool | None = None
    """是否启用
    Source: companion F4
    """
    category_name: Annotated[str | None, Field(alias="categoryName")] = None
    """辅助类别名称
    Source: companion F4
    """
    category_type: Annotated[str | None, Field(alias="categoryType")] = None
    """辅助类别标识
    Source: companion F4; inferred FX-39
    """
    id: str
    """ID
    Source: companion F4
    """
    account_sets_id: Annotated[str | None, Field(alias="accountSetsId")] = None
    """账套ID
    Source: companion F4
    """
    category_id: Annotated[str | None, Field(alias="categoryId")] = None
    """辅助类别ID
    Source: companion F4
    """
    create_time: Annotated[TimeText | None, Field(alias="createTime")] = None
    """创建时间
    Source: companion F4; inferred FX-37
    """
    update_time: Annotated[TimeText | None, Field(alias="updateTime")] = None
    """修改时间
    Source: companion F4; inferred FX-37
    """
    category: str | None = None
    """分类
    Source: companion F4
    """
    credit_code: Annotated[str | None, Field(alias="creditCode")] = None
    """统一社会信用代码
    Source: companion F4
    """
    address: str | None = None
    """地址
    Source: companion F4
    """
    contact: str | None = None
    """联系人
    Source: companion F4
    """
    tel_phone: Annotated[str | None, Field(alias="telPhone")] = None
    """电话
    Source: companion F4
    """


class VendorPage(Model):
    """一页供应商
    Source: companion F4
    """

    page_size: Annotated[int, Field(alias="pageSize")]
    """每页条数
    Source: companion F4
    """
    size: int | None = None
    """每页条数(与 pageSize 相同)
    Source: companion F4; inferred FX-34
    """
    page: int
    """页码
    Source: companion F4
    """
    total_page: Annotated[int, Field(alias="totalPage")]
    """总页数
    Source: companion F4
    """
    total: int
    """总条数
    Source: companion F4
    """
    results: list[Vendor]
    """供应商
    Source: companion F4
    """


class VendorInput(Model):
    """待创建的供应商
    Source: companion F4
    """

    code: str | None = None
    """编码
    Source: companion F4
    """
    name: str
    """名称
    Source: companion F4
    """
    mnemonics: str | None = None
    """助记码
    Source: companion F4
    """
    remark: str | None = None
    """备注
    Source: companion F4
    """
    enable: bool | None = None
    """是否启用
    Source: companion F4
    """
    category_name: Annotated[str | None, Field(alias="categoryName")] = None
    """辅助类别名称
    Source: companion F4
    """
    category_type: Annotated[str | None, Field(alias="categoryType")] = None
    """辅助类别标识
    Source: companion F4; inferred FX-39
    """
    id: str | int | None = None
    """ID;留空则新建
    Source: companion F4; inferred FX-32
    """
    category_id: Annotated[str | int | None, Field(alias="categoryId")] = None
    """辅助类别ID
    Source: companion F4
    """
    category: str | None = None
    """分类
    Source: companion F4
    """
    credit_code: Annotated[str | None, Field(alias="creditCode")] = None
    """统一社会信用代码
    Source: companion F4
    """
    address: str | None = None
    """地址
    Source: companion F4
    """
    contact: str | None = None
    """联系人
    Source: companion F4
    """
    tel_phone: Annotated[str | None, Field(alias="telPhone")] = None
    """电话
    Source: companion F4
    """


class VendorUpdate(Model):
    """待更新的供应商
    Source: companion F4 | required: inferred FX-30
    """

    code: str | None = None
    """编码
    Source: companion F4
    """
    name: str
    """名称
    Source: companion F4
    """
    mnemonics: str | None = None
    """助记码
    Source: companion F4
    """
    remark: str | None = None
    """备注
    Source: companion F4
    """
    enable: bool | None = None
    """是否启用
    Source: companion F4
    """
    category_name: Annotated[str | None, Field(alias="categoryName")] = None
    """辅助类别名称
    Source: companion F4
    """
    category_type: Annotated[str | None, Field(alias="categoryType")] = None
    """辅助类别标识
    Source: companion F4; inferred FX-39
    """
    id: str | int
    """供应商ID
    Source: companion F4
    """
    category_id: Annotated[str | int | None, Field(alias="categoryId")] = None
    """辅助类别ID
    Source: companion F4
    """
    category: str | None = None
    """分类
    Source: companion F4
    """
    credit_code: Annotated[str | None, Field(alias="creditCode")] = None
    """统一社会信用代码
    Source: companion F4
    """
    address: str | None = None
    """地址
    Source: companion F4
    """
    contact: str | None = None
    """联系人
    Source: companion F4
    """
    tel_phone: Annotated[str | None, Field(alias="telPhone")] = None
    """电话
    Source: companion F4
    """


class Employee(Model):
    """职员
    Source: companion F4
    """

    code: str | None = None
    """编码
    Source: companion F4
    """
    name: str
    """名称
    Source: companion F4
    """
    mnemonics: str | None = None
    """助记码
    Source: companion F4
    """
    remark: str | None = None
    """备注
    Source: companion F4
    """
    enable: bool | None = None
    """是否启用
    Source: companion F4
    """
    category_name: Annotated[str | None, Field(alias="categoryName")] = None
    """辅助类别名称
    Source: companion F4
    """
    category_type: Annotated[str | None, Field(alias="categoryType")] = None
    """辅助类别标识
    Source: companion F4; inferred FX-39
    """
    id: str
    """ID
    Source: companion F4
    """
    account_sets_id: Annotated[str | None, Field(alias="accountSetsId")] = None
    """账套ID
    Source: companion F4
    """
    category_id: Annotated[str | None, Field(alias="categoryId")] = None
    """辅助类别ID
    Source: companion F4
    """
    create_time: Annotated[TimeText | None, Field(alias="createTime")] = None
    """创建时间
    Source: companion F4; inferred FX-37
    """
    update_time: Annotated[TimeText | None, Field(alias="updateTime")] = None
    """修改时间
    Source: companion F4; inferred FX-37
    """
    gender: Gender | None = None
    """性别
    Source: companion F4
    """
    department_name: Annotated[str | None, Field(alias="departmentName")] = None
    """部门名称
    Source: companion F4
    """
    post: str | None = None
    """岗位
    Source: companion F4
    """
    job: str | None = None
    """职务
    Source: companion F4
    """
    tel_phone: Annotated[str | None, Field(alias="telPhone")] = None
    """电话
    Source: companion F4
    """
    birth_date: Annotated[Date | None, Field(alias="birthDate")] = None
    """出生日期
    Source: companion F4
    """
    onboarding_date: Annotated[Date | None, Field(alias="onboardingDate")] = None
    """入职日期
    Source: companion F4
    """
    dimission_date: Annotated[Date | None, Field(alias="dimissionDate")] = None
    """离职日期
    Source: companion F4
    """
    id_card: Annotated[str | None, Field(alias="idCard")] = None
    """身份证号
    Source: companion F4
    """
    bank_name: Annotated[str | None, Field(alias="bankName")] = None
    """开户银行
    Source: companion F4
    """
    bank_account: Annotated[str | None, Field(alias="bankAccount")] = None
    """银行账号
    Source: companion F4
    """
    email: str | None = None
    """邮箱
    Source: companion F4
    """
    edu: str | None = None
    """学历
    Source: companion F4
    """
    status: str | None = None
    """状态
    Source: companion F4
    """
    purchase: bool | None = None
    """厂商未说明
    Source: companion F4
    """
    payslip_password: Annotated[str | None, Field(alias="payslipPassword")] = None
    """工资条密码
    Source: companion F4
    """
    payslip_pwd_changed: Annotated[bool | None, Field(alias="payslipPwdChanged")] = None
    """工资条密码是否已修改
    Source: companion F4
    """
    department_id: Annotated[str | None, Field(alias="departmentId")] = None
    """部门ID
    Source: companion F4
    """
    provision_id: Annotated[str | None, Field(alias="provisionId")] = None
    """厂商未说明
    Source: companion F4
    """


class EmployeePage(Model):
    """一页职员
    Source: companion F4
    """

    page_size: Annotated[int, Field(alias="pageSize")]
    """每页条数
    Source: companion F4
    """
    size: int | None = None
    """每页条数(与 pageSize 相同)
    Source: companion F4; inferred FX-34
    """
    page: int
    """页码
    Source: companion F4
    """
    total_page: Annotated[int, Field(alias="totalPage")]
    """总页数
    Source: companion F4
    """
    total: int
    """总条数
    Source: companion F4
    """
    results: list[Employee]
    """职员
    Source: companion F4
    """


class EmployeeInput(Model):
    """待创建的职员
    Source: companion F4
    """

    code: str | None = None
    """编码
    Source: companion F4
    """
    name: str
    """名称
    Source: companion F4
    """
    mnemonics: str | None = None
    """助记码
    Source: companion F4
    """
    remark: str | None = None
    """备注
    Source: companion F4
    """
    enable: bool | None = None
    """是否启用
    Source: companion F4
    """
    category_name: Annotated[str | None, Field(alias="categoryName")] = None
    """辅助类别名称
    Source: companion F4
    """
    category_type: Annotated[str | None, Field(alias="categoryType")] = None
    """辅助类别标识
    Source: companion F4; inferred FX-39
    """
    id: str | int | None = None
    """ID;留空则新建
    Source: companion F4; inferred FX-32
    """
    category_id: Annotated[str | int | None, Field(alias="categoryId")] = None
    """辅助类别ID
    Source: companion F4
    """
    gender: Gender | None = None
    """性别
    Source: companion F4
    """
    department_name: Annotated[str | None, Field(alias="departmentName")] = None
    """部门名称
    Source: companion F4
    """
    post: str | None = None
    """岗位
    Source: companion F4
    """
    job: str | None = None
    """职务
    Source: companion F4
    """
    tel_phone: Annotated[str | None, Field(alias="telPhone")] = None
    """电话
    Source: companion F4
    """
    birth_date: Annotated[Date | None, Field(alias="birthDate")] = None
    """出生日期
    Source: companion F4
    """
    onboarding_date: Annotated[Date | None, Field(alias="onboardingDate")] = None
    """入职日期
    Source: companion F4
    """
    dimission_date: Annotated[Date | None, Field(alias="dimissionDate")] = None
    """离职日期
    Source: companion F4
    """
    id_card: Annotated[str | None, Field(alias="idCard")] = None
    """身份证号
    Source: companion F4
    """
    bank_name: Annotated[str | None, Field(alias="bankName")] = None
    """开户银行
    Source: companion F4
    """
    bank_account: Annotated[str | None, Field(alias="bankAccount")] = None
    """银行账号
    Source: companion F4
    """
    email: str | None = None
    """邮箱
    Source: companion F4
    """
    edu: str | None = None
    """学历
    Source: companion F4
    """
    status: str | None = None
    """状态
    Source: companion F4
    """
    purchase: bool | None = None
    """厂商未说明
    Source: companion F4
    """
    payslip_password: Annotated[str | None, Field(alias="payslipPassword")] = None
    """工资条密码
    Source: companion F4
    """
    payslip_pwd_changed: Annotated[bool | None, Field(alias="payslipPwdChanged")] = None
    """工资条密码是否已修改
    Source: companion F4
    """
    department_id: Annotated[str | int | None, Field(alias="departmentId")] = None
    """部门ID
    Source: companion F4
    """
    provision_id: Annotated[str | int | None, Field(alias="provisionId")] = None
    """厂商未说明
    Source: companion F4
    """


class EmployeeUpdate(Model):
    """待更新的职员
    Source: companion F4 | required: inferred FX-30
    """

    code: str | None = None
    """编码
    Source: companion F4
    """
    name: str
    """名称
    Source: companion F4
    """
    mnemonics: str | None = None
    """助记码
    Source: companion F4
    """
    remark: str | None = None
    """备注
    Source: companion F4
    """
    enable: bool | None = None
    """是否启用
    Source: companion F4
    """
    category_name: Annotated[str | None, Field(alias="categoryName")] = None
    """辅助类别名称
    Source: companion F4
    """
    category_type: Annotated[str | None, Field(alias="categoryType")] = None
    """辅助类别标识
    Source: companion F4; inferred FX-39
    """
    id: str | int
    """职员ID
    Source: companion F4
    """
    category_id: Annotated[str | int | None, Field(alias="categoryId")] = None
    """辅助类别ID
    Source: companion F4
    """
    gender: Gender | None = None
    """性别
    Source: companion F4
    """
    department_name: Annotated[str | None, Field(alias="departmentName")] = None
    """部门名称
    Source: companion F4
    """
    post: str | None = None
    """岗位
    Source: companion F4
    """
    job: str | None = None
    """职务
    Source: companion F4
    """
    tel_phone: Annotated[str | None, Field(alias="telPhone")] = None
    """电话
    Source: companion F4
    """
    birth_date: Annotated[Date | None, Field(alias="birthDate")] = None
    """出生日期
    Source: companion F4
    """
    onboarding_date: Annotated[Date | None, Field(alias="onboardingDate")] = None
    """入职日期
    Source: companion F4
    """
    dimission_date: Annotated[Date | None, Field(alias="dimissionDate")] = None
    """离职日期
    Source: companion F4
    """
    id_card: Annotated[str | None, Field(alias="idCard")] = None
    """身份证号
    Source: companion F4
    """
    bank_name: Annotated[str | None, Field(alias="bankName")] = None
    """开户银行
    Source: companion F4
    """
    bank_account: Annotated[str | None, Field(alias="bankAccount")] = None
    """银行账号
    Source: companion F4
    """
    email: str | None = None
    """邮箱
    Source: companion F4
    """
    edu: str | None = None
    """学历
    Source: companion F4
    """
    status: str | None = None
    """状态
    Source: companion F4
    """
    purchase: bool | None = None
    """厂商未说明
    Source: companion F4
    """
    payslip_password: Annotated[str | None, Field(alias="payslipPassword")] = None
    """工资条密码
    Source: companion F4
    """
    payslip_pwd_changed: Annotated[bool | None, Field(alias="payslipPwdChanged")] = None
    """工资条密码是否已修改
    Source: companion F4
    """
    department_id: Annotated[str | int | None, Field(alias="departmentId")] = None
    """部门ID
    Source: companion F4
    """
    provision_id: Annotated[str | int | None, Field(alias="provisionId")] = None
    """厂商未说明
    Source: companion F4
    """


class Department(Model):
    """部门
    Source: companion F4
    """

    code: str | None = None
    """编码
    Source: companion F4
    """
    name: str
    """名称
    Source: companion F4
    """
    mnemonics: str | None = None
    """助记码
    Source: companion F4
    """
    remark: str | None = None
    """备注
    Source: companion F4
    """
    enable: bool | None = None
    """是否启用
    Source: companion F4
    """
    category_name: Annotated[str | None, Field(alias="categoryName")] = None
    """辅助类别名称
    Source: companion F4
    """
    category_type: Annotated[str | None, Field(alias="categoryType")] = None
    """辅助类别标识
    Source: companion F4; inferred FX-39
    """
    id: str
    """ID
    Source: companion F4
    """
    account_sets_id: Annotated[str | None, Field(alias="accountSetsId")] = None
    """账套ID
    Source: companion F4
    """
    category_id: Annotated[str | None, Field(alias="categoryId")] = None
    """辅助类别ID
    Source: companion F4
    """
    create_time: Annotated[TimeText | None, Field(alias="createTime")] = None
    """创建时间
    Source: companion F4; inferred FX-37
    """
    update_time: Annotated[TimeText | None, Field(alias="updateTime")] = None
    """修改时间
    Source: companion F4; inferred FX-37
    """
    leader: str | None = None
    """负责人
    Source: companion F4
    """
    tel_phone: Annotated[str | None, Field(alias="telPhone")] = None
    """电话
    Source: companion F4
    """
    start_date: Annotated[Date | None, Field(alias="startDate")] = None
    """成立日期
    Source: companion F4
    """
    end_date: Annotated[Date | None, Field(alias="endDate")] = None
    """撤销日期
    Source: companion F4
    """


class DepartmentPage(Model):
    """一页部门
    Source: companion F4
    """

    page_size: Annotated[int, Field(alias="pageSize")]
    """每页条数
    Source: companion F4
    """
    size: int | None = None
    """每页条数(与 pageSize 相同)
    Source: companion F4; inferred FX-34
    """
    page: int
    """页码
    Source: companion F4
    """
    total_page: Annotated[int, Field(alias="totalPage")]
    """总页数
    Source: companion F4
    """
    total: int
    """总条数
    Source: companion F4
    """
    results: list[Department]
    """部门
    Source: companion F4
    """


class DepartmentInput(Model):
    """待创建的部门
    Source: companion F4
    """

    code: str | None = None
    """编码
    Source: companion F4
    """
    name: str
    """名称
    Source: companion F4
    """
    mnemonics: str | None = None
    """助记码
    Source: companion F4
    """
    remark: str | None = None
    """备注
    Source: companion F4
    """
    enable: bool | None = None
    """是否启用
    Source: companion F4
    """
    category_name: Annotated[str | None, Field(alias="categoryName")] = None
    """辅助类别名称
    Source: companion F4
    """
    category_type: Annotated[str | None, Field(alias="categoryType")] = None
    """辅助类别标识
    Source: companion F4; inferred FX-39
    """
    id: str | int | None = None
    """ID;留空则新建
    Source: companion F4; inferred FX-32
    """
    category_id: Annotated[str | int | None, Field(alias="categoryId")] = None
    """辅助类别ID
    Source: companion F4
    """
    leader: str | None = None
    """负责人
    Source: companion F4
    """
    tel_phone: Annotated[str | None, Field(alias="telPhone")] = None
    """电话
    Source: companion F4
    """
    start_date: Annotated[Date | None, Field(alias="startDate")] = None
    """成立日期
    Source: companion F4
    """
    end_date: Annotated[Date | None, Field(alias="endDate")] = None
    """撤销日期
    Source: companion F4
    """


class DepartmentUpdate(Model):
    """待更新的部门
    Source: companion F4 | required: inferred FX-30
    """

    code: str | None = None
    """编码
    Source: companion F4
    """
    name: str
    """名称
    Source: companion F4
    """
    mnemonics: str | None = None
    """助记码
    Source: companion F4
    """
    remark: str | None = None
    """备注
    Source: companion F4
    """
    enable: bool | None = None
    """是否启用
    Source: companion F4
    """
    category_name: Annotated[str | None, Field(alias="categoryName")] = None
    """辅助类别名称
    Source: companion F4
    """
    category_type: Annotated[str | None, Field(alias="categoryType")] = None
    """辅助类别标识
    Source: companion F4; inferred FX-39
    """
    id: str | int
    """部门ID
    Source: companion F4
    """
    category_id: Annotated[str | int | None, Field(alias="categoryId")] = None
    """辅助类别ID
    Source: companion F4
    """
    leader: str | None = None
    """负责人
    Source: companion F4
    """
    tel_phone: Annotated[str | None, Field(alias="telPhone")] = None
    """电话
    Source: companion F4
    """
    start_date: Annotated[Date | None, Field(alias="startDate")] = None
    """成立日期
    Source: companion F4
    """
    end_date: Annotated[Date | None, Field(alias="endDate")] = None
    """撤销日期
    Source: companion F4
    """


class Organization(Model):
    """组织机构
    Source: companion F4
    """

    code: str | None = None
    """编码
    Source: companion F4
    """
    name: str
    """名称
    Source: companion F4
    """
    mnemonics: str | None = None
    """助记码
    Source: companion F4
    """
    remark: str | None = None
    """备注
    Source: companion F4
    """
    enable: bool | None = None
    """是否启用
    Source: companion F4
    """
    category_name: Annotated[str | None, Field(alias="categoryName")] = None
    """辅助类别名称
    Source: companion F4
    """
    category_type: Annotated[str | None, Field(alias="categoryType")] = None
    """辅助类别标识
    Source: companion F4; inferred FX-39
    """
    id: str
    """ID
    Source: companion F4
    """
    account_sets_id: Annotated[str | None, Field(alias="accountSetsId")] = None
    """账套ID
    Source: companion F4
    """
    category_id: Annotated[str | None, Field(alias="categoryId")] = None
    """辅助类别ID
    Source: companion F4
    """
    create_time: Annotated[TimeText | None, Field(alias="createTime")] = None
    """创建时间
    Source: companion F4; inferred FX-37
    """
    update_time: Annotated[TimeText | None, Field(alias="updateTime")] = None
    """修改时间
    Source: companion F4; inferred FX-37
    """
    address: str | None = None
    """地址
    Source: companion F4
    """


class OrganizationPage(Model):
    """一页组织机构
    Source: companion F4
    """

    page_size: Annotated[int, Field(alias="pageSize")]
    """每页条数
    Source: companion F4
    """
    size: int | None = None
    """每页条数(与 pageSize 相同)
    Source: companion F4; inferred FX-34
    """
    page: int
    """页码
    Source: companion F4
    """
    total_page: Annotated[int, Field(alias="totalPage")]
    """总页数
    Source: companion F4
    """
    total: int
    """总条数
    Source: companion F4
    """
    results: list[Organization]
    """组织机构
    Source: companion F4
    """


class OrganizationInput(Model):
    """待创建的组织机构
    Source: companion F4
    """

    code: str | None = None
    """编码
    Source: companion F4
    """
    name: str
    """名称
    Source: companion F4
    """
    mnemonics: str | None = None
    """助记码
    Source: companion F4
    """
    remark: str | None = None
    """备注
    Source: companion F4
    """
    enable: bool | None = None
    """是否启用
    Source: companion F4
    """
    category_name: Annotated[str | None, Field(alias="categoryName")] = None
    """辅助类别名称
    Source: companion F4
    """
    category_type: Annotated[str | None, Field(alias="categoryType")] = None
    """辅助类别标识
    Source: companion F4; inferred FX-39
    """
    id: str | int | None = None
    """ID;留空则新建
    Source: companion F4; inferred FX-32
    """
    category_id: Annotated[str | int | None, Field(alias="categoryId")] = None
    """辅助类别ID
    Source: companion F4
    """
    address: str | None = None
    """地址
    Source: companion F4
    """


class OrganizationUpdate(Model):
    """待更新的组织机构
    Source: companion F4 | required: inferred FX-30
    """

    code: str | None = None
    """编码
    Source: companion F4
    """
    name: str
    """名称
    Source: companion F4
    """
    mnemonics: str | None = None
    """助记码
    Source: companion F4
    """
    remark: str | None = None
    """备注
    Source: companion F4
    """
    enable: bool | None = None
    """是否启用
    Source: companion F4
    """
    category_name: Annotated[str | None, Field(alias="categoryName")] = None
    """辅助类别名称
    Source: companion F4
    """
    category_type: Annotated[str | None, Field(alias="categoryType")] = None
    """辅助类别标识
    Source: companion F4; inferred FX-39
    """
    id: str | int
    """组织机构ID
    Source: companion F4
    """
    category_id: Annotated[str | int | None, Field(alias="categoryId")] = None
    """辅助类别ID
    Source: companion F4
    """
    address: str | None = None
    """地址
    Source: companion F4
    """


class Project(Model):
    """项目
    Source: companion F4
    """

    code: str | None = None
    """编码
    Source: companion F4
    """
    name: str
    """名称
    Source: companion F4
    """
    mnemonics: str | None = None
    """助记码
    Source: companion F4
    """
    remark: str | None = None
    """备注
    Source: companion F4
    """
    enable: bool | None = None
    """是否启用
    Source: companion F4
    """
    category_name: Annotated[str | None, Field(alias="categoryName")] = None
    """辅助类别名称
    Source: companion F4
    """
    category_type: Annotated[str | None, Field(alias="categoryType")] = None
    """辅助类别标识
    Source: companion F4; inferred FX-39
    """
    id: str
    """ID
    Source: companion F4
    """
    account_sets_id: Annotated[str | None, Field(alias="accountSetsId")] = None
    """账套ID
    Source: companion F4
    """
    category_id: Annotated[str | None, Field(alias="categoryId")] = None
    """辅助类别ID
    Source: companion F4
    """
    create_time: Annotated[TimeText | None, Field(alias="createTime")] = None
    """创建时间
    Source: companion F4; inferred FX-37
    """
    update_time: Annotated[TimeText | None, Field(alias="updateTime")] = None
    """修改时间
    Source: companion F4; inferred FX-37
    """
    department_name: Annotated[str | None, Field(alias="departmentName")] = None
    """部门名称
    Source: companion F4
    """
    leader: str | None = None
    """负责人
    Source: companion F4
    """
    tel_phone: Annotated[str | None, Field(alias="telPhone")] = None
    """电话
    Source: companion F4
    """
    start_date: Annotated[Date | None, Field(alias="startDate")] = None
    """开工日期
    Source: companion F4
    """
    acceptance_date: Annotated[Date | None, Field(alias="acceptanceDate")] = None
    """验收日期
    Source: companion F4
    """
    department_id: Annotated[str | None, Field(alias="departmentId")] = None
    """部门ID
    Source: companion F4
    """


class ProjectPage(Model):
    """一页项目
    Source: companion F4
    """

    page_size: Annotated[int, Field(alias="pageSize")]
    """每页条数
    Source: companion F4
    """
    size: int | None = None
    """每页条数(与 pageSize 相同)
    Source: companion F4; inferred FX-34
    """
    page: int
    """页码
    Source: companion F4
    """
    total_page: Annotated[int, Field(alias="totalPage")]
    """总页数
    Source: companion F4
    """
    total: int
    """总条数
    Source: companion F4
    """
    results: list[Project]
    """项目
    Source: companion F4
    """


class ProjectInput(Model):
    """待创建的项目
    Source: companion F4
    """

    code: str | None = None
    """编码
    Source: companion F4
    """
    name: str
    """名称
    Source: companion F4
    """
    mnemonics: str | None = None
    """助记码
    Source: companion F4
    """
    remark: str | None = None
    """备注
    Source: companion F4
    """
    enable: bool | None = None
    """是否启用
    Source: companion F4
    """
    category_name: Annotated[str | None, Field(alias="categoryName")] = None
    """辅助类别名称
    Source: companion F4
    """
    category_type: Annotated[str | None, Field(alias="categoryType")] = None
    """辅助类别标识
    Source: companion F4; inferred FX-39
    """
    id: str | int | None = None
    """ID;留空则新建
    Source: companion F4; inferred FX-32
    """
    category_id: Annotated[str | int | None, Field(alias="categoryId")] = None
    """辅助类别ID
    Source: companion F4
    """
    department_name: Annotated[str | None, Field(alias="departmentName")] = None
    """部门名称
    Source: companion F4
    """
    leader: str | None = None
    """负责人
    Source: companion F4
    """
    tel_phone: Annotated[str | None, Field(alias="telPhone")] = None
    """电话
    Source: companion F4
    """
    start_date: Annotated[Date | None, Field(alias="startDate")] = None
    """开工日期
    Source: companion F4
    """
    acceptance_date: Annotated[Date | None, Field(alias="acceptanceDate")] = None
    """验收日期
    Source: companion F4
    """
    department_id: Annotated[str | int | None, Field(alias="departmentId")] = None
    """部门ID
    Source: companion F4
    """


class ProjectUpdate(Model):
    """待更新的项目
    Source: companion F4 | required: inferred FX-30
    """

    code: str | None = None
    """编码
    Source: companion F4
    """
    name: str
    """名称
    Source: companion F4
    """
    mnemonics: str | None = None
    """助记码
    Source: companion F4
    """
    remark: str | None = None
    """备注
    Source: companion F4
    """
    enable: bool | None = None
    """是否启用
    Source: companion F4
    """
    category_name: Annotated[str | None, Field(alias="categoryName")] = None
    """辅助类别名称
    Source: companion F4
    """
    category_type: Annotated[str | None, Field(alias="categoryType")] = None
    """辅助类别标识
    Source: companion F4; inferred FX-39
    """
    id: str | int
    """项目ID
    Source: companion F4
    """
    category_id: Annotated[str | int | None, Field(alias="categoryId")] = None
    """辅助类别ID
    Source: companion F4
    """
    department_name: Annotated[str | None, Field(alias="departmentName")] = None
    """部门名称
    Source: companion F4
    """
    leader: str | None = None
    """负责人
    Source: companion F4
    """
    tel_phone: Annotated[str | None, Field(alias="telPhone")] = None
    """电话
    Source: companion F4
    """
    start_date: Annotated[Date | None, Field(alias="startDate")] = None
    """开工日期
    Source: companion F4
    """
    acceptance_date: Annotated[Date | None, Field(alias="acceptanceDate")] = None
    """验收日期
    Source: companion F4
    """
    department_id: Annotated[str | int | None, Field(alias="departmentId")] = None
    """部门ID
    Source: companion F4
    """


class InventoryItem(Model):
    """存货
    Source: companion F4
    """

    code: str | None = None
    """编码
    Source: companion F4
    """
    name: str
    """名称
    Source: companion F4
    """
    mnemonics: str | None = None
    """助记码
    Source: companion F4
    """
    remark: str | None = None
    """备注
    Source: companion F4
    """
    enable: bool | None = None
    """是否启用
    Source: companion F4
    """
    category_name: Annotated[str | None, Field(alias="categoryName")] = None
    """辅助类别名称
    Source: companion F4
    """
    category_type: Annotated[str | None, Field(alias="categoryType")] = None
    """辅助类别标识
    Source: companion F4; inferred FX-39
    """
    id: str
    """ID
    Source: companion F4
    """
    account_sets_id: Annotated[str | None, Field(alias="accountSetsId")] = None
    """账套ID
    Source: companion F4
    """
    category_id: Annotated[str | None, Field(alias="categoryId")] = None
    """辅助类别ID
    Source: companion F4
    """
    create_time: Annotated[TimeText | None, Field(alias="createTime")] = None
    """创建时间
    Source: companion F4; inferred FX-37
    """
    update_time: Annotated[TimeText | None, Field(alias="updateTime")] = None
    """修改时间
    Source: companion F4; inferred FX-37
    """
    category: str | None = None
    """分类
    Source: companion F4
    """
    specification: str | None = None
    """规格型号
    Source: companion F4
    """
    unit: str | None = None
    """计量单位
    Source: companion F4
    """
    start_date: Annotated[Date | None, Field(alias="startDate")] = None
    """启用日期
    Source: companion F4
    """
    end_date: Annotated[Date | None, Field(alias="endDate")] = None
    """停用日期
    Source: companion F4
    """


class InventoryItemPage(Model):
    """一页存货
    Source: companion F4
    """

    page_size: Annotated[int, Field(alias="pageSize")]
    """每页条数
    Source: companion F4
    """
    size: int | None = None
    """每页条数(与 pageSize 相同)
    Source: companion F4; inferred FX-34
    """
    page: int
    """页码
    Source: companion F4
    """
    total_page: Annotated[int, Field(alias="totalPage")]
    """总页数
    Source: companion F4
    """
    total: int
    """总条数
    Source: companion F4
    """
    results: list[InventoryItem]
    """存货
    Source: companion F4
    """


class InventoryItemInput(Model):
    """待创建的存货
    Source: companion F4
    """

    code: str | None = None
    """编码
    Source: companion F4
    """
    name: str
    """名称
    Source: companion F4
    """
    mnemonics: str | None = None
    """助记码
    Source: companion F4
    """
    remark: str | None = None
    """备注
    Source: companion F4
    """
    enable: bool | None = None
    """是否启用
    Source: companion F4
    """
    category_name: Annotated[str | None, Field(alias="categoryName")] = None
    """辅助类别名称
    Source: companion F4
    """
    category_type: Annotated[str | None, Field(alias="categoryType")] = None
    """辅助类别标识
    Source: companion F4; inferred FX-39
    """
    id: str | int | None = None
    """ID;留空则新建
    Source: companion F4; inferred FX-32
    """
    category_id: Annotated[str | int | None, Field(alias="categoryId")] = None
    """辅助类别ID
    Source: companion F4
    """
    category: str | None = None
    """分类
    Source: companion F4
    """
    specification: str | None = None
    """规格型号
    Source: companion F4
    """
    unit: str | None = None
    """计量单位
    Source: companion F4
    """
    start_date: Annotated[Date | None, Field(alias="startDate")] = None
    """启用日期
    Source: companion F4
    """
    end_date: Annotated[Date | None, Field(alias="endDate")] = None
    """停用日期
    Source: companion F4
    """


class InventoryItemUpdate(Model):
    """待更新的存货
    Source: companion F4 | required: inferred FX-30
    """

    code: str | None = None
    """编码
    Source: companion F4
    """
    name: str
    """名称
    Source: companion F4
    """
    mnemonics: str | None = None
    """助记码
    Source: companion F4
    """
    remark: str | None = None
    """备注
    Source: companion F4
    """
    enable: bool | None = None
    """是否启用
    Source: companion F4
    """
    category_name: Annotated[str | None, Field(alias="categoryName")] = None
    """辅助类别名称
    Source: companion F4
    """
    category_type: Annotated[str | None, Field(alias="categoryType")] = None
    """辅助类别标识
    Source: companion F4; inferred FX-39
    """
    id: str | int
    """存货ID
    Source: companion F4
    """
    category_id: Annotated[str | int | None, Field(alias="categoryId")] = None
    """辅助类别ID
    Source: companion F4
    """
    category: str | None = None
    """分类
    Source: companion F4
    """
    specification: str | None = None
    """规格型号
    Source: companion F4
    """
    unit: str | None = None
    """计量单位
    Source: companion F4
    """
    start_date: Annotated[Date | None, Field(alias="startDate")] = None
    """启用日期
    Source: companion F4
    """
    end_date: Annotated[Date | None, Field(alias="endDate")] = None
    """停用日期
    Source: companion F4
    """


class VoucherPage(Model):
    """一页凭证
    Source: companion F4
    """

    page_size: Annotated[int, Field(alias="pageSize")]
    """每页条数
    Source: companion F4
    """
    size: int | None = None
    """每页条数(与 pageSize 相同)
    Source: companion F4; inferred FX-34
    """
    page: int
    """页码
    Source: companion F4
    """
    total_page: Annotated[int, Field(alias="totalPage")]
    """总页数
    Source: companion F4
    """
    total: int
    """总条数
    Source: companion F4
    """
    results: list[Voucher]
    """凭证
    Source: companion F4
    """


class VoucherUpdate(Model):
    """待更新的凭证
    Source: companion F4 | required: inferred FX-30
    """

    id: str | int
    """凭证ID
    Source: companion F4
    """
    word: str
    """凭证字
    Source: companion F4
    """
    code: int | None = None
    """凭证号;留空则由系统编号
    Source: companion F4, F5; inferred FX-40
    """
    remark: str | None = None
    """备注
    Source: companion F4
    """
    receipt_num: Annotated[int | None, Field(alias="receiptNum")] = None
    """附件张数
    Source: companion F4
    """
    voucher_date: Annotated[Date, Field(alias="voucherDate")]
    """凭证日期
    Source: companion F4
    """
    bill_list: Annotated[list[Bill] | None, Field(alias="billList")] = None
    """附件
    Source: companion F5; inferred FX-26
    """
    is_template: Annotated[bool | None, Field(alias="isTemplate")] = None
    """是否凭证模板
    Source: companion F4
    """
    template_name: Annotated[str | None, Field(alias="templateName")] = None
    """模板名称
    Source: companion F4
    """
    details: list[VoucherLineInput]
    """分录
    Source: companion F4
    """


class ListAccountSetsResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: AccountSetPage | None = None
    """账套列表
    Source: companion F4
    """


class CreateAccountSetResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: AccountSet | None = None
    """新建的账套
    Source: companion F4
    """


class ListSubjectsResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: list[Subject] | None = None
    """科目
    Source: companion F4 | nesting: inferred FX-35
    """


class ListUsableSubjectsResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: list[Subject] | None = None
    """可用于凭证的科目
    Source: companion F4
    """


class ListCurrenciesResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: list[Currency] | None = None
    """币别
    Source: companion F4
    """


class CreateCurrencyResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """


class DeleteCurrencyResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """


class ListVoucherWordsResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: list[VoucherWord] | None = None
    """凭证字
    Source: companion F4
    """


class CreateVoucherWordResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """


class UpdateVoucherWordResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """


class DeleteVoucherWordResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """


class ListAuxiliaryCategoriesResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: list[AuxiliaryCategory] | None = None
    """辅助类别
    Source: companion F4
    """


class CreateAuxiliaryCategoryResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """


class UpdateAuxiliaryCategoryResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """


class DeleteAuxiliaryCategoryResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """


class ListCustomersResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: CustomerPage | None = None
    """客户列表
    Source: companion F4
    """


class CreateCustomerResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """


class UpdateCustomerResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """


class DeleteCustomerResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """


class ListVendorsResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: VendorPage | None = None
    """供应商列表
    Source: companion F4
    """


class CreateVendorResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """


class UpdateVendorResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """


class DeleteVendorResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """


class ListEmployeesResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: EmployeePage | None = None
    """职员列表
    Source: companion F4
    """


class CreateEmployeeResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """


class UpdateEmployeeResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """


class DeleteEmployeeResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """


class ListDepartmentsResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: DepartmentPage | None = None
    """部门列表
    Source: companion F4
    """


class CreateDepartmentResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """


class UpdateDepartmentResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """


class DeleteDepartmentResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """


class ListOrganizationsResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: OrganizationPage | None = None
    """组织机构列表
    Source: companion F4
    """


class CreateOrganizationResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """


class UpdateOrganizationResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """


class DeleteOrganizationResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """


class ListProjectsResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: ProjectPage | None = None
    """项目列表
    Source: companion F4
    """


class CreateProjectResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """


class UpdateProjectResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """


class DeleteProjectResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """


class ListInventoryItemsResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: InventoryItemPage | None = None
    """存货列表
    Source: companion F4
    """


class CreateInventoryItemResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """


class UpdateInventoryItemResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """


class DeleteInventoryItemResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """


class ListVouchersResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: VoucherPage | None = None
    """凭证列表
    Source: companion F4
    """


class CreateVoucherResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Voucher | None = None
    """新建的凭证
    Source: companion F4
    """


class UpdateVoucherResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Voucher | None = None
    """更新后的凭证
    Source: companion F4
    """


class DeleteVouchersResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """


class ListBusinessDataSourcesResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: list[BusinessDataSource] | None = None
    """数据源定义
    Source: companion F4
    """


class PushBusinessDataResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """


class WithdrawBusinessDataResponse(Model):
    success: bool
    """是否成功
    Source: sample L111 | failure: assumed FX-24
    """
    code: int
    """状态码,成功为 200
    Source: sample L112; inferred FX-12 | failure: assumed FX-24
    """
    msg: str
    """提示信息,成功时为空
    Source: sample L113
    """
    data: Any = None
    """厂商未说明;其 Java 客户端不读取
    Source: companion F4; inferred FX-32
    """
