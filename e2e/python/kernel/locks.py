"""What `threading`'s locks, conditions, events, semaphores, barriers and timers promise."""

import threading
import time


def in_threads(*functions):
    """Runs each in a thread of its own, and waits for all."""
    threads = [threading.Thread(target=function) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(5)
        assert not thread.is_alive(), "a thread did not end"


def raises(kind, function, *args):
    try:
        function(*args)
    except kind as error:
        return str(error)
    raise AssertionError(f"{kind.__name__} was not raised")


def test_lock_is_held_once():
    lock = threading.Lock()
    assert lock.acquire() and lock.locked()
    assert not lock.acquire(blocking=False)
    assert not lock.acquire(timeout=0.01)
    lock.release()
    assert not lock.locked()
    assert raises(RuntimeError, lock.release) == "release unlocked lock"
    raises(ValueError, lock.acquire, False, 1)
    raises(ValueError, lock.acquire, True, -2)
    raises(OverflowError, lock.acquire, True, 1e100)


def test_lock_may_be_released_by_another_thread():
    lock = threading.Lock()
    lock.acquire()
    in_threads(lock.release)
    assert not lock.locked()


def test_lock_gives_each_waiter_its_turn():
    lock, order = threading.Lock(), []

    def take(number):
        with lock:
            order.append(number)

    lock.acquire()
    threads = [threading.Thread(target=take, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    time.sleep(0.01)
    lock.release()
    for thread in threads:
        thread.join()
    assert sorted(order) == list(range(20)), order


def test_nobody_starves_for_a_lock():
    lock, stop, taken = threading.Lock(), threading.Event(), [0, 0, 0]

    def hog(number):
        while not stop.is_set():
            with lock:
                taken[number] += 1
                time.sleep(0.0005)

    threading.Timer(0.15, stop.set).start()
    in_threads(*(lambda number=number: hog(number) for number in range(3)))
    assert min(taken) > 0, taken


def test_a_timed_out_waiter_leaves_the_queue():
    lock, got = threading.Lock(), []
    lock.acquire()

    def impatient():
        got.append(lock.acquire(timeout=0.01))

    def patient():
        got.append(lock.acquire(timeout=2))
        lock.release()

    threads = [threading.Thread(target=impatient), threading.Thread(target=patient)]
    for thread in threads:
        thread.start()
    threads[0].join()
    lock.release()
    threads[1].join()
    assert got == [False, True], got


def test_rlock_counts():
    lock, other = threading.RLock(), []
    lock.acquire()
    lock.acquire()
    in_threads(lambda: other.append(lock.acquire(timeout=0.01)))
    lock.release()
    in_threads(lambda: other.append(lock.acquire(blocking=False)))
    lock.release()
    in_threads(lambda: other.append(lock.acquire(blocking=False)) or lock.release())
    assert other == [False, False, True], other
    assert raises(RuntimeError, lock.release) == "cannot release un-acquired lock"


def test_condition_wakes_as_many_as_asked():
    condition, woken = threading.Condition(), []

    def wait(number):
        with condition:
            if condition.wait(2):
                woken.append(number)

    threads = [threading.Thread(target=wait, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    time.sleep(0.01)
    with condition:
        condition.notify(2)
    time.sleep(0.02)
    assert len(woken) == 2, woken
    with condition:
        condition.notify_all()
    for thread in threads:
        thread.join()
    assert sorted(woken) == [0, 1, 2, 3], woken
    with condition:
        assert condition.wait(0.005) is False
        assert condition.wait_for(lambda: False, 0.005) is False
    assert raises(RuntimeError, condition.notify) == "cannot notify on un-acquired lock"


def test_condition_gives_back_a_nested_rlock():
    condition, reached = threading.Condition(threading.RLock()), []

    def other():
        with condition:
            reached.append("other")
            condition.notify()

    with condition, condition:
        thread = threading.Thread(target=other)
        thread.start()
        assert condition.wait(2)
        reached.append("main")
    thread.join()
    assert reached == ["other", "main"], reached


def test_event_opens_for_all():
    event, passed = threading.Event(), []
    assert event.wait(0.005) is False
    threading.Timer(0.01, event.set).start()
    in_threads(*(lambda: passed.append(event.wait(2)) for _ in range(3)))
    assert passed == [True] * 3 and event.is_set()
    event.clear()
    assert not event.wait(0)


def test_semaphore_lets_so_many_in():
    semaphore, inside, most = threading.Semaphore(2), 0, 0

    def enter():
        nonlocal inside, most
        with semaphore:
            inside += 1
            most = max(most, inside)
            time.sleep(0.003)
            inside -= 1

    in_threads(*[enter] * 6)
    assert (inside, most) == (0, 2), (inside, most)
    raises(ValueError, threading.BoundedSemaphore(1).release)


def test_barrier_lets_nobody_go_before_the_last():
    turns, barrier = [], threading.Barrier(3, action=lambda: turns.append("all"))

    def come(number):
        time.sleep(number / 500)
        turns.append("come")
        barrier.wait(2)
        turns.append("gone")

    in_threads(*(lambda number=number: come(number) for number in range(3)))
    assert turns == ["come"] * 3 + ["all"] + ["gone"] * 3, turns
    raises(threading.BrokenBarrierError, barrier.wait, 0.005)
    assert barrier.broken


def test_timer_can_be_cancelled():
    rung = []
    first, second = threading.Timer(0.01, rung.append, ["first"]), threading.Timer(0.01, rung.append, ["second"])
    first.start()
    second.start()
    second.cancel()
    first.join()
    second.join()
    assert rung == ["first"], rung


def test_a_lock_is_free_after_an_exception_within_it():
    lock = threading.Lock()

    def fail():
        with lock:
            raise KeyError

    raises(KeyError, fail)
    assert not lock.locked()


def test_sleepers_wake_in_order_of_their_times():
    order = []

    def sleep(number):
        time.sleep(number / 40)
        order.append(number)

    in_threads(*(lambda number=number: sleep(number) for number in (5, 1, 4, 2, 3)))
    assert order == [1, 2, 3, 4, 5], order


def test_sleeps_overlap():
    began = time.perf_counter()
    in_threads(*[lambda: time.sleep(0.05)] * 20)
    took = time.perf_counter() - began
    assert 0.045 < took < 0.8, took


def test_sleep_takes_what_it_should():
    raises(ValueError, time.sleep, -1)
    raises(TypeError, time.sleep, "1")
    began = time.perf_counter()
    time.sleep(0.01)
    assert time.perf_counter() - began > 0.009
