"""An Event asks a thread to stop. It ends what it is doing first, and wakes at once."""

import threading
import time

stop = threading.Event()


def patrol():
    rounds = 0
    while not stop.is_set():
        rounds += 1
        print(f"round {rounds}")
        stop.wait(0.4)  # like sleep, but ends when the event is set
    print("lights out")


guard = threading.Thread(target=patrol, name="guard")
guard.start()
time.sleep(0.5)
asked = time.perf_counter()
stop.set()
guard.join()
print(f"stopped {(time.perf_counter() - asked) * 1000:.0f} ms after it was asked")
