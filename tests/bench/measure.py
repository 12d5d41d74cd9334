"""Measure: run a command once. In: its words. Out: the CPU seconds, wall seconds and peak memory of its processes."""

import os
import resource
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Run:
    """One run; ``failed`` is the last line of what it said, where it failed."""

    cpu: float
    wall: float
    memory: int
    """Bytes of the largest process."""
    failed: str = ""


def run(words: Sequence[str], folder: Path, environment: Mapping[str, str], seconds: float = 600) -> Run:
    """Run a command to its end."""
    log = folder / "log.txt"
    began = time.perf_counter()
    with log.open("wb") as output:
        process = subprocess.Popen(words, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT)
        status, usage = _waited(process, seconds)
    wall = time.perf_counter() - began
    said = log.read_text("utf-8", "replace").strip().splitlines()
    failed = (said[-1][:200] if said else f"exit {status}") if status else ""
    return Run(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * 1024, failed)


def _waited(process: "subprocess.Popen[bytes]", seconds: float) -> tuple[int, resource.struct_rusage]:
    """Wait for a process, and for those that it waited for."""
    end = time.monotonic() + seconds
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            return process.returncode, usage
        if time.monotonic() > end:
            process.kill()
        time.sleep(0.01)
