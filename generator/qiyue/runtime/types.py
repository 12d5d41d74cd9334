"""Types that models are made of.

They carry types, not limits: an unknown field or text that is no date survives, and goes out again as it came in.
"""

import re
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Annotated, Any, ClassVar, Generic, Literal, Self, TypeAlias, TypeVar, Union, get_args, get_origin

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    ModelWrapValidatorHandler,
    PlainSerializer,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WrapValidator,
    create_model,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticKnownError, core_schema

from ..base import json
from ..base.absent import ABSENT
from .fields import fields_of
from .reading import plain, read, read_as
from .strictness import is_request, reading_of

T = TypeVar("T")
M = TypeVar("M", bound="Model")


class Model(BaseModel):
    """An object of a vendor: fields by Python name or wire name, unknown fields kept."""

    model_config = ConfigDict(
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        extra="allow",
        defer_build=True,
        hide_input_in_errors=True,
        protected_namespaces=(),
    )

    __read_only__: ClassVar[frozenset[str]] = frozenset()
    """Fields that every answer has and no request needs."""

    @model_validator(mode="wrap")
    @classmethod
    def _keep_what_is_wrong(cls, data: Any, build: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        """Read leniently: an optional field whose value is wrong keeps the value as it came; read openly, also a
        required one that has one declared value, or a list of such values."""
        try:
            return _apart(build(data), data)
        except ValidationError as error:
            if cls.__read_only__ and is_request(info):
                partial: Self = _without_read_only(cls).model_validate(data, context=info.context)
                return partial
            if reading_of(info) not in {"lenient", "open"} or not isinstance(data, dict):
                raise
            wrong = {str(found["loc"][0]) for found in error.errors(include_url=False) if found["loc"]}
            fields = fields_of(cls)
            names = {field.alias or name: name for name, field in fields.items()}
            needed = {key for key in wrong & names.keys() if fields[names[key]].is_required()}
            known = {key: _only_value(fields[names[key]].annotation) for key in needed}
            lost = ABSENT in known.values() if reading_of(info) == "open" else needed
            if not wrong or lost or not wrong <= data.keys():
                raise
            model = build({key: value for key, value in data.items() if key not in wrong} | known)
            for key in wrong:
                if key in names:
                    object.__setattr__(model, names[key], data[key])
                elif model.__pydantic_extra__ is not None:
                    model.__pydantic_extra__[key] = data[key]
            model.__pydantic_fields_set__.update(names.get(key, key) for key in wrong)
            return _apart(model, data)


def _apart(model: M, data: Any) -> M:
    """Keep a further field, called on the wire as Python calls another field, from counting as that one."""
    if model.__pydantic_extra__ and isinstance(data, dict):
        fields = fields_of(type(model))
        mixed = model.__pydantic_extra__.keys() & fields.keys()
        model.__pydantic_fields_set__.difference_update(name for name in mixed if fields[name].alias not in data)
    return model


def _only_value(form: Any) -> Any:
    """Give the one value that a type has, for a list of such values an empty one; ``ABSENT`` if it has others."""
    kind, inside = get_origin(form), get_args(form)
    if kind is Literal and len(inside) == 1:
        return inside[0]
    if kind is list and _only_value(inside[0]) is not ABSENT:
        return []
    values = map(_only_value, inside if kind in (UnionType, Union) else ())
    return next((value for value in values if value is not ABSENT), ABSENT)


@cache
def _without_read_only(form: type[M]) -> type[M]:
    """Give the class of a model as requests have it."""
    whole = fields_of(form)
    fields: dict[str, Any] = {name: (Any, Field(default=None, alias=whole[name].alias)) for name in form.__read_only__}
    made = create_model(form.__name__, __base__=form, **fields)
    made.__read_only__ = frozenset()
    return made


_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DATE_TIME = re.compile(r"\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,6})?([Zz]|[+-]\d{2}:\d{2})?", re.ASCII)
_NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?", re.ASCII)


def _text_of(form: re.Pattern[str], name: str) -> WrapValidator:
    """Give the validator of a text in some form. Text in another form stays text, unless read strictly."""

    def validate(value: Any, build: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Any:
        if not isinstance(value, str):
            if isinstance(value, int | float | Decimal) and reading_of(info) == "strict":
                raise PydanticKnownError("date_type")  # pydantic takes a number for the seconds since 1970
            return build(value)
        try:
            if not form.fullmatch(value):
                raise ValueError(f"not a {name}")
            made = build(value)
        except ValueError:
            if reading_of(info) == "strict":
                raise
            return value
        return json.TextDateTime.of(made, value) if isinstance(made, datetime) else made

    return WrapValidator(validate)


class TextDecimal(Decimal):
    """An exact number that came as a JSON text, and goes out again as that very text."""

    __slots__ = ("text",)

    text: str

    def __new__(cls, text: str) -> Self:
        made = super().__new__(cls, text)
        made.text = text
        return made

    def __reduce__(self) -> tuple[type[Self], tuple[str]]:
        return type(self), (self.text,)


def _decimal(value: Any, build: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Any:
    """Keep the text of a number, and a text that is none, unless read strictly."""
    if not isinstance(value, str):
        return value if isinstance(value, TextDecimal) else build(value)
    try:
        if not _NUMBER.fullmatch(value):
            raise ValueError("not a decimal")
        return TextDecimal(value)
    except (ValueError, ArithmeticError) as error:
        if reading_of(info) == "strict":
            raise ValueError("not a decimal") from error
        return value


def _number_text(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not _NUMBER.fullmatch(value):
        raise ValueError("not a decimal")
    return value


class _Number:
    """Takes what JSON takes for a number: ``Decimal`` would take ``1_000``, ``" 5 "`` and digits of every script."""

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        usual = core_schema.decimal_schema(strict=True)
        other = core_schema.no_info_before_validator_function(_number_text, core_schema.decimal_schema())
        return core_schema.union_schema([usual, other], mode="left_to_right", custom_error_type="decimal_type")


def _text_only(value: Any) -> Any:
    return (
        json.number(value) if isinstance(value, Decimal) and not isinstance(value, TextDecimal) else _as_it_came(value)
    )


def _as_it_came(value: Any) -> Any:
    return value.text if isinstance(value, TextDecimal) else value


Date: TypeAlias = Annotated[date, _text_of(_DATE, "date")]
"""A day. What the vendor sends instead of a day stays text and is a deviation."""

DateTime: TypeAlias = Annotated[datetime, _text_of(_DATE_TIME, "date-time")]
"""A moment, without a zone if the vendor gives none. What it sends instead stays text and is a deviation."""

DecimalNumber: TypeAlias = Annotated[Decimal, _Number]
"""An exact number that is a JSON number on the wire."""

DecimalText: TypeAlias = Annotated[Decimal, WrapValidator(_decimal), PlainSerializer(_text_only, return_type=Any)]
"""An exact number that is a JSON text on the wire."""

AnyDecimal: TypeAlias = Annotated[Decimal, WrapValidator(_decimal), PlainSerializer(_as_it_came, return_type=Any)]
"""An exact number that is a JSON number or a JSON text on the wire. What came as text is a ``TextDecimal``."""


class JsonText(str, Generic[T]):
    """JSON inside a text: the text as it came. A value given to a request is written as JSON."""

    __slots__ = ("form",)

    form: Any

    def parsed(self) -> T:
        """Read the content.

        Raises:
            JsonError: the text is not JSON.
            ValidationError: the content lacks what its type requires.
        """
        content: T = read(getattr(self, "form", Any), json.loads(self))
        return content

    def __reduce__(self) -> tuple[type[Self], tuple[str], tuple[None, dict[str, Any]]]:
        return type(self), (str(self),), (None, {"form": self.form} if hasattr(self, "form") else {})

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        (form,) = get_args(source) or (Any,)

        def build(value: Any, info: ValidationInfo) -> "JsonText[T]":
            strict = reading_of(info) == "strict"
            if not isinstance(value, str):
                sent = is_request(info)
                value = json.text(plain(read_as(form, value, "strict", sent=sent) if strict else value, form))
            elif strict:
                read_as(form, json.loads(value), "strict")
            made: JsonText[T] = cls(value)
            made.form = form
            return made

        return core_schema.with_info_plain_validator_function(
            build, serialization=core_schema.plain_serializer_function_ser_schema(str.__str__)
        )
