"""Pagination: how a client goes through a list. In: a scene whose operation gives a list page by page. Out: problems.

Every item comes once and in order, a page is fetched when it is needed and not before, and there is an end: where the
answers say so, else where a page is not full, is empty, or comes a second time.
"""

from collections.abc import Iterator
from dataclasses import replace

from qiyue.api import Pagination
from qiyue.base.absent import ABSENT
from qiyue.base.equality import json_equal
from qiyue.base.where import put
from qiyue.contract.client.scenarios.paged_server import ListState, PagedServer, build_items, choose_page_size
from qiyue.contract.client.scenarios.recorded_call import RecordedCall
from qiyue.contract.client.scenarios.retried_requests import is_same_request
from qiyue.contract.client.scenarios.scripted_server import ScriptedClient
from qiyue.contract.http.message import value_at, with_value
from qiyue.contract.oracle.checks import Problem
from qiyue.drivers import Form
from qiyue.examples import Request
from qiyue.values import Plain, freeze, thaw

_SHELVES = (
    ListState("a list whose last page is not full", 7),
    ListState("a list whose last page is full", 6),
    ListState("an empty list", 0),
    ListState("a list whose numbers are text", 7, as_text=True),
    ListState("a list that announces too few items", 7, total=1),
    ListState("a list that gives its last page again and again", 6, repeats=True),
)


def check_pagination(scene: RecordedCall, form: Form) -> Iterator[Problem]:
    """Go through lists."""
    rule = scene.operation.pagination
    if rule is None or not scene.offer.pages or not has_list_body(scene, rule):
        return
    for shelf in _SHELVES:
        if shelf.total is None or rule.total:
            for sentence in _walked(scene, form, rule, shelf):
                yield Problem("iterator", f"Of {shelf.about} the {form} client {sentence}.")


def has_list_body(scene: RecordedCall, rule: Pagination) -> bool:
    """Tell whether a list can be made of the answer."""
    told = (rule.items, rule.next) if rule.style == "cursor" else (rule.items,)
    return isinstance(scene.body(), dict) and all(where.startswith("/") for where in told)


def _walked(scene: RecordedCall, form: Form, rule: Pagination, shelf: ListState) -> Iterator[str]:
    size = choose_page_size(scene, rule)
    known = int(str(size)) if size is not None else rule.default_size
    full = min(known or 3, rule.max_size or known or 3)
    server = PagedServer(scene, rule, shelf, build_items(scene, rule, shelf.count), full)
    stage = ScriptedClient(scene, form, server)
    request = _sized(scene, rule, size)
    came = stage.call(way="items", request=request)
    if came.raised is not None:
        yield f"raises {came.raised.name} after {len(stage.asked)} pages"
        return
    found = came.returned
    if not json_equal(found[: shelf.count], list(server.items)) or (len(found) > shelf.count and not shelf.repeats):
        yield f"gives {len(found)} items, not the {shelf.count} that there are in their order"
        return
    wanted = _requests(rule, shelf, full, is_known=bool(known))
    if not shelf.repeats and len(stage.asked) != wanted:
        yield f"fetches {len(stage.asked)} pages, where {wanted} are right"
    spot = rule.cursor if rule.style == "cursor" else rule.page
    for later in stage.asked[1:]:
        asked = value_at(later.request, spot)
        if asked is ABSENT or not is_same_request(
            scene, with_value(stage.asked[0].request, spot, asked), later.request
        ):
            yield "asks otherwise for a later page"
            return
    if shelf.count > full:
        lazy = ScriptedClient(scene, form, server)
        lazy.call(way="items", request=request, most=full)
        if len(lazy.asked) != 1:
            yield f"fetches {len(lazy.asked)} pages before the first is used up"


def _sized(scene: RecordedCall, rule: Pagination, size: Plain) -> Request:
    """Give the call with this number of items of a page, ``None`` where it is not said."""
    request = scene.request
    if size is None:
        return request
    location, is_parameter, name = rule.size.partition(":")
    if not is_parameter:
        return replace(request, body=freeze(put(thaw(request.body), rule.size, size)))
    values = {**request.parameter(location), name: size}
    return replace(request, parameters=freeze({**request.parameters, location: values}))


def _requests(rule: Pagination, shelf: ListState, full: int, *, is_known: bool) -> int:
    """Give how many requests a list takes: one more where nothing but an empty page tells its end."""
    least = max(1, -(-shelf.count // full))
    is_told = rule.style == "cursor" or (rule.total and shelf.total is None) or (rule.pages and rule.style == "page")
    if is_told or not shelf.count or (is_known and shelf.count % full):
        return least
    return least + 1
