"""What a manager can keep: dictionaries, lists, namespaces, values, queues and everything to wait with, used by several processes."""

import multiprocessing


def work(shared, names, space, results, lock, value, numbers, barrier, condition, event):
    with lock:
        shared["count"] = shared.get("count", 0) + 1
        names.append("worker")
        space.total += 1
        value.value += 1
        numbers[0] += 2
    barrier.wait()
    with condition:
        condition.notify_all()
    results.put("done")
    event.wait()


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    with context.Manager() as manager:
        shared, names, space, results = manager.dict(), manager.list(), manager.Namespace(total=0), manager.Queue()
        value, numbers, event = manager.Value("i", 0), manager.Array("i", [1, 2, 3]), manager.Event()
        given = shared, names, space, results, manager.Lock(), value, numbers, manager.Barrier(3), manager.Condition(), event
        processes = [context.Process(target=work, args=given) for _ in range(3)]
        for process in processes:
            process.start()
        print([results.get() for _ in processes], event.is_set())
        event.set()
        for process in processes:
            process.join()
        print([process.exitcode for process in processes], dict(shared), list(names), space.total, value.value, list(numbers))
        print(shared, names, space, value, numbers)
        print(repr(shared).startswith("<DictProxy object, typeid 'dict' at 0x"), type(shared._getvalue()).__name__)
        jobs, rlock, semaphore = manager.JoinableQueue(), manager.RLock(), manager.BoundedSemaphore(1)
        jobs.put("job")
        print(jobs.get(), jobs.task_done(), jobs.join(), jobs.empty(), rlock.acquire(), rlock.acquire(), rlock.release())
        try:
            semaphore.release()
        except ValueError as error:
            print("ValueError:", error)
