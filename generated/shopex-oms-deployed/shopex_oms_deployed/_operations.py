"""What the client knows of each operation: declarations only, the runtime acts upon them."""

from __future__ import annotations

from typing import Final

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

ENVELOPE: Final = Envelope(
    request=RequestEnvelope(
        fill=(
            Fill(at="/ver", make="const", value=1),
            Fill(at="/charset", make="const", value="utf-8"),
            Fill(at="/type", make="const", value="json"),
            Fill(at="/timestamp", make="epoch-s", per="attempt"),
        )
    ),
    answer=AnswerEnvelope(
        success=Condition(at="/error_response", test="present", value=False),
        code="/error_response/code",
        message="/error_response/msg",
        payload="/response",
        payload_required=True,
    ),
)
ERRORS: Final = Errors(
    at="/error_response/code",
    codes=(
        CodeRow(
            code="e000001",
            kind="missing-parameter",
            retry="never",
            message="system params lost or error",
            advice="检查系统级参数是否都已提供",
        ),
        CodeRow(
            code="e000002",
            kind="bad-signature",
            retry="never",
            message="sign error",
            advice="检查flag、接口密钥与签名算法",
        ),
        CodeRow(
            code="e000003",
            kind="unknown-operation",
            retry="never",
            message="class or method not exist",
            advice="检查method是否正确",
        ),
        CodeRow(
            code="e000004",
            kind="forbidden",
            retry="never",
            message="no permissions to access",
            advice="联系管理员为该flag开通接口",
        ),
        CodeRow(code="e000005", kind="server", retry="safe", message="init interface fail", advice="联系技术支持"),
        CodeRow(
            code="e000006",
            kind="invalid-parameter",
            retry="never",
            message="application params error",
            advice="检查业务参数是否齐全、格式是否正确",
        ),
        CodeRow(
            code="fail",
            kind="business",
            retry="never",
            message="发票不存在或不可更新",
            advice="只能更新已有的、未作废的纸质发票",
            at="/response/rsp",
            message_at="/response/msg",
        ),
        CodeRow(code="e000007", kind="server", retry="safe", message="init template fail", advice="联系技术支持"),
        CodeRow(
            code="e000008",
            kind="clock",
            retry="never",
            message="refer server time invalid",
            advice="检查timestamp,须为Unix秒,与服务器时间相差不超过3600秒",
        ),
        CodeRow(
            code="e000009",
            kind="replay",
            retry="never",
            message="repeat request invalid",
            advice="同一签名在3600秒内只能使用一次",
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
GET_LIST_REQUEST_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/sign", {"pattern": "^[0-9A-F]{32}$"}),
    Limits("/start_time", {"pattern": "[0-9]{4}-[0-9]{2}-[0-9]{2}"}),
    Limits("/end_time", {"pattern": "[0-9]{4}-[0-9]{2}-[0-9]{2}"}),
    Limits("/page_no", {"minimum": 1}),
    Limits("/page_size", {"minimum": 0}),
)
UPDATE_REQUEST_LIMITS: Final[tuple[Limits, ...]] = (Limits("/sign", {"pattern": "^[0-9A-F]{32}$"}),)
GET_RESULT_LIST_REQUEST_LIMITS: Final[tuple[Limits, ...]] = (
    Limits("/sign", {"pattern": "^[0-9A-F]{32}$"}),
    Limits("/start_time", {"pattern": "[0-9]{4}-[0-9]{2}-[0-9]{2}"}),
    Limits("/end_time", {"pattern": "[0-9]{4}-[0-9]{2}-[0-9]{2}"}),
    Limits("/page_no", {"minimum": 1}),
    Limits("/page_size", {"minimum": 0}),
)
GET_LIST: Final[Operation[models.InvoicePage]] = Operation(
    id="getList",
    method="POST",
    path="/index.php/openapi/rpc/service/",
    caller="invoices.list",
    body=Body(
        content_type="application/x-www-form-urlencoded",
        required=True,
        properties=(
            Property("flag", required=True, type=str, shared=Shared(argument="flag", env="SHOPEX_OMS_DEPLOYED_FLAG")),
            Property("mode", type=models.GetListRequestMode),
            Property("is_status", type=models.GetListRequestIsStatus),
            Property("start_time", type=str),
            Property("end_time", type=str),
            Property("last_modify_start_time", type=str),
            Property("last_modify_end_time", type=str),
            Property("page_no", type=int),
            Property("page_size", type=int),
        ),
    ),
    answers=(Answer(type=models.InvoicePage),),
    envelope=ENVELOPE,
    constants=(Fill(at="/method", make="const", value="invoice.getList"),),
    errors=ERRORS,
    signature=SIGNATURE,
    idempotent=True,
    limits=(Limits("", {"limits": lambda: GET_LIST_REQUEST_LIMITS}),),
    paging=Paging(
        style="page",
        spot=Spot(argument="page_no"),
        items="/response/list",
        size=Spot(argument="page_size"),
        default_size=100,
        max_size=100,
    ),
)
UPDATE_INVOICE: Final[Operation[models.UpdateResult]] = Operation(
    id="updateInvoice",
    method="POST",
    path="/index.php/openapi/rpc/service/",
    caller="invoices.update",
    body=Body(
        content_type="application/x-www-form-urlencoded",
        required=True,
        properties=(
            Property("flag", required=True, type=str, shared=Shared(argument="flag", env="SHOPEX_OMS_DEPLOYED_FLAG")),
            Property("order_bn", required=True, type=str),
            Property("shop_id", required=True, type=str),
            Property("invoice_no", required=True, type=str),
        ),
    ),
    answers=(Answer(type=models.UpdateResult),),
    envelope=ENVELOPE,
    constants=(Fill(at="/method", make="const", value="invoice.update"),),
    errors=ERRORS,
    signature=SIGNATURE,
    idempotent=False,
    limits=(Limits("", {"limits": lambda: UPDATE_REQUEST_LIMITS}),),
)
GET_RESULT_LIST: Final[Operation[models.ResultPage]] = Operation(
    id="getResultList",
    method="POST",
    path="/index.php/openapi/rpc/service/",
    caller="invoices.list_results",
    body=Body(
        content_type="application/x-www-form-urlencoded",
        required=True,
        properties=(
            Property("flag", required=True, type=str, shared=Shared(argument="flag", env="SHOPEX_OMS_DEPLOYED_FLAG")),
            Property("start_time", required=True, type=str),
            Property("end_time", required=True, type=str),
            Property("order_bn", type=str),
            Property("page_no", type=int),
            Property("page_size", type=int),
        ),
    ),
    answers=(Answer(type=models.ResultPage),),
    envelope=ENVELOPE,
    constants=(Fill(at="/method", make="const", value="invoice.getResultList"),),
    errors=ERRORS,
    signature=SIGNATURE,
    idempotent=True,
    limits=(Limits("", {"limits": lambda: GET_RESULT_LIST_REQUEST_LIMITS}),),
    paging=Paging(
        style="page",
        spot=Spot(argument="page_no"),
        items="/response/lists",
        size=Spot(argument="page_size"),
        default_size=100,
        max_size=100,
        total="/response/count",
    ),
)
