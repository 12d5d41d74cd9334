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
    from .resources.accounts import Accounts, AsyncAccounts
    from .resources.invoices import AsyncInvoices, Invoices
    from .resources.reports import AsyncReports, Reports
    from .resources.vouchers import AsyncVouchers, Vouchers


class Zhangxiaoer(base.SyncClient):
    """账小二开放平台 API
    Version 2.0.
    将账小二的AI记账能力集成到您的系统中

    Source: title: stated L1 | summary: stated L3 | version: stated L5; inferred ZX-13 | format: stated L6; inferred ZX-02 | audience: stated L8 | sdk: stated L208-218; inferred ZX-13
    """

    def __init__(
        self,
        *,
        api_key: str | None = None,
        http_client: httpx2.Client | None = None,
        sleep: Callable[[float], None] = time.sleep,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Configure the client.

        Args:
            api_key: API Key:企业版用户在「设置 - 开发者」中获取,开通API权限请联系客服。
                请勿在客户端代码中暴露,建议在服务端调用。
                Source: stated L12, L20-23 | description: stated L14-18 | shape: sample L27; inferred ZX-24

                Else ``ZHANGXIAOER_API_KEY`` in the environment.
            http_client: Sends the requests; it is not closed with this client.
            sleep: Waits before a retry, and where the vendor takes no more calls for now.
            options: ``base_url``, ``timeout``, ``max_retries``, ``strict``, ``on_deviation``, ``clock``, ``random``.
                Without ``base_url``, ZHANGXIAOER_BASE_URL in the environment counts, else https://api.zhangxiaoer.com
        """
        _given: dict[str, str | None] = {"api_key": api_key}
        del api_key
        conceal(_given, options)
        super().__init__(SERVICE, credentials=_given, http_client=http_client, sleep=sleep, **options)

    @cached_property
    def accounts(self) -> Accounts:
        from .resources.accounts import Accounts

        return Accounts(self)

    @cached_property
    def invoices(self) -> Invoices:
        from .resources.invoices import Invoices

        return Invoices(self)

    @cached_property
    def reports(self) -> Reports:
        from .resources.reports import Reports

        return Reports(self)

    @cached_property
    def vouchers(self) -> Vouchers:
        from .resources.vouchers import Vouchers

        return Vouchers(self)


class AsyncZhangxiaoer(base.AsyncClient):
    """``Zhangxiaoer`` whose calls are awaited."""

    def __init__(
        self,
        *,
        api_key: str | None = None,
        http_client: httpx2.AsyncClient | None = None,
        sleep: Callable[[float], Awaitable[None]] = base.pause,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Configure the client as ``Zhangxiaoer``."""
        _given: dict[str, str | None] = {"api_key": api_key}
        del api_key
        conceal(_given, options)
        super().__init__(SERVICE, credentials=_given, http_client=http_client, sleep=sleep, **options)

    @cached_property
    def accounts(self) -> AsyncAccounts:
        from .resources.accounts import AsyncAccounts

        return AsyncAccounts(self)

    @cached_property
    def invoices(self) -> AsyncInvoices:
        from .resources.invoices import AsyncInvoices

        return AsyncInvoices(self)

    @cached_property
    def reports(self) -> AsyncReports:
        from .resources.reports import AsyncReports

        return AsyncReports(self)

    @cached_property
    def vouchers(self) -> AsyncVouchers:
        from .resources.vouchers import AsyncVouchers

        return AsyncVouchers(self)
