"""A server that somebody else could have written: orders, kept in a dict. It is right by ``orders.yaml``; each fault of
``FAULTS`` makes it wrong in one way. It imports nothing of qiyue."""

import json
import re
from datetime import datetime
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

FAULTS = {
    "buyer is trimmed": "kept",
    "price goes through a double": "kept",
    "pieces go through a double": "kept",
    "the zone is dropped": "kept",
    "a list cuts the buyer": "kept",
    "PUT does not persist": "kept",
    "a read after a change is stale": "stale",
    "PATCH resets what was not sent": "patch",
    "DELETE keeps the order": "deleted",
    "later pages begin one too early": "pages",
    "total is that of the page": "total",
    "total ignores the filter": "total",
    "the filter is ignored": "filter",
    "the filter finds nothing": "filter",
    "the default size is another one": "limit",
    "desc is asc": "order",
    "ETag is ignored": "not-modified",
    "reading asks for no key": "credentials",
    "names are unique": "",
}
"""What is wrong → the check that has to tell; ``""`` where nothing is wrong."""
_FORM = {"buyer", "price", "pieces", "express", "state", "placed"}


def refused(status: int, reason: str) -> JSONResponse:
    return JSONResponse({"reason": reason}, status)


def problem(body: Any, wanted: set[str]) -> str:
    """What is wrong with an order, ``""`` where nothing is."""
    if not isinstance(body, dict):
        return "no object"
    checks = {
        "buyer": lambda value: isinstance(value, str) and 1 <= len(value) <= 40,
        "price": lambda value: isinstance(value, str) and re.fullmatch(r"[0-9]{1,16}\.[0-9]{2}", value),
        "pieces": lambda value: type(value) is int and 1 <= value < 2**63,
        "express": lambda value: isinstance(value, bool),
        "state": lambda value: value in ("open", "paid"),
        "placed": is_moment,
    }
    missing = wanted - body.keys()
    wrong = [name for name in _FORM & body.keys() if not checks[name](body[name])]
    return f"{sorted(missing) or wrong}" if missing or wrong else ""


def is_moment(text: Any) -> bool:
    if not isinstance(text, str) or not re.fullmatch(
        r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", text
    ):
        return False
    try:
        datetime.fromisoformat(re.sub(r"\.\d+", "", text.upper().replace(":60", ":59")))
    except ValueError:
        return False
    return True


class Orders:
    """One server."""

    def __init__(self, fault: str = "") -> None:
        self.fault, self.rows, self.last, self.old = fault, dict[int, dict[str, Any]](), 0, dict[int, dict[str, Any]]()
        routes = [
            Route("/orders", self.collection, methods=["GET", "POST"]),
            Route("/orders/{number:int}", self.item, methods=["GET", "PUT", "PATCH", "DELETE"]),
            Route("/rates", self.rates),
        ]
        self.app = Starlette(routes=routes, exception_handlers={404: self.nothing, 405: self.nothing})

    async def nothing(self, _request: Request, _error: Exception) -> Response:
        return refused(404, "nothing here")

    def is_barred(self, request: Request) -> bool:
        if self.fault == "reading asks for no key" and request.method == "GET" and "number" in request.path_params:
            return False
        return request.headers.get("authorization") != "Bearer k1"

    async def collection(self, request: Request) -> Response:
        if self.is_barred(request):
            return refused(401, "no key")
        return self.listed(request) if request.method == "GET" else await self.made(request)

    async def made(self, request: Request) -> Response:
        body = await read(request)
        if wrong := problem(body, {"buyer", "price", "placed"}):
            return refused(400, wrong)
        if self.fault == "names are unique" and any(row["buyer"] == body["buyer"] for row in self.rows.values()):
            return refused(409, "there is one of this name")
        self.last += 1
        self.rows[self.last] = self.kept(self.last, {name: body[name] for name in _FORM & body.keys()})
        return JSONResponse(self.rows[self.last], 201)

    def kept(self, number: int, said: dict[str, Any]) -> dict[str, Any]:
        row = {"number": number, "pieces": 1, "express": False, "state": "open"} | said
        if self.fault == "buyer is trimmed":
            row["buyer"] = row["buyer"].strip()
        if self.fault == "price goes through a double":
            row["price"] = f"{float(row['price']):.2f}"
        if self.fault == "pieces go through a double":
            row["pieces"] = int(float(row["pieces"]))
        if self.fault == "the zone is dropped":
            row["placed"] = row["placed"][:19] + "Z"
        return row

    def listed(self, request: Request) -> Response:
        asked = dict(request.query_params)
        page, size = asked.get("page", "1"), asked.get("size", "5" if self.fault.startswith("the default") else "10")
        valid = re.fullmatch(r"[1-9][0-9]{0,2}|1000", page) and re.fullmatch(r"[1-9]|[1-4][0-9]|50", size)
        state, sort = asked.get("state"), asked.get("sort", "asc")
        if not valid or state not in (None, "open", "paid") or sort not in ("asc", "desc"):
            return refused(400, "a parameter")
        everything = list(self.rows.values())
        rows = [row for row in everything if state in (None, row["state"]) or self.fault == "the filter is ignored"]
        if self.fault == "the filter finds nothing" and state:
            rows = []
        if sort == "desc" and self.fault != "desc is asc":
            rows.reverse()
        start = (int(page) - 1) * int(size)
        start -= self.fault == "later pages begin one too early" and start > 0
        shown = rows[start : start + int(size)]
        total = len(shown) if self.fault == "total is that of the page" else len(rows)
        total = len(everything) if self.fault == "total ignores the filter" else total
        if self.fault == "a list cuts the buyer":
            shown = [{**row, "buyer": row["buyer"][:6]} for row in shown]
        return JSONResponse({"rows": shown, "total": total})

    async def item(self, request: Request) -> Response:
        if self.is_barred(request):
            return refused(401, "no key")
        number = request.path_params["number"]
        if number not in self.rows:
            return refused(404, "no such order")
        if request.method == "GET":
            is_stale = self.fault == "a read after a change is stale" and number in self.old
            return JSONResponse(self.old.pop(number) if is_stale else self.rows[number])
        if request.method == "DELETE":
            if self.fault != "DELETE keeps the order":
                del self.rows[number]
            return Response(status_code=204)
        return await self.changed(request, number)

    async def changed(self, request: Request, number: int) -> Response:
        body, puts = await read(request), request.method == "PUT"
        wrong = problem(body, {"buyer", "price", "placed"} if puts else set())
        if wrong:
            return refused(400, wrong)
        said = {name: body[name] for name in (_FORM if puts else {"buyer", "express"}) & body.keys()}
        before, row = self.rows[number], said if puts else {**self.rows[number], **said}
        if self.fault == "PATCH resets what was not sent" and not puts:
            row["express"] = said.get("express", False)
        self.old[number] = before
        after = self.kept(number, row)
        if not (puts and self.fault == "PUT does not persist"):
            self.rows[number] = after
        return JSONResponse(after)

    async def rates(self, request: Request) -> Response:
        if request.headers.get("if-none-match") == '"1"' and self.fault != "ETag is ignored":
            return Response(status_code=304, headers={"etag": '"1"'})
        return JSONResponse(["fast", "slow"], headers={"etag": '"1"'})


async def read(request: Request) -> Any:
    try:
        return json.loads(await request.body())
    except ValueError:
        return None
