"""The clients: what they are configured with, and the groups of operations they have."""

from __future__ import annotations

import time
from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime import client as base
from ._runtime.secret import conceal
from ._service import SERVICE

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import Literal, Unpack

    import httpx2

    from . import models
    from ._runtime.options import ClientOptions
    from .resources.expenses import AsyncExpenses, Expenses
    from .resources.files import AsyncFiles, Files
    from .resources.invoices import AsyncInvoices, Invoices
    from .resources.receipts import AsyncReceipts, Receipts
    from .resources.tokens import AsyncTokens, Tokens


class Cloudpense(base.SyncClient):
    """云简费控 OpenAPI
    Version 2.
    票据同步识别与查验

    Source: title: assumed CP-23 | version: inferred CP-23 | summary: stated L1 | description: stated L5-8
    """

    def __init__(
        self,
        *,
        client_id: str | None = None,
        client_secret: str | None = None,
        locale: models.Locale | Literal["zh_CN", "en_US", "ja_JP", "zh_TW"] | None = None,
        http_client: httpx2.Client | None = None,
        sleep: Callable[[float], None] = time.sleep,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Configure the client.

        Args:
            client_id: 每次请求接口需要将access_token放在对应的请求的Params中;由平台ID与平台密钥换取,过期后重新获取。
                Sent as ``access_token`` in the query.
                Source: companion C6 | name: inferred CP-28 | lifetime: companion C6; inferred CP-29 | renewal: inferred CP-28

                Else ``CLOUDPENSE_CLIENT_ID`` in the environment.
            client_secret: 每次请求接口需要将access_token放在对应的请求的Params中;由平台ID与平台密钥换取,过期后重新获取。
                Sent as ``access_token`` in the query.
                Source: companion C6 | name: inferred CP-28 | lifetime: companion C6; inferred CP-29 | renewal: inferred CP-28

                Else ``CLOUDPENSE_CLIENT_SECRET`` in the environment.
            locale: 语言环境 (返回信息的语言)
                Source: companion C6 | required: inferred CP-30

                For every call that does not give it. Else ``CLOUDPENSE_LOCALE`` in the environment.
            http_client: Sends the requests; it is not closed with this client.
            sleep: Waits before a retry, and where the vendor takes no more calls for now.
            options: ``base_url``, ``timeout``, ``max_retries``, ``strict``, ``on_deviation``, ``clock``, ``random``.
                ``base_url`` is needed, or CLOUDPENSE_BASE_URL in the environment: the document names no address.
        """
        _given: dict[str, str | None] = {"client_id": client_id, "client_secret": client_secret}
        del client_id, client_secret
        conceal(_given, options)
        super().__init__(
            SERVICE, credentials=_given, shared={"locale": locale}, http_client=http_client, sleep=sleep, **options
        )

    @cached_property
    def expenses(self) -> Expenses:
        from .resources.expenses import Expenses

        return Expenses(self)

    @cached_property
    def files(self) -> Files:
        from .resources.files import Files

        return Files(self)

    @cached_property
    def invoices(self) -> Invoices:
        from .resources.invoices import Invoices

        return Invoices(self)

    @cached_property
    def receipts(self) -> Receipts:
        from .resources.receipts import Receipts

        return Receipts(self)

    @cached_property
    def tokens(self) -> Tokens:
        from .resources.tokens import Tokens

        return Tokens(self)


class AsyncCloudpense(base.AsyncClient):
    """``Cloudpense`` whose calls are awaited."""

    def __init__(
        self,
        *,
        client_id: str | None = None,
        client_secret: str | None = None,
        locale: models.Locale | Literal["zh_CN", "en_US", "ja_JP", "zh_TW"] | None = None,
        http_client: httpx2.AsyncClient | None = None,
        sleep: Callable[[float], Awaitable[None]] = base.pause,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Configure the client as ``Cloudpense``."""
        _given: dict[str, str | None] = {"client_id": client_id, "client_secret": client_secret}
        del client_id, client_secret
        conceal(_given, options)
        super().__init__(
            SERVICE, credentials=_given, shared={"locale": locale}, http_client=http_client, sleep=sleep, **options
        )

    @cached_property
    def expenses(self) -> AsyncExpenses:
        from .resources.expenses import AsyncExpenses

        return AsyncExpenses(self)

    @cached_property
    def files(self) -> AsyncFiles:
        from .resources.files import AsyncFiles

        return AsyncFiles(self)

    @cached_property
    def invoices(self) -> AsyncInvoices:
        from .resources.invoices import AsyncInvoices

        return AsyncInvoices(self)

    @cached_property
    def receipts(self) -> AsyncReceipts:
        from .resources.receipts import AsyncReceipts

        return AsyncReceipts(self)

    @cached_property
    def tokens(self) -> AsyncTokens:
        from .resources.tokens import AsyncTokens

        return AsyncTokens(self)
