"""What visitors share is worked out once, however many ask at once, and can be forgotten in one call."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from needlewise import caching
from needlewise.caching import shared

CROWD = 20


def test_a_crowd_that_asks_at_once_has_it_worked_out_once():
    """The first works, the others wait for it and get the very same value."""
    asked = threading.Barrier(CROWD)
    calls = []

    @shared(size=4)
    def work(name: str) -> list[str]:
        calls.append(name)
        # Long enough for everyone to come while it is worked out.
        time.sleep(0.1)
        return [name]

    def ask(_: int) -> list[str]:
        asked.wait(30)
        return work("x")

    with ThreadPoolExecutor(CROWD) as crowd:
        found = list(crowd.map(ask, range(CROWD)))
    assert calls == ["x"]
    assert all(value is found[0] for value in found)


def test_one_value_being_worked_out_does_not_hold_up_another():
    """The second is worked out while the first still waits for it."""
    other_is_there = threading.Event()

    @shared(size=4)
    def work(name: str) -> str:
        if name == "first":
            assert other_is_there.wait(30)
        return name

    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(work, "first")
        assert work("second") == "second"
        other_is_there.set()
        assert first.result(30) == "first"


def test_a_failure_is_told_and_not_held():
    """Who asks next tries again."""
    outcomes = [ValueError("once"), None]

    @shared(size=4)
    def work() -> str:
        fault = outcomes.pop(0)
        if fault is not None:
            raise fault
        return "sound"

    with pytest.raises(ValueError, match="once"):
        work()
    assert work() == "sound"
    assert work() == "sound"


def test_it_never_holds_more_than_its_size():
    """The value that nobody has asked for longest goes."""
    calls = []

    @shared(size=lambda: 2)
    def work(name: str, *, loud: bool = False) -> str:
        calls.append((name, loud))
        return name

    for name in ("a", "b", "a", "c", "a"):
        work(name)
    assert work.cache_info() == (2, 2)
    assert calls == [("a", False), ("b", False), ("c", False)]
    work("b")
    work("b", loud=True)
    assert calls[3:] == [("b", False), ("b", True)]
    assert work.cache_info().held == 2


def test_what_it_depends_on_is_part_of_the_question():
    """Another clinic gets another value without anything being cleared, and the first finds its own again."""
    clinic = "north"
    calls = []

    @shared(size=4, depends_on=lambda: clinic)
    def work() -> str:
        calls.append(clinic)
        return clinic

    assert work() == "north"
    clinic = "south"
    assert work() == "south"
    clinic = "north"
    assert work() == "north"
    assert calls == ["north", "south"]


def test_all_is_forgotten_in_one_call_also_what_is_being_worked_out(monkeypatch: pytest.MonkeyPatch):
    """What was begun before the call is given to who asked, but not held."""
    # Only those of this test: the others' values are not this test's to drop.
    monkeypatch.setattr(caching, "_EVERY", [])
    begun, cleared = threading.Event(), threading.Event()
    calls = []

    @shared(size=4)
    def work() -> int:
        calls.append(1)
        if len(calls) == 1:
            begun.set()
            assert cleared.wait(30)
        return len(calls)

    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(work)
        assert begun.wait(30)
        caching.clear_all()
        cleared.set()
        assert first.result(30) == 1
    assert work() == 2
    assert work() == 2
    caching.clear_all()
    assert work.cache_info().held == 0
