"""What the client knows of each operation: declarations only, the runtime acts upon them."""

from __future__ import annotations

from typing import Any, Final

from . import models
from ._runtime.flows import Paging, Spot
from ._runtime.operation import (
    Answer,
    AnswerEnvelope,
    Body,
    CodeRow,
    Condition,
    Envelope,
    Errors,
    Limits,
    Operation,
    Parameter,
    Property,
    Shared,
)
from ._runtime.types import AnyDecimal, Date, DecimalNumber

ENVELOPE: Final = Envelope(
    answer=AnswerEnvelope(
        success=Condition(test="all", parts=(Condition(at="/success", value=True), Condition(at="/code", value=200))),
        code="/code",
        message="/msg",
        payload="/data",
        payload_required=True,
    )
)
ERRORS: Final = Errors(
    at="/code",
    codes=(
        CodeRow(code=200, kind=None, retry="never"),
        CodeRow(code=401, kind="bad-credential", status=401, retry="never", message="API Key 无效"),
        CodeRow(code=-1, kind="business", status=200, retry="never", message="操作失败"),
    ),
)
REFUSALS: Final[tuple[Answer, ...]] = (Answer(status="4XX", type=models.Envelope),)
ENVELOPE_2: Final = Envelope(
    answer=AnswerEnvelope(
        success=Condition(test="all", parts=(Condition(at="/success", value=True), Condition(at="/code", value=200))),
        code="/code",
        message="/msg",
        payload="/data",
    )
)
VOUCHER_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/createMember", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/accountSetsId", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/lastUpdateMember", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/billList/*", {"limits": lambda: BILL_LIMITS}),
    Limits("/details/*", {"limits": lambda: VOUCHER_LINE_LIMITS}),
    Limits("/auditMemberId", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/reverseVoucherId", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/cashierId", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/businessIds/*", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/invoiceIds/*", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/invoiceId", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/journalId", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/journalIds/*", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/cashierTransferId", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/cashierTransferIds/*", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/checkTplId", {"pattern": "^[0-9]{1,19}$"}),
)
BILL_LIMITS: Final[tuple[Limits, ...]] = (Limits("/size", {"pattern": "^[0-9]+$"}),)
VOUCHER_LINE_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/accountSetsId", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/voucherId", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/currencyId", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/subjectId", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/subject", {"limits": lambda: SUBJECT_LIMITS}),
    Limits("/auxiliaryDetailId", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/auxiliary/*", {"limits": lambda: LINE_AUXILIARY_LIMITS}),
)
SUBJECT_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/accountSetsId", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/parentId", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/auxiliaryAccounting/*", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/nonAuxiliaryAccounting/*", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/currencyAccounting/*", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/cashFlowIn", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/cashFlowOut", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/children/*", {"limits": lambda: SUBJECT_LIMITS}),
)
LINE_AUXILIARY_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/categoryId", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/adId", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/subjectId", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/value", {"pattern": "^[0-9]{1,19}$"}),
)
ACCOUNT_SET_PAGE_LIMITS: Final[tuple[Limits, ...]] = (Limits("/results/*", {"limits": lambda: ACCOUNT_SET_LIMITS}),)
ACCOUNT_SET_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/creatorId", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/astId", {"pattern": "^[0-9]{1,19}$"}),
)
ACCOUNT_SET_INPUT_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/astId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
)
CURRENCY_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/accountSetsId", {"pattern": "^[0-9]{1,19}$"}),
)
VOUCHER_WORD_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/accountSetsId", {"pattern": "^[0-9]{1,19}$"}),
)
VOUCHER_WORD_UPDATE_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
)
AUXILIARY_CATEGORY_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/accountSetsId", {"pattern": "^[0-9]{1,19}$"}),
)
AUXILIARY_CATEGORY_UPDATE_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
)
CUSTOMER_PAGE_LIMITS: Final[tuple[Limits, ...]] = (Limits("/results/*", {"limits": lambda: CUSTOMER_LIMITS}),)
CUSTOMER_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/accountSetsId", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/categoryId", {"pattern": "^[0-9]{1,19}$"}),
)
CUSTOMER_INPUT_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"minimum": 0, "pattern": "^[0-9]{1,19}$"}),
    Limits("/categoryId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
)
CUSTOMER_UPDATE_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
    Limits("/categoryId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
)
VENDOR_PAGE_LIMITS: Final[tuple[Limits, ...]] = (Limits("/results/*", {"limits": lambda: VENDOR_LIMITS}),)
VENDOR_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/accountSetsId", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/categoryId", {"pattern": "^[0-9]{1,19}$"}),
)
VENDOR_INPUT_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"minimum": 0, "pattern": "^[0-9]{1,19}$"}),
    Limits("/categoryId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
)
VENDOR_UPDATE_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
    Limits("/categoryId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
)
EMPLOYEE_PAGE_LIMITS: Final[tuple[Limits, ...]] = (Limits("/results/*", {"limits": lambda: EMPLOYEE_LIMITS}),)
EMPLOYEE_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/accountSetsId", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/categoryId", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/departmentId", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/provisionId", {"pattern": "^[0-9]{1,19}$"}),
)
EMPLOYEE_INPUT_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"minimum": 0, "pattern": "^[0-9]{1,19}$"}),
    Limits("/categoryId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
    Limits("/departmentId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
    Limits("/provisionId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
)
EMPLOYEE_UPDATE_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
    Limits("/categoryId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
    Limits("/departmentId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
    Limits("/provisionId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
)
DEPARTMENT_PAGE_LIMITS: Final[tuple[Limits, ...]] = (Limits("/results/*", {"limits": lambda: DEPARTMENT_LIMITS}),)
DEPARTMENT_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/accountSetsId", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/categoryId", {"pattern": "^[0-9]{1,19}$"}),
)
DEPARTMENT_INPUT_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"minimum": 0, "pattern": "^[0-9]{1,19}$"}),
    Limits("/categoryId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
)
DEPARTMENT_UPDATE_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
    Limits("/categoryId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
)
ORGANIZATION_PAGE_LIMITS: Final[tuple[Limits, ...]] = (Limits("/results/*", {"limits": lambda: ORGANIZATION_LIMITS}),)
ORGANIZATION_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/accountSetsId", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/categoryId", {"pattern": "^[0-9]{1,19}$"}),
)
ORGANIZATION_INPUT_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"minimum": 0, "pattern": "^[0-9]{1,19}$"}),
    Limits("/categoryId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
)
ORGANIZATION_UPDATE_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
    Limits("/categoryId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
)
PROJECT_PAGE_LIMITS: Final[tuple[Limits, ...]] = (Limits("/results/*", {"limits": lambda: PROJECT_LIMITS}),)
PROJECT_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/accountSetsId", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/categoryId", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/departmentId", {"pattern": "^[0-9]{1,19}$"}),
)
PROJECT_INPUT_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"minimum": 0, "pattern": "^[0-9]{1,19}$"}),
    Limits("/categoryId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
    Limits("/departmentId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
)
PROJECT_UPDATE_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
    Limits("/categoryId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
    Limits("/departmentId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
)
INVENTORY_ITEM_PAGE_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/results/*", {"limits": lambda: INVENTORY_ITEM_LIMITS}),
)
INVENTORY_ITEM_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/accountSetsId", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/categoryId", {"pattern": "^[0-9]{1,19}$"}),
)
INVENTORY_ITEM_INPUT_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"minimum": 0, "pattern": "^[0-9]{1,19}$"}),
    Limits("/categoryId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
)
INVENTORY_ITEM_UPDATE_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
    Limits("/categoryId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
)
VOUCHER_QUERY_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/accountSetsId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
    Limits("/createMember", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
    Limits("/subjectId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
    Limits("/page", {"minimum": 1}),
    Limits("/pageSize", {"minimum": 1}),
)
VOUCHER_PAGE_LIMITS: Final[tuple[Limits, ...]] = (Limits("/results/*", {"limits": lambda: VOUCHER_LIMITS}),)
VOUCHER_INPUT_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"minimum": 0, "pattern": "^[0-9]{1,19}$"}),
    Limits("/billList/*", {"limits": lambda: BILL_LIMITS}),
    Limits("/details", {"minItems": 1}),
    Limits("/details/*", {"limits": lambda: VOUCHER_LINE_INPUT_LIMITS}),
)
VOUCHER_LINE_INPUT_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/subjectId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
    Limits("/currencyId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
    Limits("/auxiliaryDetailId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
    Limits("/auxiliary/*", {"limits": lambda: LINE_AUXILIARY_INPUT_LIMITS}),
)
LINE_AUXILIARY_INPUT_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
    Limits("/adId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
    Limits("/categoryId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
    Limits("/subjectId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
    Limits("/value", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
)
VOUCHER_UPDATE_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
    Limits("/billList/*", {"limits": lambda: BILL_LIMITS}),
    Limits("/details", {"minItems": 1}),
    Limits("/details/*", {"limits": lambda: VOUCHER_LINE_INPUT_LIMITS}),
)
VOUCHER_REFERENCE_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
)
BUSINESS_DATA_SOURCE_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/accountSetsId", {"pattern": "^[0-9]{1,19}$"}),
    Limits("/dataFields/*", {"limits": lambda: BUSINESS_DATA_FIELD_LIMITS}),
    Limits("/voucherTemplates/*", {"limits": lambda: BUSINESS_VOUCHER_TEMPLATE_LIMITS}),
)
BUSINESS_DATA_FIELD_LIMITS: Final[tuple[Limits, ...]] = (Limits("/categoryTypeId", {"pattern": "^[0-9]{1,19}$"}),)
BUSINESS_VOUCHER_TEMPLATE_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/items/*", {"limits": lambda: BUSINESS_VOUCHER_TEMPLATE_ITEM_LIMITS}),
)
BUSINESS_VOUCHER_TEMPLATE_ITEM_LIMITS: Final[tuple[Limits, ...]] = (Limits("/subjectId", {"pattern": "^[0-9]{1,19}$"}),)
BUSINESS_DATA_INPUT_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/id", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
    Limits("/definitionId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
    Limits("/voucherId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
    Limits("/accountSetsId", {"minimum": 0, "maximum": 9999999999999999999, "pattern": "^[0-9]{1,19}$"}),
)
GET_VOUCHER: Final[Operation[models.Voucher]] = Operation(
    id="getVoucher",
    method="GET",
    path="/api/voucher/{voucherId}",
    caller="vouchers.get",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter("voucherId", argument="voucher_id", location="path", required=True, type=str),
    ),
    answers=(Answer(type=models.Voucher, limits=(Limits("", {"limits": lambda: VOUCHER_LIMITS}),)),),
    refusals=REFUSALS,
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("path:voucherId", {"pattern": "^[0-9]{1,19}$"}),
    ),
)
LIST_ACCOUNT_SETS: Final[Operation[models.AccountSetPage]] = Operation(
    id="listAccountSets",
    method="GET",
    path="/api/account-sets",
    caller="account_sets.list",
    parameters=(
        Parameter("companyName", argument="company_name", type=str),
        Parameter("page", type=int),
        Parameter("pageSize", argument="page_size", type=int),
        Parameter("showStop", argument="show_stop", type=bool),
    ),
    answers=(Answer(type=models.AccountSetPage, limits=(Limits("", {"limits": lambda: ACCOUNT_SET_PAGE_LIMITS}),)),),
    refusals=REFUSALS,
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(Limits("query:page", {"minimum": 1}), Limits("query:pageSize", {"minimum": 1})),
    paging=Paging(
        style="page",
        spot=Spot(argument="page"),
        items="/data/results",
        size=Spot(argument="page_size"),
        default_size=20,
        total="/data/total",
        pages="/data/totalPage",
    ),
)
CREATE_ACCOUNT_SET: Final[Operation[models.AccountSet]] = Operation(
    id="createAccountSet",
    method="POST",
    path="/api/account-sets",
    caller="account_sets.create",
    body=Body(
        required=True,
        properties=(
            Property("companyName", argument="company_name", required=True, type=str),
            Property("enableDate", argument="enable_date", type=Date),
            Property("creditCode", argument="credit_code", type=str),
            Property("accountStandard", argument="account_standard", type=str),
            Property("vatType", argument="vat_type", type=str),
            Property("address", type=str),
            Property("cashierModule", argument="cashier_module", type=bool),
            Property("industry", type=int),
            Property("fixedAssetModule", argument="fixed_asset_module", type=bool),
            Property("voucherReviewed", argument="voucher_reviewed", type=bool),
            Property("currentAccountDate", argument="current_account_date", type=Date),
            Property("encoding", type=list[int]),
            Property("subjectCategory", argument="subject_category", type=list[Any]),
            Property("journal", type=bool),
            Property("assets", type=bool),
            Property("enabled", type=bool),
            Property("imported", type=bool),
            Property("syncType", argument="sync_type", type=str),
            Property("taxation", type=str),
            Property("effectiveDate", argument="effective_date", type=Date),
            Property("vcfEqCheck", argument="vcf_eq_check", type=str),
            Property("astId", argument="ast_id", type=str | int),
        ),
    ),
    answers=(Answer(type=models.AccountSet, limits=(Limits("", {"limits": lambda: ACCOUNT_SET_LIMITS}),)),),
    refusals=REFUSALS,
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=False,
    limits=(Limits("", {"limits": lambda: ACCOUNT_SET_INPUT_LIMITS}),),
)
LIST_SUBJECTS: Final[Operation[list[models.Subject]]] = Operation(
    id="listSubjects",
    method="GET",
    path="/api/subject",
    caller="subjects.list",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter("type", type=str),
    ),
    answers=(Answer(type=list[models.Subject], limits=(Limits("/*", {"limits": lambda: SUBJECT_LIMITS}),)),),
    refusals=REFUSALS,
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),),
)
LIST_USABLE_SUBJECTS: Final[Operation[list[models.Subject]]] = Operation(
    id="listUsableSubjects",
    method="GET",
    path="/api/subject/voucher/select",
    caller="subjects.list_usable",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter("showAll", argument="show_all", type=bool),
    ),
    answers=(Answer(type=list[models.Subject], limits=(Limits("/*", {"limits": lambda: SUBJECT_LIMITS}),)),),
    refusals=REFUSALS,
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),),
)
LIST_CURRENCIES: Final[Operation[list[models.Currency]]] = Operation(
    id="listCurrencies",
    method="GET",
    path="/api/currency",
    caller="currencies.list",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    answers=(Answer(type=list[models.Currency], limits=(Limits("/*", {"limits": lambda: CURRENCY_LIMITS}),)),),
    refusals=REFUSALS,
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),),
)
CREATE_CURRENCY: Final[Operation[Any]] = Operation(
    id="createCurrency",
    method="POST",
    path="/api/currency",
    caller="currencies.create",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property("code", required=True, type=str),
            Property("name", required=True, type=str),
            Property("exchangeRate", argument="exchange_rate", type=AnyDecimal),
            Property("localCurrency", argument="local_currency", type=bool),
            Property("enable", type=bool),
        ),
    ),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=False,
    limits=(Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),),
)
DELETE_CURRENCY: Final[Operation[Any]] = Operation(
    id="deleteCurrency",
    method="DELETE",
    path="/api/currency/{id}",
    caller="currencies.delete",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter("id", location="path", required=True, type=str),
    ),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("path:id", {"pattern": "^[0-9]{1,19}$"}),
    ),
)
LIST_VOUCHER_WORDS: Final[Operation[list[models.VoucherWord]]] = Operation(
    id="listVoucherWords",
    method="GET",
    path="/api/voucher-word",
    caller="voucher_words.list",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    answers=(Answer(type=list[models.VoucherWord], limits=(Limits("/*", {"limits": lambda: VOUCHER_WORD_LIMITS}),)),),
    refusals=REFUSALS,
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),),
)
CREATE_VOUCHER_WORD: Final[Operation[Any]] = Operation(
    id="createVoucherWord",
    method="POST",
    path="/api/voucher-word",
    caller="voucher_words.create",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property("word", required=True, type=str),
            Property("printTitle", argument="print_title", type=str),
            Property("isDefault", argument="is_default", type=bool),
        ),
    ),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=False,
    limits=(Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),),
)
UPDATE_VOUCHER_WORD: Final[Operation[Any]] = Operation(
    id="updateVoucherWord",
    method="PUT",
    path="/api/voucher-word",
    caller="voucher_words.update",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property("word", required=True, type=str),
            Property("printTitle", argument="print_title", type=str),
            Property("isDefault", argument="is_default", type=bool),
            Property("id", required=True, type=str | int),
        ),
    ),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("", {"limits": lambda: VOUCHER_WORD_UPDATE_LIMITS}),
    ),
)
DELETE_VOUCHER_WORD: Final[Operation[Any]] = Operation(
    id="deleteVoucherWord",
    method="DELETE",
    path="/api/voucher-word/{id}",
    caller="voucher_words.delete",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter("id", location="path", required=True, type=str),
    ),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("path:id", {"pattern": "^[0-9]{1,19}$"}),
    ),
)
LIST_AUXILIARY_CATEGORIES: Final[Operation[list[models.AuxiliaryCategory]]] = Operation(
    id="listAuxiliaryCategories",
    method="GET",
    path="/api/accounting-category",
    caller="auxiliary_categories.list",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    answers=(
        Answer(
            type=list[models.AuxiliaryCategory], limits=(Limits("/*", {"limits": lambda: AUXILIARY_CATEGORY_LIMITS}),)
        ),
    ),
    refusals=REFUSALS,
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),),
)
CREATE_AUXILIARY_CATEGORY: Final[Operation[Any]] = Operation(
    id="createAuxiliaryCategory",
    method="POST",
    path="/api/accounting-category",
    caller="auxiliary_categories.create",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property("categoryType", argument="category_type", type=str),
            Property("name", required=True, type=str),
            Property("columns", type=list[models.AuxiliaryColumn]),
        ),
    ),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=False,
    limits=(Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),),
)
UPDATE_AUXILIARY_CATEGORY: Final[Operation[Any]] = Operation(
    id="updateAuxiliaryCategory",
    method="PUT",
    path="/api/accounting-category",
    caller="auxiliary_categories.update",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property("categoryType", argument="category_type", type=str),
            Property("name", required=True, type=str),
            Property("columns", type=list[models.AuxiliaryColumn]),
            Property("id", required=True, type=str | int),
        ),
    ),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("", {"limits": lambda: AUXILIARY_CATEGORY_UPDATE_LIMITS}),
    ),
)
DELETE_AUXILIARY_CATEGORY: Final[Operation[Any]] = Operation(
    id="deleteAuxiliaryCategory",
    method="DELETE",
    path="/api/accounting-category/{id}",
    caller="auxiliary_categories.delete",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter("id", location="path", required=True, type=str),
    ),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("path:id", {"pattern": "^[0-9]{1,19}$"}),
    ),
)
LIST_CUSTOMERS: Final[Operation[models.CustomerPage]] = Operation(
    id="listCustomers",
    method="GET",
    path="/api/customer",
    caller="customers.list",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter("page", type=int),
        Parameter("pageSize", argument="page_size", type=int),
    ),
    answers=(Answer(type=models.CustomerPage, limits=(Limits("", {"limits": lambda: CUSTOMER_PAGE_LIMITS}),)),),
    refusals=REFUSALS,
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("query:page", {"minimum": 1}),
        Limits("query:pageSize", {"minimum": 1}),
    ),
    paging=Paging(
        style="page",
        spot=Spot(argument="page"),
        items="/data/results",
        size=Spot(argument="page_size"),
        default_size=20,
        total="/data/total",
        pages="/data/totalPage",
    ),
)
CREATE_CUSTOMER: Final[Operation[Any]] = Operation(
    id="createCustomer",
    method="POST",
    path="/api/customer",
    caller="customers.create",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property("code", type=str),
            Property("name", required=True, type=str),
            Property("mnemonics", type=str),
            Property("remark", type=str),
            Property("enable", type=bool),
            Property("categoryName", argument="category_name", type=str),
            Property("categoryType", argument="category_type", type=str),
            Property("id", type=str | int | None),
            Property("categoryId", argument="category_id", type=str | int),
            Property("category", type=str),
            Property("creditCode", argument="credit_code", type=str),
            Property("address", type=str),
            Property("contact", type=str),
            Property("telPhone", argument="tel_phone", type=str),
        ),
    ),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=False,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("", {"limits": lambda: CUSTOMER_INPUT_LIMITS}),
    ),
)
UPDATE_CUSTOMER: Final[Operation[Any]] = Operation(
    id="updateCustomer",
    method="PUT",
    path="/api/customer",
    caller="customers.update",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property("code", type=str),
            Property("name", required=True, type=str),
            Property("mnemonics", type=str),
            Property("remark", type=str),
            Property("enable", type=bool),
            Property("categoryName", argument="category_name", type=str),
            Property("categoryType", argument="category_type", type=str),
            Property("id", required=True, type=str | int),
            Property("categoryId", argument="category_id", type=str | int),
            Property("category", type=str),
            Property("creditCode", argument="credit_code", type=str),
            Property("address", type=str),
            Property("contact", type=str),
            Property("telPhone", argument="tel_phone", type=str),
        ),
    ),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("", {"limits": lambda: CUSTOMER_UPDATE_LIMITS}),
    ),
)
DELETE_CUSTOMER: Final[Operation[Any]] = Operation(
    id="deleteCustomer",
    method="DELETE",
    path="/api/customer/{id}",
    caller="customers.delete",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter("id", location="path", required=True, type=str),
    ),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("path:id", {"pattern": "^[0-9]{1,19}$"}),
    ),
)
LIST_VENDORS: Final[Operation[models.VendorPage]] = Operation(
    id="listVendors",
    method="GET",
    path="/api/vendor",
    caller="vendors.list",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter("page", type=int),
        Parameter("pageSize", argument="page_size", type=int),
    ),
    answers=(Answer(type=models.VendorPage, limits=(Limits("", {"limits": lambda: VENDOR_PAGE_LIMITS}),)),),
    refusals=REFUSALS,
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("query:page", {"minimum": 1}),
        Limits("query:pageSize", {"minimum": 1}),
    ),
    paging=Paging(
        style="page",
        spot=Spot(argument="page"),
        items="/data/results",
        size=Spot(argument="page_size"),
        default_size=20,
        total="/data/total",
        pages="/data/totalPage",
    ),
)
CREATE_VENDOR: Final[Operation[Any]] = Operation(
    id="createVendor",
    method="POST",
    path="/api/vendor",
    caller="vendors.create",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property("code", type=str),
            Property("name", required=True, type=str),
            Property("mnemonics", type=str),
            Property("remark", type=str),
            Property("enable", type=bool),
            Property("categoryName", argument="category_name", type=str),
            Property("categoryType", argument="category_type", type=str),
            Property("id", type=str | int | None),
            Property("categoryId", argument="category_id", type=str | int),
            Property("category", type=str),
            Property("creditCode", argument="credit_code", type=str),
            Property("address", type=str),
            Property("contact", type=str),
            Property("telPhone", argument="tel_phone", type=str),
        ),
    ),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=False,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("", {"limits": lambda: VENDOR_INPUT_LIMITS}),
    ),
)
UPDATE_VENDOR: Final[Operation[Any]] = Operation(
    id="updateVendor",
    method="PUT",
    path="/api/vendor",
    caller="vendors.update",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property("code", type=str),
            Property("name", required=True, type=str),
            Property("mnemonics", type=str),
            Property("remark", type=str),
            Property("enable", type=bool),
            Property("categoryName", argument="category_name", type=str),
            Property("categoryType", argument="category_type", type=str),
            Property("id", required=True, type=str | int),
            Property("categoryId", argument="category_id", type=str | int),
            Property("category", type=str),
            Property("creditCode", argument="credit_code", type=str),
            Property("address", type=str),
            Property("contact", type=str),
            Property("telPhone", argument="tel_phone", type=str),
        ),
    ),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("", {"limits": lambda: VENDOR_UPDATE_LIMITS}),
    ),
)
DELETE_VENDOR: Final[Operation[Any]] = Operation(
    id="deleteVendor",
    method="DELETE",
    path="/api/vendor/{id}",
    caller="vendors.delete",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter("id", location="path", required=True, type=str),
    ),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("path:id", {"pattern": "^[0-9]{1,19}$"}),
    ),
)
LIST_EMPLOYEES: Final[Operation[models.EmployeePage]] = Operation(
    id="listEmployees",
    method="GET",
    path="/api/employee",
    caller="employees.list",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter("page", type=int),
        Parameter("pageSize", argument="page_size", type=int),
    ),
    answers=(Answer(type=models.EmployeePage, limits=(Limits("", {"limits": lambda: EMPLOYEE_PAGE_LIMITS}),)),),
    refusals=REFUSALS,
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("query:page", {"minimum": 1}),
        Limits("query:pageSize", {"minimum": 1}),
    ),
    paging=Paging(
        style="page",
        spot=Spot(argument="page"),
        items="/data/results",
        size=Spot(argument="page_size"),
        default_size=20,
        total="/data/total",
        pages="/data/totalPage",
    ),
)
CREATE_EMPLOYEE: Final[Operation[Any]] = Operation(
    id="createEmployee",
    method="POST",
    path="/api/employee",
    caller="employees.create",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property("code", type=str),
            Property("name", required=True, type=str),
            Property("mnemonics", type=str),
            Property("remark", type=str),
            Property("enable", type=bool),
            Property("categoryName", argument="category_name", type=str),
            Property("categoryType", argument="category_type", type=str),
            Property("id", type=str | int | None),
            Property("categoryId", argument="category_id", type=str | int),
            Property("gender", type=models.Gender),
            Property("departmentName", argument="department_name", type=str),
            Property("post", type=str),
            Property("job", type=str),
            Property("telPhone", argument="tel_phone", type=str),
            Property("birthDate", argument="birth_date", type=Date),
            Property("onboardingDate", argument="onboarding_date", type=Date),
            Property("dimissionDate", argument="dimission_date", type=Date),
            Property("idCard", argument="id_card", type=str, sensitive=True),
            Property("bankName", argument="bank_name", type=str),
            Property("bankAccount", argument="bank_account", type=str, sensitive=True),
            Property("email", type=str),
            Property("edu", type=str),
            Property("status", type=str),
            Property("purchase", type=bool),
            Property("payslipPassword", argument="payslip_password", type=str, sensitive=True),
            Property("payslipPwdChanged", argument="payslip_pwd_changed", type=bool),
            Property("departmentId", argument="department_id", type=str | int),
            Property("provisionId", argument="provision_id", type=str | int),
        ),
    ),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=False,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("", {"limits": lambda: EMPLOYEE_INPUT_LIMITS}),
    ),
)
UPDATE_EMPLOYEE: Final[Operation[Any]] = Operation(
    id="updateEmployee",
    method="PUT",
    path="/api/employee",
    caller="employees.update",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property("code", type=str),
            Property("name", required=True, type=str),
            Property("mnemonics", type=str),
            Property("remark", type=str),
            Property("enable", type=bool),
            Property("categoryName", argument="category_name", type=str),
            Property("categoryType", argument="category_type", type=str),
            Property("id", required=True, type=str | int),
            Property("categoryId", argument="category_id", type=str | int),
            Property("gender", type=models.Gender),
            Property("departmentName", argument="department_name", type=str),
            Property("post", type=str),
            Property("job", type=str),
            Property("telPhone", argument="tel_phone", type=str),
            Property("birthDate", argument="birth_date", type=Date),
            Property("onboardingDate", argument="onboarding_date", type=Date),
            Property("dimissionDate", argument="dimission_date", type=Date),
            Property("idCard", argument="id_card", type=str, sensitive=True),
            Property("bankName", argument="bank_name", type=str),
            Property("bankAccount", argument="bank_account", type=str, sensitive=True),
            Property("email", type=str),
            Property("edu", type=str),
            Property("status", type=str),
            Property("purchase", type=bool),
            Property("payslipPassword", argument="payslip_password", type=str, sensitive=True),
            Property("payslipPwdChanged", argument="payslip_pwd_changed", type=bool),
            Property("departmentId", argument="department_id", type=str | int),
            Property("provisionId", argument="provision_id", type=str | int),
        ),
    ),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("", {"limits": lambda: EMPLOYEE_UPDATE_LIMITS}),
    ),
)
DELETE_EMPLOYEE: Final[Operation[Any]] = Operation(
    id="deleteEmployee",
    method="DELETE",
    path="/api/employee/{id}",
    caller="employees.delete",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter("id", location="path", required=True, type=str),
    ),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("path:id", {"pattern": "^[0-9]{1,19}$"}),
    ),
)
LIST_DEPARTMENTS: Final[Operation[models.DepartmentPage]] = Operation(
    id="listDepartments",
    method="GET",
    path="/api/department",
    caller="departments.list",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter("page", type=int),
        Parameter("pageSize", argument="page_size", type=int),
    ),
    answers=(Answer(type=models.DepartmentPage, limits=(Limits("", {"limits": lambda: DEPARTMENT_PAGE_LIMITS}),)),),
    refusals=REFUSALS,
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("query:page", {"minimum": 1}),
        Limits("query:pageSize", {"minimum": 1}),
    ),
    paging=Paging(
        style="page",
        spot=Spot(argument="page"),
        items="/data/results",
        size=Spot(argument="page_size"),
        default_size=20,
        total="/data/total",
        pages="/data/totalPage",
    ),
)
CREATE_DEPARTMENT: Final[Operation[Any]] = Operation(
    id="createDepartment",
    method="POST",
    path="/api/department",
    caller="departments.create",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property("code", type=str),
            Property("name", required=True, type=str),
            Property("mnemonics", type=str),
            Property("remark", type=str),
            Property("enable", type=bool),
            Property("categoryName", argument="category_name", type=str),
            Property("categoryType", argument="category_type", type=str),
            Property("id", type=str | int | None),
            Property("categoryId", argument="category_id", type=str | int),
            Property("leader", type=str),
            Property("telPhone", argument="tel_phone", type=str),
            Property("startDate", argument="start_date", type=Date),
            Property("endDate", argument="end_date", type=Date),
        ),
    ),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=False,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("", {"limits": lambda: DEPARTMENT_INPUT_LIMITS}),
    ),
)
UPDATE_DEPARTMENT: Final[Operation[Any]] = Operation(
    id="updateDepartment",
    method="PUT",
    path="/api/department",
    caller="departments.update",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property("code", type=str),
            Property("name", required=True, type=str),
            Property("mnemonics", type=str),
            Property("remark", type=str),
            Property("enable", type=bool),
            Property("categoryName", argument="category_name", type=str),
            Property("categoryType", argument="category_type", type=str),
            Property("id", required=True, type=str | int),
            Property("categoryId", argument="category_id", type=str | int),
            Property("leader", type=str),
            Property("telPhone", argument="tel_phone", type=str),
            Property("startDate", argument="start_date", type=Date),
            Property("endDate", argument="end_date", type=Date),
        ),
    ),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("", {"limits": lambda: DEPARTMENT_UPDATE_LIMITS}),
    ),
)
DELETE_DEPARTMENT: Final[Operation[Any]] = Operation(
    id="deleteDepartment",
    method="DELETE",
    path="/api/department/{id}",
    caller="departments.delete",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter("id", location="path", required=True, type=str),
    ),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("path:id", {"pattern": "^[0-9]{1,19}$"}),
    ),
)
LIST_ORGANIZATIONS: Final[Operation[models.OrganizationPage]] = Operation(
    id="listOrganizations",
    method="GET",
    path="/api/organization",
    caller="organizations.list",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter("page", type=int),
        Parameter("pageSize", argument="page_size", type=int),
    ),
    answers=(Answer(type=models.OrganizationPage, limits=(Limits("", {"limits": lambda: ORGANIZATION_PAGE_LIMITS}),)),),
    refusals=REFUSALS,
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("query:page", {"minimum": 1}),
        Limits("query:pageSize", {"minimum": 1}),
    ),
    paging=Paging(
        style="page",
        spot=Spot(argument="page"),
        items="/data/results",
        size=Spot(argument="page_size"),
        default_size=20,
        total="/data/total",
        pages="/data/totalPage",
    ),
)
CREATE_ORGANIZATION: Final[Operation[Any]] = Operation(
    id="createOrganization",
    method="POST",
    path="/api/organization",
    caller="organizations.create",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property("code", type=str),
            Property("name", required=True, type=str),
            Property("mnemonics", type=str),
            Property("remark", type=str),
            Property("enable", type=bool),
            Property("categoryName", argument="category_name", type=str),
            Property("categoryType", argument="category_type", type=str),
            Property("id", type=str | int | None),
            Property("categoryId", argument="category_id", type=str | int),
            Property("address", type=str),
        ),
    ),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=False,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("", {"limits": lambda: ORGANIZATION_INPUT_LIMITS}),
    ),
)
UPDATE_ORGANIZATION: Final[Operation[Any]] = Operation(
    id="updateOrganization",
    method="PUT",
    path="/api/organization",
    caller="organizations.update",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property("code", type=str),
            Property("name", required=True, type=str),
            Property("mnemonics", type=str),
            Property("remark", type=str),
            Property("enable", type=bool),
            Property("categoryName", argument="category_name", type=str),
            Property("categoryType", argument="category_type", type=str),
            Property("id", required=True, type=str | int),
            Property("categoryId", argument="category_id", type=str | int),
            Property("address", type=str),
        ),
    ),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("", {"limits": lambda: ORGANIZATION_UPDATE_LIMITS}),
    ),
)
DELETE_ORGANIZATION: Final[Operation[Any]] = Operation(
    id="deleteOrganization",
    method="DELETE",
    path="/api/organization/{id}",
    caller="organizations.delete",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter("id", location="path", required=True, type=str),
    ),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("path:id", {"pattern": "^[0-9]{1,19}$"}),
    ),
)
LIST_PROJECTS: Final[Operation[models.ProjectPage]] = Operation(
    id="listProjects",
    method="GET",
    path="/api/project",
    caller="projects.list",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter("page", type=int),
        Parameter("pageSize", argument="page_size", type=int),
    ),
    answers=(Answer(type=models.ProjectPage, limits=(Limits("", {"limits": lambda: PROJECT_PAGE_LIMITS}),)),),
    refusals=REFUSALS,
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("query:page", {"minimum": 1}),
        Limits("query:pageSize", {"minimum": 1}),
    ),
    paging=Paging(
        style="page",
        spot=Spot(argument="page"),
        items="/data/results",
        size=Spot(argument="page_size"),
        default_size=20,
        total="/data/total",
        pages="/data/totalPage",
    ),
)
CREATE_PROJECT: Final[Operation[Any]] = Operation(
    id="createProject",
    method="POST",
    path="/api/project",
    caller="projects.create",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property("code", type=str),
            Property("name", required=True, type=str),
            Property("mnemonics", type=str),
            Property("remark", type=str),
            Property("enable", type=bool),
            Property("categoryName", argument="category_name", type=str),
            Property("categoryType", argument="category_type", type=str),
            Property("id", type=str | int | None),
            Property("categoryId", argument="category_id", type=str | int),
            Property("departmentName", argument="department_name", type=str),
            Property("leader", type=str),
            Property("telPhone", argument="tel_phone", type=str),
            Property("startDate", argument="start_date", type=Date),
            Property("acceptanceDate", argument="acceptance_date", type=Date),
            Property("departmentId", argument="department_id", type=str | int),
        ),
    ),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=False,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("", {"limits": lambda: PROJECT_INPUT_LIMITS}),
    ),
)
UPDATE_PROJECT: Final[Operation[Any]] = Operation(
    id="updateProject",
    method="PUT",
    path="/api/project",
    caller="projects.update",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property("code", type=str),
            Property("name", required=True, type=str),
            Property("mnemonics", type=str),
            Property("remark", type=str),
            Property("enable", type=bool),
            Property("categoryName", argument="category_name", type=str),
            Property("categoryType", argument="category_type", type=str),
            Property("id", required=True, type=str | int),
            Property("categoryId", argument="category_id", type=str | int),
            Property("departmentName", argument="department_name", type=str),
            Property("leader", type=str),
            Property("telPhone", argument="tel_phone", type=str),
            Property("startDate", argument="start_date", type=Date),
            Property("acceptanceDate", argument="acceptance_date", type=Date),
            Property("departmentId", argument="department_id", type=str | int),
        ),
    ),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("", {"limits": lambda: PROJECT_UPDATE_LIMITS}),
    ),
)
DELETE_PROJECT: Final[Operation[Any]] = Operation(
    id="deleteProject",
    method="DELETE",
    path="/api/project/{id}",
    caller="projects.delete",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter("id", location="path", required=True, type=str),
    ),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("path:id", {"pattern": "^[0-9]{1,19}$"}),
    ),
)
LIST_INVENTORY_ITEMS: Final[Operation[models.InventoryItemPage]] = Operation(
    id="listInventoryItems",
    method="GET",
    path="/api/stocks",
    caller="inventory_items.list",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter("page", type=int),
        Parameter("pageSize", argument="page_size", type=int),
    ),
    answers=(
        Answer(type=models.InventoryItemPage, limits=(Limits("", {"limits": lambda: INVENTORY_ITEM_PAGE_LIMITS}),)),
    ),
    refusals=REFUSALS,
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("query:page", {"minimum": 1}),
        Limits("query:pageSize", {"minimum": 1}),
    ),
    paging=Paging(
        style="page",
        spot=Spot(argument="page"),
        items="/data/results",
        size=Spot(argument="page_size"),
        default_size=20,
        total="/data/total",
        pages="/data/totalPage",
    ),
)
CREATE_INVENTORY_ITEM: Final[Operation[Any]] = Operation(
    id="createInventoryItem",
    method="POST",
    path="/api/stocks",
    caller="inventory_items.create",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property("code", type=str),
            Property("name", required=True, type=str),
            Property("mnemonics", type=str),
            Property("remark", type=str),
            Property("enable", type=bool),
            Property("categoryName", argument="category_name", type=str),
            Property("categoryType", argument="category_type", type=str),
            Property("id", type=str | int | None),
            Property("categoryId", argument="category_id", type=str | int),
            Property("category", type=str),
            Property("specification", type=str),
            Property("unit", type=str),
            Property("startDate", argument="start_date", type=Date),
            Property("endDate", argument="end_date", type=Date),
        ),
    ),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=False,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("", {"limits": lambda: INVENTORY_ITEM_INPUT_LIMITS}),
    ),
)
UPDATE_INVENTORY_ITEM: Final[Operation[Any]] = Operation(
    id="updateInventoryItem",
    method="PUT",
    path="/api/stocks",
    caller="inventory_items.update",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property("code", type=str),
            Property("name", required=True, type=str),
            Property("mnemonics", type=str),
            Property("remark", type=str),
            Property("enable", type=bool),
            Property("categoryName", argument="category_name", type=str),
            Property("categoryType", argument="category_type", type=str),
            Property("id", required=True, type=str | int),
            Property("categoryId", argument="category_id", type=str | int),
            Property("category", type=str),
            Property("specification", type=str),
            Property("unit", type=str),
            Property("startDate", argument="start_date", type=Date),
            Property("endDate", argument="end_date", type=Date),
        ),
    ),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("", {"limits": lambda: INVENTORY_ITEM_UPDATE_LIMITS}),
    ),
)
DELETE_INVENTORY_ITEM: Final[Operation[Any]] = Operation(
    id="deleteInventoryItem",
    method="DELETE",
    path="/api/stocks/{id}",
    caller="inventory_items.delete",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter("id", location="path", required=True, type=str),
    ),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("path:id", {"pattern": "^[0-9]{1,19}$"}),
    ),
)
LIST_VOUCHERS: Final[Operation[models.VoucherPage]] = Operation(
    id="listVouchers",
    method="POST",
    path="/api/voucher/list",
    caller="vouchers.list",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property("accountSetsId", argument="account_sets_id", type=str | int),
            Property("codeStart", argument="code_start", type=int),
            Property("codeEnd", argument="code_end", type=int),
            Property("createMember", argument="create_member", type=str | int),
            Property("minAmount", argument="min_amount", type=DecimalNumber),
            Property("maxAmount", argument="max_amount", type=DecimalNumber),
            Property("subjectId", argument="subject_id", type=str | int),
            Property("summary", type=str),
            Property("word", type=str),
            Property("remark", type=str),
            Property("property", type=str),
            Property("order", type=str),
            Property("page", type=int),
            Property("pageSize", argument="page_size", type=int),
        ),
    ),
    answers=(Answer(type=models.VoucherPage, limits=(Limits("", {"limits": lambda: VOUCHER_PAGE_LIMITS}),)),),
    refusals=REFUSALS,
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("", {"limits": lambda: VOUCHER_QUERY_LIMITS}),
    ),
    paging=Paging(
        style="page",
        spot=Spot(argument="page"),
        items="/data/results",
        size=Spot(argument="page_size"),
        default_size=20,
        total="/data/total",
        pages="/data/totalPage",
    ),
)
CREATE_VOUCHER: Final[Operation[models.Voucher]] = Operation(
    id="createVoucher",
    method="POST",
    path="/api/voucher",
    caller="vouchers.create",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property("id", type=str | int | None),
            Property("word", required=True, type=str),
            Property("code", type=int),
            Property("remark", type=str | None),
            Property("receiptNum", argument="receipt_num", type=int),
            Property("voucherDate", argument="voucher_date", required=True, type=Date),
            Property("billList", argument="bill_list", type=list[models.Bill]),
            Property("isTemplate", argument="is_template", type=bool),
            Property("templateName", argument="template_name", type=str),
            Property("details", required=True, type=list[models.VoucherLineInput]),
        ),
    ),
    answers=(Answer(type=models.Voucher, limits=(Limits("", {"limits": lambda: VOUCHER_LIMITS}),)),),
    refusals=REFUSALS,
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=False,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("", {"limits": lambda: VOUCHER_INPUT_LIMITS}),
    ),
)
UPDATE_VOUCHER: Final[Operation[models.Voucher]] = Operation(
    id="updateVoucher",
    method="PUT",
    path="/api/voucher",
    caller="vouchers.update",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property("id", required=True, type=str | int),
            Property("word", required=True, type=str),
            Property("code", type=int),
            Property("remark", type=str | None),
            Property("receiptNum", argument="receipt_num", type=int),
            Property("voucherDate", argument="voucher_date", required=True, type=Date),
            Property("billList", argument="bill_list", type=list[models.Bill]),
            Property("isTemplate", argument="is_template", type=bool),
            Property("templateName", argument="template_name", type=str),
            Property("details", required=True, type=list[models.VoucherLineInput]),
        ),
    ),
    answers=(Answer(type=models.Voucher, limits=(Limits("", {"limits": lambda: VOUCHER_LIMITS}),)),),
    refusals=REFUSALS,
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("", {"limits": lambda: VOUCHER_UPDATE_LIMITS}),
    ),
)
DELETE_VOUCHERS: Final[Operation[Any]] = Operation(
    id="deleteVouchers",
    method="POST",
    path="/api/voucher/delete",
    caller="vouchers.delete",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    body=Body(required=True, argument="body", type=list[models.VoucherReference]),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=False,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("", {"minItems": 1}),
        Limits("/*", {"limits": lambda: VOUCHER_REFERENCE_LIMITS}),
    ),
)
LIST_BUSINESS_DATA_SOURCES: Final[Operation[list[models.BusinessDataSource]]] = Operation(
    id="listBusinessDataSources",
    method="GET",
    path="/api/tripartite/definition/simple",
    caller="business_data.list_sources",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    answers=(
        Answer(
            type=list[models.BusinessDataSource],
            limits=(Limits("/*", {"limits": lambda: BUSINESS_DATA_SOURCE_LIMITS}),),
        ),
    ),
    refusals=REFUSALS,
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),),
)
PUSH_BUSINESS_DATA: Final[Operation[Any]] = Operation(
    id="pushBusinessData",
    method="POST",
    path="/api/tripartite/data/{definitionCode}/batch",
    caller="business_data.push",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter("definitionCode", argument="definition_code", location="path", required=True, type=str),
        Parameter("batchNo", argument="batch_no", type=str),
    ),
    body=Body(required=True, argument="body", type=list[models.BusinessDataInput]),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=False,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("path:definitionCode", {"minLength": 1}),
        Limits("", {"minItems": 1}),
        Limits("/*", {"limits": lambda: BUSINESS_DATA_INPUT_LIMITS}),
    ),
)
WITHDRAW_BUSINESS_DATA: Final[Operation[Any]] = Operation(
    id="withdrawBusinessData",
    method="DELETE",
    path="/api/tripartite/data/{definitionCode}/batch",
    caller="business_data.withdraw",
    parameters=(
        Parameter(
            "accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter("definitionCode", argument="definition_code", location="path", required=True, type=str),
        Parameter("batchNo", argument="batch_no", required=True, type=str),
    ),
    answers=(Answer(type=Any),),
    refusals=REFUSALS,
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limits("header:accountSetId", {"pattern": "^[0-9]{1,19}$"}),
        Limits("path:definitionCode", {"minLength": 1}),
        Limits("query:batchNo", {"minLength": 1}),
    ),
)
