"""What the client knows of each operation: declarations only, the runtime acts upon them."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from . import models
from ._runtime.flows import Quota, Spot, TokenCall, Upload
from ._runtime.operation import (
    Answer,
    AnswerEnvelope,
    Body,
    CodeRow,
    Condition,
    Envelope,
    Errors,
    Fill,
    Limit,
    Operation,
    Parameter,
    Property,
    RequestEnvelope,
    Shared,
)
from ._runtime.service import Credential, SecurityScheme, Service
from ._times import DayText, EpochMilliseconds, EpochMilliseconds2

SERVICE: Final[Service] = Service(
    name="cloudpense",
    env="CLOUDPENSE",
    version="2",
    schemes=(
        SecurityScheme(
            id="accessToken",
            type="apiKey",
            location="query",
            name="access_token",
            credentials=(
                Credential(argument="client_id", env="CLOUDPENSE_CLIENT_ID"),
                Credential(argument="client_secret", env="CLOUDPENSE_CLIENT_SECRET"),
            ),
            token=TokenCall(
                operation=lambda: GENERATE_TOKEN,
                token="/data/access_token",
                request=(
                    (
                        Spot(argument="client_id", text=True),
                        "client_id",
                    ),
                    (
                        Spot(argument="client_secret", text=True),
                        "client_secret",
                    ),
                ),
                lifetime="/data/expires_in",
                renew_on=("bad-credential",),
            ),
        ),
    ),
    shared=(Shared(argument="locale", env="CLOUDPENSE_LOCALE"),),
)
ENVELOPE: Final[Envelope] = Envelope(
    request=RequestEnvelope(
        payload="/data",
        fill=(
            Fill(at="/bizId", make="uuid"),
            Fill(at="/timestamp", make="epoch-ms", per="attempt"),
        ),
    ),
    answer=AnswerEnvelope(
        success=Condition(at="/resCode", value=200000),
        code="/resCode",
        message="/resMsg",
        payload="/data",
        payload_required=True,
        trace="/bizId",
    ),
)
ERRORS: Final[Errors] = Errors(
    at="/resCode",
    codes=(
        CodeRow(code=200000, kind=None, retry="never", message="success"),
        CodeRow(
            code=400000,
            kind="forbidden",
            retry="never",
            message="配置校验失败,请预先配置识别秘钥",
            advice="使用前联系产品开通发票识别与查验的子账号,然后点击配置",
        ),
        CodeRow(code=400001, kind="invalid-parameter", retry="never", message="参数错误"),
        CodeRow(code=401000, kind="bad-credential", retry="never", message="access_token无效或已过期"),
        CodeRow(code=404000, kind="not-found", retry="never", message="数据不存在"),
        CodeRow(code=429000, kind="rate-limited", retry="always", message="请求过于频繁"),
        CodeRow(code=500000, kind="server", retry="safe", message="导入票据失败!"),
        CodeRow(code=500060, kind="conflict", retry="never", message="单据已经变更或者单据状态不正确"),
    ),
)
ENVELOPE_2: Final[Envelope] = Envelope(
    answer=AnswerEnvelope(
        success=Condition(at="/resCode", value=200000),
        code="/resCode",
        message="/resMsg",
        payload="/data",
        payload_required=True,
    )
)
QUOTA: Final[Quota] = Quota(calls=1000, seconds=3600.0)
ENVELOPE_3: Final[Envelope] = Envelope(
    request=RequestEnvelope(
        fill=(
            Fill(at="/bizId", make="uuid"),
            Fill(at="/timestamp", make="epoch-ms", per="attempt"),
        )
    ),
    answer=AnswerEnvelope(
        success=Condition(at="/resCode", value=200000),
        code="/resCode",
        message="/resMsg",
        payload="/data",
        payload_required=True,
        trace="/bizId",
    ),
)
ENVELOPE_4: Final[Envelope] = Envelope(
    request=RequestEnvelope(payload="/data", fill=(Fill(at="/bizId", make="uuid"),)),
    answer=AnswerEnvelope(
        success=Condition(at="/resCode", value=200000),
        code="/resCode",
        message="/resMsg",
        payload="/data",
        payload_required=True,
        trace="/bizId",
    ),
)
ENVELOPE_5: Final[Envelope] = Envelope(
    request=RequestEnvelope(fill=(Fill(at="query:bizId", make="uuid"),)),
    answer=AnswerEnvelope(
        success=Condition(at="/resCode", value=200000),
        code="/resCode",
        message="/resMsg",
        payload="/data",
        payload_required=True,
        trace="/bizId",
    ),
)
RECOGNIZE_AND_CHECK_OPTIONS_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(
        at="",
        rule="when",
        value=(
            (
                Limit(at="", rule="required", value=("create_expense",)),
                Limit(at="/create_expense", rule="const", value="Y"),
            ),
            (Limit(at="", rule="required", value=("user_code",)),),
            (),
        ),
    ),
    Limit(at="/attachment_url", rule="minLength", value=1),
    Limit(at="/user_code", rule="minLength", value=1),
)
GENERATE_TOKEN_REQUEST_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/client_id", rule="minLength", value=1),
    Limit(at="/client_id", rule="maxLength", value=64),
    Limit(at="/client_secret", rule="minLength", value=1),
    Limit(at="/client_secret", rule="maxLength", value=64),
)
FILE_TO_UPLOAD_LIMITS: Final[tuple[Limit, ...]] = (Limit(at="/file_name", rule="minLength", value=1),)
RECOGNIZE_AND_CHECK_FORM_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(
        at="",
        rule="when",
        value=(
            (
                Limit(at="", rule="required", value=("create_expense",)),
                Limit(at="/create_expense", rule="const", value="Y"),
            ),
            (Limit(at="", rule="required", value=("user_code",)),),
            (),
        ),
    ),
    Limit(at="/bizId", rule="minLength", value=1),
    Limit(at="/bizId", rule="maxLength", value=36),
    Limit(at="/timestamp", rule="minimum", value=1000000000000),
    Limit(at="/timestamp", rule="maximum", value=9999999999999),
    Limit(at="/user_code", rule="minLength", value=1),
)
INVOICE_TO_CHECK_LIMITS: Final[tuple[Limit, ...]] = (Limit(at="/invoice_num", rule="minLength", value=1),)
INVOICES_TO_RECOGNIZE_LIMITS: Final[tuple[Limit, ...]] = (Limit(at="/file_name", rule="maxItems", value=100),)
INVOICE_TO_CREATE_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/user_code", rule="minLength", value=1),
    Limit(at="/receipt_ocr", rule="limits", value=lambda: RECOGNIZED_RECEIPTS_LIMITS),
)
RECOGNIZED_RECEIPTS_LIMITS: Final[tuple[Limit, ...]] = (
    Limit(at="/invoices", rule="minItems", value=1),
    Limit(at="/invoices", rule="maxItems", value=1),
)
RECOGNIZE_AND_CHECK_INVOICES: Final[Operation[list[models.RecognizedInvoice]]] = Operation(
    id="recognizeAndCheckInvoices",
    method="POST",
    path="/common/InvoiceOCR/ocrSyncWithConfig",
    caller="invoices.recognize_and_check",
    parameters=(
        Parameter(
            name="locale",
            argument="locale",
            location="header",
            type=models.Locale,
            shared=Shared(argument="locale", env="CLOUDPENSE_LOCALE"),
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property(name="attachment_url", argument="attachment_url", required=True, type=str),
            Property(name="purchase_invoice", argument="purchase_invoice", type=models.YesNo),
            Property(name="create_expense", argument="create_expense", type=models.YesNo),
            Property(name="user_code", argument="user_code", type=str),
        ),
    ),
    answers=(
        Answer(
            content_type="application/json",
            type=list[models.RecognizedInvoice],
            limits=(Limit(at="", rule="maxItems", value=3),),
        ),
    ),
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("accessToken",),),
    idempotent=False,
    timeout=60.0,
    limits=(Limit(at="", rule="limits", value=lambda: RECOGNIZE_AND_CHECK_OPTIONS_LIMITS),),
)
GENERATE_TOKEN: Final[Operation[models.Token]] = Operation(
    id="generateToken",
    method="POST",
    path="/common/unAuth/tokens/generate",
    caller="tokens.generate",
    parameters=(
        Parameter(
            name="locale",
            argument="locale",
            location="header",
            type=models.Locale,
            shared=Shared(argument="locale", env="CLOUDPENSE_LOCALE"),
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property(name="client_id", argument="client_id", required=True, type=str),
            Property(name="client_secret", argument="client_secret", required=True, type=str, sensitive=True),
        ),
    ),
    answers=(Answer(content_type="application/json", type=models.Token),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    idempotent=True,
    limits=(Limit(at="", rule="limits", value=lambda: GENERATE_TOKEN_REQUEST_LIMITS),),
)
CREATE_UPLOAD_ADDRESSES: Final[Operation[list[models.UploadAddress]]] = Operation(
    id="createUploadAddresses",
    method="POST",
    path="/common/files/v3/uploadUrl",
    caller="files.upload_address",
    parameters=(
        Parameter(
            name="locale",
            argument="locale",
            location="header",
            type=models.Locale,
            shared=Shared(argument="locale", env="CLOUDPENSE_LOCALE"),
        ),
    ),
    body=Body(required=True, argument="body", type=list[models.FileToUpload]),
    answers=(Answer(content_type="application/json", type=list[models.UploadAddress]),),
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("accessToken",),),
    idempotent=True,
    limits=(
        Limit(at="", rule="maxItems", value=100),
        Limit(at="/*", rule="limits", value=lambda: FILE_TO_UPLOAD_LIMITS),
    ),
    quota=QUOTA,
    upload=Upload(
        address="/data/0/upload_url",
        result="/data/0/attachment_url",
        content_type=Spot(argument="body", at="/0/content_type", text=True),
        file_name=Spot(argument="body", at="/0/file_name", text=True),
    ),
)
RECOGNIZE_AND_CHECK_INVOICES_LEGACY: Final[Operation[list[models.LegacyRecognizedInvoice] | models.ExpenseResult]] = (
    Operation(
        id="recognizeAndCheckInvoicesLegacy",
        method="POST",
        path="/common/InvoiceOCR/ocrSync",
        caller="invoices.recognize_and_check_legacy",
        parameters=(
            Parameter(
                name="locale",
                argument="locale",
                location="header",
                type=models.Locale,
                shared=Shared(argument="locale", env="CLOUDPENSE_LOCALE"),
            ),
        ),
        body=Body(
            required=True,
            properties=(
                Property(name="attachment_url", argument="attachment_url", required=True, type=str),
                Property(name="purchase_invoice", argument="purchase_invoice", type=models.YesNo),
                Property(name="create_expense", argument="create_expense", type=models.YesNo),
                Property(name="user_code", argument="user_code", type=str),
            ),
        ),
        answers=(
            Answer(content_type="application/json", type=list[models.LegacyRecognizedInvoice] | models.ExpenseResult),
        ),
        envelope=ENVELOPE,
        errors=ERRORS,
        security=(("accessToken",),),
        idempotent=False,
        timeout=60.0,
        limits=(Limit(at="", rule="limits", value=lambda: RECOGNIZE_AND_CHECK_OPTIONS_LIMITS),),
    )
)
RECOGNIZE_AND_CHECK_FILE: Final[Operation[list[models.LegacyRecognizedInvoice] | models.ExpenseResult]] = Operation(
    id="recognizeAndCheckFile",
    method="POST",
    path="/common/InvoiceOCR/ocrSync/local",
    caller="invoices.recognize_and_check_file",
    parameters=(
        Parameter(
            name="locale",
            argument="locale",
            location="header",
            type=models.Locale,
            shared=Shared(argument="locale", env="CLOUDPENSE_LOCALE"),
        ),
    ),
    body=Body(
        content_type="multipart/form-data",
        required=True,
        properties=(
            Property(name="file", argument="file", required=True, binary=True),
            Property(name="purchase_invoice", argument="purchase_invoice", type=models.YesNo),
            Property(name="create_expense", argument="create_expense", type=models.YesNo),
            Property(name="user_code", argument="user_code", type=str),
        ),
    ),
    answers=(
        Answer(content_type="application/json", type=list[models.LegacyRecognizedInvoice] | models.ExpenseResult),
    ),
    envelope=ENVELOPE_3,
    errors=ERRORS,
    security=(("accessToken",),),
    idempotent=False,
    timeout=60.0,
    limits=(Limit(at="", rule="limits", value=lambda: RECOGNIZE_AND_CHECK_FORM_LIMITS),),
)
CHECK_INVOICE: Final[Operation[models.CheckedInvoice]] = Operation(
    id="checkInvoice",
    method="POST",
    path="/common/invoiceCheck/check",
    caller="invoices.check",
    parameters=(
        Parameter(
            name="locale",
            argument="locale",
            location="header",
            type=models.Locale,
            shared=Shared(argument="locale", env="CLOUDPENSE_LOCALE"),
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property(name="invoice_code", argument="invoice_code", type=str),
            Property(name="invoice_num", argument="invoice_num", required=True, type=str),
            Property(name="receipt_date", argument="receipt_date", required=True, type=DayText),
            Property(name="check_code", argument="check_code", type=str),
            Property(name="amount", argument="amount", type=Decimal),
            Property(name="force", argument="force", type=models.YesNo),
        ),
    ),
    answers=(Answer(content_type="application/json", type=models.CheckedInvoice),),
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("accessToken",),),
    idempotent=True,
    limits=(Limit(at="", rule="limits", value=lambda: INVOICE_TO_CHECK_LIMITS),),
)
RECOGNIZE_INVOICES: Final[Operation[models.Recognition]] = Operation(
    id="recognizeInvoices",
    method="POST",
    path="/common/invoices/recognize",
    caller="invoices.recognize",
    parameters=(
        Parameter(
            name="locale",
            argument="locale",
            location="header",
            type=models.Locale,
            shared=Shared(argument="locale", env="CLOUDPENSE_LOCALE"),
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property(name="user_name", argument="user_name", type=str),
            Property(name="employee_number", argument="employee_number", type=str),
            Property(name="language", argument="language", type=str),
            Property(name="file_name", argument="file_name", required=True, type=list[str]),
            Property(name="ocr_type", argument="ocr_type", type=str),
            Property(name="purchase_invoice", argument="purchase_invoice", type=models.YesNo),
            Property(name="timestamp", argument="timestamp", at="/timestamp", type=EpochMilliseconds),
        ),
    ),
    answers=(Answer(content_type="application/json", type=models.Recognition),),
    envelope=ENVELOPE_4,
    errors=ERRORS,
    security=(("accessToken",),),
    idempotent=False,
    limits=(Limit(at="", rule="limits", value=lambda: INVOICES_TO_RECOGNIZE_LIMITS),),
)
GET_RECOGNITION_PROGRESS: Final[Operation[models.RecognitionProgress]] = Operation(
    id="getRecognitionProgress",
    method="POST",
    path="/common/invoices/getIdentifyResult",
    caller="invoices.recognition_progress",
    parameters=(
        Parameter(
            name="locale",
            argument="locale",
            location="header",
            type=models.Locale,
            shared=Shared(argument="locale", env="CLOUDPENSE_LOCALE"),
        ),
    ),
    body=Body(
        required=True,
        properties=(Property(name="identification_ids", argument="identification_ids", required=True, type=list[str]),),
    ),
    answers=(Answer(content_type="application/json", type=models.RecognitionProgress),),
    envelope=ENVELOPE_4,
    errors=ERRORS,
    security=(("accessToken",),),
    idempotent=True,
)
CREATE_INVOICE: Final[Operation[models.ExpenseResult]] = Operation(
    id="createInvoice",
    method="POST",
    path="/common/invoice/create",
    caller="invoices.create",
    parameters=(
        Parameter(
            name="locale",
            argument="locale",
            location="header",
            type=models.Locale,
            shared=Shared(argument="locale", env="CLOUDPENSE_LOCALE"),
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property(name="user_code", argument="user_code", required=True, type=str),
            Property(name="receipt_ocr", argument="receipt_ocr", required=True, type=models.RecognizedReceipts),
            Property(name="receipt_check", argument="receipt_check", type=models.CheckedInvoice),
        ),
    ),
    answers=(Answer(content_type="application/json", type=models.ExpenseResult),),
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("accessToken",),),
    idempotent=False,
    limits=(Limit(at="", rule="limits", value=lambda: INVOICE_TO_CREATE_LIMITS),),
)
GET_EXPENSE: Final[Operation[models.Expense]] = Operation(
    id="getExpense",
    method="GET",
    path="/common/invoice/findDetail",
    caller="expenses.get",
    parameters=(
        Parameter(
            name="locale",
            argument="locale",
            location="header",
            type=models.Locale,
            shared=Shared(argument="locale", env="CLOUDPENSE_LOCALE"),
        ),
        Parameter(name="expense_id", argument="expense_id", required=True, type=int),
        Parameter(name="need_document_info", argument="need_document_info", required=True, type=bool),
        Parameter(name="public_order", argument="public_order", type=models.YesNo),
    ),
    answers=(Answer(content_type="application/json", type=models.Expense),),
    envelope=ENVELOPE_5,
    errors=ERRORS,
    security=(("accessToken",),),
    idempotent=True,
)
GET_RECEIPT: Final[Operation[models.Receipt]] = Operation(
    id="getReceipt",
    method="GET",
    path="/common/invoice/findReceiptDetail",
    caller="receipts.get",
    parameters=(
        Parameter(
            name="locale",
            argument="locale",
            location="header",
            type=models.Locale,
            shared=Shared(argument="locale", env="CLOUDPENSE_LOCALE"),
        ),
        Parameter(name="invoice_num", argument="invoice_num", required=True, type=str),
        Parameter(name="invoice_code", argument="invoice_code", type=str),
        Parameter(name="invoice_type", argument="invoice_type", required=True, type=str),
        Parameter(name="receipt_date", argument="receipt_date", type=EpochMilliseconds2),
        Parameter(name="passenger_name", argument="passenger_name", type=str),
        Parameter(name="need_document_info", argument="need_document_info", required=True, type=bool),
    ),
    answers=(Answer(content_type="application/json", type=models.Receipt),),
    envelope=ENVELOPE_5,
    errors=ERRORS,
    security=(("accessToken",),),
    idempotent=True,
    limits=(
        Limit(at="query:invoice_num", rule="minLength", value=1),
        Limit(at="query:invoice_type", rule="minLength", value=1),
    ),
)
REVIEW_INVOICES: Final[Operation[list[models.FailedReview]]] = Operation(
    id="reviewInvoices",
    method="POST",
    path="/common/invoiceFinance/reviewDirectly/batch",
    caller="invoices.review",
    parameters=(
        Parameter(
            name="locale",
            argument="locale",
            location="header",
            type=models.Locale,
            shared=Shared(argument="locale", env="CLOUDPENSE_LOCALE"),
        ),
    ),
    body=Body(required=True, argument="body", type=list[models.ReviewedInvoice]),
    answers=(Answer(content_type="application/json", type=list[models.FailedReview]),),
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("accessToken",),),
    idempotent=False,
)
