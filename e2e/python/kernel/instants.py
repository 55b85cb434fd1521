"""A signal comes at the last instant at which CPython looks for one before a thread is parked. src/python/tests/test_instants.py tries all of them, natively."""

import signal
import threading
import time

from timeslice.kernel import kernel
from timeslice.threads import signals

WAIT_S = 10
push = kernel.heappush


def push_and_come(heap, timer):
    """Notes when the wait ends, as ever; then the signal comes."""
    push(heap, timer)
    kernel.heappush = push
    signals.come(signal.SIGUSR1)


class Heard(Exception):
    """Ends the wait, which would go on after its signal."""


def hear(*_):
    raise Heard


locked = threading.Lock()
locked.acquire()
sleeper = threading.Thread(target=time.sleep, args=(1000,), daemon=True)
sleeper.start()
signal.signal(signal.SIGUSR1, hear)
for wait in (time.sleep, lambda seconds: locked.acquire(timeout=seconds), sleeper.join):
    began_at = time.monotonic()
    kernel.heappush = push_and_come
    try:
        wait(WAIT_S)
    except Heard:
        print(time.monotonic() - began_at < WAIT_S / 2)
