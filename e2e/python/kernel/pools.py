"""Queues and pools between threads."""

import queue
import threading
import time
from concurrent.futures import FIRST_COMPLETED, FIRST_EXCEPTION, CancelledError, ThreadPoolExecutor, as_completed, wait


def test_queue_hands_over_in_order():
    handed, got = queue.Queue(maxsize=2), []

    def take():
        while (item := handed.get()) is not None:
            got.append(item)
            handed.task_done()

    taker = threading.Thread(target=take)
    taker.start()
    for number in range(50):
        handed.put(number)
    handed.join()
    handed.put(None)
    taker.join()
    assert got == list(range(50)), got


def test_queue_gives_up_in_time():
    full = queue.Queue(1)
    full.put(1)
    for kind, call in ((queue.Full, lambda: full.put(2, timeout=0.005)), (queue.Full, lambda: full.put_nowait(2)), (queue.Empty, lambda: queue.Queue().get(timeout=0.005))):
        try:
            call()
            raise AssertionError(kind)
        except kind:
            pass


def test_simple_priority_and_lifo_queues():
    simple = queue.SimpleQueue()
    threading.Timer(0.005, simple.put, ("late",)).start()
    assert simple.get(timeout=2) == "late"
    priority, lifo = queue.PriorityQueue(), queue.LifoQueue()
    for number in (2, 3, 1):
        priority.put(number)
        lifo.put(number)
    assert [priority.get() for _ in range(3)] == [1, 2, 3]
    assert [lifo.get() for _ in range(3)] == [1, 3, 2]


def test_pool_maps_in_order_and_waits_together():
    with ThreadPoolExecutor(10) as pool:
        began = time.perf_counter()
        assert list(pool.map(lambda number: time.sleep((10 - number) / 100) or number, range(10))) == list(range(10))
        took = time.perf_counter() - began
    assert took < 0.45, took


def test_pool_hands_exceptions_over():
    with ThreadPoolExecutor(2) as pool:
        future = pool.submit(lambda: 1 / 0)
        assert isinstance(future.exception(), ZeroDivisionError)
        slow = pool.submit(time.sleep, 0.02)
        try:
            slow.result(timeout=0.002)
            raise AssertionError("it did not time out")
        except TimeoutError:
            pass


def test_pool_futures_can_be_awaited_in_many_ways():
    with ThreadPoolExecutor(3) as pool:
        quick, slow = pool.submit(int), pool.submit(time.sleep, 0.03)
        done, left = wait([quick, slow], return_when=FIRST_COMPLETED)
        assert (done, left) == ({quick}, {slow})
        done, left = wait([slow, pool.submit(lambda: [][0])], return_when=FIRST_EXCEPTION)
        assert (len(done), left) == (1, {slow})
        assert sorted(future.result() for future in as_completed([pool.submit(pow, 2, power) for power in range(5)])) == [1, 2, 4, 8, 16]
        called = []
        future = pool.submit(int)
        future.add_done_callback(called.append)
        wait([future])
    assert called == [future]


def test_pool_can_be_cancelled():
    gate = threading.Event()
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(gate.wait, 2)
        waiting = [pool.submit(int) for _ in range(3)]
        assert waiting[0].cancel() and not running.cancel()
        gate.set()
        pool.shutdown(cancel_futures=True)
    try:
        waiting[0].result()
        raise AssertionError("it was not cancelled")
    except CancelledError:
        pass


def test_pool_within_pool():
    def outer(number):
        with ThreadPoolExecutor(2) as pool:
            return sum(pool.map(lambda inner: number * inner, range(3)))

    with ThreadPoolExecutor(2, thread_name_prefix="outer") as pool:
        assert list(pool.map(outer, range(3))) == [0, 3, 6]
        assert pool.submit(lambda: threading.current_thread().name).result().startswith("outer_")


def test_pool_initializer():
    local = threading.local()

    def prepare(value):
        local.value = value

    with ThreadPoolExecutor(2, initializer=prepare, initargs=("ready",)) as pool:
        assert set(pool.map(lambda _: local.value, range(4))) == {"ready"}
