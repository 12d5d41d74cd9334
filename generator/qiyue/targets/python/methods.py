"""Operations → the views of ``resources/`` and ``_operations.py``."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Any, TypeAlias

from qiyue.runtime.service import Service
from qiyue.targets.python.annotations import ArgumentWriter
from qiyue.targets.python.answers import answers_of
from qiyue.targets.python.argument import Argument
from qiyue.targets.python.callers import Group
from qiyue.targets.python.context import Context
from qiyue.targets.python.declare import imports, source
from qiyue.targets.python.docs import link_texts, operation_text, summary
from qiyue.targets.python.expressions import HERE, Writer, runtime_import
from qiyue.targets.python.flows import (
    FILE_STREAM_TEXT,
    FILE_TEXT,
    ITERATOR_TEXT,
    STREAM_TEXT,
    UPLOAD_TEXT,
    Flow,
    beside,
)
from qiyue.targets.python.literals import literal
from qiyue.targets.python.operations import Planned
from qiyue.targets.python.views import AttributeView, Declaration, DeclarationsView, Method, ResourceView
from qiyue.targets.python.words import BUILTINS, Scope

ABSENT = ("ABSENT", "Absent")
Imports: TypeAlias = set[tuple[str, str]]


def resource_view(group: Group, planned: Iterable[Planned], context: Context) -> ResourceView:
    """Decide the module of one resource."""
    listed, inner = tuple(planned), attributes(group.inner, context)
    shadowed = frozenset([*(each.caller.method for each in listed), *(each.attribute for each in inner)]) & BUILTINS
    used = {runtime_import("AsyncResource"), runtime_import("Resource")}
    if listed:
        used.add((HERE, "_operations as operations"))
    if shadowed:
        used.add(("", "builtins"))
    methods = tuple(
        _method(each, context, shadowed, used) for each in listed if each.caller.stream != each.caller.method
    )
    streams = tuple(_stream(each, context, shadowed, used) for each in listed if each.caller.stream)
    iterators = tuple(
        _iterator(each, flow, context, shadowed, used) for each in listed if (flow := each.flows.iterator)
    )
    uploads = tuple(_upload(each, flow, context, shadowed, used) for each in listed if (flow := each.flows.upload))
    return ResourceView(
        path=group.path,
        module=group.module,
        name=group.name,
        inner=inner,
        has_methods=bool(listed),
        text=group.text or f"The operations under `{group.path}`.",
        imports=import_lines(used, ".."),
        inner_imports=import_lines(attribute_imports(inner, "."), "."),
        methods=methods,
        iterators=iterators,
        streams=streams,
        uploads=uploads,
    )


def attributes(paths: Iterable[str], context: Context) -> tuple[AttributeView, ...]:
    """Decide the attributes that lead to resources."""
    groups = context.names.groups
    return tuple(AttributeView(groups[path].attribute, groups[path].module, groups[path].name) for path in paths)


def attribute_imports(listed: Iterable[AttributeView], where: str) -> Imports:
    """Give what annotations of attributes need; ``where`` is what stands before the name of a module."""
    return {(where + each.module, prefix + each.name) for each in listed for prefix in ("", "Async")}


def service_view(service: Service) -> DeclarationsView:
    """Decide ``_service.py``."""
    used = {("typing", "Final"), *imports(service)}
    return DeclarationsView(
        "What all calls of the client share: its address and its credentials.",
        import_lines(used, "."),
        (Declaration("SERVICE", "Final", source(service)),),
    )


def operations_view(shared: Mapping[str, Any], planned: Iterable[Planned]) -> DeclarationsView:
    """Decide ``_operations.py``."""
    used = {("typing", "Final")}
    declarations = []
    for name, value in shared.items():
        used |= set(imports(value))
        declarations.append(Declaration(name, _annotation(value), source(value)))
    for each in planned:
        used |= set(imports(each.declared)) | each.answers.result.imports
        annotation = f"Final[Operation[{each.answers.result}]]"
        declarations.append(Declaration(each.caller.constant, annotation, source(each.declared)))
    return DeclarationsView(
        "What the client knows of each operation: declarations only, the runtime acts upon them.",
        import_lines(used, "."),
        tuple(declarations),
    )


def _annotation(value: Any) -> str:
    kinds = {type(each).__name__ for each in value} if isinstance(value, tuple) else ()
    return f"Final[tuple[{', '.join(kinds)}, ...]]" if kinds else "Final"


def import_lines(used: Iterable[tuple[str, str]], here: str) -> tuple[str, ...]:
    """Write imports, one statement a module; a name with an empty module is a module itself.

    ``here`` leads from the importing module to the client's package: ``.`` or ``..``.
    """
    lines = []
    for module, names in groupby(sorted(set(used)), key=lambda pair: pair[0].replace(HERE, here)):
        listed = [name for _, name in names]
        lines += [f"from {module} import {', '.join(listed)}"] if module else [f"import {name}" for name in listed]
    return tuple(lines)


def _method(planned: Planned, context: Context, shadowed: frozenset[str], used: Imports) -> Method:
    listed = planned.arguments.listed
    result = answers_of(planned.operation, context, shadowed).result
    used |= result.imports
    texts = [(each.name, each.text) for each in listed]
    takes_body = context.plan.arguments[planned.operation.id].takes_whole
    raw = ("async_raw_or_body", "or_body", "raw_or_body") if takes_body else ("async_raw", "raw")
    used |= set(map(runtime_import, raw))
    return Method(
        name=planned.caller.method,
        constant=planned.caller.constant,
        parameters=_parameters(listed, ArgumentWriter(shadowed=shadowed, classes=context.classes), used),
        result=result.text,
        summary=summary(planned.operation),
        text=operation_text(
            planned.operation,
            texts,
            planned.answers.text,
            link_texts(planned.operation, context.names.callers),
            is_renamed=context.plan.methods[planned.operation.id].is_renamed,
        ),
        given=given(argument.name for argument in listed),
        takes_body=takes_body,
    )


def _stream(planned: Planned, context: Context, shadowed: frozenset[str], used: Imports) -> Method:
    method = _method(planned, context, shadowed, used)
    item = answers_of(planned.operation, context, shadowed).item
    used |= {runtime_import("AsyncStream"), runtime_import("Stream"), *item.imports}
    operation = beside(planned.operation, FILE_STREAM_TEXT if item.text.endswith("bytes") else STREAM_TEXT)
    texts = [(each.name, each.text) for each in planned.arguments.listed]
    text = operation_text(operation, texts, planned.answers.text)
    return replace(method, name=planned.caller.stream, result=item.text, text=text)


def _iterator(planned: Planned, flow: Flow, context: Context, shadowed: frozenset[str], used: Imports) -> Method:
    item = Writer(shadowed=shadowed).write(flow.gives)
    used |= {("collections.abc", "AsyncIterator"), ("collections.abc", "Iterator"), *item.imports}
    return Method(
        name=flow.method,
        constant=planned.caller.constant,
        parameters=_parameters(flow.arguments, ArgumentWriter(shadowed=shadowed, classes=context.classes), used),
        result=item.text,
        summary=summary(planned.operation),
        text=operation_text(beside(planned.operation, ITERATOR_TEXT), [(a.name, a.text) for a in flow.arguments], ""),
        given=given(argument.name for argument in flow.arguments),
    )


def _upload(planned: Planned, flow: Flow, context: Context, shadowed: frozenset[str], used: Imports) -> Method:
    result = Writer(shadowed=shadowed).write(flow.gives)
    used |= {runtime_import("FileInput"), *result.imports}
    file = Scope(argument.name for argument in flow.arguments).take("file", "_")
    texts = [(file, FILE_TEXT), *((a.name, a.text) for a in flow.arguments)]
    writer = ArgumentWriter(shadowed=shadowed, classes=context.classes)
    return Method(
        name=flow.method,
        constant=planned.caller.constant,
        parameters=_parameters(flow.arguments, writer, used, first=f"{file}: FileInput"),
        result=result.text,
        summary=summary(planned.operation),
        text=operation_text(beside(planned.operation, UPLOAD_TEXT), texts, ""),
        given=given(argument.name for argument in flow.arguments),
        file=file,
    )


def given(names: Iterable[str]) -> str:
    """Write the arguments of a method as a mapping."""
    return "{" + ", ".join(f"{literal(name)}: {name}" for name in names) + "}"


def _parameters(listed: Iterable[Argument], writer: ArgumentWriter, used: Imports, first: str = "") -> str:
    positional: list[str] = []
    named = [first] if first else []
    for argument in listed:
        text, names = _parameter(argument, writer)
        used |= names
        (positional if argument.by_position else named).append(text)
    return ", ".join(["self", *positional, *(["*", *named] if named else []), "**options: Unpack[CallOptions]"])


def _parameter(argument: Argument, writer: ArgumentWriter) -> tuple[str, frozenset[tuple[str, str]]]:
    annotation = writer.write(argument.type)
    if argument.needed:
        return f"{argument.name}: {annotation}", annotation.imports
    names = annotation.imports | {runtime_import(name) for name in ABSENT}
    return f"{argument.name}: {annotation} | Absent = ABSENT", names
