"""Does each file of an edition bring its own evidence? An overlay neither makes the page's spec whole nor leans on it.

In: a spec and its overlays, as they were read. Out: diagnostics: an element that says nothing before the last overlay
is applied; one that an overlay changes without citing anything; an action that changes nothing.
"""

from collections.abc import Iterator, Sequence

from qiyue import overlay
from qiyue.base.where import parts_of, pointer
from qiyue.diagnostics import Report, Severity
from qiyue.lint import evidence
from qiyue.lint.evidence import SOURCE
from qiyue.lint.reporter import Reporter
from qiyue.positions import MEMBERS, Position
from qiyue.source import Loaded, Origin, Places, Source


def check_layers(spec: Loaded, overlays: Sequence[Loaded], report: Report) -> None:
    """Say what each file leaves out; what is missing in the whole is for ``check`` to say."""
    for number, each in enumerate(overlays):
        before, places = overlay.apply(spec, overlays[:number])
        evidence.check_required_evidence(before, Reporter(places, report, Severity.ERROR))
        after, places = overlay.apply(spec, overlays[: number + 1])
        speaker = Reporter(places, report, Severity.ERROR)
        for position in evidence.elements(after):
            for here in _changed(position, places, each.source):
                message = f"{evidence.title(position)} is changed here, which does not say where that is known from"
                speaker.emit("missing-evidence", here, message, f"add {SOURCE}: {{meaning: companion Z2}}")
        _check_actions(each, report)


def _changed(position: Position, places: Places, source: Source) -> Iterator[str]:
    """Give the pointer of the first thing that an overlay brought to an element without evidence of its own."""
    origin, rest = places.origin.follow(parts_of(position.pointer))
    if rest or origin.source is source:
        return
    brought = dict(_brought(origin, source))
    facts = origin.members[SOURCE].members.values() if SOURCE in origin.members else ()
    if SOURCE not in brought and not any(fact.source is source for fact in facts):
        own = (here for key, here in brought.items() if key not in MEMBERS[position.kind])
        yield from (position.pointer + here for here in [*own][:1])


def _brought(origin: Origin, source: Source) -> Iterator[tuple[str, str]]:
    """Give every member that came from a text, or has items from it, with the pointer of what came."""
    for key, one in origin.members.items():
        came = [""] if one.source is source else []
        came += [f"/{index}" for index, item in enumerate(one.items or ()) if item.source is source]
        yield from ((key, pointer([key]) + each) for each in came[:1])


def _check_actions(each: Loaded, report: Report) -> None:
    speaker = Reporter(Places.of(each.source), report, Severity.ERROR)
    for number, action in enumerate(each.data["actions"]):
        if action.get("update") == {}:
            here = f"/actions/{number}/update"
            speaker.emit("overlay-idle", here, "this update changes nothing", "say what it adds, or delete the action")
