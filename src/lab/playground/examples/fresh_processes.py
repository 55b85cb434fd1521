"""A process that serves one task, or all of them: who has the memory of whom?"""

import os
from concurrent.futures import ProcessPoolExecutor

seen = []


def note(number):
    seen.append(number)
    return os.getpid(), list(seen)


def run(pool, title):
    answers = list(pool.map(note, range(3)))
    print(f"{title}: {len({pid for pid, _ in answers})} in all, the last task saw {answers[-1][1]}")


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as pool:
        run(pool, "one for all tasks")
    with ProcessPoolExecutor(max_workers=1, max_tasks_per_child=1) as pool:
        run(pool, "one for each task")
