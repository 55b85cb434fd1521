"""Work handed to several processes, and a wait until all of it is done."""

import multiprocessing


def worker(tasks, done):
    while True:
        item = tasks.get()
        if item is None:
            tasks.task_done()
            return
        done.put(item * 10)
        tasks.task_done()


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    tasks, done = context.JoinableQueue(), context.SimpleQueue()
    workers = [context.Process(target=worker, args=(tasks, done), daemon=True) for _ in range(2)]
    for process in workers:
        process.start()
    for item in range(8):
        tasks.put(item)
    tasks.join()
    print(sorted(done.get() for _ in range(8)), done.empty())
    for _ in workers:
        tasks.put(None)
    tasks.join()
    for process in workers:
        process.join()
    print([process.exitcode for process in workers])
    try:
        tasks.task_done()
    except ValueError as error:
        print("ValueError:", error)
