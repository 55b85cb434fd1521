"""How threads take turns: who may be interrupted, where, and how often. The GIL's behaviour, as CPython has had it since 3.10."""

import sys
import threading
import time


def turns_of(threads, seconds):
    """Lets so many threads compute, and counts how often the turn went from one to another."""
    order, until = [], time.perf_counter() + seconds
    begun = threading.Barrier(threads)

    def compute(number):
        begun.wait(5)
        while time.perf_counter() < until:
            if not order or order[-1] != number:
                order.append(number)

    all_threads = [threading.Thread(target=compute, args=(number,)) for number in range(threads)]
    for thread in all_threads:
        thread.start()
    for thread in all_threads:
        thread.join()
    return order


def test_computing_threads_alternate():
    order = turns_of(4, 0.25)
    assert set(order) == {0, 1, 2, 3}, order
    assert len(order) >= 12, order


def test_the_switch_interval_is_obeyed():
    assert sys.getswitchinterval() == 0.005
    try:
        sys.setswitchinterval(0.001)
        assert sys.getswitchinterval() == 0.001
        often = len(turns_of(2, 0.2))
        sys.setswitchinterval(0.05)
        seldom = len(turns_of(2, 0.2))
    finally:
        sys.setswitchinterval(0.005)
    assert often > 3 * seldom, (often, seldom)
    try:
        sys.setswitchinterval(0)
        raise AssertionError("an interval of 0 was taken")
    except ValueError as error:
        assert str(error) == "switch interval must be strictly positive"


def test_a_sleeper_wakes_beside_a_computing_thread():
    ended = False

    def compute():
        while not ended:
            pass

    thread = threading.Thread(target=compute)
    thread.start()
    began = time.perf_counter()
    for _ in range(5):
        time.sleep(0.002)
    took = time.perf_counter() - began
    ended = True
    thread.join()
    assert 0.01 <= took < 2, took


def counted(step, threads, times):
    """What `step`, done so often in so many threads at once, leaves in the counter."""
    counter = [0]
    sys.setswitchinterval(0.0005)
    try:
        all_threads = [threading.Thread(target=step, args=(counter, times)) for _ in range(threads)]
        for thread in all_threads:
            thread.start()
        for thread in all_threads:
            thread.join()
    finally:
        sys.setswitchinterval(0.005)
    return counter[0]


def test_adding_in_place_loses_nothing():
    def add(counter, times):
        for _ in range(times):
            counter[0] += 1

    assert counted(add, 4, 100_000) == 400_000


def test_a_call_between_reading_and_writing_loses_updates():
    def same(value):
        return value

    def add(counter, times):
        for _ in range(times):
            counter[0] = same(counter[0]) + 1

    # Once in a while no turn falls between the two.
    assert any(counted(add, 4, 100_000) < 400_000 for _ in range(5))


def test_a_lock_loses_nothing():
    lock = threading.Lock()

    def same(value):
        return value

    def add(counter, times):
        for _ in range(times):
            with lock:
                counter[0] = same(counter[0]) + 1

    assert counted(add, 3, 5_000) == 15_000


def test_a_switch_leaves_evaluation_whole():
    """Values on the stack, loops, comprehensions, `with`, `finally` and generators survive thousands of switches."""

    def work(results):
        total = 0
        for number in range(3_000):
            try:
                with threading.Lock():
                    total += sum(value * 2 for value in [number, number + 1]) + max(number, 1, key=lambda value: value)
            finally:
                total -= len("{}".format(number))
        results.append(total)

    sys.setswitchinterval(0.0005)
    try:
        alone, results = [], []
        work(alone)
        threads = [threading.Thread(target=work, args=(results,)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(0.005)
    assert results == alone * 4
