"""Operations of ``client.accounts``."""

from __future__ import annotations

from functools import cached_property
from typing import Unpack

from .. import _operations as operations
from .. import models
from .._runtime.options import CallOptions
from .._runtime.resource import AsyncResource, Resource, async_raw, raw


class Accounts(Resource):
    """The operations under `accounts`."""

    @cached_property
    def with_raw_response(self) -> AccountsWithRawResponse:
        """The same methods, giving the whole response: data, headers, code, message, deviations."""
        return AccountsWithRawResponse(self)

    def list(self, **options: Unpack[CallOptions]) -> models.AccountList:
        """获取账套列表

        返回当前用户有权限访问的所有账套。

        Source: stated L123-125; sample L25, L138-140 | header/Content-Type: sample L28; inferred ZX-03

        Returns:
            账套列表
        """
        return self._call(operations.LIST_ACCOUNTS, {}, options)


class AccountsWithRawResponse:
    """``Accounts`` with whole responses."""

    def __init__(self, resource: Accounts) -> None:
        self.list = raw(resource.list)


class AsyncAccounts(AsyncResource):
    """``Accounts`` whose calls are awaited."""

    @cached_property
    def with_raw_response(self) -> AsyncAccountsWithRawResponse:
        return AsyncAccountsWithRawResponse(self)

    async def list(self, **options: Unpack[CallOptions]) -> models.AccountList:
        """获取账套列表 (see ``Accounts.list``)"""
        return await self._call(operations.LIST_ACCOUNTS, {}, options)


class AsyncAccountsWithRawResponse:
    """``AsyncAccounts`` with whole responses."""

    def __init__(self, resource: AsyncAccounts) -> None:
        self.list = async_raw(resource.list)
