"""Ctrl+C reaches the main thread, which asks its worker to stop."""

import threading
import time


def work(stop):
    rounds = 0
    try:
        while not stop.wait(0.2):
            rounds += 1
    finally:
        print(f"worker: tidy after {rounds} rounds\n", end="")


stop = threading.Event()
worker = threading.Thread(target=work, args=(stop,))
worker.start()
print("at work: press Ctrl+C\n", end="")
try:
    while worker.is_alive():
        time.sleep(1)  # whatever the main thread does
except KeyboardInterrupt:
    print("main: KeyboardInterrupt\n", end="")
finally:
    stop.set()
    worker.join()
print("main: all have stopped")
