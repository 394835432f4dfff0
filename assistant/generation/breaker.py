"""A circuit breaker: a server that has failed again and again is left alone for a while."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

FAILURES_TO_OPEN = 3
COOL_DOWN_S = 30.0


@dataclass(frozen=True, slots=True)
class BreakerState:
    """How many calls failed in a row, and until when (monotonic seconds) none is let through.

    ``probing`` marks the one call that is tried after the cool-down.
    """

    failures: int = 0
    closed_until: float = 0.0
    probing: bool = False


class CircuitBreaker:
    """Counts failures over all threads; states are replaced, never changed."""

    def __init__(
        self,
        failures_to_open: int = FAILURES_TO_OPEN,
        cool_down_s: float = COOL_DOWN_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._failures_to_open = failures_to_open
        self._cool_down_s = cool_down_s
        self._clock = clock
        self._lock = threading.Lock()
        self._state = BreakerState()

    @property
    def state(self) -> BreakerState:
        """The state now."""
        return self._state

    def admits(self) -> bool:
        """Whether a call may be made; after the cool-down one call is, until it has ended."""
        with self._lock:
            state = self._state
            if state.failures < self._failures_to_open:
                return True
            if state.probing or self._clock() < state.closed_until:
                return False
            self._state = replace(state, probing=True)
            return True

    def succeeded(self) -> None:
        """A call came back well."""
        with self._lock:
            self._state = BreakerState()

    def failed(self) -> None:
        """A call failed: time-out, refusal, cut stream."""
        with self._lock:
            failures = self._state.failures + 1
            self._state = BreakerState(failures, self._clock() + self._cool_down_s)

    def abandoned(self) -> None:
        """A call was given up by its caller and says nothing about the server."""
        with self._lock:
            self._state = replace(self._state, probing=False)
