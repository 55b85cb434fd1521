"""Ctrl+C ends whatever the main thread waits for, and the program goes on."""

import os
import queue
import select
import threading
import time


def wait_at_full_queue():
    jobs = queue.Queue(maxsize=1)
    jobs.put("first")
    jobs.put("second")


def wait_for_condition():
    changed = threading.Condition()
    with changed:
        changed.wait()


reader, writer = os.pipe()
held = threading.Lock()
held.acquire()
# What this thread may still do keeps the waits from being deadlocks.
threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
WAITS = {
    "sleep": lambda: time.sleep(60),
    "lock": held.acquire,
    "Queue.get": queue.Queue().get,
    "Queue.put": wait_at_full_queue,
    "SimpleQueue.get": queue.SimpleQueue().get,
    "Event": threading.Event().wait,
    "Condition": wait_for_condition,
    "Semaphore": threading.Semaphore(0).acquire,
    "Barrier": threading.Barrier(2).wait,
    "select": lambda: select.select([reader], [], [], 60),
    "read": lambda: os.read(reader, 1),
}
for name, wait in WAITS.items():
    try:
        print(f"{name}: waiting")
        wait()
    except KeyboardInterrupt:
        print(f"{name}: interrupted")
