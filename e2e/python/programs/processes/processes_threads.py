"""Threads in a child, and threads that wait for children while another computes."""

import multiprocessing
import threading
import time


def child(results):
    threads = [threading.Thread(target=results.put, args=(f"thread {number}",)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def wait_for(process, ended):
    process.join()
    ended.append(process.exitcode)


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    results, ended = context.Queue(), []
    processes = [context.Process(target=child, args=(results,)) for _ in range(2)]
    for process in processes:
        process.start()
    waiters = [threading.Thread(target=wait_for, args=(process, ended)) for process in processes]
    for waiter in waiters:
        waiter.start()
    steps = 0
    give_up = time.monotonic() + 60
    while len(ended) < 2 and time.monotonic() < give_up:
        steps += 1
    print(ended, steps > 1000)
    print(sorted(results.get() for _ in range(6)))
