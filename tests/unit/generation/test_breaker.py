from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from assistant.generation.breaker import CircuitBreaker


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def _open(clock: Clock) -> CircuitBreaker:
    breaker = CircuitBreaker(failures_to_open=3, cool_down_s=30.0, clock=clock)
    for _ in range(3):
        assert breaker.admits()
        breaker.failed()
    return breaker


def test_it_opens_after_failures_in_a_row() -> None:
    assert not _open(Clock()).admits()


def test_a_success_between_failures_keeps_it_closed() -> None:
    breaker = CircuitBreaker(failures_to_open=2, clock=Clock())
    for _ in range(5):
        breaker.failed()
        breaker.succeeded()
    assert breaker.admits()


def test_after_the_cool_down_one_call_probes() -> None:
    clock = Clock()
    breaker = _open(clock)
    clock.now = 30.0
    with ThreadPoolExecutor(8) as pool:
        admitted = list(pool.map(lambda _: breaker.admits(), range(32)))
    assert admitted.count(True) == 1


def test_a_good_probe_closes_it_and_a_bad_one_does_not() -> None:
    clock = Clock()
    breaker = _open(clock)
    clock.now = 31.0
    assert breaker.admits()
    breaker.failed()
    clock.now = 60.0
    assert not breaker.admits()
    clock.now = 62.0
    assert breaker.admits()
    breaker.succeeded()
    assert breaker.admits()
    assert breaker.admits()


def test_an_abandoned_probe_lets_another_one_try() -> None:
    clock = Clock()
    breaker = _open(clock)
    clock.now = 31.0
    assert breaker.admits()
    breaker.abandoned()
    assert breaker.admits()
