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
    from .resources.account_sets import AccountSets, AsyncAccountSets
    from .resources.auxiliary_categories import AsyncAuxiliaryCategories, AuxiliaryCategories
    from .resources.business_data import AsyncBusinessData, BusinessData
    from .resources.currencies import AsyncCurrencies, Currencies
    from .resources.customers import AsyncCustomers, Customers
    from .resources.departments import AsyncDepartments, Departments
    from .resources.employees import AsyncEmployees, Employees
    from .resources.inventory_items import AsyncInventoryItems, InventoryItems
    from .resources.organizations import AsyncOrganizations, Organizations
    from .resources.projects import AsyncProjects, Projects
    from .resources.subjects import AsyncSubjects, Subjects
    from .resources.vendors import AsyncVendors, Vendors
    from .resources.voucher_words import AsyncVoucherWords, VoucherWords
    from .resources.vouchers import AsyncVouchers, Vouchers


class Fenxi(base.SyncClient):
    """财税软件API
    Version 2025-12-30.
    纷析云财税软件的开放接口

    Source: title: stated L1, L3 | version: stated L399; inferred FX-28 | names: stated L4-75; inferred FX-25 | host: inferred FX-29
    """

    def __init__(
        self,
        *,
        api_key: str | None = None,
        account_set_id: str | None = None,
        http_client: httpx2.Client | None = None,
        sleep: Callable[[float], None] = time.sleep,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Configure the client.

        Args:
            api_key: API Key,在 header 中传递
                Sent as ``F-API-KEY`` in the header.
                Source: stated L86-88, L89-90; sample L108; companion F4

                Else ``FENXI_API_KEY`` in the environment.
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4

                For every call that does not give it. Else ``FENXI_ACCOUNT_SET_ID`` in the environment.
            http_client: Sends the requests; it is not closed with this client.
            sleep: Waits before a retry, and where the vendor takes no more calls for now.
            options: ``base_url``, ``timeout``, ``max_retries``, ``strict``, ``on_deviation``, ``clock``, ``random``.
                ``base_url`` is needed, or FENXI_BASE_URL in the environment: the document names no address.
        """
        _given: dict[str, str | None] = {"api_key": api_key}
        del api_key
        conceal(_given, options)
        super().__init__(
            SERVICE,
            credentials=_given,
            shared={"account_set_id": account_set_id},
            http_client=http_client,
            sleep=sleep,
            **options,
        )

    @cached_property
    def account_sets(self) -> AccountSets:
        from .resources.account_sets import AccountSets

        return AccountSets(self)

    @cached_property
    def auxiliary_categories(self) -> AuxiliaryCategories:
        from .resources.auxiliary_categories import AuxiliaryCategories

        return AuxiliaryCategories(self)

    @cached_property
    def business_data(self) -> BusinessData:
        from .resources.business_data import BusinessData

        return BusinessData(self)

    @cached_property
    def currencies(self) -> Currencies:
        from .resources.currencies import Currencies

        return Currencies(self)

    @cached_property
    def customers(self) -> Customers:
        from .resources.customers import Customers

        return Customers(self)

    @cached_property
    def departments(self) -> Departments:
        from .resources.departments import Departments

        return Departments(self)

    @cached_property
    def employees(self) -> Employees:
        from .resources.employees import Employees

        return Employees(self)

    @cached_property
    def inventory_items(self) -> InventoryItems:
        from .resources.inventory_items import InventoryItems

        return InventoryItems(self)

    @cached_property
    def organizations(self) -> Organizations:
        from .resources.organizations import Organizations

        return Organizations(self)

    @cached_property
    def projects(self) -> Projects:
        from .resources.projects import Projects

        return Projects(self)

    @cached_property
    def subjects(self) -> Subjects:
        from .resources.subjects import Subjects

        return Subjects(self)

    @cached_property
    def vendors(self) -> Vendors:
        from .resources.vendors import Vendors

        return Vendors(self)

    @cached_property
    def voucher_words(self) -> VoucherWords:
        from .resources.voucher_words import VoucherWords

        return VoucherWords(self)

    @cached_property
    def vouchers(self) -> Vouchers:
        from .resources.vouchers import Vouchers

        return Vouchers(self)


class AsyncFenxi(base.AsyncClient):
    """``Fenxi`` whose calls are awaited."""

    def __init__(
        self,
        *,
        api_key: str | None = None,
        account_set_id: str | None = None,
        http_client: httpx2.AsyncClient | None = None,
        sleep: Callable[[float], Awaitable[None]] = base.pause,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Configure the client as ``Fenxi``."""
        _given: dict[str, str | None] = {"api_key": api_key}
        del api_key
        conceal(_given, options)
        super().__init__(
            SERVICE,
            credentials=_given,
            shared={"account_set_id": account_set_id},
            http_client=http_client,
            sleep=sleep,
            **options,
        )

    @cached_property
    def account_sets(self) -> AsyncAccountSets:
        from .resources.account_sets import AsyncAccountSets

        return AsyncAccountSets(self)

    @cached_property
    def auxiliary_categories(self) -> AsyncAuxiliaryCategories:
        from .resources.auxiliary_categories import AsyncAuxiliaryCategories

        return AsyncAuxiliaryCategories(self)

    @cached_property
    def business_data(self) -> AsyncBusinessData:
        from .resources.business_data import AsyncBusinessData

        return AsyncBusinessData(self)

    @cached_property
    def currencies(self) -> AsyncCurrencies:
        from .resources.currencies import AsyncCurrencies

        return AsyncCurrencies(self)

    @cached_property
    def customers(self) -> AsyncCustomers:
        from .resources.customers import AsyncCustomers

        return AsyncCustomers(self)

    @cached_property
    def departments(self) -> AsyncDepartments:
        from .resources.departments import AsyncDepartments

        return AsyncDepartments(self)

    @cached_property
    def employees(self) -> AsyncEmployees:
        from .resources.employees import AsyncEmployees

        return AsyncEmployees(self)

    @cached_property
    def inventory_items(self) -> AsyncInventoryItems:
        from .resources.inventory_items import AsyncInventoryItems

        return AsyncInventoryItems(self)

    @cached_property
    def organizations(self) -> AsyncOrganizations:
        from .resources.organizations import AsyncOrganizations

        return AsyncOrganizations(self)

    @cached_property
    def projects(self) -> AsyncProjects:
        from .resources.projects import AsyncProjects

        return AsyncProjects(self)

    @cached_property
    def subjects(self) -> AsyncSubjects:
        from .resources.subjects import AsyncSubjects

        return AsyncSubjects(self)

    @cached_property
    def vendors(self) -> AsyncVendors:
        from .resources.vendors import AsyncVendors

        return AsyncVendors(self)

    @cached_property
    def voucher_words(self) -> AsyncVoucherWords:
        from .resources.voucher_words import AsyncVoucherWords

        return AsyncVoucherWords(self)

    @cached_property
    def vouchers(self) -> AsyncVouchers:
        from .resources.vouchers import AsyncVouchers

        return AsyncVouchers(self)
