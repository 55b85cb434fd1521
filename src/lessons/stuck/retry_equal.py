"""Two transfers give way to each other, pause equally long, and try again."""

import threading
import time

ROUNDS = 10
STEP = 0.04  # seconds that one step of the bank takes
PAUSE = 0.1

locks = {"savings": threading.Lock(), "checking": threading.Lock()}
together = threading.Barrier(2)
done = {}


def transfer(source, target):
    together.wait()
    for attempt in range(1, ROUNDS + 1):
        with locks[source]:
            time.sleep(STEP)  # withdraw
            if locks[target].acquire(blocking=False):
                try:
                    time.sleep(STEP)  # pay in
                finally:
                    locks[target].release()
                done[source] = attempt
                return
            time.sleep(STEP)  # taken: undo the withdrawal
        time.sleep(PAUSE)


threads = [
    threading.Thread(target=transfer, args=accounts)
    for accounts in (("savings", "checking"), ("checking", "savings"))
]
start = time.perf_counter()
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
seconds = time.perf_counter() - start
rounds = max(done.values()) if len(done) == 2 else ROUNDS
print(f"After {rounds} rounds {len(done)} of 2 transfers are done, in {seconds:.2f} s")
