"""Uploads: the second address, where files are put. In: ``x-qiyue-upload``. Out: addresses of the mock itself.

A request that carries a credential is refused there: it must not follow to another host.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from qiyue.api import Api, Upload, Where
from qiyue.base.media import essence
from qiyue.base.where import each, put
from qiyue.mock.call import Call
from qiyue.mock.incoming import Incoming, Reply
from qiyue.values import Plain

PREFIX = "/-/uploads/"
"""The paths of the second address. A ``GET`` gives back what was put there."""


@dataclass(slots=True)
class Slot:
    """Room for one file."""

    method: str
    content_type: str
    """What was announced; ``""`` takes any."""
    content: bytes | None = None
    sent_type: str = ""


class Uploads:
    """All files of a running mock."""

    def __init__(self, api: Api, seed: int) -> None:
        self._seed = seed
        self._slots: dict[str, Slot] = {}
        self._secret = {("header", "authorization"), ("header", "cookie")}
        self._secret |= {(one.location, one.name.lower()) for one in api.security_schemes if one.type == "apiKey"}

    def offered(self, upload: Upload, incoming: Incoming, call: Call, body: Plain) -> Plain:
        """Give the answer with addresses of this server where the vendor's would be."""
        announced = call.all(_of_all(upload.content_type)) if upload.content_type else []
        for index, (spot, _) in enumerate(list(each(body, _of_all(upload.address)))):
            name = hashlib.sha256(f"{self._seed}/upload/{len(self._slots)}".encode()).hexdigest()[:32]
            said = announced[index] if index < len(announced) else ""
            self._slots[name] = Slot(upload.method, essence(said) if isinstance(said, str) else "")
            body = put(body, spot, f"{incoming.base}{PREFIX}{name}")
        return body

    def answer(self, incoming: Incoming) -> Reply:
        """Take a file, or give it back."""
        slot = self._slots.get(incoming.path.removeprefix(PREFIX))
        if slot is None:
            return _plain(404, "there is no such upload")
        leaked = sorted(self._leaked(incoming))
        if leaked:
            return _plain(403, f"a credential came along: {', '.join(leaked)}")
        if incoming.method == "GET" and slot.content is not None:
            return Reply(200, (("content-type", slot.sent_type or "application/octet-stream"),), slot.content)
        if incoming.method != slot.method:
            return _plain(405, f"use {slot.method}")
        if slot.content_type and incoming.media != slot.content_type:
            return _plain(403, f"the content type was announced as {slot.content_type}")
        slot.content, slot.sent_type = incoming.body, incoming.media
        return Reply(200)

    def _leaked(self, incoming: Incoming) -> Iterator[str]:
        """Name the credentials that a request carries."""
        held = {("header", name) for name in incoming.headers} | {("cookie", name.lower()) for name in incoming.cookies}
        held |= {("query", name.lower()) for name, _ in incoming.query}
        for place, name in held & self._secret:
            yield f"{place} {name}"


def _of_all(where: Where) -> Where:
    """Give the spot for every file: clients send one, ``/data/0/url``, but more may be asked for."""
    return "/".join("*" if part.isdecimal() else part for part in where.split("/"))


def _plain(status: int, text: str) -> Reply:
    return Reply(status, (("content-type", "text/plain; charset=utf-8"),), text.encode())
