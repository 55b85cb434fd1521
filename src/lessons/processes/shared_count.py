"""Two processes count to 20,000 each, in memory that they share, in three ways."""

import multiprocessing

TIMES = 20_000


def no_lock(count, start):
    start.wait()
    for _ in range(TIMES):
        count.value += 1


def locked_value(count, start):
    start.wait()
    for _ in range(TIMES):
        count.value += 1  # takes the lock twice: to read, and to write


def lock_around(count, start):
    start.wait()
    for _ in range(TIMES):
        with count.get_lock():
            count.value += 1


def counted(work, lock):
    count = multiprocessing.Value("q", 0, lock=lock)
    start = multiprocessing.Barrier(2)
    children = [multiprocessing.Process(target=work, args=(count, start)) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return count.value


def main():
    print(f"without a lock: {counted(no_lock, False):,} of {2 * TIMES:,}")
    print(f"with the lock of Value: {counted(locked_value, True):,} of {2 * TIMES:,}")
    print(f"with the lock around both: {counted(lock_around, True):,} of {2 * TIMES:,}")


if __name__ == "__main__":
    main()
