"""What all calls of the client share: its address and its credentials."""

from __future__ import annotations

from typing import Final

from ._runtime.operation import Shared
from ._runtime.service import Credential, Service

SERVICE: Final = Service(
    name="shopex_oms_deployed",
    env="SHOPEX_OMS_DEPLOYED",
    version="1",
    secrets=(Credential(argument="interface_key", env="SHOPEX_OMS_DEPLOYED_INTERFACE_KEY"),),
    shared=(Shared(argument="flag", env="SHOPEX_OMS_DEPLOYED_FLAG"),),
)
