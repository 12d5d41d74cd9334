"""What all calls of the client share: its address and its credentials."""

from __future__ import annotations

from typing import Final

from ._runtime.operation import Shared
from ._runtime.service import Credential, SecurityScheme, Service

SERVICE: Final = Service(
    name="fenxi",
    env="FENXI",
    version="2025-12-30",
    schemes=(
        SecurityScheme(
            id="apiKey",
            type="apiKey",
            name="F-API-KEY",
            credentials=(Credential(argument="api_key", env="FENXI_API_KEY"),),
        ),
    ),
    shared=(Shared(argument="account_set_id", env="FENXI_ACCOUNT_SET_ID"),),
)
