"""Loops: the event loop that runs the tasks here and now, of asyncio or trio, and what tasks do in it: wait, in turn or
for a while. All of it is for async clients only.
"""

import sys
from math import inf
from typing import Any

from .gate import Gate


def running_loop() -> Any:
    """Return what stands for the event loop that runs in this thread, the same each time, else ``None``. A library that
    nobody has imported runs none."""
    asyncio, trio = sys.modules.get("asyncio"), sys.modules.get("trio")
    if asyncio and (loop := asyncio._get_running_loop()):
        return loop
    in_trio = trio is not None and hasattr(trio, "lowlevel") and trio.lowlevel.in_trio_run()
    return trio.lowlevel.current_trio_token() if trio and in_trio else None


def has_ended(loop: Any) -> bool:
    """Tell whether an event loop will never run again."""
    if hasattr(loop, "is_closed"):
        return bool(loop.is_closed())
    try:
        loop.run_sync_soon(int, idempotent=True)
    except RuntimeError:
        return True
    return False


async def pause(seconds: float) -> None:
    """Wait, in asyncio or trio; give another ``sleep`` where something else runs the tasks."""
    import anyio  # httpx2 brings it; slow to import, and sync clients never need it

    await anyio.sleep(seconds)


async def enter(gate: Gate, left: float) -> Any:
    """Wait until no other task of the running event loop is at a gate; return the lock to be released then, ``None``
    where that takes more than ``left`` seconds."""
    import anyio  # as above

    lock = gate.locks.setdefault(running_loop(), anyio.Lock())
    with anyio.move_on_after(None if left == inf else left):
        await lock.acquire()
        return lock
    return None
