"""A signal without a handler ends the whole program, whichever thread sends it and whatever the others do."""

import os
import signal
import threading
import time


def send():
    time.sleep(0.05)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(5)
    print("never")


print("before", flush=True)
signal.raise_signal(signal.SIGCHLD)
signal.raise_signal(signal.SIGWINCH)
print("ignored ones", flush=True)
threading.Thread(target=send).start()
try:
    time.sleep(5)
finally:
    print("never")
