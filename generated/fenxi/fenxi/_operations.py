"""What the client knows of each operation: declarations only, the runtime acts upon them."""

from __future__ import annotations

from decimal import Decimal
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
    Limit,
    Operation,
    Parameter,
    Property,
    Shared,
)
from ._runtime.service import Credential, SecurityScheme, Service
from ._runtime.types import Date

SERVICE: Final[Service] = Service(
    name="fenxi",
    env="FENXI",
    version="2025-12-30",
    schemes=(
        SecurityScheme(
            id="apiKey",
            type="apiKey",
            name="F-API-KEY",
            credentials=(Credential(argument="api_key", env="FENXI_API_KEY"),),
        ),
    ),
    shared=(Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),),
)
ENVELOPE: Final[Envelope] = Envelope(
    answer=AnswerEnvelope(
        success=Condition(
            test="all",
            parts=(
                Condition(at="/success", value=True),
                Condition(at="/code", value=200),
            ),
        ),
        code="/code",
        message="/msg",
        payload="/data",
        payload_required=True,
    )
)
ERRORS: Final[Errors] = Errors(
    at="/code",
    codes=(
        CodeRow(code=200, kind=None, retry="never"),
        CodeRow(code=401, kind="bad-credential", retry="never", message="API Key 无效"),
        CodeRow(code=-1, kind="business", retry="never", message="操作失败"),
    ),
)
ENVELOPE_2: Final[Envelope] = Envelope(
    answer=AnswerEnvelope(
        success=Condition(
            test="all",
            parts=(
                Condition(at="/success", value=True),
                Condition(at="/code", value=200),
            ),
        ),
        code="/code",
        message="/msg",
        payload="/data",
    )
)
VOUCHER_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/createMember", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/accountSetsId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/lastUpdateMember", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/billList/*", rule="limits", value=lambda: BILL_LIMITS),
    Limit(at="/details/*", rule="limits", value=lambda: VOUCHER_LINE_LIMITS),
    Limit(at="/auditMemberId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/reverseVoucherId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/cashierId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/businessIds/*", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/invoiceIds/*", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/invoiceId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/journalId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/journalIds/*", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/cashierTransferId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/cashierTransferIds/*", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/checkTplId", rule="pattern", value="^[0-9]{1,19}$"),
)
BILL_LIMITS: Final[tuple[Limit, ...]] = (Limit(at="/size", rule="pattern", value="^[0-9]+$"),)
VOUCHER_LINE_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/accountSetsId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/voucherId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/currencyId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/subjectId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/subject", rule="limits", value=lambda: SUBJECT_LIMITS),
    Limit(at="/auxiliaryDetailId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/auxiliary/*", rule="limits", value=lambda: LINE_AUXILIARY_LIMITS),
)
SUBJECT_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/accountSetsId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/parentId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/auxiliaryAccounting/*", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/nonAuxiliaryAccounting/*", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/currencyAccounting/*", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/cashFlowIn", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/cashFlowOut", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/children/*", rule="limits", value=lambda: SUBJECT_LIMITS),
)
LINE_AUXILIARY_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/categoryId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/adId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/subjectId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/value", rule="pattern", value="^[0-9]{1,19}$"),
)
ACCOUNT_SET_PAGE_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/results/*", rule="limits", value=lambda: ACCOUNT_SET_LIMITS),
)
ACCOUNT_SET_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/creatorId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/astId", rule="pattern", value="^[0-9]{1,19}$"),
)
ACCOUNT_SET_INPUT_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/astId", rule="minimum", value=0),
    Limit(at="/astId", rule="pattern", value="^[0-9]{1,19}$"),
)
CURRENCY_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/accountSetsId", rule="pattern", value="^[0-9]{1,19}$"),
)
VOUCHER_WORD_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/accountSetsId", rule="pattern", value="^[0-9]{1,19}$"),
)
VOUCHER_WORD_UPDATE_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="minimum", value=0),
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
)
AUXILIARY_CATEGORY_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/accountSetsId", rule="pattern", value="^[0-9]{1,19}$"),
)
AUXILIARY_CATEGORY_UPDATE_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="minimum", value=0),
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
)
CUSTOMER_PAGE_LIMITS: Final[tuple[Limit, ...]] = (Limit(at="/results/*", rule="limits", value=lambda: CUSTOMER_LIMITS),)
CUSTOMER_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/accountSetsId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/categoryId", rule="pattern", value="^[0-9]{1,19}$"),
)
CUSTOMER_INPUT_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="minimum", value=0),
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/categoryId", rule="minimum", value=0),
    Limit(at="/categoryId", rule="pattern", value="^[0-9]{1,19}$"),
)
CUSTOMER_UPDATE_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="minimum", value=0),
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/categoryId", rule="minimum", value=0),
    Limit(at="/categoryId", rule="pattern", value="^[0-9]{1,19}$"),
)
VENDOR_PAGE_LIMITS: Final[tuple[Limit, ...]] = (Limit(at="/results/*", rule="limits", value=lambda: VENDOR_LIMITS),)
VENDOR_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/accountSetsId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/categoryId", rule="pattern", value="^[0-9]{1,19}$"),
)
VENDOR_INPUT_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="minimum", value=0),
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/categoryId", rule="minimum", value=0),
    Limit(at="/categoryId", rule="pattern", value="^[0-9]{1,19}$"),
)
VENDOR_UPDATE_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="minimum", value=0),
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/categoryId", rule="minimum", value=0),
    Limit(at="/categoryId", rule="pattern", value="^[0-9]{1,19}$"),
)
EMPLOYEE_PAGE_LIMITS: Final[tuple[Limit, ...]] = (Limit(at="/results/*", rule="limits", value=lambda: EMPLOYEE_LIMITS),)
EMPLOYEE_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/accountSetsId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/categoryId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/departmentId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/provisionId", rule="pattern", value="^[0-9]{1,19}$"),
)
EMPLOYEE_INPUT_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="minimum", value=0),
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/categoryId", rule="minimum", value=0),
    Limit(at="/categoryId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/departmentId", rule="minimum", value=0),
    Limit(at="/departmentId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/provisionId", rule="minimum", value=0),
    Limit(at="/provisionId", rule="pattern", value="^[0-9]{1,19}$"),
)
EMPLOYEE_UPDATE_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="minimum", value=0),
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/categoryId", rule="minimum", value=0),
    Limit(at="/categoryId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/departmentId", rule="minimum", value=0),
    Limit(at="/departmentId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/provisionId", rule="minimum", value=0),
    Limit(at="/provisionId", rule="pattern", value="^[0-9]{1,19}$"),
)
DEPARTMENT_PAGE_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/results/*", rule="limits", value=lambda: DEPARTMENT_LIMITS),
)
DEPARTMENT_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/accountSetsId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/categoryId", rule="pattern", value="^[0-9]{1,19}$"),
)
DEPARTMENT_INPUT_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="minimum", value=0),
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/categoryId", rule="minimum", value=0),
    Limit(at="/categoryId", rule="pattern", value="^[0-9]{1,19}$"),
)
DEPARTMENT_UPDATE_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="minimum", value=0),
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/categoryId", rule="minimum", value=0),
    Limit(at="/categoryId", rule="pattern", value="^[0-9]{1,19}$"),
)
ORGANIZATION_PAGE_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/results/*", rule="limits", value=lambda: ORGANIZATION_LIMITS),
)
ORGANIZATION_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/accountSetsId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/categoryId", rule="pattern", value="^[0-9]{1,19}$"),
)
ORGANIZATION_INPUT_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="minimum", value=0),
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/categoryId", rule="minimum", value=0),
    Limit(at="/categoryId", rule="pattern", value="^[0-9]{1,19}$"),
)
ORGANIZATION_UPDATE_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="minimum", value=0),
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/categoryId", rule="minimum", value=0),
    Limit(at="/categoryId", rule="pattern", value="^[0-9]{1,19}$"),
)
PROJECT_PAGE_LIMITS: Final[tuple[Limit, ...]] = (Limit(at="/results/*", rule="limits", value=lambda: PROJECT_LIMITS),)
PROJECT_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/accountSetsId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/categoryId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/departmentId", rule="pattern", value="^[0-9]{1,19}$"),
)
PROJECT_INPUT_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="minimum", value=0),
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/categoryId", rule="minimum", value=0),
    Limit(at="/categoryId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/departmentId", rule="minimum", value=0),
    Limit(at="/departmentId", rule="pattern", value="^[0-9]{1,19}$"),
)
PROJECT_UPDATE_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="minimum", value=0),
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/categoryId", rule="minimum", value=0),
    Limit(at="/categoryId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/departmentId", rule="minimum", value=0),
    Limit(at="/departmentId", rule="pattern", value="^[0-9]{1,19}$"),
)
INVENTORY_ITEM_PAGE_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/results/*", rule="limits", value=lambda: INVENTORY_ITEM_LIMITS),
)
INVENTORY_ITEM_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/accountSetsId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/categoryId", rule="pattern", value="^[0-9]{1,19}$"),
)
INVENTORY_ITEM_INPUT_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="minimum", value=0),
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/categoryId", rule="minimum", value=0),
    Limit(at="/categoryId", rule="pattern", value="^[0-9]{1,19}$"),
)
INVENTORY_ITEM_UPDATE_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="minimum", value=0),
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/categoryId", rule="minimum", value=0),
    Limit(at="/categoryId", rule="pattern", value="^[0-9]{1,19}$"),
)
VOUCHER_QUERY_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/accountSetsId", rule="minimum", value=0),
    Limit(at="/accountSetsId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/createMember", rule="minimum", value=0),
    Limit(at="/createMember", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/subjectId", rule="minimum", value=0),
    Limit(at="/subjectId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/page", rule="minimum", value=1),
    Limit(at="/pageSize", rule="minimum", value=1),
)
VOUCHER_PAGE_LIMITS: Final[tuple[Limit, ...]] = (Limit(at="/results/*", rule="limits", value=lambda: VOUCHER_LIMITS),)
VOUCHER_INPUT_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="minimum", value=0),
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/billList/*", rule="limits", value=lambda: BILL_LIMITS),
    Limit(at="/details", rule="minItems", value=1),
    Limit(at="/details/*", rule="limits", value=lambda: VOUCHER_LINE_INPUT_LIMITS),
)
VOUCHER_LINE_INPUT_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/subjectId", rule="minimum", value=0),
    Limit(at="/subjectId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/currencyId", rule="minimum", value=0),
    Limit(at="/currencyId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/auxiliaryDetailId", rule="minimum", value=0),
    Limit(at="/auxiliaryDetailId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/auxiliary/*", rule="limits", value=lambda: LINE_AUXILIARY_INPUT_LIMITS),
)
LINE_AUXILIARY_INPUT_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="minimum", value=0),
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/adId", rule="minimum", value=0),
    Limit(at="/adId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/categoryId", rule="minimum", value=0),
    Limit(at="/categoryId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/subjectId", rule="minimum", value=0),
    Limit(at="/subjectId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/value", rule="minimum", value=0),
    Limit(at="/value", rule="pattern", value="^[0-9]{1,19}$"),
)
VOUCHER_UPDATE_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="minimum", value=0),
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/billList/*", rule="limits", value=lambda: BILL_LIMITS),
    Limit(at="/details", rule="minItems", value=1),
    Limit(at="/details/*", rule="limits", value=lambda: VOUCHER_LINE_INPUT_LIMITS),
)
VOUCHER_REFERENCE_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="minimum", value=0),
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
)
BUSINESS_DATA_SOURCE_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/accountSetsId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/dataFields/*", rule="limits", value=lambda: BUSINESS_DATA_FIELD_LIMITS),
    Limit(at="/voucherTemplates/*", rule="limits", value=lambda: BUSINESS_VOUCHER_TEMPLATE_LIMITS),
)
BUSINESS_DATA_FIELD_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/categoryTypeId", rule="pattern", value="^[0-9]{1,19}$"),
)
BUSINESS_VOUCHER_TEMPLATE_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/items/*", rule="limits", value=lambda: BUSINESS_VOUCHER_TEMPLATE_ITEM_LIMITS),
)
BUSINESS_VOUCHER_TEMPLATE_ITEM_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/subjectId", rule="pattern", value="^[0-9]{1,19}$"),
)
BUSINESS_DATA_INPUT_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/id", rule="minimum", value=0),
    Limit(at="/id", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/definitionId", rule="minimum", value=0),
    Limit(at="/definitionId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/voucherId", rule="minimum", value=0),
    Limit(at="/voucherId", rule="pattern", value="^[0-9]{1,19}$"),
    Limit(at="/accountSetsId", rule="minimum", value=0),
    Limit(at="/accountSetsId", rule="pattern", value="^[0-9]{1,19}$"),
)
GET_VOUCHER: Final[Operation[models.Voucher]] = Operation(
    id="getVoucher",
    method="GET",
    path="/api/voucher/{voucherId}",
    caller="vouchers.get",
    parameters=(
        Parameter(
            name="accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter(name="voucherId", argument="voucher_id", location="path", required=True, type=str),
    ),
    answers=(
        Answer(
            content_type="application/json",
            type=models.Voucher,
            limits=(Limit(at="", rule="limits", value=lambda: VOUCHER_LIMITS),),
        ),
    ),
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="path:voucherId", rule="pattern", value="^[0-9]{1,19}$"),
    ),
)
LIST_ACCOUNT_SETS: Final[Operation[models.AccountSetPage]] = Operation(
    id="listAccountSets",
    method="GET",
    path="/api/account-sets",
    caller="account_sets.list",
    parameters=(
        Parameter(name="companyName", argument="company_name", type=str),
        Parameter(name="page", argument="page", type=int),
        Parameter(name="pageSize", argument="page_size", type=int),
        Parameter(name="showStop", argument="show_stop", type=bool),
    ),
    answers=(
        Answer(
            content_type="application/json",
            type=models.AccountSetPage,
            limits=(Limit(at="", rule="limits", value=lambda: ACCOUNT_SET_PAGE_LIMITS),),
        ),
    ),
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limit(at="query:page", rule="minimum", value=1),
        Limit(at="query:pageSize", rule="minimum", value=1),
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
CREATE_ACCOUNT_SET: Final[Operation[models.AccountSet]] = Operation(
    id="createAccountSet",
    method="POST",
    path="/api/account-sets",
    caller="account_sets.create",
    body=Body(
        required=True,
        properties=(
            Property(name="companyName", argument="company_name", required=True, type=str),
            Property(name="enableDate", argument="enable_date", type=Date),
            Property(name="creditCode", argument="credit_code", type=str),
            Property(name="accountStandard", argument="account_standard", type=str),
            Property(name="vatType", argument="vat_type", type=str),
            Property(name="address", argument="address", type=str),
            Property(name="cashierModule", argument="cashier_module", type=bool),
            Property(name="industry", argument="industry", type=int),
            Property(name="fixedAssetModule", argument="fixed_asset_module", type=bool),
            Property(name="voucherReviewed", argument="voucher_reviewed", type=bool),
            Property(name="currentAccountDate", argument="current_account_date", type=Date),
            Property(name="encoding", argument="encoding", type=list[int]),
            Property(name="subjectCategory", argument="subject_category", type=list[Any]),
            Property(name="journal", argument="journal", type=bool),
            Property(name="assets", argument="assets", type=bool),
            Property(name="enabled", argument="enabled", type=bool),
            Property(name="imported", argument="imported", type=bool),
            Property(name="syncType", argument="sync_type", type=str),
            Property(name="taxation", argument="taxation", type=str),
            Property(name="effectiveDate", argument="effective_date", type=Date),
            Property(name="vcfEqCheck", argument="vcf_eq_check", type=str),
            Property(name="astId", argument="ast_id", type=str | int),
        ),
    ),
    answers=(
        Answer(
            content_type="application/json",
            type=models.AccountSet,
            limits=(Limit(at="", rule="limits", value=lambda: ACCOUNT_SET_LIMITS),),
        ),
    ),
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=False,
    limits=(Limit(at="", rule="limits", value=lambda: ACCOUNT_SET_INPUT_LIMITS),),
)
LIST_SUBJECTS: Final[Operation[list[models.Subject]]] = Operation(
    id="listSubjects",
    method="GET",
    path="/api/subject",
    caller="subjects.list",
    parameters=(
        Parameter(
            name="accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter(name="type", argument="type", type=str),
    ),
    answers=(
        Answer(
            content_type="application/json",
            type=list[models.Subject],
            limits=(Limit(at="/*", rule="limits", value=lambda: SUBJECT_LIMITS),),
        ),
    ),
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),),
)
LIST_USABLE_SUBJECTS: Final[Operation[list[models.Subject]]] = Operation(
    id="listUsableSubjects",
    method="GET",
    path="/api/subject/voucher/select",
    caller="subjects.list_usable",
    parameters=(
        Parameter(
            name="accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter(name="showAll", argument="show_all", type=bool),
    ),
    answers=(
        Answer(
            content_type="application/json",
            type=list[models.Subject],
            limits=(Limit(at="/*", rule="limits", value=lambda: SUBJECT_LIMITS),),
        ),
    ),
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),),
)
LIST_CURRENCIES: Final[Operation[list[models.Currency]]] = Operation(
    id="listCurrencies",
    method="GET",
    path="/api/currency",
    caller="currencies.list",
    parameters=(
        Parameter(
            name="accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    answers=(
        Answer(
            content_type="application/json",
            type=list[models.Currency],
            limits=(Limit(at="/*", rule="limits", value=lambda: CURRENCY_LIMITS),),
        ),
    ),
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),),
)
CREATE_CURRENCY: Final[Operation[Any]] = Operation(
    id="createCurrency",
    method="POST",
    path="/api/currency",
    caller="currencies.create",
    parameters=(
        Parameter(
            name="accountSetId",
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
            Property(name="code", argument="code", required=True, type=str),
            Property(name="name", argument="name", required=True, type=str),
            Property(name="exchangeRate", argument="exchange_rate", type=Decimal | str),
            Property(name="localCurrency", argument="local_currency", type=bool),
            Property(name="enable", argument="enable", type=bool),
        ),
    ),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=False,
    limits=(Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),),
)
DELETE_CURRENCY: Final[Operation[Any]] = Operation(
    id="deleteCurrency",
    method="DELETE",
    path="/api/currency/{id}",
    caller="currencies.delete",
    parameters=(
        Parameter(
            name="accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter(name="id", argument="id", location="path", required=True, type=str),
    ),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="path:id", rule="pattern", value="^[0-9]{1,19}$"),
    ),
)
LIST_VOUCHER_WORDS: Final[Operation[list[models.VoucherWord]]] = Operation(
    id="listVoucherWords",
    method="GET",
    path="/api/voucher-word",
    caller="voucher_words.list",
    parameters=(
        Parameter(
            name="accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    answers=(
        Answer(
            content_type="application/json",
            type=list[models.VoucherWord],
            limits=(Limit(at="/*", rule="limits", value=lambda: VOUCHER_WORD_LIMITS),),
        ),
    ),
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),),
)
CREATE_VOUCHER_WORD: Final[Operation[Any]] = Operation(
    id="createVoucherWord",
    method="POST",
    path="/api/voucher-word",
    caller="voucher_words.create",
    parameters=(
        Parameter(
            name="accountSetId",
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
            Property(name="word", argument="word", required=True, type=str),
            Property(name="printTitle", argument="print_title", type=str),
            Property(name="isDefault", argument="is_default", type=bool),
        ),
    ),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=False,
    limits=(Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),),
)
UPDATE_VOUCHER_WORD: Final[Operation[Any]] = Operation(
    id="updateVoucherWord",
    method="PUT",
    path="/api/voucher-word",
    caller="voucher_words.update",
    parameters=(
        Parameter(
            name="accountSetId",
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
            Property(name="word", argument="word", required=True, type=str),
            Property(name="printTitle", argument="print_title", type=str),
            Property(name="isDefault", argument="is_default", type=bool),
            Property(name="id", argument="id", required=True, type=str | int),
        ),
    ),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="", rule="limits", value=lambda: VOUCHER_WORD_UPDATE_LIMITS),
    ),
)
DELETE_VOUCHER_WORD: Final[Operation[Any]] = Operation(
    id="deleteVoucherWord",
    method="DELETE",
    path="/api/voucher-word/{id}",
    caller="voucher_words.delete",
    parameters=(
        Parameter(
            name="accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter(name="id", argument="id", location="path", required=True, type=str),
    ),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="path:id", rule="pattern", value="^[0-9]{1,19}$"),
    ),
)
LIST_AUXILIARY_CATEGORIES: Final[Operation[list[models.AuxiliaryCategory]]] = Operation(
    id="listAuxiliaryCategories",
    method="GET",
    path="/api/accounting-category",
    caller="auxiliary_categories.list",
    parameters=(
        Parameter(
            name="accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    answers=(
        Answer(
            content_type="application/json",
            type=list[models.AuxiliaryCategory],
            limits=(Limit(at="/*", rule="limits", value=lambda: AUXILIARY_CATEGORY_LIMITS),),
        ),
    ),
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),),
)
CREATE_AUXILIARY_CATEGORY: Final[Operation[Any]] = Operation(
    id="createAuxiliaryCategory",
    method="POST",
    path="/api/accounting-category",
    caller="auxiliary_categories.create",
    parameters=(
        Parameter(
            name="accountSetId",
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
            Property(name="categoryType", argument="category_type", type=str),
            Property(name="name", argument="name", required=True, type=str),
            Property(name="columns", argument="columns", type=list[models.AuxiliaryColumn]),
        ),
    ),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=False,
    limits=(Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),),
)
UPDATE_AUXILIARY_CATEGORY: Final[Operation[Any]] = Operation(
    id="updateAuxiliaryCategory",
    method="PUT",
    path="/api/accounting-category",
    caller="auxiliary_categories.update",
    parameters=(
        Parameter(
            name="accountSetId",
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
            Property(name="categoryType", argument="category_type", type=str),
            Property(name="name", argument="name", required=True, type=str),
            Property(name="columns", argument="columns", type=list[models.AuxiliaryColumn]),
            Property(name="id", argument="id", required=True, type=str | int),
        ),
    ),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="", rule="limits", value=lambda: AUXILIARY_CATEGORY_UPDATE_LIMITS),
    ),
)
DELETE_AUXILIARY_CATEGORY: Final[Operation[Any]] = Operation(
    id="deleteAuxiliaryCategory",
    method="DELETE",
    path="/api/accounting-category/{id}",
    caller="auxiliary_categories.delete",
    parameters=(
        Parameter(
            name="accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter(name="id", argument="id", location="path", required=True, type=str),
    ),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="path:id", rule="pattern", value="^[0-9]{1,19}$"),
    ),
)
LIST_CUSTOMERS: Final[Operation[models.CustomerPage]] = Operation(
    id="listCustomers",
    method="GET",
    path="/api/customer",
    caller="customers.list",
    parameters=(
        Parameter(
            name="accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter(name="page", argument="page", type=int),
        Parameter(name="pageSize", argument="page_size", type=int),
    ),
    answers=(
        Answer(
            content_type="application/json",
            type=models.CustomerPage,
            limits=(Limit(at="", rule="limits", value=lambda: CUSTOMER_PAGE_LIMITS),),
        ),
    ),
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="query:page", rule="minimum", value=1),
        Limit(at="query:pageSize", rule="minimum", value=1),
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
            name="accountSetId",
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
            Property(name="code", argument="code", type=str),
            Property(name="name", argument="name", required=True, type=str),
            Property(name="mnemonics", argument="mnemonics", type=str),
            Property(name="remark", argument="remark", type=str),
            Property(name="enable", argument="enable", type=bool),
            Property(name="categoryName", argument="category_name", type=str),
            Property(name="categoryType", argument="category_type", type=str),
            Property(name="id", argument="id", type=str | int | None),
            Property(name="categoryId", argument="category_id", type=str | int),
            Property(name="category", argument="category", type=str),
            Property(name="creditCode", argument="credit_code", type=str),
            Property(name="address", argument="address", type=str),
            Property(name="contact", argument="contact", type=str),
            Property(name="telPhone", argument="tel_phone", type=str),
        ),
    ),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=False,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="", rule="limits", value=lambda: CUSTOMER_INPUT_LIMITS),
    ),
)
UPDATE_CUSTOMER: Final[Operation[Any]] = Operation(
    id="updateCustomer",
    method="PUT",
    path="/api/customer",
    caller="customers.update",
    parameters=(
        Parameter(
            name="accountSetId",
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
            Property(name="code", argument="code", type=str),
            Property(name="name", argument="name", required=True, type=str),
            Property(name="mnemonics", argument="mnemonics", type=str),
            Property(name="remark", argument="remark", type=str),
            Property(name="enable", argument="enable", type=bool),
            Property(name="categoryName", argument="category_name", type=str),
            Property(name="categoryType", argument="category_type", type=str),
            Property(name="id", argument="id", required=True, type=str | int),
            Property(name="categoryId", argument="category_id", type=str | int),
            Property(name="category", argument="category", type=str),
            Property(name="creditCode", argument="credit_code", type=str),
            Property(name="address", argument="address", type=str),
            Property(name="contact", argument="contact", type=str),
            Property(name="telPhone", argument="tel_phone", type=str),
        ),
    ),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="", rule="limits", value=lambda: CUSTOMER_UPDATE_LIMITS),
    ),
)
DELETE_CUSTOMER: Final[Operation[Any]] = Operation(
    id="deleteCustomer",
    method="DELETE",
    path="/api/customer/{id}",
    caller="customers.delete",
    parameters=(
        Parameter(
            name="accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter(name="id", argument="id", location="path", required=True, type=str),
    ),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="path:id", rule="pattern", value="^[0-9]{1,19}$"),
    ),
)
LIST_VENDORS: Final[Operation[models.VendorPage]] = Operation(
    id="listVendors",
    method="GET",
    path="/api/vendor",
    caller="vendors.list",
    parameters=(
        Parameter(
            name="accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter(name="page", argument="page", type=int),
        Parameter(name="pageSize", argument="page_size", type=int),
    ),
    answers=(
        Answer(
            content_type="application/json",
            type=models.VendorPage,
            limits=(Limit(at="", rule="limits", value=lambda: VENDOR_PAGE_LIMITS),),
        ),
    ),
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="query:page", rule="minimum", value=1),
        Limit(at="query:pageSize", rule="minimum", value=1),
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
            name="accountSetId",
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
            Property(name="code", argument="code", type=str),
            Property(name="name", argument="name", required=True, type=str),
            Property(name="mnemonics", argument="mnemonics", type=str),
            Property(name="remark", argument="remark", type=str),
            Property(name="enable", argument="enable", type=bool),
            Property(name="categoryName", argument="category_name", type=str),
            Property(name="categoryType", argument="category_type", type=str),
            Property(name="id", argument="id", type=str | int | None),
            Property(name="categoryId", argument="category_id", type=str | int),
            Property(name="category", argument="category", type=str),
            Property(name="creditCode", argument="credit_code", type=str),
            Property(name="address", argument="address", type=str),
            Property(name="contact", argument="contact", type=str),
            Property(name="telPhone", argument="tel_phone", type=str),
        ),
    ),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=False,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="", rule="limits", value=lambda: VENDOR_INPUT_LIMITS),
    ),
)
UPDATE_VENDOR: Final[Operation[Any]] = Operation(
    id="updateVendor",
    method="PUT",
    path="/api/vendor",
    caller="vendors.update",
    parameters=(
        Parameter(
            name="accountSetId",
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
            Property(name="code", argument="code", type=str),
            Property(name="name", argument="name", required=True, type=str),
            Property(name="mnemonics", argument="mnemonics", type=str),
            Property(name="remark", argument="remark", type=str),
            Property(name="enable", argument="enable", type=bool),
            Property(name="categoryName", argument="category_name", type=str),
            Property(name="categoryType", argument="category_type", type=str),
            Property(name="id", argument="id", required=True, type=str | int),
            Property(name="categoryId", argument="category_id", type=str | int),
            Property(name="category", argument="category", type=str),
            Property(name="creditCode", argument="credit_code", type=str),
            Property(name="address", argument="address", type=str),
            Property(name="contact", argument="contact", type=str),
            Property(name="telPhone", argument="tel_phone", type=str),
        ),
    ),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="", rule="limits", value=lambda: VENDOR_UPDATE_LIMITS),
    ),
)
DELETE_VENDOR: Final[Operation[Any]] = Operation(
    id="deleteVendor",
    method="DELETE",
    path="/api/vendor/{id}",
    caller="vendors.delete",
    parameters=(
        Parameter(
            name="accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter(name="id", argument="id", location="path", required=True, type=str),
    ),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="path:id", rule="pattern", value="^[0-9]{1,19}$"),
    ),
)
LIST_EMPLOYEES: Final[Operation[models.EmployeePage]] = Operation(
    id="listEmployees",
    method="GET",
    path="/api/employee",
    caller="employees.list",
    parameters=(
        Parameter(
            name="accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter(name="page", argument="page", type=int),
        Parameter(name="pageSize", argument="page_size", type=int),
    ),
    answers=(
        Answer(
            content_type="application/json",
            type=models.EmployeePage,
            limits=(Limit(at="", rule="limits", value=lambda: EMPLOYEE_PAGE_LIMITS),),
        ),
    ),
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="query:page", rule="minimum", value=1),
        Limit(at="query:pageSize", rule="minimum", value=1),
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
            name="accountSetId",
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
            Property(name="code", argument="code", type=str),
            Property(name="name", argument="name", required=True, type=str),
            Property(name="mnemonics", argument="mnemonics", type=str),
            Property(name="remark", argument="remark", type=str),
            Property(name="enable", argument="enable", type=bool),
            Property(name="categoryName", argument="category_name", type=str),
            Property(name="categoryType", argument="category_type", type=str),
            Property(name="id", argument="id", type=str | int | None),
            Property(name="categoryId", argument="category_id", type=str | int),
            Property(name="gender", argument="gender", type=models.Gender),
            Property(name="departmentName", argument="department_name", type=str),
            Property(name="post", argument="post", type=str),
            Property(name="job", argument="job", type=str),
            Property(name="telPhone", argument="tel_phone", type=str),
            Property(name="birthDate", argument="birth_date", type=Date),
            Property(name="onboardingDate", argument="onboarding_date", type=Date),
            Property(name="dimissionDate", argument="dimission_date", type=Date),
            Property(name="idCard", argument="id_card", type=str, sensitive=True),
            Property(name="bankName", argument="bank_name", type=str),
            Property(name="bankAccount", argument="bank_account", type=str, sensitive=True),
            Property(name="email", argument="email", type=str),
            Property(name="edu", argument="edu", type=str),
            Property(name="status", argument="status", type=str),
            Property(name="purchase", argument="purchase", type=bool),
            Property(name="payslipPassword", argument="payslip_password", type=str, sensitive=True),
            Property(name="payslipPwdChanged", argument="payslip_pwd_changed", type=bool),
            Property(name="departmentId", argument="department_id", type=str | int),
            Property(name="provisionId", argument="provision_id", type=str | int),
        ),
    ),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=False,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="", rule="limits", value=lambda: EMPLOYEE_INPUT_LIMITS),
    ),
)
UPDATE_EMPLOYEE: Final[Operation[Any]] = Operation(
    id="updateEmployee",
    method="PUT",
    path="/api/employee",
    caller="employees.update",
    parameters=(
        Parameter(
            name="accountSetId",
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
            Property(name="code", argument="code", type=str),
            Property(name="name", argument="name", required=True, type=str),
            Property(name="mnemonics", argument="mnemonics", type=str),
            Property(name="remark", argument="remark", type=str),
            Property(name="enable", argument="enable", type=bool),
            Property(name="categoryName", argument="category_name", type=str),
            Property(name="categoryType", argument="category_type", type=str),
            Property(name="id", argument="id", required=True, type=str | int),
            Property(name="categoryId", argument="category_id", type=str | int),
            Property(name="gender", argument="gender", type=models.Gender),
            Property(name="departmentName", argument="department_name", type=str),
            Property(name="post", argument="post", type=str),
            Property(name="job", argument="job", type=str),
            Property(name="telPhone", argument="tel_phone", type=str),
            Property(name="birthDate", argument="birth_date", type=Date),
            Property(name="onboardingDate", argument="onboarding_date", type=Date),
            Property(name="dimissionDate", argument="dimission_date", type=Date),
            Property(name="idCard", argument="id_card", type=str, sensitive=True),
            Property(name="bankName", argument="bank_name", type=str),
            Property(name="bankAccount", argument="bank_account", type=str, sensitive=True),
            Property(name="email", argument="email", type=str),
            Property(name="edu", argument="edu", type=str),
            Property(name="status", argument="status", type=str),
            Property(name="purchase", argument="purchase", type=bool),
            Property(name="payslipPassword", argument="payslip_password", type=str, sensitive=True),
            Property(name="payslipPwdChanged", argument="payslip_pwd_changed", type=bool),
            Property(name="departmentId", argument="department_id", type=str | int),
            Property(name="provisionId", argument="provision_id", type=str | int),
        ),
    ),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="", rule="limits", value=lambda: EMPLOYEE_UPDATE_LIMITS),
    ),
)
DELETE_EMPLOYEE: Final[Operation[Any]] = Operation(
    id="deleteEmployee",
    method="DELETE",
    path="/api/employee/{id}",
    caller="employees.delete",
    parameters=(
        Parameter(
            name="accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter(name="id", argument="id", location="path", required=True, type=str),
    ),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="path:id", rule="pattern", value="^[0-9]{1,19}$"),
    ),
)
LIST_DEPARTMENTS: Final[Operation[models.DepartmentPage]] = Operation(
    id="listDepartments",
    method="GET",
    path="/api/department",
    caller="departments.list",
    parameters=(
        Parameter(
            name="accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter(name="page", argument="page", type=int),
        Parameter(name="pageSize", argument="page_size", type=int),
    ),
    answers=(
        Answer(
            content_type="application/json",
            type=models.DepartmentPage,
            limits=(Limit(at="", rule="limits", value=lambda: DEPARTMENT_PAGE_LIMITS),),
        ),
    ),
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="query:page", rule="minimum", value=1),
        Limit(at="query:pageSize", rule="minimum", value=1),
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
            name="accountSetId",
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
            Property(name="code", argument="code", type=str),
            Property(name="name", argument="name", required=True, type=str),
            Property(name="mnemonics", argument="mnemonics", type=str),
            Property(name="remark", argument="remark", type=str),
            Property(name="enable", argument="enable", type=bool),
            Property(name="categoryName", argument="category_name", type=str),
            Property(name="categoryType", argument="category_type", type=str),
            Property(name="id", argument="id", type=str | int | None),
            Property(name="categoryId", argument="category_id", type=str | int),
            Property(name="leader", argument="leader", type=str),
            Property(name="telPhone", argument="tel_phone", type=str),
            Property(name="startDate", argument="start_date", type=Date),
            Property(name="endDate", argument="end_date", type=Date),
        ),
    ),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=False,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="", rule="limits", value=lambda: DEPARTMENT_INPUT_LIMITS),
    ),
)
UPDATE_DEPARTMENT: Final[Operation[Any]] = Operation(
    id="updateDepartment",
    method="PUT",
    path="/api/department",
    caller="departments.update",
    parameters=(
        Parameter(
            name="accountSetId",
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
            Property(name="code", argument="code", type=str),
            Property(name="name", argument="name", required=True, type=str),
            Property(name="mnemonics", argument="mnemonics", type=str),
            Property(name="remark", argument="remark", type=str),
            Property(name="enable", argument="enable", type=bool),
            Property(name="categoryName", argument="category_name", type=str),
            Property(name="categoryType", argument="category_type", type=str),
            Property(name="id", argument="id", required=True, type=str | int),
            Property(name="categoryId", argument="category_id", type=str | int),
            Property(name="leader", argument="leader", type=str),
            Property(name="telPhone", argument="tel_phone", type=str),
            Property(name="startDate", argument="start_date", type=Date),
            Property(name="endDate", argument="end_date", type=Date),
        ),
    ),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="", rule="limits", value=lambda: DEPARTMENT_UPDATE_LIMITS),
    ),
)
DELETE_DEPARTMENT: Final[Operation[Any]] = Operation(
    id="deleteDepartment",
    method="DELETE",
    path="/api/department/{id}",
    caller="departments.delete",
    parameters=(
        Parameter(
            name="accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter(name="id", argument="id", location="path", required=True, type=str),
    ),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="path:id", rule="pattern", value="^[0-9]{1,19}$"),
    ),
)
LIST_ORGANIZATIONS: Final[Operation[models.OrganizationPage]] = Operation(
    id="listOrganizations",
    method="GET",
    path="/api/organization",
    caller="organizations.list",
    parameters=(
        Parameter(
            name="accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter(name="page", argument="page", type=int),
        Parameter(name="pageSize", argument="page_size", type=int),
    ),
    answers=(
        Answer(
            content_type="application/json",
            type=models.OrganizationPage,
            limits=(Limit(at="", rule="limits", value=lambda: ORGANIZATION_PAGE_LIMITS),),
        ),
    ),
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="query:page", rule="minimum", value=1),
        Limit(at="query:pageSize", rule="minimum", value=1),
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
            name="accountSetId",
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
            Property(name="code", argument="code", type=str),
            Property(name="name", argument="name", required=True, type=str),
            Property(name="mnemonics", argument="mnemonics", type=str),
            Property(name="remark", argument="remark", type=str),
            Property(name="enable", argument="enable", type=bool),
            Property(name="categoryName", argument="category_name", type=str),
            Property(name="categoryType", argument="category_type", type=str),
            Property(name="id", argument="id", type=str | int | None),
            Property(name="categoryId", argument="category_id", type=str | int),
            Property(name="address", argument="address", type=str),
        ),
    ),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=False,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="", rule="limits", value=lambda: ORGANIZATION_INPUT_LIMITS),
    ),
)
UPDATE_ORGANIZATION: Final[Operation[Any]] = Operation(
    id="updateOrganization",
    method="PUT",
    path="/api/organization",
    caller="organizations.update",
    parameters=(
        Parameter(
            name="accountSetId",
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
            Property(name="code", argument="code", type=str),
            Property(name="name", argument="name", required=True, type=str),
            Property(name="mnemonics", argument="mnemonics", type=str),
            Property(name="remark", argument="remark", type=str),
            Property(name="enable", argument="enable", type=bool),
            Property(name="categoryName", argument="category_name", type=str),
            Property(name="categoryType", argument="category_type", type=str),
            Property(name="id", argument="id", required=True, type=str | int),
            Property(name="categoryId", argument="category_id", type=str | int),
            Property(name="address", argument="address", type=str),
        ),
    ),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="", rule="limits", value=lambda: ORGANIZATION_UPDATE_LIMITS),
    ),
)
DELETE_ORGANIZATION: Final[Operation[Any]] = Operation(
    id="deleteOrganization",
    method="DELETE",
    path="/api/organization/{id}",
    caller="organizations.delete",
    parameters=(
        Parameter(
            name="accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter(name="id", argument="id", location="path", required=True, type=str),
    ),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="path:id", rule="pattern", value="^[0-9]{1,19}$"),
    ),
)
LIST_PROJECTS: Final[Operation[models.ProjectPage]] = Operation(
    id="listProjects",
    method="GET",
    path="/api/project",
    caller="projects.list",
    parameters=(
        Parameter(
            name="accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter(name="page", argument="page", type=int),
        Parameter(name="pageSize", argument="page_size", type=int),
    ),
    answers=(
        Answer(
            content_type="application/json",
            type=models.ProjectPage,
            limits=(Limit(at="", rule="limits", value=lambda: PROJECT_PAGE_LIMITS),),
        ),
    ),
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="query:page", rule="minimum", value=1),
        Limit(at="query:pageSize", rule="minimum", value=1),
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
            name="accountSetId",
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
            Property(name="code", argument="code", type=str),
            Property(name="name", argument="name", required=True, type=str),
            Property(name="mnemonics", argument="mnemonics", type=str),
            Property(name="remark", argument="remark", type=str),
            Property(name="enable", argument="enable", type=bool),
            Property(name="categoryName", argument="category_name", type=str),
            Property(name="categoryType", argument="category_type", type=str),
            Property(name="id", argument="id", type=str | int | None),
            Property(name="categoryId", argument="category_id", type=str | int),
            Property(name="departmentName", argument="department_name", type=str),
            Property(name="leader", argument="leader", type=str),
            Property(name="telPhone", argument="tel_phone", type=str),
            Property(name="startDate", argument="start_date", type=Date),
            Property(name="acceptanceDate", argument="acceptance_date", type=Date),
            Property(name="departmentId", argument="department_id", type=str | int),
        ),
    ),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=False,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="", rule="limits", value=lambda: PROJECT_INPUT_LIMITS),
    ),
)
UPDATE_PROJECT: Final[Operation[Any]] = Operation(
    id="updateProject",
    method="PUT",
    path="/api/project",
    caller="projects.update",
    parameters=(
        Parameter(
            name="accountSetId",
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
            Property(name="code", argument="code", type=str),
            Property(name="name", argument="name", required=True, type=str),
            Property(name="mnemonics", argument="mnemonics", type=str),
            Property(name="remark", argument="remark", type=str),
            Property(name="enable", argument="enable", type=bool),
            Property(name="categoryName", argument="category_name", type=str),
            Property(name="categoryType", argument="category_type", type=str),
            Property(name="id", argument="id", required=True, type=str | int),
            Property(name="categoryId", argument="category_id", type=str | int),
            Property(name="departmentName", argument="department_name", type=str),
            Property(name="leader", argument="leader", type=str),
            Property(name="telPhone", argument="tel_phone", type=str),
            Property(name="startDate", argument="start_date", type=Date),
            Property(name="acceptanceDate", argument="acceptance_date", type=Date),
            Property(name="departmentId", argument="department_id", type=str | int),
        ),
    ),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="", rule="limits", value=lambda: PROJECT_UPDATE_LIMITS),
    ),
)
DELETE_PROJECT: Final[Operation[Any]] = Operation(
    id="deleteProject",
    method="DELETE",
    path="/api/project/{id}",
    caller="projects.delete",
    parameters=(
        Parameter(
            name="accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter(name="id", argument="id", location="path", required=True, type=str),
    ),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="path:id", rule="pattern", value="^[0-9]{1,19}$"),
    ),
)
LIST_INVENTORY_ITEMS: Final[Operation[models.InventoryItemPage]] = Operation(
    id="listInventoryItems",
    method="GET",
    path="/api/stocks",
    caller="inventory_items.list",
    parameters=(
        Parameter(
            name="accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter(name="page", argument="page", type=int),
        Parameter(name="pageSize", argument="page_size", type=int),
    ),
    answers=(
        Answer(
            content_type="application/json",
            type=models.InventoryItemPage,
            limits=(Limit(at="", rule="limits", value=lambda: INVENTORY_ITEM_PAGE_LIMITS),),
        ),
    ),
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="query:page", rule="minimum", value=1),
        Limit(at="query:pageSize", rule="minimum", value=1),
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
            name="accountSetId",
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
            Property(name="code", argument="code", type=str),
            Property(name="name", argument="name", required=True, type=str),
            Property(name="mnemonics", argument="mnemonics", type=str),
            Property(name="remark", argument="remark", type=str),
            Property(name="enable", argument="enable", type=bool),
            Property(name="categoryName", argument="category_name", type=str),
            Property(name="categoryType", argument="category_type", type=str),
            Property(name="id", argument="id", type=str | int | None),
            Property(name="categoryId", argument="category_id", type=str | int),
            Property(name="category", argument="category", type=str),
            Property(name="specification", argument="specification", type=str),
            Property(name="unit", argument="unit", type=str),
            Property(name="startDate", argument="start_date", type=Date),
            Property(name="endDate", argument="end_date", type=Date),
        ),
    ),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=False,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="", rule="limits", value=lambda: INVENTORY_ITEM_INPUT_LIMITS),
    ),
)
UPDATE_INVENTORY_ITEM: Final[Operation[Any]] = Operation(
    id="updateInventoryItem",
    method="PUT",
    path="/api/stocks",
    caller="inventory_items.update",
    parameters=(
        Parameter(
            name="accountSetId",
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
            Property(name="code", argument="code", type=str),
            Property(name="name", argument="name", required=True, type=str),
            Property(name="mnemonics", argument="mnemonics", type=str),
            Property(name="remark", argument="remark", type=str),
            Property(name="enable", argument="enable", type=bool),
            Property(name="categoryName", argument="category_name", type=str),
            Property(name="categoryType", argument="category_type", type=str),
            Property(name="id", argument="id", required=True, type=str | int),
            Property(name="categoryId", argument="category_id", type=str | int),
            Property(name="category", argument="category", type=str),
            Property(name="specification", argument="specification", type=str),
            Property(name="unit", argument="unit", type=str),
            Property(name="startDate", argument="start_date", type=Date),
            Property(name="endDate", argument="end_date", type=Date),
        ),
    ),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="", rule="limits", value=lambda: INVENTORY_ITEM_UPDATE_LIMITS),
    ),
)
DELETE_INVENTORY_ITEM: Final[Operation[Any]] = Operation(
    id="deleteInventoryItem",
    method="DELETE",
    path="/api/stocks/{id}",
    caller="inventory_items.delete",
    parameters=(
        Parameter(
            name="accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter(name="id", argument="id", location="path", required=True, type=str),
    ),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="path:id", rule="pattern", value="^[0-9]{1,19}$"),
    ),
)
LIST_VOUCHERS: Final[Operation[models.VoucherPage]] = Operation(
    id="listVouchers",
    method="POST",
    path="/api/voucher/list",
    caller="vouchers.list",
    parameters=(
        Parameter(
            name="accountSetId",
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
            Property(name="accountSetsId", argument="account_sets_id", type=str | int),
            Property(name="codeStart", argument="code_start", type=int),
            Property(name="codeEnd", argument="code_end", type=int),
            Property(name="createMember", argument="create_member", type=str | int),
            Property(name="minAmount", argument="min_amount", type=Decimal),
            Property(name="maxAmount", argument="max_amount", type=Decimal),
            Property(name="subjectId", argument="subject_id", type=str | int),
            Property(name="summary", argument="summary", type=str),
            Property(name="word", argument="word", type=str),
            Property(name="remark", argument="remark", type=str),
            Property(name="property", argument="property", type=str),
            Property(name="order", argument="order", type=str),
            Property(name="page", argument="page", type=int),
            Property(name="pageSize", argument="page_size", type=int),
        ),
    ),
    answers=(
        Answer(
            content_type="application/json",
            type=models.VoucherPage,
            limits=(Limit(at="", rule="limits", value=lambda: VOUCHER_PAGE_LIMITS),),
        ),
    ),
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="", rule="limits", value=lambda: VOUCHER_QUERY_LIMITS),
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
            name="accountSetId",
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
            Property(name="id", argument="id", type=str | int | None),
            Property(name="word", argument="word", required=True, type=str),
            Property(name="code", argument="code", type=int),
            Property(name="remark", argument="remark", type=str | None),
            Property(name="receiptNum", argument="receipt_num", type=int),
            Property(name="voucherDate", argument="voucher_date", required=True, type=Date),
            Property(name="billList", argument="bill_list", type=list[models.Bill]),
            Property(name="isTemplate", argument="is_template", type=bool),
            Property(name="templateName", argument="template_name", type=str),
            Property(name="details", argument="details", required=True, type=list[models.VoucherLineInput]),
        ),
    ),
    answers=(
        Answer(
            content_type="application/json",
            type=models.Voucher,
            limits=(Limit(at="", rule="limits", value=lambda: VOUCHER_LIMITS),),
        ),
    ),
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=False,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="", rule="limits", value=lambda: VOUCHER_INPUT_LIMITS),
    ),
)
UPDATE_VOUCHER: Final[Operation[models.Voucher]] = Operation(
    id="updateVoucher",
    method="PUT",
    path="/api/voucher",
    caller="vouchers.update",
    parameters=(
        Parameter(
            name="accountSetId",
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
            Property(name="id", argument="id", required=True, type=str | int),
            Property(name="word", argument="word", required=True, type=str),
            Property(name="code", argument="code", type=int),
            Property(name="remark", argument="remark", type=str | None),
            Property(name="receiptNum", argument="receipt_num", type=int),
            Property(name="voucherDate", argument="voucher_date", required=True, type=Date),
            Property(name="billList", argument="bill_list", type=list[models.Bill]),
            Property(name="isTemplate", argument="is_template", type=bool),
            Property(name="templateName", argument="template_name", type=str),
            Property(name="details", argument="details", required=True, type=list[models.VoucherLineInput]),
        ),
    ),
    answers=(
        Answer(
            content_type="application/json",
            type=models.Voucher,
            limits=(Limit(at="", rule="limits", value=lambda: VOUCHER_LIMITS),),
        ),
    ),
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="", rule="limits", value=lambda: VOUCHER_UPDATE_LIMITS),
    ),
)
DELETE_VOUCHERS: Final[Operation[Any]] = Operation(
    id="deleteVouchers",
    method="POST",
    path="/api/voucher/delete",
    caller="vouchers.delete",
    parameters=(
        Parameter(
            name="accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    body=Body(required=True, argument="body", type=list[models.VoucherReference]),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=False,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="", rule="minItems", value=1),
        Limit(at="/*", rule="limits", value=lambda: VOUCHER_REFERENCE_LIMITS),
    ),
)
LIST_BUSINESS_DATA_SOURCES: Final[Operation[list[models.BusinessDataSource]]] = Operation(
    id="listBusinessDataSources",
    method="GET",
    path="/api/tripartite/definition/simple",
    caller="business_data.list_sources",
    parameters=(
        Parameter(
            name="accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
    ),
    answers=(
        Answer(
            content_type="application/json",
            type=list[models.BusinessDataSource],
            limits=(Limit(at="/*", rule="limits", value=lambda: BUSINESS_DATA_SOURCE_LIMITS),),
        ),
    ),
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),),
)
PUSH_BUSINESS_DATA: Final[Operation[Any]] = Operation(
    id="pushBusinessData",
    method="POST",
    path="/api/tripartite/data/{definitionCode}/batch",
    caller="business_data.push",
    parameters=(
        Parameter(
            name="accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter(name="definitionCode", argument="definition_code", location="path", required=True, type=str),
        Parameter(name="batchNo", argument="batch_no", type=str),
    ),
    body=Body(required=True, argument="body", type=list[models.BusinessDataInput]),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=False,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="path:definitionCode", rule="minLength", value=1),
        Limit(at="", rule="minItems", value=1),
        Limit(at="/*", rule="limits", value=lambda: BUSINESS_DATA_INPUT_LIMITS),
    ),
)
WITHDRAW_BUSINESS_DATA: Final[Operation[Any]] = Operation(
    id="withdrawBusinessData",
    method="DELETE",
    path="/api/tripartite/data/{definitionCode}/batch",
    caller="business_data.withdraw",
    parameters=(
        Parameter(
            name="accountSetId",
            argument="account_set_id",
            location="header",
            required=True,
            type=str,
            shared=Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),
        ),
        Parameter(name="definitionCode", argument="definition_code", location="path", required=True, type=str),
        Parameter(name="batchNo", argument="batch_no", required=True, type=str),
    ),
    answers=(Answer(content_type="application/json", type=Any),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(
        Limit(at="header:accountSetId", rule="pattern", value="^[0-9]{1,19}$"),
        Limit(at="path:definitionCode", rule="minLength", value=1),
        Limit(at="query:batchNo", rule="minLength", value=1),
    ),
)
