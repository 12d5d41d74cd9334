"""Operations of ``client.voucher_words``."""

from __future__ import annotations

import builtins
from functools import cached_property
from typing import Any, Unpack

from .. import _operations as operations
from .. import models
from .._runtime.absent import ABSENT, Absent
from .._runtime.objects import or_body
from .._runtime.options import CallOptions
from .._runtime.resource import AsyncResource, Resource, async_raw, async_raw_or_body, raw, raw_or_body


class VoucherWords(Resource):
    """The operations under `voucher_words`."""

    @cached_property
    def with_raw_response(self) -> VoucherWordsWithRawResponse:
        """The same methods, giving the whole response: data, headers, code, message, deviations."""
        return VoucherWordsWithRawResponse(self)

    def list(
        self, *, account_set_id: str | Absent = ABSENT, **options: Unpack[CallOptions]
    ) -> builtins.list[models.VoucherWord]:
        """凭证字列表

        Source: stated L20; companion F4

        Args:
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.

        Returns:
            凭证字
        """
        return self._call(operations.LIST_VOUCHER_WORDS, {"account_set_id": account_set_id}, options)

    @or_body
    def create(
        self,
        *,
        word: str,
        account_set_id: str | Absent = ABSENT,
        print_title: str | Absent = ABSENT,
        is_default: bool | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> Any:
        """创建凭证字

        Source: stated L21; companion F4

        Args:
            word: 凭证字
                Source: companion F4
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.
            print_title: 打印标题
                Source: companion F4
            is_default: 是否默认
                Source: companion F4

        Returns:
            已完成
        """
        return self._call(
            operations.CREATE_VOUCHER_WORD,
            {"word": word, "account_set_id": account_set_id, "print_title": print_title, "is_default": is_default},
            options,
        )

    @or_body
    def update(
        self,
        *,
        word: str,
        id: str | int,
        account_set_id: str | Absent = ABSENT,
        print_title: str | Absent = ABSENT,
        is_default: bool | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> Any:
        """更新凭证字

        Source: stated L22; companion F4 | safety: assumed FX-36

        Args:
            word: 凭证字
                Source: companion F4
            id: 凭证字ID
                Source: companion F4
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.
            print_title: 打印标题
                Source: companion F4
            is_default: 是否默认
                Source: companion F4

        Returns:
            已完成
        """
        return self._call(
            operations.UPDATE_VOUCHER_WORD,
            {
                "word": word,
                "id": id,
                "account_set_id": account_set_id,
                "print_title": print_title,
                "is_default": is_default,
            },
            options,
        )

    def delete(self, id: str, *, account_set_id: str | Absent = ABSENT, **options: Unpack[CallOptions]) -> Any:
        """删除凭证字

        Source: stated L23; companion F4 | safety: assumed FX-36

        Args:
            id: 凭证字ID
                Source: companion F4
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.

        Returns:
            已完成
        """
        return self._call(operations.DELETE_VOUCHER_WORD, {"id": id, "account_set_id": account_set_id}, options)


class VoucherWordsWithRawResponse:
    """``VoucherWords`` with whole responses."""

    def __init__(self, resource: VoucherWords) -> None:
        self.list = raw(resource.list)
        self.create = raw_or_body(resource.create)
        self.update = raw_or_body(resource.update)
        self.delete = raw(resource.delete)


class AsyncVoucherWords(AsyncResource):
    """``VoucherWords`` whose calls are awaited."""

    @cached_property
    def with_raw_response(self) -> AsyncVoucherWordsWithRawResponse:
        return AsyncVoucherWordsWithRawResponse(self)

    async def list(
        self, *, account_set_id: str | Absent = ABSENT, **options: Unpack[CallOptions]
    ) -> builtins.list[models.VoucherWord]:
        """凭证字列表 (see ``VoucherWords.list``)"""
        return await self._call(operations.LIST_VOUCHER_WORDS, {"account_set_id": account_set_id}, options)

    @or_body
    async def create(
        self,
        *,
        word: str,
        account_set_id: str | Absent = ABSENT,
        print_title: str | Absent = ABSENT,
        is_default: bool | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> Any:
        """创建凭证字 (see ``VoucherWords.create``)"""
        return await self._call(
            operations.CREATE_VOUCHER_WORD,
            {"word": word, "account_set_id": account_set_id, "print_title": print_title, "is_default": is_default},
            options,
        )

    @or_body
    async def update(
        self,
        *,
        word: str,
        id: str | int,
        account_set_id: str | Absent = ABSENT,
        print_title: str | Absent = ABSENT,
        is_default: bool | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> Any:
        """更新凭证字 (see ``VoucherWords.update``)"""
        return await self._call(
            operations.UPDATE_VOUCHER_WORD,
            {
                "word": word,
                "id": id,
                "account_set_id": account_set_id,
                "print_title": print_title,
                "is_default": is_default,
            },
            options,
        )

    async def delete(self, id: str, *, account_set_id: str | Absent = ABSENT, **options: Unpack[CallOptions]) -> Any:
        """删除凭证字 (see ``VoucherWords.delete``)"""
        return await self._call(operations.DELETE_VOUCHER_WORD, {"id": id, "account_set_id": account_set_id}, options)


class AsyncVoucherWordsWithRawResponse:
    """``AsyncVoucherWords`` with whole responses."""

    def __init__(self, resource: AsyncVoucherWords) -> None:
        self.list = async_raw(resource.list)
        self.create = async_raw_or_body(resource.create)
        self.update = async_raw_or_body(resource.update)
        self.delete = async_raw(resource.delete)
