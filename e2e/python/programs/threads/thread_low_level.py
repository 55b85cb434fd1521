"""The _thread module itself: raw threads, locks, and an exception that nobody catches."""

import _thread
import time

lock = _thread.allocate_lock()
lock.acquire()
seen = []


def work(number, unit="s"):
    seen.append((number, unit, _thread.get_ident() != main))
    lock.release()


main = _thread.get_ident()
ident = _thread.start_new_thread(work, (1,), {"unit": "ms"})
lock.acquire()
print(seen, isinstance(ident, int), isinstance(lock, _thread.LockType))
for wrong in (lambda: _thread.start_new_thread(1, ()), lambda: _thread.start_new_thread(work, [1])):
    try:
        wrong()
    except TypeError as error:
        print("TypeError:", error)
_thread.start_new_thread(_thread.exit, ())


def fail():
    raise ValueError("nobody catches this")


_thread.start_new_thread(fail, ())
time.sleep(0.05)
print("end", _thread.TIMEOUT_MAX > 1e6)
