"""What the client knows of each operation: declarations only, the runtime acts upon them."""

from __future__ import annotations

from typing import Final

from . import models
from ._runtime.flows import Quota, Spot, Upload
from ._runtime.operation import (
    Answer,
    AnswerEnvelope,
    Body,
    CodeRow,
    Condition,
    Envelope,
    Errors,
    Fill,
    Limits,
    Operation,
    Parameter,
    Property,
    RequestEnvelope,
    Shared,
)
from ._runtime.types import DecimalNumber
from ._times import DayText, EpochMilliseconds, EpochMilliseconds2

ENVELOPE: Final = Envelope(
    request=RequestEnvelope(
        payload="/data", fill=(Fill(at="/bizId", make="uuid"), Fill(at="/timestamp", make="epoch-ms", per="attempt"))
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
ERRORS: Final = Errors(
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
ENVELOPE_2: Final = Envelope(
    answer=AnswerEnvelope(
        success=Condition(at="/resCode", value=200000),
        code="/resCode",
        message="/resMsg",
        payload="/data",
        payload_required=True,
    )
)
QUOTA: Final = Quota(calls=1000, seconds=3600.0)
ENVELOPE_3: Final = Envelope(
    request=RequestEnvelope(
        fill=(Fill(at="/bizId", make="uuid"), Fill(at="/timestamp", make="epoch-ms", per="attempt"))
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
ENVELOPE_4: Final = Envelope(
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
ENVELOPE_5: Final = Envelope(
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
RECOGNIZE_AND_CHECK_OPTIONS_LIMITS: Final[tuple[Limits, ...]] = (
    Limits(
        "",
        {
            "when": (
                (Limits("", {"required": ("create_expense",)}), Limits("/create_expense", {"const": "Y"})),
                (Limits("", {"required": ("user_code",)}),),
                (),
            )
        },
    ),
    Limits("/attachment_url", {"minLength": 1}),
    Limits("/user_code", {"minLength": 1}),
)
GENERATE_TOKEN_REQUEST_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/client_id", {"minLength": 1, "maxLength": 64}),
    Limits("/client_secret", {"minLength": 1, "maxLength": 64}),
)
FILE_TO_UPLOAD_LIMITS: Final[tuple[Limits, ...]] = (Limits("/file_name", {"minLength": 1}),)
RECOGNIZE_AND_CHECK_FORM_LIMITS: Final[tuple[Limits, ...]] = (
    Limits(
        "",
        {
            "when": (
                (Limits("", {"required": ("create_expense",)}), Limits("/create_expense", {"const": "Y"})),
                (Limits("", {"required": ("user_code",)}),),
                (),
            )
        },
    ),
    Limits("/bizId", {"minLength": 1, "maxLength": 36}),
    Limits("/timestamp", {"minimum": 1000000000000, "maximum": 9999999999999}),
    Limits("/user_code", {"minLength": 1}),
)
INVOICE_TO_CHECK_LIMITS: Final[tuple[Limits, ...]] = (Limits("/invoice_num", {"minLength": 1}),)
INVOICES_TO_RECOGNIZE_LIMITS: Final[tuple[Limits, ...]] = (Limits("/file_name", {"maxItems": 100}),)
INVOICE_TO_CREATE_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/user_code", {"minLength": 1}),
    Limits("/receipt_ocr", {"limits": lambda: RECOGNIZED_RECEIPTS_LIMITS}),
)
RECOGNIZED_RECEIPTS_LIMITS: Final[tuple[Limits, ...]] = (Limits("/invoices", {"minItems": 1, "maxItems": 1}),)
RECOGNIZE_AND_CHECK_INVOICES: Final[Operation[list[models.RecognizedInvoice]]] = Operation(
    id="recognizeAndCheckInvoices",
    method="POST",
    path="/common/InvoiceOCR/ocrSyncWithConfig",
    caller="invoices.recognize_and_check",
    parameters=(
        Parameter(
            "locale", location="header", type=models.Locale, shared=Shared(argument="locale", env="CLOUDPENSE_LOCALE")
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property("attachment_url", required=True, type=str),
            Property("purchase_invoice", type=models.YesNo),
            Property("create_expense", type=models.YesNo),
            Property("user_code", type=str),
        ),
    ),
    answers=(Answer(type=list[models.RecognizedInvoice], limits=(Limits("", {"maxItems": 3}),)),),
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("accessToken",),),
    idempotent=False,
    timeout=60.0,
    limits=(Limits("", {"limits": lambda: RECOGNIZE_AND_CHECK_OPTIONS_LIMITS}),),
)
GENERATE_TOKEN: Final[Operation[models.Token]] = Operation(
    id="generateToken",
    method="POST",
    path="/common/unAuth/tokens/generate",
    caller="tokens.generate",
    parameters=(
        Parameter(
            "locale", location="header", type=models.Locale, shared=Shared(argument="locale", env="CLOUDPENSE_LOCALE")
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property("client_id", required=True, type=str),
            Property("client_secret", required=True, type=str, sensitive=True),
        ),
    ),
    answers=(Answer(type=models.Token),),
    envelope=ENVELOPE_2,
    errors=ERRORS,
    idempotent=True,
    limits=(Limits("", {"limits": lambda: GENERATE_TOKEN_REQUEST_LIMITS}),),
)
CREATE_UPLOAD_ADDRESSES: Final[Operation[list[models.UploadAddress]]] = Operation(
    id="createUploadAddresses",
    method="POST",
    path="/common/files/v3/uploadUrl",
    caller="files.upload_address",
    parameters=(
        Parameter(
            "locale", location="header", type=models.Locale, shared=Shared(argument="locale", env="CLOUDPENSE_LOCALE")
        ),
    ),
    body=Body(required=True, argument="body", type=list[models.FileToUpload]),
    answers=(Answer(type=list[models.UploadAddress]),),
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("accessToken",),),
    idempotent=True,
    limits=(Limits("", {"maxItems": 100}), Limits("/*", {"limits": lambda: FILE_TO_UPLOAD_LIMITS})),
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
                "locale",
                location="header",
                type=models.Locale,
                shared=Shared(argument="locale", env="CLOUDPENSE_LOCALE"),
            ),
        ),
        body=Body(
            required=True,
            properties=(
                Property("attachment_url", required=True, type=str),
                Property("purchase_invoice", type=models.YesNo),
                Property("create_expense", type=models.YesNo),
                Property("user_code", type=str),
            ),
        ),
        answers=(Answer(type=list[models.LegacyRecognizedInvoice] | models.ExpenseResult),),
        envelope=ENVELOPE,
        errors=ERRORS,
        security=(("accessToken",),),
        idempotent=False,
        timeout=60.0,
        limits=(Limits("", {"limits": lambda: RECOGNIZE_AND_CHECK_OPTIONS_LIMITS}),),
    )
)
RECOGNIZE_AND_CHECK_FILE: Final[Operation[list[models.LegacyRecognizedInvoice] | models.ExpenseResult]] = Operation(
    id="recognizeAndCheckFile",
    method="POST",
    path="/common/InvoiceOCR/ocrSync/local",
    caller="invoices.recognize_and_check_file",
    parameters=(
        Parameter(
            "locale", location="header", type=models.Locale, shared=Shared(argument="locale", env="CLOUDPENSE_LOCALE")
        ),
    ),
    body=Body(
        content_type="multipart/form-data",
        required=True,
        properties=(
            Property("file", required=True, binary=True),
            Property("purchase_invoice", type=models.YesNo),
            Property("create_expense", type=models.YesNo),
            Property("user_code", type=str),
        ),
    ),
    answers=(Answer(type=list[models.LegacyRecognizedInvoice] | models.ExpenseResult),),
    envelope=ENVELOPE_3,
    errors=ERRORS,
    security=(("accessToken",),),
    idempotent=False,
    timeout=60.0,
    limits=(Limits("", {"limits": lambda: RECOGNIZE_AND_CHECK_FORM_LIMITS}),),
)
CHECK_INVOICE: Final[Operation[models.CheckedInvoice]] = Operation(
    id="checkInvoice",
    method="POST",
    path="/common/invoiceCheck/check",
    caller="invoices.check",
    parameters=(
        Parameter(
            "locale", location="header", type=models.Locale, shared=Shared(argument="locale", env="CLOUDPENSE_LOCALE")
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property("invoice_code", type=str),
            Property("invoice_num", required=True, type=str),
            Property("receipt_date", required=True, type=DayText),
            Property("check_code", type=str),
            Property("amount", type=DecimalNumber),
            Property("force", type=models.YesNo),
        ),
    ),
    answers=(Answer(type=models.CheckedInvoice),),
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("accessToken",),),
    idempotent=True,
    limits=(Limits("", {"limits": lambda: INVOICE_TO_CHECK_LIMITS}),),
)
RECOGNIZE_INVOICES: Final[Operation[models.Recognition]] = Operation(
    id="recognizeInvoices",
    method="POST",
    path="/common/invoices/recognize",
    caller="invoices.recognize",
    parameters=(
        Parameter(
            "locale", location="header", type=models.Locale, shared=Shared(argument="locale", env="CLOUDPENSE_LOCALE")
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property("user_name", type=str),
            Property("employee_number", type=str),
            Property("language", type=str),
            Property("file_name", required=True, type=list[str]),
            Property("ocr_type", type=str),
            Property("purchase_invoice", type=models.YesNo),
            Property("timestamp", at="/timestamp", type=EpochMilliseconds),
        ),
        further="fields",
    ),
    answers=(Answer(type=models.Recognition),),
    envelope=ENVELOPE_4,
    errors=ERRORS,
    security=(("accessToken",),),
    idempotent=False,
    limits=(Limits("", {"limits": lambda: INVOICES_TO_RECOGNIZE_LIMITS}),),
)
GET_RECOGNITION_PROGRESS: Final[Operation[models.RecognitionProgress]] = Operation(
    id="getRecognitionProgress",
    method="POST",
    path="/common/invoices/getIdentifyResult",
    caller="invoices.recognition_progress",
    parameters=(
        Parameter(
            "locale", location="header", type=models.Locale, shared=Shared(argument="locale", env="CLOUDPENSE_LOCALE")
        ),
    ),
    body=Body(required=True, properties=(Property("identification_ids", required=True, type=list[str]),)),
    answers=(Answer(type=models.RecognitionProgress),),
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
            "locale", location="header", type=models.Locale, shared=Shared(argument="locale", env="CLOUDPENSE_LOCALE")
        ),
    ),
    body=Body(
        required=True,
        properties=(
            Property("user_code", required=True, type=str),
            Property("receipt_ocr", required=True, type=models.RecognizedReceipts),
            Property("receipt_check", type=models.CheckedInvoice),
        ),
    ),
    answers=(Answer(type=models.ExpenseResult),),
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("accessToken",),),
    idempotent=False,
    limits=(Limits("", {"limits": lambda: INVOICE_TO_CREATE_LIMITS}),),
)
GET_EXPENSE: Final[Operation[models.Expense]] = Operation(
    id="getExpense",
    method="GET",
    path="/common/invoice/findDetail",
    caller="expenses.get",
    parameters=(
        Parameter(
            "locale", location="header", type=models.Locale, shared=Shared(argument="locale", env="CLOUDPENSE_LOCALE")
        ),
        Parameter("expense_id", required=True, type=int),
        Parameter("need_document_info", required=True, type=bool),
        Parameter("public_order", type=models.YesNo),
    ),
    answers=(Answer(type=models.Expense),),
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
            "locale", location="header", type=models.Locale, shared=Shared(argument="locale", env="CLOUDPENSE_LOCALE")
        ),
        Parameter("invoice_num", required=True, type=str),
        Parameter("invoice_code", type=str),
        Parameter("invoice_type", required=True, type=str),
        Parameter("receipt_date", type=EpochMilliseconds2),
        Parameter("passenger_name", type=str),
        Parameter("need_document_info", required=True, type=bool),
    ),
    answers=(Answer(type=models.Receipt),),
    envelope=ENVELOPE_5,
    errors=ERRORS,
    security=(("accessToken",),),
    idempotent=True,
    limits=(Limits("query:invoice_num", {"minLength": 1}), Limits("query:invoice_type", {"minLength": 1})),
)
REVIEW_INVOICES: Final[Operation[list[models.FailedReview]]] = Operation(
    id="reviewInvoices",
    method="POST",
    path="/common/invoiceFinance/reviewDirectly/batch",
    caller="invoices.review",
    parameters=(
        Parameter(
            "locale", location="header", type=models.Locale, shared=Shared(argument="locale", env="CLOUDPENSE_LOCALE")
        ),
    ),
    body=Body(required=True, argument="body", type=list[models.ReviewedInvoice]),
    answers=(Answer(type=list[models.FailedReview]),),
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("accessToken",),),
    idempotent=False,
)
