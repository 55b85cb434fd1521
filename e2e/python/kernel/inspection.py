"""What a thread may ask about others: stacks, exceptions, trace functions; and what C asks of the thread that runs."""

import os
import sys
import threading
import time
import traceback


def in_threads(*works):
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_no_frame_of_the_kernels_is_seen():
    found = []

    def look():
        found.append([frame.name for frame in traceback.extract_stack()])

    look()
    in_threads(look)
    assert found[0][:2] == ["<module>", "check_all"], found
    assert found[1] == ["_bootstrap", "_bootstrap_inner", "run", "look"], found
    assert sys._getframe().f_back.f_code.co_name == "check_all"
    try:
        threading.Lock().release()
    except RuntimeError as error:
        assert [frame.name for frame in traceback.extract_tb(error.__traceback__)] == ["test_no_frame_of_the_kernels_is_seen"]


def test_stacks_can_be_walked_while_threads_go_on():
    stop = []

    def deep(depth):
        return deep(depth - 1) if depth else time.sleep(0.001) or 0

    def work():
        while not stop:
            sorted([3, 2, 1], key=lambda _: deep(3))

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    deepest = 0
    kept = []
    for _ in range(60):
        frames = sys._current_frames()
        kept.append(frames)
        time.sleep(0.001)
        for thread in threads:
            names = [frame.f_code.co_name for frame, _ in traceback.walk_stack(frames[thread.ident])]
            deepest = max(deepest, names.count("deep"))
    stop.append(True)
    for thread in threads:
        thread.join()
    assert deepest == 4, deepest


def test_exceptions_of_all_threads():
    go_on = threading.Event()

    def handle():
        try:
            raise KeyError("here")
        except KeyError:
            go_on.wait()

    thread = threading.Thread(target=handle)
    thread.start()
    time.sleep(0.02)
    try:
        raise ValueError("there")
    except ValueError:
        found = sys._current_exceptions()
    go_on.set()
    thread.join()
    values = [found[ident] if sys.version_info >= (3, 12) else found[ident][1] for ident in (thread.ident, threading.get_ident())]
    assert [repr(value) for value in values] == ["KeyError('here')", "ValueError('there')"], values


def test_a_trace_function_that_raises():
    def refuse(frame, event, arg):
        raise ValueError("not traced")

    lock = threading.Lock()
    sys.settrace(refuse)
    try:
        with lock:
            time.sleep(0.001)
            len([]), (lambda: None)()
    except ValueError as error:
        assert str(error) == "not traced"
    else:
        raise AssertionError("it was not called")
    assert sys.gettrace() is None
    assert not lock.locked()


def test_all_threads_are_traced_and_profiled():
    if not hasattr(threading, "settrace_all_threads"):
        return
    stop = []
    seen = set()

    def leaf():
        return 1

    def work():
        while not stop:
            leaf()
            time.sleep(0.002)

    thread = threading.Thread(target=work)
    thread.start()
    for set_all in (threading.settrace_all_threads, threading.setprofile_all_threads):
        seen.clear()
        set_all(lambda frame, event, arg: seen.add(threading.get_ident()) if frame.f_code is leaf.__code__ else None)
        until = time.monotonic() + 5
        while thread.ident not in seen and time.monotonic() < until:
            leaf()
            time.sleep(0.002)
        set_all(None)
        assert seen == {thread.ident, threading.get_ident()}, seen
    stop.append(True)
    thread.join()


def test_monitoring_sees_the_program_in_every_thread():
    if not hasattr(sys, "monitoring"):
        return
    monitoring = sys.monitoring
    seen = set()

    def leaf():
        time.sleep(0.001)

    def started(code, offset):
        if code is leaf.__code__:
            seen.add(threading.get_ident())
        assert "timeslice/" not in code.co_filename, code

    monitoring.use_tool_id(0, "test")
    monitoring.register_callback(0, monitoring.events.PY_START, started)
    monitoring.set_events(0, monitoring.events.PY_START)
    in_threads(leaf, leaf)
    monitoring.set_events(0, 0)
    monitoring.free_tool_id(0)
    assert len(seen) == 2


def test_two_threads_may_repr_the_same_list():
    class Slow:
        def __repr__(self):
            time.sleep(0.01)
            return "slow"

    things = [Slow()]
    texts = []
    in_threads(*[lambda: texts.append(repr(things))] * 3)
    assert texts == ["[slow]"] * 3, texts


def test_sqlite_knows_the_thread():
    import sqlite3

    class Own(sqlite3.Connection):
        pass

    refused = []

    def use(call):
        try:
            call()
        except sqlite3.ProgrammingError as error:
            refused.append(str(error).partition(".")[0])

    for factory in (sqlite3.Connection, Own):
        connection = sqlite3.connect(":memory:", factory=factory)
        cursor = connection.execute("select 1 union select 2")
        assert type(cursor) is sqlite3.Cursor and isinstance(connection, sqlite3.Connection)
        calls = (connection.commit, connection.cursor, lambda: connection.execute("select 1"), cursor.fetchone, lambda: list(cursor), connection.close)
        in_threads(*[lambda call=call: use(call) for call in calls])
        assert refused == ["SQLite objects created in a thread can only be used in that same thread"] * len(calls), refused
        refused.clear()
        assert cursor.fetchall() == [(1,), (2,)]
        connection.close()
    free = sqlite3.connect(":memory:", check_same_thread=False)
    in_threads(lambda: use(lambda: free.execute("create table a (b)")))
    assert refused == [] and free.execute("select count(*) from a").fetchone() == (0,)
    free.close()


