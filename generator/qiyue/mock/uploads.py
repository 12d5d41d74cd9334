"""Uploads: the second address, where files are put. In: ``x-qiyue-upload``. Out: addresses of the mock itself.

A request that carries a credential is refused there: it must not follow to another host.
"""

import hashlib
from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import dataclass, replace

from qiyue.api import Api, Upload, Where
from qiyue.base.absent import ABSENT
from qiyue.base.media import essence
from qiyue.base.where import each, put
from qiyue.mock.call import Call
from qiyue.mock.incoming import Incoming, Reply
from qiyue.mock.storage import Storage
from qiyue.values import Plain

PREFIX = "/-/uploads/"
"""The paths of the second address. A ``GET`` gives back what was put there."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Room for one file."""

    method: str
    content_type: str
    """What was announced; ``""`` takes any."""
    content: bytes | None = None
    sent_type: str = ""


class Uploads:
    """All files of a running mock."""

    def __init__(self, api: Api, seed: int, storage: Storage) -> None:
        self._seed = seed
        self._slots: dict[str, Slot] = {}
        self._part = storage.part("uploads", self._apply)
        self._secret = {("header", "authorization"), ("header", "cookie")}
        self._secret |= {(one.location, one.name.lower()) for one in api.security_schemes if one.type == "apiKey"}

    def offered(self, upload: Upload, incoming: Incoming, call: Call, body: Plain) -> Plain:
        """Give the answer with addresses of this server where the vendor's would be."""
        announced = call.all(_of_all(upload.content_type)) if upload.content_type else []
        for index, (spot, _) in enumerate(list(each(body, _of_all(upload.address)))):
            name = hashlib.sha256(f"{self._seed}/upload/{len(self._slots)}".encode()).hexdigest()[:32]
            said = announced[index] if index < len(announced) else ""
            self._put(name, Slot(upload.method, essence(said) if isinstance(said, str) else ""))
            body = put(body, spot, f"{incoming.base}{PREFIX}{name}")
        return body

    def answer(self, incoming: Incoming) -> Reply:
        """Take a file, or give it back."""
        name = incoming.path.removeprefix(PREFIX)
        slot = self._slots.get(name)
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
        self._put(name, replace(slot, content=incoming.body, sent_type=incoming.media))
        return Reply(200)

    def _put(self, name: str, slot: Slot) -> None:
        content = None if slot.content is None else b64encode(slot.content).decode("ascii")
        self._part.put(name, [slot.method, slot.content_type, content, slot.sent_type])

    def _apply(self, name: Plain, value: Plain) -> None:
        self._slots.pop(name, None)
        if value is not ABSENT:
            method, content_type, content, sent_type = value
            self._slots[name] = Slot(method, content_type, None if content is None else b64decode(content), sent_type)

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
