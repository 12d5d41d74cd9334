"""A first spec from pages: every call, row, code and sample that could be read, each with the lines it is from.

In: the segments of a vendor's pages, whose lines are counted through. Out: an OpenAPI 3.1 document as plain data, for
somebody to complete, and what a person has to know of it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import count

from qiyue.base.value import Value
from qiyue.evidence import MAIN
from qiyue.pages import Segment
from qiyue.skeleton import choices, codes, common, dispatch, findings, operations, places, sections, shapes
from qiyue.skeleton.blocks import Block, Declared, Row, Sample, Table, blocks
from qiyue.skeleton.calls import Call
from qiyue.skeleton.citing import cite, cite_lines, cite_members, cite_text, with_facts
from qiyue.skeleton.findings import Doubts
from qiyue.skeleton.operations import Operation
from qiyue.skeleton.sections import Page
from qiyue.skeleton.verdict import Told, verdict
from qiyue.values import Plain


class Skeleton(Value):
    """A first spec, and what its page leaves open."""

    document: Plain
    findings: tuple[Plain, ...] = ()
    """Rows of ``findings.yaml``."""
    unplaced: tuple[Table | Sample, ...] = ()
    """What belongs to no call."""
    clashes: tuple[str, ...] = ()
    """The ids of those findings that tell of a contradiction."""
    read: tuple[choices.Read, ...] = ()
    """Its blocks, and where each went."""


def skeleton(
    pages: Sequence[Sequence[Segment]], prefix: str, chosen: Sequence[choices.Choice] = (), *, after: int = 0
) -> Skeleton:
    """Make a first spec of pages; ``chosen`` is what a person decided.

    ``prefix`` begins the ids of its findings, whose numbers go on ``after`` one.
    """
    page = sections.page([blocks(segments) for segments in pages])
    choices.apply(page, chosen)
    segments = [segment for each in pages for segment in each]
    shared = common.read(page, segments)
    calls = common.settle(page, shared)
    sections.share(page.shared, calls)
    objects = {name: table for table in _tables(page) for name in _names(table)}
    made = [operations.operation(call, objects) for call in calls]
    told = codes.read([*(each for call in calls for each in call.codes), *page.codes])
    codes.put_states(told, made)
    doubts = Doubts(prefix, after)
    document = _begun(page, {"url": shared.server or "/", **_cite_server(page, segments, shared.server)})
    schemas = _put_paths(document["paths"], made, shared.media, doubts)
    if page.named:
        document["x-qiyue-catalogue"] = [_catalogued(block) for block in page.named]
    schemas |= _parts(page)
    components: dict[str, Plain] = {"schemas": schemas} if schemas else {}
    if shared.bearer:
        components["securitySchemes"] = {"bearer": {"type": "http", "scheme": "bearer", **cite_lines(shared.bearer)}}
        document["security"] = [{"bearer": []}]
    document |= {"components": components} if components else {}
    found = verdict(Told(told.codes, tuple(each.answers for each in made)))
    said = {"x-qiyue-envelope": found.envelope, "x-qiyue-errors": found.errors}
    document |= {key: value for key, value in said.items() if value}
    sources: dict[str, str] = {}
    if signing := common.signing(page, made):
        document |= {"x-qiyue-signature": signing.rule} if signing.rule else {}
        sources["signature"] = doubts.add(findings.signing(signing))
    if found.doubtful:
        sources["success"] = doubts.add(findings.success(told, found.doubtful))
    document["info"] |= with_facts(cite_text(segments, page.title), sources)
    return Skeleton(document, tuple(doubts.rows), tuple(page.loose), tuple(doubts.clashes), choices.read(page))


def _begun(page: Page, server: Plain) -> dict[str, Plain]:
    """Give what every document begins with."""
    title = page.title or "API"
    return {
        "openapi": "3.1.0",
        "info": {"title": title, "version": "1"},
        "x-qiyue-sources": {MAIN: {"title": title}},
        "servers": [server],
        "paths": {},
    }


def _cite_server(page: Page, segments: Sequence[Segment], server: str) -> dict[str, Plain]:
    """Cite the tables of environments, or the first line that has the address of the server."""
    return cite(row for table in page.environments for row in table.rows) or cite_text(segments, server)


def _put_paths(paths: dict[str, Plain], made: Sequence[Operation], media: str, doubts: Doubts) -> Plain:
    """Write the operations; gives the schemas that those of gateways refer to."""
    taken: dict[str, int] = {}
    schemas: dict[str, Plain] = {}
    by_address: dict[tuple[str, str], list[Operation]] = {}
    for each in made:
        by_address.setdefault((each.call.path, each.call.method), []).append(each)
    for (path, method), calls in by_address.items():
        name = _id(calls[0].call, taken)
        if len(calls) > 1:
            names = [name, *(_free(each, taken) for each in dispatch.ids(calls))]
            written, further = dispatch.dispatched(calls, names, media)
            schemas |= further
        else:
            if calls[0].call.operation:
                dispatch.named(calls[0])
            written = operations.plain(calls[0], name, media)
        told = [found for each in calls for found in findings.of_operation(each)]
        sources = {fact: doubts.add(row, clash=fact != findings.METHOD) for fact, row in told}
        written |= with_facts(cite(block for each in calls for block in each.call.declared), sources)
        paths.setdefault(path, {})[method.lower()] = written
    return schemas


def _id(call: Call, taken: dict[str, int]) -> str:
    """Make a name from the end of the path; a number tells equal ones apart: ``taken`` counts them."""
    words = re.findall(r"[A-Za-z0-9]+", call.path)
    name = call.method.lower() + "".join(word[:1].upper() + word[1:] for word in words[-3:])
    return _free(name, taken)


def _free(name: str, taken: dict[str, int]) -> str:
    """Give a name that no operation has yet: itself, or with a number behind it."""
    taken[name] = taken.get(name, 0) + 1
    if taken[name] == 1:
        return name
    numbered = next(each for each in (f"{name}{n}" for n in count(taken[name])) if each not in taken)
    taken[numbered] = 1
    return numbered


def _catalogued(block: Declared) -> Plain:
    row = {"name": block.subject, "group": block.trail[-1] if block.trail else "", "method": block.said("method")}
    return {key: value for key, value in row.items() if value} | {
        "reason": "the page does not say how to call it",
        **cite([block]),
    }


def _tables(page: Page) -> Iterator[Table]:
    yield from (placed.block for call in page.calls for placed in call.placed if isinstance(placed.block, Table))
    yield from (block for block in page.loose if isinstance(block, Table))


def _names(table: Table) -> Iterator[str]:
    """Give the names that a table may be a type by: those in the heading above it."""
    if table.trail:
        yield from re.findall(r"[a-z_]\w*", table.trail[-1].casefold(), re.ASCII)


def _parts(page: Page) -> Plain:
    """Keep tables and samples of no call as schemas, by the headings above them."""
    parts: dict[tuple[str, ...], shapes.Schema] = {}
    of: dict[tuple[str, ...], list[Block]] = {}
    for block in page.loose:
        part = parts.setdefault(block.trail, {})
        of.setdefault(block.trail, []).append(block)
        if isinstance(block, Sample):
            shapes.fit(part, block.value)
            cite_members(part, block)
        else:
            for row in block.rows:
                if _is_of_fields(row) and (steps := shapes.steps(row.name)):
                    places.put_row(part, steps, row, flags=True)
    found = [(trail, shapes.clean(part) | cite(of[trail])) for trail, part in parts.items() if part]
    return {f"Part{n}": {"title": " / ".join(trail[-2:]), **part} for n, (trail, part) in enumerate(found, 1)}


def _is_of_fields(row: Row) -> bool:
    """Tell whether a row is one of fields, and not of a table of something else."""
    return len(row.facts) == 1 or any(fact.what != "name" and not fact.what.startswith("column/") for fact in row.facts)
