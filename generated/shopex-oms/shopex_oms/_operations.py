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
    Fill,
    Limits,
    Operation,
    Property,
    RequestEnvelope,
    Shared,
    Signature,
    SignatureStep,
)
from ._runtime.types import Date

ENVELOPE: Final = Envelope(
    request=RequestEnvelope(
        fill=(
            Fill(at="/ver", make="const", value=1),
            Fill(at="/charset", make="const", value="utf-8"),
            Fill(at="/type", make="const", value="json"),
            Fill(at="/timestamp", make="time", per="attempt", format="yyyyMMddHHmmss", zone="Asia/Shanghai"),
        )
    ),
    answer=AnswerEnvelope(
        success=Condition(at="/error_response", test="present", value=False),
        code="/error_response/code",
        message="/error_response/msg",
    ),
)
ERRORS: Final = Errors(
    at="/error_response/code",
    codes=(
        CodeRow(code=0, kind=None, retry="never", message="成功"),
        CodeRow(
            code=1,
            kind="invalid-parameter",
            retry="never",
            message="参数错误",
            advice="检查参数格式是否正确,所有必填参数是否都已提供",
        ),
        CodeRow(
            code=400,
            kind="invalid-parameter",
            retry="never",
            message="参数错误",
            advice="检查参数格式是否正确,所有必填参数是否都已提供",
        ),
        CodeRow(code=401, kind="bad-credential", retry="never", message="未授权访问", advice="检查flag和sign是否正确"),
        CodeRow(code=403, kind="forbidden", retry="never", message="禁止访问", advice="联系管理员获取权限"),
        CodeRow(code=500, kind="server", retry="safe", message="服务器内部错误", advice="检查请求参数或联系技术支持"),
        CodeRow(code=1001, kind="bad-credential", retry="never", message="非法的flag", advice="请检查flag是否正确"),
        CodeRow(
            code=1002,
            kind="clock",
            retry="never",
            message="请求已过期",
            advice="请检查timestamp是否正确,请求有效期为5分钟",
        ),
        CodeRow(
            code=1003, kind="bad-signature", retry="never", message="签名错误", advice="请检查签名算法和参数是否正确"
        ),
        CodeRow(
            code=1004, kind="invalid-parameter", retry="never", message="不支持的type格式", advice="请使用json格式"
        ),
        CodeRow(
            code=2001,
            kind="missing-parameter",
            retry="never",
            message="缺少必要的参数",
            advice="请检查请求参数是否完整",
        ),
        CodeRow(
            code=2002,
            kind="invalid-parameter",
            retry="never",
            message="非法的请求参数",
            advice="请检查参数格式和范围是否正确",
        ),
        CodeRow(
            code=2003, kind="unknown-operation", retry="never", message="接口不存在", advice="请检查接口方法名是否正确"
        ),
    ),
)
SIGNATURE: Final = Signature(
    secret="interface_key",
    put="/sign",
    steps=(
        SignatureStep(do="digest", word="md5", case="upper"),
        SignatureStep(do="append", word="secret"),
        SignatureStep(do="digest", word="md5", case="upper"),
    ),
    exclude=("sign",),
    drop="null",
    booleans="1/0",
    nested="recursive",
    resolution=1.0,
)
GET_INVOICE_REQUEST_LIMITS: Final[tuple[Limits, ...]] = (Limits("/sign", {"pattern": "^[0-9A-F]{32}$"}),)
GET_INVOICE_LIST_REQUEST_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/sign", {"pattern": "^[0-9A-F]{32}$"}),
    Limits("/page_no", {"minimum": 1}),
    Limits("/page_size", {"minimum": 1, "maximum": 1000}),
)
UPDATE_REQUEST_LIMITS: Final[tuple[Limits, ...]] = (Limits("/sign", {"pattern": "^[0-9A-F]{32}$"}),)
GET_RESULT_LIST_REQUEST_LIMITS: Final[tuple[Limits, ...]] = (Limits("/sign", {"pattern": "^[0-9A-F]{32}$"}),)
GET_INVOICE: Final[Operation[models.Invoice]] = Operation(
    id="getInvoice",
    method="POST",
    path="/index.php/openapi/rpc/service/",
    caller="invoices.get",
    body=Body(
        required=True,
        properties=(
            Property("flag", required=True, type=str, shared=Shared(argument="flag", env="SHOPEX_OMS_FLAG")),
            Property("invoice_bn", required=True, type=str),
        ),
    ),
    answers=(Answer(type=models.Invoice),),
    envelope=ENVELOPE,
    constants=(Fill(at="/method", make="const", value="invoice.getInvoice"),),
    errors=ERRORS,
    signature=SIGNATURE,
    idempotent=True,
    limits=(Limits("", {"limits": lambda: GET_INVOICE_REQUEST_LIMITS}),),
)
GET_INVOICE_LIST: Final[Operation[models.InvoiceList]] = Operation(
    id="getInvoiceList",
    method="POST",
    path="/index.php/openapi/rpc/service/",
    caller="invoices.list",
    body=Body(
        required=True,
        properties=(
            Property("flag", required=True, type=str, shared=Shared(argument="flag", env="SHOPEX_OMS_FLAG")),
            Property("start_date", required=True, type=Date),
            Property("end_date", required=True, type=Date),
            Property("invoice_type", type=str),
            Property("invoice_status", type=str),
            Property("page_no", type=int),
            Property("page_size", type=int),
        ),
    ),
    answers=(Answer(type=models.InvoiceList),),
    envelope=ENVELOPE,
    constants=(Fill(at="/method", make="const", value="invoice.getInvoiceList"),),
    errors=ERRORS,
    signature=SIGNATURE,
    idempotent=True,
    limits=(Limits("", {"limits": lambda: GET_INVOICE_LIST_REQUEST_LIMITS}),),
    paging=Paging(
        style="page",
        spot=Spot(argument="page_no"),
        items="/lists",
        size=Spot(argument="page_size"),
        default_size=50,
        max_size=100,
        total="/count",
    ),
)
UPDATE_INVOICE: Final[Operation[dict[str, Any]]] = Operation(
    id="updateInvoice",
    method="POST",
    path="/index.php/openapi/rpc/service/",
    caller="invoices.update",
    body=Body(
        required=True,
        properties=(Property("flag", required=True, type=str, shared=Shared(argument="flag", env="SHOPEX_OMS_FLAG")),),
        further="fields",
    ),
    answers=(Answer(type=dict[str, Any]),),
    envelope=ENVELOPE,
    constants=(Fill(at="/method", make="const", value="invoice.update"),),
    errors=ERRORS,
    signature=SIGNATURE,
    idempotent=False,
    limits=(Limits("", {"limits": lambda: UPDATE_REQUEST_LIMITS}),),
)
GET_RESULT_LIST: Final[Operation[dict[str, Any]]] = Operation(
    id="getResultList",
    method="POST",
    path="/index.php/openapi/rpc/service/",
    caller="invoices.list_results",
    body=Body(
        required=True,
        properties=(Property("flag", required=True, type=str, shared=Shared(argument="flag", env="SHOPEX_OMS_FLAG")),),
        further="fields",
    ),
    answers=(Answer(type=dict[str, Any]),),
    envelope=ENVELOPE,
    constants=(Fill(at="/method", make="const", value="invoice.getResultList"),),
    errors=ERRORS,
    signature=SIGNATURE,
    idempotent=True,
    limits=(Limits("", {"limits": lambda: GET_RESULT_LIST_REQUEST_LIMITS}),),
)
