"""What the client knows of each operation: declarations only, the runtime acts upon them."""

from __future__ import annotations

from typing import Final

from . import models
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
)
from ._runtime.types import Date

ENVELOPE: Final = Envelope(
    answer=AnswerEnvelope(
        success=Condition(at="/error", test="present", value=False), code="/error/code", message="/error/message"
    )
)
ERRORS: Final = Errors(
    at="/error/code",
    codes=(
        CodeRow(
            code=400,
            kind="invalid-parameter",
            status=400,
            retry="never",
            message="参数错误",
            advice="检查请求参数格式是否正确",
        ),
        CodeRow(
            code=401,
            kind="bad-credential",
            status=401,
            retry="never",
            message="未授权",
            advice="检查API Key是否有效或已过期",
        ),
        CodeRow(
            code=403,
            kind="forbidden",
            status=403,
            retry="never",
            message="权限不足",
            advice="确认账号是否具有该接口访问权限",
        ),
        CodeRow(
            code=404, kind="not-found", status=404, retry="never", message="资源不存在", advice="检查资源ID是否正确"
        ),
        CodeRow(
            code=429,
            kind="rate-limited",
            status=429,
            retry="always",
            message="请求过于频繁",
            advice="降低请求频率,或联系客服提升限额",
        ),
        CodeRow(code=500, kind="server", status=500, retry="safe", message="服务器错误", advice="联系技术支持"),
    ),
)
REFUSALS: Final[tuple[Answer, ...]] = (
    Answer(status="400", type=models.ErrorAnswer),
    Answer(status="401", type=models.ErrorAnswer),
    Answer(status="403", type=models.ErrorAnswer),
    Answer(status="404", type=models.ErrorAnswer),
    Answer(status="429", type=models.ErrorAnswer),
    Answer(status="500", type=models.ErrorAnswer),
)
REFUSALS_2: Final[tuple[Answer, ...]] = (
    Answer(status="401", type=models.ErrorAnswer),
    Answer(status="403", type=models.ErrorAnswer),
    Answer(status="429", type=models.ErrorAnswer),
    Answer(status="500", type=models.ErrorAnswer),
)
RECOGNIZE_INVOICE_REQUEST_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/file", {"maxLength": 10485760}),
    Limits("/account_id", {"minLength": 1}),
)
CREATE_VOUCHER_REQUEST_LIMITS: Final[tuple[Limits, ...]] = (Limits("/account_id", {"minLength": 1}),)
RECOGNIZE_INVOICE: Final[Operation[models.RecognizedInvoice]] = Operation(
    id="recognizeInvoice",
    method="POST",
    path="/api/v2/invoice/recognize",
    caller="invoices.recognize",
    body=Body(
        content_type="multipart/form-data",
        required=True,
        properties=(
            Property("file", required=True, binary=True, content_types=("image/jpeg", "image/png", "application/pdf")),
            Property("account_id", required=True, type=str),
            Property("invoice_type", type=models.InvoiceType),
        ),
    ),
    answers=(Answer(type=models.RecognizedInvoice),),
    refusals=REFUSALS,
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=False,
    limits=(Limits("", {"limits": lambda: RECOGNIZE_INVOICE_REQUEST_LIMITS}),),
)
CREATE_VOUCHER: Final[Operation[models.CreatedVoucher]] = Operation(
    id="createVoucher",
    method="POST",
    path="/api/v2/voucher/create",
    caller="vouchers.create",
    body=Body(
        required=True,
        properties=(
            Property("account_id", required=True, type=str),
            Property("date", required=True, type=Date),
            Property("entries", required=True, type=list[models.VoucherEntry]),
            Property("attachments", type=list[str]),
        ),
    ),
    answers=(Answer(type=models.CreatedVoucher),),
    refusals=REFUSALS,
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=False,
    limits=(Limits("", {"limits": lambda: CREATE_VOUCHER_REQUEST_LIMITS}),),
)
LIST_ACCOUNTS: Final[Operation[models.AccountList]] = Operation(
    id="listAccounts",
    method="GET",
    path="/api/v2/accounts/list",
    caller="accounts.list",
    answers=(Answer(type=models.AccountList),),
    refusals=REFUSALS_2,
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
)
GET_REPORT: Final[Operation[models.Report]] = Operation(
    id="getReport",
    method="GET",
    path="/api/v2/report/{type}",
    caller="reports.get",
    parameters=(
        Parameter("type", location="path", required=True, type=models.ReportType),
        Parameter("account_id", required=True, type=str),
        Parameter("start_date", required=True, type=Date),
        Parameter("end_date", required=True, type=Date),
    ),
    answers=(Answer(type=models.Report),),
    refusals=REFUSALS,
    envelope=ENVELOPE,
    errors=ERRORS,
    security=(("apiKey",),),
    idempotent=True,
    limits=(Limits("query:account_id", {"minLength": 1}),),
)
