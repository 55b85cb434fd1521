"""A queue between processes: what is put, in order, and what happens when nothing comes."""

import multiprocessing
import queue


def squares(tasks, results):
    for number in iter(tasks.get, None):
        results.put((number, number * number))
    results.put("done")


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    tasks, results = context.Queue(), context.Queue()
    process = context.Process(target=squares, args=(tasks, results))
    process.start()
    for number in range(5):
        tasks.put(number)
    tasks.put(None)
    print([results.get() for _ in range(6)])
    process.join()
    print(process.exitcode, tasks.empty(), results.empty())
    try:
        results.get(timeout=0.05)
    except queue.Empty:
        print("Empty after a while")
    try:
        results.get_nowait()
    except queue.Empty:
        print("Empty at once")
    small = context.Queue(maxsize=1)
    small.put("first")
    try:
        small.put("second", timeout=0.05)
    except queue.Full:
        print("Full", small.full())
    print(small.get(), small.qsize())
    results.close()
    try:
        results.put(1)
    except ValueError as error:
        print("ValueError:", str(error).startswith("Queue <multiprocessing.queues.Queue object"), str(error).endswith("is closed"))
