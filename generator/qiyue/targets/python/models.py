"""The model classes. In: the table of ``hoist``. Out: the text of ``models.py``, by datamodel-code-generator.

It is given one flat ``components.schemas`` in which every class has its name already; its metadata must
give the same names back. The metadata comes in a file only: that temporary file is the one use of the disk here.
"""

import json
import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from qiyue.targets.python.expressions import RUNTIME, Writer
from qiyue.targets.python.hoist import Schemas
from qiyue.targets.python.literals import literal, plain_text
from qiyue.targets.python.unions import TaggedUnion
from qiyue.targets.python.uses import NULL, Use, as_text
from qiyue.values import Plain

_PACKAGE = "_own_package_"
"""Stands for the client's package until the imports are made relative: a base class needs an absolute name."""

_REBUILD = re.compile(r"^\w+\.model_rebuild\(\)\n?", re.MULTILINE)
"""Pydantic completes a class on first use; these lines only make the import slow."""
_CLOSED_ENUM = re.compile(r"^class (\w+)\((StrEnum|IntEnum)\):$", re.MULTILINE)
"""Texts never begin a line: they stand indented."""
_LOW_DOCSTRING = re.compile(r'^( +)"""\n +((?:.*\n)+?)\1"""$', re.MULTILINE)
"""A docstring of several lines, the first of them under the quotes instead of after them."""

_OWN_KEYS = frozenset("alias count extra inner places readOnly sent tagged time x-qiyue-scope".split())

_IMPORTS = ["typing.Annotated", "typing.Any", "typing.Literal", "typing.TypeAlias", "typing_extensions.TypeAliasType"]

_EXTRA = "own_further_fields_"
"""Stands for ``__pydantic_extra__``, which the generator would rename."""
_EXTRA_FIELD = re.compile(rf"^    {_EXTRA}: (.*)$", re.MULTILINE)
_TYPED_EXTRA = r"    __pydantic_extra__: \1  # pyright: ignore[reportIncompatibleVariableOverride]"
"""Pydantic wants it declared narrower than its own class has it."""


@dataclass(frozen=True, slots=True)
class ModelsFile:
    """The text of ``models.py``, and the name of each field: class → wire name → field."""

    text: str
    fields: Mapping[str, Mapping[str, str]]


def write_models(schemas: Schemas, header: str) -> ModelsFile:
    """Write every class of the table, and the unions and types that have a name."""
    own = [f"_runtime.{module}.{name}" for module in ("types", "tagged") for name in RUNTIME[module].split()]
    own += [f"_times.{time.name}" for time in schemas.times]
    classes = _classes(schemas, own) if schemas.classes else ModelsFile(_import_lines(own), {})
    aliases = [_alias(name, union) for name, union in schemas.unions.items()]
    aliases += [_recursive(name, use) for name, use in schemas.aliases.items()]
    return ModelsFile(f'"""{header}"""\n\n{classes.text}\n\n{"".join(aliases)}', classes.fields)


def _classes(schemas: Schemas, own: list[str]) -> ModelsFile:
    document = {
        "openapi": "3.1.0",
        "info": {"title": "", "version": ""},
        "paths": {},
        "components": {"schemas": {name: _node(node) for name, node in schemas.classes.items()}},
    }
    with TemporaryDirectory() as folder:
        metadata = Path(folder) / "metadata.json"
        text = _generated(document, metadata, own)
        models = json.loads(metadata.read_text(encoding="utf-8"))["models"]
    named = {model["class_name"] for model in models}
    if named != schemas.classes.keys():
        raise AssertionError(f"planned and written classes differ: {sorted(named ^ schemas.classes.keys())[:5]}")
    return ModelsFile(text, {model["class_name"]: {f["alias"]: f["name"] for f in model["fields"]} for model in models})


def _import_lines(own: list[str]) -> str:
    """Import what types may need where there is no class; the formatter takes out what is not used."""
    parted = (name.rpartition(".") for name in [*_IMPORTS, *(f".{name}" for name in own)])
    return "".join(f"from {module} import {name}\n" for module, _, name in parted)


def _alias(name: str, union: TaggedUnion) -> str:
    """Write a union that a tag tells apart."""
    tags = ", ".join(f"{literal(tag)}: {form}" for tag, form in union.tags)
    branches = " | ".join([*(form for form in union.classes if form != union.rest), union.rest])
    return f"{name}: TypeAlias = Annotated[{branches}, Tagged({literal(union.field)}, {{{tags}}})]\n"


def _recursive(name: str, use: Use) -> str:
    """Write a type that holds itself."""
    return f"{name} = TypeAliasType({literal(name)}, {literal(Writer(models='').write(use).text)})\n"


def _generated(document: dict[str, Plain], metadata: Path, imports: list[str]) -> str:
    from datamodel_code_generator import GenerateConfig, InputFileType, generate
    from datamodel_code_generator.enums import OpenAPIScope, TargetPydanticVersion

    config = GenerateConfig(
        input_file_type=InputFileType.OpenAPI,
        formatters=[],
        preset="standard-py311-20261027",
        target_pydantic_version=TargetPydanticVersion.V2_12,
        openapi_scopes=[OpenAPIScope.Schemas],
        use_schema_description=True,
        use_field_description=True,
        use_single_line_docstring=True,
        capitalise_enum_members=True,
        base_class=f"{_PACKAGE}._runtime.types.Model",
        additional_imports=[*_IMPORTS, *(f"{_PACKAGE}.{name}" for name in imports)],
        disable_timestamp=True,
        custom_file_header=" ",
        allow_population_by_field_name=False,
        emit_model_metadata=metadata,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        text = generate(document, config=config)
    if not isinstance(text, str):
        raise AssertionError("one module was expected")
    text = _CLOSED_ENUM.sub(r"class \1(Open\2):", _REBUILD.sub("", text))
    text = _LOW_DOCSTRING.sub(r'\1"""\2\1"""', text)
    text = _EXTRA_FIELD.sub(_TYPED_EXTRA, text)
    return text.replace(f"\nfrom {_PACKAGE}.", "\nfrom .")


def _node(use: Use) -> Plain:
    """Write a node of the table as datamodel-code-generator reads it."""
    node = {key: _value(key, value) for key, value in as_text(use).items() if key not in _OWN_KEYS}
    if use == NULL:
        return {}
    if "inner" in use or "places" in use:
        node["x-python-type"] = Writer(models="").write(use).text
    if "extra" in use:
        further = {"type": "string", "x-python-type": f"dict[str, {Writer(models='').write(use['extra'])}]"}
        node["properties"] = {**node["properties"], _EXTRA: further}
        node["required"] = [*node["required"], _EXTRA]
    return node


def _value(key: str, value: Plain) -> Plain:
    if key in {"items", "additionalProperties"}:
        return _node(value)
    if key == "properties":
        return {wire: _node(schema) for wire, schema in value.items()}
    if key == "anyOf":
        return [dict(part) if part == NULL else _node(part) for part in value]
    return plain_text(value) if key in {"description", "title"} and isinstance(value, str) else value
