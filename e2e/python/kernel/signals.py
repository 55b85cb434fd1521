"""Signals: raised by any thread or by a timer, handled by the main thread between its steps, whatever it waits for."""

import _thread
import os
import queue
import signal
import threading
import time

names = []


def note(number, frame):
    names.append((signal.Signals(number).name, threading.current_thread() is threading.main_thread()))


class GivenUp(Exception):
    pass


def give_up(number, frame):
    raise GivenUp


def with_handler(number, handler, do):
    """Does something under a handler, and puts back the one before."""
    before = signal.signal(number, handler)
    names.clear()
    try:
        return do()
    finally:
        signal.signal(number, before)


def in_thread(do):
    thread = threading.Thread(target=do)
    thread.start()
    return thread


def raises(kind, do):
    try:
        do()
    except kind as error:
        return str(error)
    raise AssertionError(f"no {kind.__name__}")


def waits():
    lock = threading.Lock()
    lock.acquire()
    condition = threading.Condition()
    yield lambda: time.sleep(0.06)
    yield lambda: lock.acquire(timeout=0.06)
    yield lambda: threading.Event().wait(0.06)
    yield lambda: raises(queue.Empty, lambda: queue.Queue().get(timeout=0.06))
    yield lambda: in_thread(lambda: time.sleep(0.06)).join()
    with condition:
        yield lambda: condition.wait(0.06)


def test_a_wait_goes_on_after_a_handler():
    for wait in waits():

        def timed():
            began = time.monotonic()
            signal.setitimer(signal.ITIMER_REAL, 0.02)
            wait()
            return time.monotonic() - began

        passed = with_handler(signal.SIGALRM, note, timed)
        assert names == [("SIGALRM", True)], names
        assert passed >= 0.055, passed


def test_a_wait_ends_with_what_a_handler_raises():
    for wait in waits():
        signal.setitimer(signal.ITIMER_REAL, 0.01)
        with_handler(signal.SIGALRM, give_up, lambda: raises(GivenUp, wait))


def test_a_lock_is_free_after_an_interrupted_wait():
    lock = threading.Lock()
    lock.acquire()
    signal.setitimer(signal.ITIMER_REAL, 0.01)
    with_handler(signal.SIGALRM, give_up, lambda: raises(GivenUp, lock.acquire))
    lock.release()
    assert not lock.locked()
    assert lock.acquire(timeout=1)


def test_a_handler_may_wait_itself():
    lock = threading.Lock()
    lock.acquire()

    def handler(number, frame):
        time.sleep(0.02)
        names.append(threading.Event().wait(0.01))

    threading.Timer(0.015, lock.release).start()
    signal.setitimer(signal.ITIMER_REAL, 0.01)
    assert with_handler(signal.SIGALRM, handler, lambda: lock.acquire(timeout=5)) is True
    assert names == [False]


def test_the_sender_does_not_run_the_handler():
    for send in (lambda: os.kill(os.getpid(), signal.SIGUSR1), lambda: signal.raise_signal(signal.SIGUSR1), lambda: _thread.interrupt_main(signal.SIGUSR1)):
        with_handler(signal.SIGUSR1, note, lambda: (in_thread(send).join(), time.sleep(0.02)))
        assert names == [("SIGUSR1", True)], names


def test_the_main_thread_handles_its_own_signal_at_once():
    def send():
        signal.raise_signal(signal.SIGUSR1)
        assert len(names) == 1
        os.kill(os.getpid(), signal.SIGUSR1)
        assert len(names) == 2
        _thread.interrupt_main(signal.SIGUSR1)
        assert len(names) == 3

    with_handler(signal.SIGUSR1, note, send)


def test_keyboard_interrupt_reaches_the_main_thread():
    for wait in (lambda: time.sleep(5), threading.Event().wait, lambda: in_thread(lambda: time.sleep(0.5)).join()):
        sender = threading.Timer(0.02, os.kill, (os.getpid(), signal.SIGINT))
        sender.start()
        raises(KeyboardInterrupt, wait)
        sender.join()


def test_a_wait_is_not_ended_by_what_another_thread_raises_for_itself():
    for send in (_thread.interrupt_main, lambda: signal.raise_signal(signal.SIGINT)):
        began = time.monotonic()
        sender = in_thread(lambda: (time.sleep(0.01), send()))
        raises(KeyboardInterrupt, lambda: (time.sleep(0.06), time.sleep(5)))
        assert 0.055 < time.monotonic() - began < 4
        sender.join()


def test_only_the_main_thread_sets_handlers():
    found = []
    in_thread(lambda: found.append(raises(ValueError, lambda: signal.signal(signal.SIGUSR1, note)))).join()
    in_thread(lambda: found.append(raises(ValueError, lambda: signal.set_wakeup_fd(-1)))).join()
    assert found == ["signal only works in main thread of the main interpreter", "set_wakeup_fd only works in main thread of the main interpreter"], found


def test_handlers_are_told():
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    assert signal.getsignal(signal.SIGPIPE) is signal.SIG_IGN
    assert with_handler(signal.SIGTERM, note, lambda: signal.getsignal(signal.SIGTERM)) is note
    assert "callable" in raises(TypeError, lambda: signal.signal(signal.SIGTERM, "no"))
    assert "out of range" in raises(ValueError, lambda: signal.getsignal(0))
    raises(OSError, lambda: signal.signal(signal.SIGKILL, note))
    raises(signal.ItimerError, lambda: signal.setitimer(signal.ITIMER_REAL, -1))
    raises(signal.ItimerError, lambda: signal.getitimer(99))


def test_pause_ends_with_a_signal():
    threading.Timer(0.02, os.kill, (os.getpid(), signal.SIGUSR1)).start()
    with_handler(signal.SIGUSR1, note, signal.pause)
    assert names == [("SIGUSR1", True)]


def test_a_timer_counts_computing_only():
    def compute():
        time.sleep(0.1)
        assert names == []
        until = time.monotonic() + 5
        while not names and time.monotonic() < until:
            pass

    signal.setitimer(signal.ITIMER_PROF, 0.05)
    with_handler(signal.SIGPROF, note, compute)
    assert names == [("SIGPROF", True)]


def test_numbers_of_signals_are_integers():
    for call in (lambda: _thread.interrupt_main("2"), lambda: signal.raise_signal(2.0), lambda: signal.alarm("1")):
        try:
            call()
        except TypeError as error:
            assert str(error).endswith("object cannot be interpreted as an integer"), error
        else:
            raise AssertionError("taken")
