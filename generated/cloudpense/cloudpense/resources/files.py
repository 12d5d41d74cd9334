"""Operations of ``client.files``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Literal, Unpack

from .. import _operations as operations
from .. import models
from .._runtime.absent import ABSENT, Absent
from .._runtime.files import FileInput
from .._runtime.options import CallOptions
from .._runtime.resource import AsyncResource, Resource, async_raw, raw


class Files(Resource):
    """The operations under `files`."""

    @cached_property
    def with_raw_response(self) -> FilesWithRawResponse:
        """The same methods, giving the whole response: data, headers, code, message, deviations."""
        return FilesWithRawResponse(self)

    def upload_address(
        self,
        *,
        body: Sequence[models.FileToUpload | Mapping[str, Any]],
        locale: models.Locale | Literal["zh_CN", "en_US", "ja_JP", "zh_TW"] | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> list[models.UploadAddress]:
        """获取文件上传地址

        文件上传分为两步:获取文件上传地址 (upload_url,有效期2小时),再以 PUT 将文件直传到对象存储,Content-Type 与文件类型一致。

        本接口为批量接口 (不超过100个文件),接口返回成功不代表全部处理成功:data 中只有处理成功的文件。

        Source: companion C5, C5p | path: inferred CP-38 | upload: companion C5; inferred CP-31 | quota: companion C5; inferred CP-39

        Args:
            body: Source: companion C5, C5p
            locale: 语言环境 (返回信息的语言)
                Source: companion C6 | required: inferred CP-30
                Without it, what the client was given as ``locale``.

        Returns:
            处理成功的文件的上传地址
        """
        return self._call(operations.CREATE_UPLOAD_ADDRESSES, {"body": body, "locale": locale}, options)

    def upload(
        self,
        *,
        file: FileInput,
        locale: models.Locale | Literal["zh_CN", "en_US", "ja_JP", "zh_TW"] | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> str:
        """获取文件上传地址

        Asks for an address and puts the file there. No credential, cookie or header of the client goes along.

        文件上传分为两步:获取文件上传地址 (upload_url,有效期2小时),再以 PUT 将文件直传到对象存储,Content-Type 与文件类型一致。

        本接口为批量接口 (不超过100个文件),接口返回成功不代表全部处理成功:data 中只有处理成功的文件。

        Source: companion C5, C5p | path: inferred CP-38 | upload: companion C5; inferred CP-31 | quota: companion C5; inferred CP-39

        Args:
            file: The file: its path, its bytes, an open binary file, (name, bytes) or (name, bytes, media type).
            locale: 语言环境 (返回信息的语言)
                Source: companion C6 | required: inferred CP-30
                Without it, what the client was given as ``locale``.
        """
        uploaded: str = self._upload(operations.CREATE_UPLOAD_ADDRESSES, file, {"locale": locale}, options)
        return uploaded


class FilesWithRawResponse:
    """``Files`` with whole responses."""

    def __init__(self, resource: Files) -> None:
        self.upload_address = raw(resource.upload_address)


class AsyncFiles(AsyncResource):
    """``Files`` whose calls are awaited."""

    @cached_property
    def with_raw_response(self) -> AsyncFilesWithRawResponse:
        return AsyncFilesWithRawResponse(self)

    async def upload_address(
        self,
        *,
        body: Sequence[models.FileToUpload | Mapping[str, Any]],
        locale: models.Locale | Literal["zh_CN", "en_US", "ja_JP", "zh_TW"] | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> list[models.UploadAddress]:
        """获取文件上传地址 (see ``Files.upload_address``)"""
        return await self._call(operations.CREATE_UPLOAD_ADDRESSES, {"body": body, "locale": locale}, options)

    async def upload(
        self,
        *,
        file: FileInput,
        locale: models.Locale | Literal["zh_CN", "en_US", "ja_JP", "zh_TW"] | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> str:
        """获取文件上传地址 (see ``Files.upload``)"""
        uploaded: str = await self._upload(operations.CREATE_UPLOAD_ADDRESSES, file, {"locale": locale}, options)
        return uploaded


class AsyncFilesWithRawResponse:
    """``AsyncFiles`` with whole responses."""

    def __init__(self, resource: AsyncFiles) -> None:
        self.upload_address = async_raw(resource.upload_address)
