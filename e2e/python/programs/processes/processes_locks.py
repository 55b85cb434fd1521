"""A number that four processes count up: with its lock, and what the kinds of locks say."""

import multiprocessing


def count(number, lock, times):
    for _ in range(times):
        with lock:
            number.value += 1


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    number, lock = context.Value("i", 0), context.Lock()
    processes = [context.Process(target=count, args=(number, lock, 500)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(number.value)
    print(lock.acquire(), lock.acquire(block=False), lock.acquire(timeout=0.02))
    lock.release()
    try:
        lock.release()
    except ValueError as error:
        print("ValueError:", error)
    again = context.RLock()
    with again, again:
        print(again)
    try:
        again.release()
    except AssertionError as error:
        print("AssertionError:", error)
    seats = context.Semaphore(2)
    print(seats.acquire(), seats.acquire(), seats.acquire(timeout=0.01), seats.get_value())
    bounded = context.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as error:
        print("ValueError:", error)
    print(lock, seats, bounded)
