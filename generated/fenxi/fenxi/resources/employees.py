"""Operations of ``client.employees``."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import date
from functools import cached_property
from typing import Any, Literal, Unpack

from .. import _operations as operations
from .. import models
from .._runtime.absent import ABSENT, Absent
from .._runtime.objects import or_body
from .._runtime.options import CallOptions
from .._runtime.resource import AsyncResource, Resource, async_raw, async_raw_or_body, raw, raw_or_body


class Employees(Resource):
    """The operations under `employees`."""

    @cached_property
    def with_raw_response(self) -> EmployeesWithRawResponse:
        """The same methods, giving the whole response: data, headers, code, message, deviations."""
        return EmployeesWithRawResponse(self)

    def list(
        self,
        *,
        account_set_id: str | Absent = ABSENT,
        page: int | Absent = ABSENT,
        page_size: int | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.EmployeePage:
        """职员列表

        Source: stated L41; companion F4

        Args:
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.
            page: 页码,从 1 起
                Source: companion F4 | first: companion F4 | minimum: inferred FX-34
            page_size: 每页条数
                Source: companion F4 | default: companion F4 | minimum: inferred FX-34

        Returns:
            职员列表
        """
        return self._call(
            operations.LIST_EMPLOYEES, {"account_set_id": account_set_id, "page": page, "page_size": page_size}, options
        )

    @or_body
    def create(
        self,
        *,
        name: str,
        account_set_id: str | Absent = ABSENT,
        code: str | Absent = ABSENT,
        mnemonics: str | Absent = ABSENT,
        remark: str | Absent = ABSENT,
        enable: bool | Absent = ABSENT,
        category_name: str | Absent = ABSENT,
        category_type: str | Absent = ABSENT,
        id: str | int | None | Absent = ABSENT,
        category_id: str | int | Absent = ABSENT,
        gender: models.Gender | Literal["MALE", "FEMALE"] | Absent = ABSENT,
        department_name: str | Absent = ABSENT,
        post: str | Absent = ABSENT,
        job: str | Absent = ABSENT,
        tel_phone: str | Absent = ABSENT,
        birth_date: date | str | Absent = ABSENT,
        onboarding_date: date | str | Absent = ABSENT,
        dimission_date: date | str | Absent = ABSENT,
        id_card: str | Absent = ABSENT,
        bank_name: str | Absent = ABSENT,
        bank_account: str | Absent = ABSENT,
        email: str | Absent = ABSENT,
        edu: str | Absent = ABSENT,
        status: str | Absent = ABSENT,
        purchase: bool | Absent = ABSENT,
        payslip_password: str | Absent = ABSENT,
        payslip_pwd_changed: bool | Absent = ABSENT,
        department_id: str | int | Absent = ABSENT,
        provision_id: str | int | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> Any:
        """创建职员

        Source: stated L42; companion F4 | with-id: inferred FX-32

        Args:
            name: 名称
                Source: companion F4
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.
            code: 编码
                Source: companion F4
            mnemonics: 助记码
                Source: companion F4
            remark: 备注
                Source: companion F4
            enable: 是否启用
                Source: companion F4
            category_name: 辅助类别名称
                Source: companion F4
            category_type: 辅助类别标识
                Source: companion F4; inferred FX-39
            id: ID;留空则新建
                Source: companion F4; inferred FX-32
            category_id: 辅助类别ID
                Source: companion F4
            gender: 性别
                Source: companion F4
            department_name: 部门名称
                Source: companion F4
            post: 岗位
                Source: companion F4
            job: 职务
                Source: companion F4
            tel_phone: 电话
                Source: companion F4
            birth_date: 出生日期
                Source: companion F4
            onboarding_date: 入职日期
                Source: companion F4
            dimission_date: 离职日期
                Source: companion F4
            id_card: 身份证号
                Source: companion F4
            bank_name: 开户银行
                Source: companion F4
            bank_account: 银行账号
                Source: companion F4
            email: 邮箱
                Source: companion F4
            edu: 学历
                Source: companion F4
            status: 状态
                Source: companion F4
            purchase: 厂商未说明
                Source: companion F4
            payslip_password: 工资条密码
                Source: companion F4
            payslip_pwd_changed: 工资条密码是否已修改
                Source: companion F4
            department_id: 部门ID
                Source: companion F4
            provision_id: 厂商未说明
                Source: companion F4

        Returns:
            已完成
        """
        return self._call(
            operations.CREATE_EMPLOYEE,
            {
                "name": name,
                "account_set_id": account_set_id,
                "code": code,
                "mnemonics": mnemonics,
                "remark": remark,
                "enable": enable,
                "category_name": category_name,
                "category_type": category_type,
                "id": id,
                "category_id": category_id,
                "gender": gender,
                "department_name": department_name,
                "post": post,
                "job": job,
                "tel_phone": tel_phone,
                "birth_date": birth_date,
                "onboarding_date": onboarding_date,
                "dimission_date": dimission_date,
                "id_card": id_card,
                "bank_name": bank_name,
                "bank_account": bank_account,
                "email": email,
                "edu": edu,
                "status": status,
                "purchase": purchase,
                "payslip_password": payslip_password,
                "payslip_pwd_changed": payslip_pwd_changed,
                "department_id": department_id,
                "provision_id": provision_id,
            },
            options,
        )

    @or_body
    def update(
        self,
        *,
        name: str,
        id: str | int,
        account_set_id: str | Absent = ABSENT,
        code: str | Absent = ABSENT,
        mnemonics: str | Absent = ABSENT,
        remark: str | Absent = ABSENT,
        enable: bool | Absent = ABSENT,
        category_name: str | Absent = ABSENT,
        category_type: str | Absent = ABSENT,
        category_id: str | int | Absent = ABSENT,
        gender: models.Gender | Literal["MALE", "FEMALE"] | Absent = ABSENT,
        department_name: str | Absent = ABSENT,
        post: str | Absent = ABSENT,
        job: str | Absent = ABSENT,
        tel_phone: str | Absent = ABSENT,
        birth_date: date | str | Absent = ABSENT,
        onboarding_date: date | str | Absent = ABSENT,
        dimission_date: date | str | Absent = ABSENT,
        id_card: str | Absent = ABSENT,
        bank_name: str | Absent = ABSENT,
        bank_account: str | Absent = ABSENT,
        email: str | Absent = ABSENT,
        edu: str | Absent = ABSENT,
        status: str | Absent = ABSENT,
        purchase: bool | Absent = ABSENT,
        payslip_password: str | Absent = ABSENT,
        payslip_pwd_changed: bool | Absent = ABSENT,
        department_id: str | int | Absent = ABSENT,
        provision_id: str | int | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> Any:
        """更新职员

        Source: stated L43 | call: companion F4; inferred FX-31 | safety: assumed FX-36

        Args:
            name: 名称
                Source: companion F4
            id: 职员ID
                Source: companion F4
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.
            code: 编码
                Source: companion F4
            mnemonics: 助记码
                Source: companion F4
            remark: 备注
                Source: companion F4
            enable: 是否启用
                Source: companion F4
            category_name: 辅助类别名称
                Source: companion F4
            category_type: 辅助类别标识
                Source: companion F4; inferred FX-39
            category_id: 辅助类别ID
                Source: companion F4
            gender: 性别
                Source: companion F4
            department_name: 部门名称
                Source: companion F4
            post: 岗位
                Source: companion F4
            job: 职务
                Source: companion F4
            tel_phone: 电话
                Source: companion F4
            birth_date: 出生日期
                Source: companion F4
            onboarding_date: 入职日期
                Source: companion F4
            dimission_date: 离职日期
                Source: companion F4
            id_card: 身份证号
                Source: companion F4
            bank_name: 开户银行
                Source: companion F4
            bank_account: 银行账号
                Source: companion F4
            email: 邮箱
                Source: companion F4
            edu: 学历
                Source: companion F4
            status: 状态
                Source: companion F4
            purchase: 厂商未说明
                Source: companion F4
            payslip_password: 工资条密码
                Source: companion F4
            payslip_pwd_changed: 工资条密码是否已修改
                Source: companion F4
            department_id: 部门ID
                Source: companion F4
            provision_id: 厂商未说明
                Source: companion F4

        Returns:
            已完成
        """
        return self._call(
            operations.UPDATE_EMPLOYEE,
            {
                "name": name,
                "id": id,
                "account_set_id": account_set_id,
                "code": code,
                "mnemonics": mnemonics,
                "remark": remark,
                "enable": enable,
                "category_name": category_name,
                "category_type": category_type,
                "category_id": category_id,
                "gender": gender,
                "department_name": department_name,
                "post": post,
                "job": job,
                "tel_phone": tel_phone,
                "birth_date": birth_date,
                "onboarding_date": onboarding_date,
                "dimission_date": dimission_date,
                "id_card": id_card,
                "bank_name": bank_name,
                "bank_account": bank_account,
                "email": email,
                "edu": edu,
                "status": status,
                "purchase": purchase,
                "payslip_password": payslip_password,
                "payslip_pwd_changed": payslip_pwd_changed,
                "department_id": department_id,
                "provision_id": provision_id,
            },
            options,
        )

    def delete(self, id: str, *, account_set_id: str | Absent = ABSENT, **options: Unpack[CallOptions]) -> Any:
        """删除职员

        Source: stated L44; companion F4 | safety: assumed FX-36

        Args:
            id: 职员ID
                Source: companion F4
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.

        Returns:
            已完成
        """
        return self._call(operations.DELETE_EMPLOYEE, {"id": id, "account_set_id": account_set_id}, options)

    def iter(
        self, *, account_set_id: str | Absent = ABSENT, page_size: int | Absent = ABSENT, **options: Unpack[CallOptions]
    ) -> Iterator[models.Employee]:
        """职员列表

        Gives every item, one after the other; the next page is fetched when it is needed.

        Source: stated L41; companion F4

        Args:
            account_set_id: 账套ID
                Source: sample L107; stated L93 | required: inferred FX-02 | example: sample L126; inferred FX-03 | name: companion F4
                Without it, what the client was given as ``account_set_id``.
            page_size: 每页条数
                Source: companion F4 | default: companion F4 | minimum: inferred FX-34
        """
        return self._iterate(
            operations.LIST_EMPLOYEES, {"account_set_id": account_set_id, "page_size": page_size}, options
        )


class EmployeesWithRawResponse:
    """``Employees`` with whole responses."""

    def __init__(self, resource: Employees) -> None:
        self.list = raw(resource.list)
        self.create = raw_or_body(resource.create)
        self.update = raw_or_body(resource.update)
        self.delete = raw(resource.delete)


class AsyncEmployees(AsyncResource):
    """``Employees`` whose calls are awaited."""

    @cached_property
    def with_raw_response(self) -> AsyncEmployeesWithRawResponse:
        return AsyncEmployeesWithRawResponse(self)

    async def list(
        self,
        *,
        account_set_id: str | Absent = ABSENT,
        page: int | Absent = ABSENT,
        page_size: int | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> models.EmployeePage:
        """职员列表 (see ``Employees.list``)"""
        return await self._call(
            operations.LIST_EMPLOYEES, {"account_set_id": account_set_id, "page": page, "page_size": page_size}, options
        )

    @or_body
    async def create(
        self,
        *,
        name: str,
        account_set_id: str | Absent = ABSENT,
        code: str | Absent = ABSENT,
        mnemonics: str | Absent = ABSENT,
        remark: str | Absent = ABSENT,
        enable: bool | Absent = ABSENT,
        category_name: str | Absent = ABSENT,
        category_type: str | Absent = ABSENT,
        id: str | int | None | Absent = ABSENT,
        category_id: str | int | Absent = ABSENT,
        gender: models.Gender | Literal["MALE", "FEMALE"] | Absent = ABSENT,
        department_name: str | Absent = ABSENT,
        post: str | Absent = ABSENT,
        job: str | Absent = ABSENT,
        tel_phone: str | Absent = ABSENT,
        birth_date: date | str | Absent = ABSENT,
        onboarding_date: date | str | Absent = ABSENT,
        dimission_date: date | str | Absent = ABSENT,
        id_card: str | Absent = ABSENT,
        bank_name: str | Absent = ABSENT,
        bank_account: str | Absent = ABSENT,
        email: str | Absent = ABSENT,
        edu: str | Absent = ABSENT,
        status: str | Absent = ABSENT,
        purchase: bool | Absent = ABSENT,
        payslip_password: str | Absent = ABSENT,
        payslip_pwd_changed: bool | Absent = ABSENT,
        department_id: str | int | Absent = ABSENT,
        provision_id: str | int | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> Any:
        """创建职员 (see ``Employees.create``)"""
        return await self._call(
            operations.CREATE_EMPLOYEE,
            {
                "name": name,
                "account_set_id": account_set_id,
                "code": code,
                "mnemonics": mnemonics,
                "remark": remark,
                "enable": enable,
                "category_name": category_name,
                "category_type": category_type,
                "id": id,
                "category_id": category_id,
                "gender": gender,
                "department_name": department_name,
                "post": post,
                "job": job,
                "tel_phone": tel_phone,
                "birth_date": birth_date,
                "onboarding_date": onboarding_date,
                "dimission_date": dimission_date,
                "id_card": id_card,
                "bank_name": bank_name,
                "bank_account": bank_account,
                "email": email,
                "edu": edu,
                "status": status,
                "purchase": purchase,
                "payslip_password": payslip_password,
                "payslip_pwd_changed": payslip_pwd_changed,
                "department_id": department_id,
                "provision_id": provision_id,
            },
            options,
        )

    @or_body
    async def update(
        self,
        *,
        name: str,
        id: str | int,
        account_set_id: str | Absent = ABSENT,
        code: str | Absent = ABSENT,
        mnemonics: str | Absent = ABSENT,
        remark: str | Absent = ABSENT,
        enable: bool | Absent = ABSENT,
        category_name: str | Absent = ABSENT,
        category_type: str | Absent = ABSENT,
        category_id: str | int | Absent = ABSENT,
        gender: models.Gender | Literal["MALE", "FEMALE"] | Absent = ABSENT,
        department_name: str | Absent = ABSENT,
        post: str | Absent = ABSENT,
        job: str | Absent = ABSENT,
        tel_phone: str | Absent = ABSENT,
        birth_date: date | str | Absent = ABSENT,
        onboarding_date: date | str | Absent = ABSENT,
        dimission_date: date | str | Absent = ABSENT,
        id_card: str | Absent = ABSENT,
        bank_name: str | Absent = ABSENT,
        bank_account: str | Absent = ABSENT,
        email: str | Absent = ABSENT,
        edu: str | Absent = ABSENT,
        status: str | Absent = ABSENT,
        purchase: bool | Absent = ABSENT,
        payslip_password: str | Absent = ABSENT,
        payslip_pwd_changed: bool | Absent = ABSENT,
        department_id: str | int | Absent = ABSENT,
        provision_id: str | int | Absent = ABSENT,
        **options: Unpack[CallOptions],
    ) -> Any:
        """更新职员 (see ``Employees.update``)"""
        return await self._call(
            operations.UPDATE_EMPLOYEE,
            {
                "name": name,
                "id": id,
                "account_set_id": account_set_id,
                "code": code,
                "mnemonics": mnemonics,
                "remark": remark,
                "enable": enable,
                "category_name": category_name,
                "category_type": category_type,
                "category_id": category_id,
                "gender": gender,
                "department_name": department_name,
                "post": post,
                "job": job,
                "tel_phone": tel_phone,
                "birth_date": birth_date,
                "onboarding_date": onboarding_date,
                "dimission_date": dimission_date,
                "id_card": id_card,
                "bank_name": bank_name,
                "bank_account": bank_account,
                "email": email,
                "edu": edu,
                "status": status,
                "purchase": purchase,
                "payslip_password": payslip_password,
                "payslip_pwd_changed": payslip_pwd_changed,
                "department_id": department_id,
                "provision_id": provision_id,
            },
            options,
        )

    async def delete(self, id: str, *, account_set_id: str | Absent = ABSENT, **options: Unpack[CallOptions]) -> Any:
        """删除职员 (see ``Employees.delete``)"""
        return await self._call(operations.DELETE_EMPLOYEE, {"id": id, "account_set_id": account_set_id}, options)

    def iter(
        self, *, account_set_id: str | Absent = ABSENT, page_size: int | Absent = ABSENT, **options: Unpack[CallOptions]
    ) -> AsyncIterator[models.Employee]:
        """职员列表 (see ``Employees.iter``)"""
        return self._iterate(
            operations.LIST_EMPLOYEES, {"account_set_id": account_set_id, "page_size": page_size}, options
        )


class AsyncEmployeesWithRawResponse:
    """``AsyncEmployees`` with whole responses."""

    def __init__(self, resource: AsyncEmployees) -> None:
        self.list = async_raw(resource.list)
        self.create = async_raw_or_body(resource.create)
        self.update = async_raw_or_body(resource.update)
        self.delete = async_raw(resource.delete)
