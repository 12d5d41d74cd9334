"""Operations of ``client.subjects``."""

from __future__ import annotations

import builtins
from functools import cached_property
from typing import Unpack

from .. import _operations as operations
from .. import models
from .._runtime.absent import ABSENT, Absent
from .._runtime.options import CallOptions
from .._runtime.resource import AsyncResource, Resource, async_raw, raw


class Subjects(Resource):
    """The operations under `subjects`."""

    @cached_property
    def with_raw_response(self) -> SubjectsWithRawResponse:
        """The same methods, giving the whole response: data, headers, code, message, deviations."""
        return SubjectsWithRawResponse(self)

    def list(
        self, *, account_set_id: str | Absent = ABSENT, type: str | Absent = ABSENT, **options: Unpack[CallOptions]
    ) -> builtins.list[models.Subject]:
        """全部科目列表

        Source: stated L13; companion F4

        Args:
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.
            type: 科目类别
                Source: companion F4 | values: inferred FX-39

        Returns:
            科目
        """
        return self._call(operations.LIST_SUBJECTS, {"account_set_id": account_set_id, "type": type}, options)

    def list_usable(
        self, *, account_set_id: str | Absent = ABSENT, show_all: bool | Absent = ABSENT, **options: Unpack[CallOptions]
    ) -> builtins.list[models.Subject]:
        """可使用科目列表

        Source: stated L14; companion F4 | usable: inferred FX-35

        Args:
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.
            show_all: 是否显示全部
                Source: companion F4 | meaning: inferred FX-35

        Returns:
            可用于凭证的科目
        """
        return self._call(
            operations.LIST_USABLE_SUBJECTS, {"account_set_id": account_set_id, "show_all": show_all}, options
        )


class SubjectsWithRawResponse:
    """``Subjects`` with whole responses."""

    def __init__(self, resource: Subjects) -> None:
        self.list = raw(resource.list)
        self.list_usable = raw(resource.list_usable)


class AsyncSubjects(AsyncResource):
    """``Subjects`` whose calls are awaited."""

    @cached_property
    def with_raw_response(self) -> AsyncSubjectsWithRawResponse:
        return AsyncSubjectsWithRawResponse(self)

    async def list(
        self, *, account_set_id: str | Absent = ABSENT, type: str | Absent = ABSENT, **options: Unpack[CallOptions]
    ) -> builtins.list[models.Subject]:
        """全部科目列表 (see ``Subjects.list``)"""
        return await self._call(operations.LIST_SUBJECTS, {"account_set_id": account_set_id, "type": type}, options)

    async def list_usable(
        self, *, account_set_id: str | Absent = ABSENT, show_all: bool | Absent = ABSENT, **options: Unpack[CallOptions]
    ) -> builtins.list[models.Subject]:
        """可使用科目列表 (see ``Subjects.list_usable``)"""
        return await self._call(
            operations.LIST_USABLE_SUBJECTS, {"account_set_id": account_set_id, "show_all": show_all}, options
        )


class AsyncSubjectsWithRawResponse:
    """``AsyncSubjects`` with whole responses."""

    def __init__(self, resource: AsyncSubjects) -> None:
        self.list = async_raw(resource.list)
        self.list_usable = async_raw(resource.list_usable)
