"""SIGTERM ends a process without a handler for it at once: no `finally`, no function of `atexit`, no thread is waited for."""

import signal
import subprocess
import sys

PROGRAM = """
import atexit, os, signal, threading, time
atexit.register(print, "atexit", flush=True)
threading.Thread(target=lambda: (time.sleep(0.2), print("thread", flush=True))).start()
try:
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(5)
finally:
    print("finally", flush=True)
"""

ended = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True)
found = ended.returncode, ended.stdout
print("holds" if found == (-signal.SIGTERM, "") else found)
