"""What a thread is: its start and end, what it has of its own, and what it shares."""

import _thread
import contextvars
import gc
import sys
import threading
import time


def in_thread(function, *args, name=None):
    """Runs it in a thread and gives its result, or raises what it raised."""
    result = []

    def run():
        try:
            result.append((function(*args), None))
        except BaseException as error:
            result.append((None, error))

    thread = threading.Thread(target=run, name=name)
    thread.start()
    thread.join(5)
    assert not thread.is_alive(), "the thread did not end"
    value, error = result[0]
    if error is not None:
        raise error
    return value


def test_a_thread_starts_once():
    thread = threading.Thread(target=int)
    assert thread.ident is None and not thread.is_alive()
    for method in (thread.join, threading.current_thread().join):
        try:
            method()
            raise AssertionError("it was joined")
        except RuntimeError:
            pass
    thread.start()
    thread.join()
    assert thread.ident is not None and not thread.is_alive()
    try:
        thread.start()
        raise AssertionError("it started twice")
    except RuntimeError as error:
        assert str(error) == "threads can only be started once"


def test_join_gives_up_in_time():
    thread = threading.Thread(target=time.sleep, args=(0.03,))
    thread.start()
    assert thread in threading.enumerate()
    thread.join(0.005)
    assert thread.is_alive()
    thread.join()
    assert not thread.is_alive() and thread not in threading.enumerate()


def test_identifiers_differ_while_threads_live():
    barrier, seen = threading.Barrier(5), []

    def note():
        seen.append((threading.get_ident(), threading.current_thread().ident, threading.current_thread().name))
        barrier.wait(2)

    threads = [threading.Thread(target=note, name=f"note {number}") for number in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({ident for ident, _, _ in seen}) == 5
    assert all(ident == known for ident, known, _ in seen)
    assert {name for _, _, name in seen} == {f"note {number}" for number in range(5)}, seen
    assert threading.main_thread() is threading.current_thread()


def test_many_threads_at_once():
    event, count, ended = threading.Event(), 150, []

    def wait(number):
        event.wait(5)
        ended.append(number)

    threads = [threading.Thread(target=wait, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    assert threading.active_count() == count + 1
    gc.collect()
    event.set()
    for thread in threads:
        thread.join()
    assert sorted(ended) == list(range(count))


def test_garbage_is_collected_under_parked_threads():
    """CPython's collector walks every thread's frames, wherever their stacks are."""
    event, kept = threading.Event(), []

    def wait(depth):
        if depth:
            return wait(depth - 1)
        values = [[] for _ in range(50)]
        values.append(values)
        event.wait(5)
        kept.append(len(values))
        return None

    threads = [threading.Thread(target=wait, args=(number % 7,)) for number in range(60)]
    for thread in threads:
        thread.start()
        gc.collect(0)
    for _ in range(5):
        gc.collect()
    event.set()
    for thread in threads:
        thread.join()
    assert kept == [51] * 60, kept


def test_local_values_are_the_threads_own():
    local = threading.local()
    local.value = "main"

    def other():
        before = hasattr(local, "value")
        local.value = "other"
        time.sleep(0.002)
        return before, local.value

    assert in_thread(other) == (False, "other")
    assert local.value == "main"

    class Own(threading.local):
        def __init__(self, start):
            self.list = [start]

    own = Own(1)
    own.list.append(2)
    assert in_thread(lambda: own.list) == [1] and own.list == [1, 2]


def test_context_variables_start_empty():
    variable = contextvars.ContextVar("variable", default="default")
    variable.set("main")
    seen = in_thread(variable.get)
    # CPython 3.14 can be built to hand the starter's context over; ordinarily it does not.
    assert seen == ("main" if getattr(sys.flags, "thread_inherit_context", 0) else "default"), seen
    assert contextvars.copy_context().run(variable.get) == "main"

    def change():
        variable.set("other")
        time.sleep(0.002)
        return variable.get()

    assert in_thread(change) == "other" and variable.get() == "main"


def test_each_thread_handles_its_own_exception():
    barrier, same = threading.Barrier(4), []

    def handle(number):
        try:
            raise ValueError(number)
        except ValueError as error:
            barrier.wait(2)
            time.sleep(0.002)
            same.append(sys.exception() is error)
        same.append(sys.exception() is None)

    threads = [threading.Thread(target=handle, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert same.count(True) == 8, same


def test_excepthook_hears_of_a_threads_exception():
    """Also of `sys.exit`, about which only the ordinary hook is silent."""
    heard = []
    before, threading.excepthook = threading.excepthook, lambda args: heard.append((args.exc_type.__name__, args.thread.name))
    try:
        for target in (lambda: 1 / 0, sys.exit, int):
            thread = threading.Thread(target=target, name="hooked")
            thread.start()
            thread.join()
    finally:
        threading.excepthook = before
    assert heard == [("ZeroDivisionError", "hooked"), ("SystemExit", "hooked")], heard


def test_a_thread_may_start_threads():
    def outer():
        return in_thread(lambda: in_thread(threading.active_count))

    assert in_thread(outer) == 4


def test_raw_threads():
    lock, seen = _thread.allocate_lock(), []
    lock.acquire()

    def raw(*args, **kwargs):
        seen.append((args, kwargs))
        lock.release()

    ident = _thread.start_new_thread(raw, (1, 2), {"three": 3})
    assert isinstance(ident, int)
    assert lock.acquire(timeout=2)
    assert seen == [((1, 2), {"three": 3})], seen


def test_generators_go_on_in_another_thread():
    def numbers():
        for number in range(4):
            time.sleep(0.001)
            yield number, threading.current_thread().name

    generator = numbers()
    seen = [next(generator), in_thread(next, generator, name="b"), next(generator), in_thread(next, generator, name="c")]
    main = threading.current_thread().name
    assert seen == [(0, main), (1, "b"), (2, main), (3, "c")], seen


def test_a_generator_runs_in_one_thread_at_a_time():
    def slow():
        time.sleep(0.02)
        yield 1

    generator = slow()
    thread = threading.Thread(target=next, args=(generator,))
    thread.start()
    time.sleep(0.005)
    try:
        next(generator)
        raise AssertionError("it ran twice at once")
    except ValueError as error:
        assert str(error) == "generator already executing"
    thread.join()


def test_recursion_has_its_limit_in_every_thread():
    def depth(number=1):
        try:
            return depth(number + 1)
        except RecursionError:
            return number

    limit = sys.getrecursionlimit()
    here, there = depth(), in_thread(depth)
    assert limit - 120 < here <= limit, here
    assert limit - 120 < there <= limit, there
    assert in_thread(depth) == there


def test_deep_threads_switch():
    deepest = sys.getrecursionlimit() * 3 // 4

    def down(depth):
        if depth:
            return down(depth - 1) + 1
        time.sleep(0.001)
        return 0

    ended = []
    threads = [threading.Thread(target=lambda: ended.append(down(deepest))) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ended == [deepest] * 5, ended


def test_a_threads_time_is_its_own():
    def work():
        began = time.thread_time()
        until = time.perf_counter() + 0.02
        while time.perf_counter() < until:
            pass
        worked = time.thread_time() - began
        time.sleep(0.1)
        return worked, time.thread_time() - began

    worked, after_sleep = in_thread(work)
    assert worked > 0.005 and after_sleep - worked < 0.08, (worked, after_sleep)


def test_callbacks_from_c_may_switch():
    """A sort's key, a dict's `__eq__` and a `__del__` that sleep, while others run."""

    class Slow:
        def __init__(self, number):
            self.number = number

        def __lt__(self, other):
            time.sleep(0.0005)
            return self.number < other.number

        def __del__(self):
            time.sleep(0.0005)

    def work():
        return [slow.number for slow in sorted(Slow(number) for number in (3, 1, 2))]

    results = []
    threads = [threading.Thread(target=lambda: results.append(work())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [[1, 2, 3]] * 4, results
