"""Program: a generated Python client, driven by lines: ``python -m qiyue.drivers.program PACKAGE``, in its folder."""

import asyncio
import sys
from collections.abc import Callable
from functools import partial
from typing import BinaryIO

from qiyue.drivers.asking import asking
from qiyue.drivers.driver import Client, Driver, Reading
from qiyue.drivers.in_process import PythonDriver
from qiyue.drivers.lines import read_line, write_line
from qiyue.drivers.messages import call_of, opening_of, request_of, tell
from qiyue.drivers.package import imported
from qiyue.values import Plain


class Program:
    """Does what lines ask of a driver, until there are no more."""

    def __init__(self, driver: Driver, lines: BinaryIO, out: BinaryIO) -> None:
        self._driver, self._lines, self._out = driver, lines, out
        self._clients: dict[int, Client] = {}
        self._readings: dict[int, Reading] = {}
        self._loop = asyncio.new_event_loop()
        self._verbs: dict[str, Callable[[dict[str, Plain]], dict[str, Plain]]] = {
            "describe": self._describe,
            "open": self._begin,
            "call": self._call,
            "read": self._read,
            "next": lambda told: {"outcome": tell(self._readings[told["reading"]].next())},
            "end": lambda told: {"outcome": tell(self._readings.pop(told["reading"]).close())},
            "close": lambda told: {"outcome": tell(self._client(told).close(told["ending"]))},
            "look": self._look,
            "write": lambda told: {"text": self._driver.write(request_of(told["request"]))},
            "listen": self._listen,
            "heard": lambda _: {"names": self._driver.heard()},
        }

    def serve(self) -> None:
        """Answer line by line."""
        for line in self._lines:
            told = read_line(line)
            try:
                for number in told.get("forget", ()):
                    self._clients.pop(number, None)
                answer = self._verbs[told["do"]](told)
            except Exception as error:  # noqa: BLE001 - whoever asked is told, and may ask something else
                answer = {"error": f"{type(error).__name__}: {error}"}
            self._out.write(write_line(answer))
            self._out.flush()
        self._loop.close()

    def _describe(self, _told: dict[str, Plain]) -> dict[str, Plain]:
        return {
            "offers": {name: tell(offer) for name, offer in self._driver.offers.items()},
            "variables": self._driver.variables,
        }

    def _begin(self, told: dict[str, Plain]) -> dict[str, Plain]:
        number = told["client"]
        world = asking(partial(self._ask, client=number), self._loop.run_until_complete)
        self._clients[number] = self._driver.open_client(opening_of(told["opening"]), world)
        return {}

    def _call(self, told: dict[str, Plain]) -> dict[str, Plain]:
        client, calls = self._client(told), [call_of(each) for each in told["calls"]]
        outcomes = client.call_together(calls) if len(calls) > 1 else [client.call(each) for each in calls]
        return {"outcomes": [tell(each) for each in outcomes]}

    def _read(self, told: dict[str, Plain]) -> dict[str, Plain]:
        self._readings[told["reading"]] = self._client(told).read(call_of(told["call"]))
        return {}

    def _look(self, told: dict[str, Plain]) -> dict[str, Plain]:
        client = self._client(told)
        return {"texts": client.texts(), "connections": client.has_connections()}

    def _listen(self, told: dict[str, Plain]) -> dict[str, Plain]:
        self._driver.listen(told["word"])
        return {}

    def _client(self, told: dict[str, Plain]) -> Client:
        return self._clients[told["client"]]

    def _ask(self, ask: str, **said: Plain) -> dict[str, Plain]:
        self._out.write(write_line({"ask": ask, **said}))
        self._out.flush()
        return read_line(self._lines.readline())


def main(package: str) -> None:
    """Drive a package. What it prints goes to where people read."""
    lines, out = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    Program(PythonDriver(imported(package)), lines, out).serve()


if __name__ == "__main__":
    main(*sys.argv[1:])
