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
    from typing import Unpack

    import httpx2

    from ._runtime.options import ClientOptions
    from .resources.invoices import AsyncInvoices, Invoices


class ShopexOms(base.SyncClient):
    """发票管理 API
    Version 1.
    管理系统中的发票信息

    Source: title: stated L3 | version: stated L24; inferred SX-13 | summary: stated L5-7; inferred SX-09 | description: stated L7, L173, L177 | address: companion S2, S3, SX-22
    """

    def __init__(
        self,
        *,
        interface_key: str | None = None,
        flag: str | None = None,
        http_client: httpx2.Client | None = None,
        sleep: Callable[[float], None] = time.sleep,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Configure the client.

        Args:
            interface_key: The key that signs requests. It is never sent.
                Else ``SHOPEX_OMS_INTERFACE_KEY`` in the environment.
            flag: 应用标识,用于标识调用方身份
                Source: stated L22 | scope: companion S2, SX-12

                For every call that does not give it. Else ``SHOPEX_OMS_FLAG`` in the environment.
            http_client: Sends the requests; it is not closed with this client.
            sleep: Waits before a retry, and where the vendor takes no more calls for now.
            options: ``base_url``, ``timeout``, ``max_retries``, ``strict``, ``on_deviation``, ``clock``, ``random``.
                ``base_url`` is needed, or SHOPEX_OMS_BASE_URL in the environment: of the address the document says only /.
        """
        _given: dict[str, str | None] = {"interface_key": interface_key}
        del interface_key
        conceal(_given, options)
        super().__init__(
            SERVICE, credentials=_given, shared={"flag": flag}, http_client=http_client, sleep=sleep, **options
        )

    @cached_property
    def invoices(self) -> Invoices:
        from .resources.invoices import Invoices

        return Invoices(self)


class AsyncShopexOms(base.AsyncClient):
    """``ShopexOms`` whose calls are awaited."""

    def __init__(
        self,
        *,
        interface_key: str | None = None,
        flag: str | None = None,
        http_client: httpx2.AsyncClient | None = None,
        sleep: Callable[[float], Awaitable[None]] = base.pause,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Configure the client as ``ShopexOms``."""
        _given: dict[str, str | None] = {"interface_key": interface_key}
        del interface_key
        conceal(_given, options)
        super().__init__(
            SERVICE, credentials=_given, shared={"flag": flag}, http_client=http_client, sleep=sleep, **options
        )

    @cached_property
    def invoices(self) -> AsyncInvoices:
        from .resources.invoices import AsyncInvoices

        return AsyncInvoices(self)
