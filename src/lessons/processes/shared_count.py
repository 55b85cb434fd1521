"""Two processes add 1 to a number in shared memory, 10,000 times each, in two ways."""

import multiprocessing

TIMES = 10_000


def plainly(count, start):
    start.wait()
    for _ in range(TIMES):
        count.value += 1  # takes the lock twice: to read, and to write


def under_the_lock(count, start):
    start.wait()
    for _ in range(TIMES):
        with count.get_lock():
            count.value += 1


def counted(work):
    count = multiprocessing.Value("q", 0)
    start = multiprocessing.Barrier(2)
    children = [multiprocessing.Process(target=work, args=(count, start)) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return count.value


def main():
    print(f"plainly: {counted(plainly):,} of {2 * TIMES:,}")
    print(f"under the lock: {counted(under_the_lock):,} of {2 * TIMES:,}")


if __name__ == "__main__":
    main()
