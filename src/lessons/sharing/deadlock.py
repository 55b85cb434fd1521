"""Two threads take two locks in opposite order, and wait forever."""

import threading
import time

locks = {"savings": threading.Lock(), "checking": threading.Lock()}


def transfer(source, target):
    with locks[source]:
        # Text and newline in one write, or two threads mix their lines.
        print(f"from {source}: holds {source}, wants {target}\n", end="")
        time.sleep(0.3)  # meanwhile the other transfer takes its first lock
        with locks[target]:
            print(f"from {source}: done\n", end="")


threads = [
    # Daemon threads, or the program would never end.
    threading.Thread(target=transfer, args=accounts, daemon=True)
    for accounts in (("savings", "checking"), ("checking", "savings"))
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join(timeout=1)

stuck = sum(thread.is_alive() for thread in threads)
print(f"After 2 seconds {stuck} of {len(threads)} threads still wait")
