"""What all calls of the client share: its address and its credentials."""

from __future__ import annotations

from typing import Final

from ._runtime.service import Credential, SecurityScheme, Service

SERVICE: Final = Service(
    name="zhangxiaoer",
    env="ZHANGXIAOER",
    version="2.0",
    base_url="https://api.zhangxiaoer.com",
    schemes=(SecurityScheme(id="apiKey", credentials=(Credential(argument="api_key", env="ZHANGXIAOER_API_KEY"),)),),
)
