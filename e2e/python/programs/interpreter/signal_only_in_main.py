"""Only the main thread may set handlers, and only it runs them, whichever thread sends the signal."""

import os
import signal
import threading
import time

log = []


def handler(num, frame):
    log.append(f"{signal.Signals(num).name} in {threading.current_thread().name}")


def install():
    try:
        signal.signal(signal.SIGUSR1, handler)
    except ValueError as exc:
        log.append(f"{type(exc).__name__}: {exc}")


t = threading.Thread(target=install)
t.start()
t.join()
print(log.pop())

install()
print("installed:", signal.getsignal(signal.SIGUSR1) is handler)
t = threading.Thread(target=os.kill, args=(os.getpid(), signal.SIGUSR1), name="sender")
t.start()
t.join()
time.sleep(0.1)
print(log.pop())
signal.raise_signal(signal.SIGUSR1)
print(log.pop())
print("default for SIGTERM:", signal.getsignal(signal.SIGTERM) is signal.SIG_DFL)
