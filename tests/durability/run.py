"""Kill mocks at random moments while many write to them, and see whether what they acknowledged is there afterwards.

.venv/bin/python tests/durability/run.py 200
"""

import json
import os
import random
import signal
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from time import sleep

SPEC = Path(__file__).parent / "things.yaml"
WRITERS = 20
LONGEST = 1.5
"""Seconds for which the writers may write."""
PATIENCE = 60
"""Seconds that the first answer may take."""


@dataclass
class Acknowledged:
    """What the mock has said to the writers."""

    made: dict[int, str] = field(default_factory=dict)
    """The id of each object that was made → the name that was sent with it."""
    ids: list[int] = field(default_factory=list)
    """Every id that was given out, in any order."""
    deleted: set[int] = field(default_factory=set)
    doubtful: set[int] = field(default_factory=set)
    """Ids of deletions that were sent, and not acknowledged."""


def start(state: Path, workers: int) -> tuple[subprocess.Popen[str], int]:
    """Start a mock; the process, and the port it listens on."""
    command = ["-m", "qiyue", "mock", str(SPEC), "--port", "0", "--state", str(state), "--workers", str(workers)]
    process = subprocess.Popen([sys.executable, *command], stdout=subprocess.PIPE, text=True, start_new_session=True)
    assert process.stdout
    return process, int(process.stdout.readline().rpartition(":")[2])


def write(port: int, writer: int, told: Acknowledged) -> None:
    """Make objects, and delete every fifth of them, until the mock is gone."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    headers = {"Content-Type": "application/json"}
    try:
        for number in range(sys.maxsize):
            name = f"{os.getpid()}-{writer}-{number}"
            connection.request("POST", "/things", json.dumps({"name": name}), headers)
            made = json.loads(connection.getresponse().read())["id"]
            told.ids.append(made)
            told.made[made] = name
            if number % 5 == 4:
                told.doubtful.add(made)
                connection.request("DELETE", f"/things/{made}")
                if connection.getresponse().read() is not None:
                    told.deleted.add(made)
    except (OSError, HTTPException, ValueError):
        return


def run(port: int, process: subprocess.Popen[str], moment: float, told: Acknowledged) -> None:
    """Let the writers write, and end the mock and its workers so many seconds after its first answer, by a signal
    that nobody can catch.
    """
    before = len(told.ids)
    writers = [Thread(target=write, args=(port, number, told)) for number in range(WRITERS)]
    for each in writers:
        each.start()
    for _ in range(PATIENCE * 100):
        if len(told.ids) > before:
            break
        sleep(0.01)
    sleep(moment)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    for each in writers:
        each.join()


def read(state: Path) -> list[dict[str, object]]:
    """What a new mock lists."""
    process, port = start(state, 1)
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/things")
    listed = json.loads(connection.getresponse().read())
    process.terminate()
    process.wait()
    assert isinstance(listed, list)
    return listed


def judge(told: Acknowledged, listed: list[dict[str, object]]) -> list[str]:
    """What is wrong after a round."""
    kept = {thing["id"]: thing.get("name") for thing in listed}
    lost = [one for one in told.made if one not in kept and one not in told.doubtful]
    changed = [one for one, name in told.made.items() if one in kept and kept[one] != name]
    doubled = [one for one, count in Counter(told.ids).items() if count > 1]
    doubled += [one for one, count in Counter(thing["id"] for thing in listed).items() if count > 1]
    risen = [one for one in told.deleted if one in kept]
    counts = {"lost": lost, "changed": changed, "doubled": doubled, "not deleted": risen}
    return [f"{len(found)} {what}" for what, found in counts.items() if found]


def main(rounds: int) -> int:
    """Run rounds with one worker and with three, on files that go on from round to round."""
    wrong, acknowledged = 0, 0
    with TemporaryDirectory() as folder:
        told = {workers: Acknowledged() for workers in (1, 3)}
        for number in range(rounds):
            workers = (1, 3)[number % 2]
            state = Path(folder, f"{workers}.sqlite")
            process, port = start(state, workers)
            run(port, process, random.Random(number).uniform(0, LONGEST), told[workers])
            found = judge(told[workers], read(state))
            wrong += bool(found)
            print(f"round {number}, {workers} workers, {len(told[workers].ids)} made: {', '.join(found) or 'all kept'}")
        acknowledged = sum(len(each.ids) for each in told.values())
    print(f"{rounds} rounds, {acknowledged} objects acknowledged, {wrong} rounds with a loss")
    return 1 if wrong or not acknowledged else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
