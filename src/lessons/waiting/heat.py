"""Heat spreads along a rod. Three threads compute it, in steps."""

import threading

STEPS, WORKERS, SIZE = 30, 3, 12
rod = [81.0] + [0.0] * (SIZE + 1)  # hot at one end, which stays so
coming = list(rod)


def take_over():
    """Makes the new temperatures the present ones."""
    global rod, coming
    rod, coming = coming, rod


step_is_over = threading.Barrier(WORKERS, action=take_over)


def spread(cells):
    for _ in range(STEPS):
        for cell in cells:
            coming[cell] = (rod[cell - 1] + rod[cell] + rod[cell + 1]) / 3
        step_is_over.wait()


workers = [
    threading.Thread(target=spread, args=(range(first, first + 4),))
    for first in range(1, SIZE, 4)
]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print(*(f"{cell:.0f}" for cell in rod))
