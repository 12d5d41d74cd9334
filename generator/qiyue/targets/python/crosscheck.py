"""A second reading of the types. In: an Api. Out: notes where datamodel-code-generator finds other fields.

It reads the document that is published, as another team may. Compared are the objects with a name: allOf and unions it
writes in a way of its own.
"""

import json
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from qiyue import emit
from qiyue.api import Api
from qiyue.api.types import is_named, name_of, named_type_id
from qiyue.client_plan import plan_client
from qiyue.diagnostics import Diagnostic, Report, Severity
from qiyue.dump import plain
from qiyue.targets.python.literals import one_line
from qiyue.targets.target import Locate

_JOINED = {"$ref", "allOf", "anyOf", "oneOf"}
_FURTHER = "__pydantic_extra__"
"""What further fields are called."""


def check(api: Api, report: Report, locate: Locate) -> None:
    """Compare the fields of every object that has a name, and which of them are required."""
    schemas = plain(emit.canonical(api)).get("components", {}).get("schemas", {})
    alone = [name for name, node in schemas.items() if isinstance(node, Mapping) and not _JOINED & node.keys()]
    if not alone:
        return
    try:
        theirs = _their_fields(schemas)
    except Exception as error:  # noqa: BLE001  whatever it stumbles over, the document is what it is
        message = f"datamodel-code-generator cannot read the types: {one_line(str(error)) or type(error).__name__}"
        report.add(Diagnostic("read-otherwise", Severity.NOTE, message, locate(api.place)))
        return
    ours = _our_fields(api)
    for name in (name for name in alone if name in ours and name in theirs):
        place = locate(api.type_places.get(named_type_id(name), ""))
        declared = {wire: needed for wire, needed in ours[name].items() if wire in schemas[name]["properties"]}
        for difference in _differences(declared, theirs[name]):
            message = f"datamodel-code-generator reads `{name}` otherwise: {difference}"
            report.add(Diagnostic("read-otherwise", Severity.NOTE, message, place))


def _our_fields(api: Api) -> dict[str, dict[str, bool]]:
    """Give for each object with a name its fields, and whether an answer or a request needs them."""
    plan = plan_client(api)
    objects = {name_of(each): plan.types.object_of(ref) for each, ref in plan.types.refs.items() if is_named(each)}
    return {
        name: {wire: wire in found.received | found.sent for wire in found.wires}
        for name, found in objects.items()
        if found
    }


def _differences(ours: Mapping[str, bool], theirs: Mapping[str, bool]) -> Iterator[str]:
    for wire in {**ours, **theirs}:
        if wire not in theirs or wire not in ours:
            yield f"there it has {'no' if wire in ours else 'a'} field {wire!r}"
        elif ours[wire] != theirs[wire]:
            yield f"there its field {wire!r} is {'required' if theirs[wire] else 'optional'}"


def _their_fields(schemas: Mapping[str, Any]) -> dict[str, dict[str, bool]]:
    """Give the same as the other reader has it."""
    from datamodel_code_generator import GenerateConfig, InputFileType, generate
    from datamodel_code_generator.enums import OpenAPIScope

    document = {"openapi": "3.1.0", "info": {"title": "", "version": ""}, "components": {"schemas": schemas}}
    with TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        metadata = Path(folder) / "metadata.json"
        config = GenerateConfig(
            input_file_type=InputFileType.OpenAPI,
            openapi_scopes=[OpenAPIScope.Schemas],
            formatters=[],
            allow_remote_refs=False,
            emit_model_metadata=metadata,
        )
        generate(json.loads(json.dumps(document, default=float)), config=config)
        models = json.loads(metadata.read_text(encoding="utf-8"))["models"]
    return {
        model["source_path"][2]: {f["alias"]: f["required"] for f in model["fields"] if f["name"] != _FURTHER}
        for model in models
        if len(model["source_path"] or ()) == 3
    }
