"""What all calls of the client share: its address and its credentials."""

from __future__ import annotations

from importlib import import_module
from typing import Final

from ._runtime.flows import Spot, TokenCall
from ._runtime.operation import Shared
from ._runtime.service import Credential, SecurityScheme, Service

SERVICE: Final = Service(
    name="cloudpense",
    env="CLOUDPENSE",
    version="2",
    schemes=(
        SecurityScheme(
            id="accessToken",
            type="apiKey",
            location="query",
            name="access_token",
            credentials=(
                Credential(argument="client_id", env="CLOUDPENSE_CLIENT_ID"),
                Credential(argument="client_secret", env="CLOUDPENSE_CLIENT_SECRET"),
            ),
            token=TokenCall(
                operation=lambda: import_module("._operations", __package__).GENERATE_TOKEN,
                token="/data/access_token",
                request=(
                    (Spot(argument="client_id", text=True), "client_id"),
                    (Spot(argument="client_secret", text=True), "client_secret"),
                ),
                lifetime="/data/expires_in",
                renew_on=("bad-credential",),
            ),
        ),
    ),
    shared=(Shared(argument="locale", env="CLOUDPENSE_LOCALE"),),
)
