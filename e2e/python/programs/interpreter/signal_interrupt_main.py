"""A thread interrupts the main thread, which computes, sleeps or waits; handlers run in the main thread."""

import _thread
import signal
import threading
import time


def later(delay):
    time.sleep(delay)
    _thread.interrupt_main()


def busy(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


t0 = time.monotonic()
try:
    threading.Thread(target=later, args=(0.2,)).start()
    busy(5)
    print("never interrupted")
except KeyboardInterrupt:
    print("busy loop interrupted in time:", time.monotonic() - t0 < 1.5)

try:
    threading.Thread(target=later, args=(0.1,)).start()
    for _ in range(300):
        time.sleep(0.01)
except KeyboardInterrupt:
    print("short sleeps interrupted")

calls = []
signal.signal(signal.SIGINT, lambda num, frame: calls.append((signal.Signals(num).name, threading.current_thread().name)))
t = threading.Thread(target=later, args=(0.05,), name="sender")
t.start()
t.join()
time.sleep(0.05)
print(calls)
signal.signal(signal.SIGINT, signal.SIG_IGN)
_thread.interrupt_main()
time.sleep(0.05)
print("ignored when the signal is ignored")
