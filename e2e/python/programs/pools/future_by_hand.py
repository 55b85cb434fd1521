"""A Future used by hand between two threads, as executors do."""

import threading
from concurrent.futures import Future, InvalidStateError

promise = Future()
thread = threading.Thread(target=lambda: promise.set_result("kept"))
print(promise.set_running_or_notify_cancel(), promise.running())
thread.start()
print(promise.result(timeout=5))
thread.join()
try:
    promise.set_result("again")
except InvalidStateError as error:
    print("InvalidStateError")
broken = Future()
broken.set_exception(KeyError("gone"))
print(repr(broken.exception()))


def failing(future):
    raise ValueError("in the callback")


never = Future()
print(never.cancel(), never.set_running_or_notify_cancel(), never.cancelled())
