"""Work that must not hold up the event loop, nor the end of the process."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


async def in_daemon_thread(work: Callable[[], T], name: str) -> T:
    """Run ``work`` in a thread of its own and give back what it returns or raises.

    Unlike ``asyncio.to_thread`` the interpreter does not wait for it: Ctrl-C during a long
    start-up ends the process at once.
    """
    loop = asyncio.get_running_loop()
    outcome: asyncio.Future[T] = loop.create_future()

    def settle(deliver: Callable[[], None]) -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(lambda: None if outcome.done() else deliver())

    def run() -> None:
        try:
            result = work()
        except Exception as error:
            failure = error
            settle(lambda: outcome.set_exception(failure))
        else:
            settle(lambda: outcome.set_result(result))

    threading.Thread(target=run, name=name, daemon=True).start()
    return await outcome
