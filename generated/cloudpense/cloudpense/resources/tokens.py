"""Operations of ``client.tokens``."""

from __future__ import annotations

from functools import cached_property
from typing import Literal, Unpack

from .. import _operations as operations
from .. import models
from .._runtime.absent import ABSENT, Absent
from .._runtime.objects import or_body
from .._runtime.options import CallOptions
from .._runtime.resource import AsyncResource, Resource, async_raw_or_body, raw_or_body


class Tokens(Resource):
    """The operations under `tokens`."""

    @cached_property
    def with_raw_response(self) -> TokensWithRawResponse:
        """The same methods, giving the whole response: data, headers, code, message, deviations."""
        return TokensWithRawResponse(self)

    @or_body
    def generate(
        self,
        *,
        client_id: str,
        client_secret: str,
        locale: models.Locale | Literal["zh_CN", "en_US", "ja_JP", "zh_TW"] | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.Token:
        """获取TOKEN

        获取access_token是调用简约费控API接口的第一步,其它的业务API接口都要依赖于access_token来鉴权,每次请求接口需要将access_token放在对应的请求的Params中。

        正式和测试环境私钥从运维平台生成并获取。

        Source: companion C6 | path: inferred CP-38

        Args:
            client_id: 平台ID
                Source: companion C6
            client_secret: 平台密钥
                Source: companion C6
            locale: 语言环境 (返回信息的语言)
                Source: companion C6 | required: inferred CP-30
                Without it, what the client was given as ``locale``.

        Returns:
            登录凭证
        """
        return self._call(
            operations.GENERATE_TOKEN,
            {"client_id": client_id, "client_secret": client_secret, "locale": locale},
            options,
        )


class TokensWithRawResponse:
    """``Tokens`` with whole responses."""

    def __init__(self, resource: Tokens) -> None:
        self.generate = raw_or_body(resource.generate)


class AsyncTokens(AsyncResource):
    """``Tokens`` whose calls are awaited."""

    @cached_property
    def with_raw_response(self) -> AsyncTokensWithRawResponse:
        return AsyncTokensWithRawResponse(self)

    @or_body
    async def generate(
        self,
        *,
        client_id: str,
        client_secret: str,
        locale: models.Locale | Literal["zh_CN", "en_US", "ja_JP", "zh_TW"] | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.Token:
        """获取TOKEN (see ``Tokens.generate``)"""
        return await self._call(
            operations.GENERATE_TOKEN,
            {"client_id": client_id, "client_secret": client_secret, "locale": locale},
            options,
        )


class AsyncTokensWithRawResponse:
    """``AsyncTokens`` with whole responses."""

    def __init__(self, resource: AsyncTokens) -> None:
        self.generate = async_raw_or_body(resource.generate)
