"""What a manager keeps goes to pools, where queues and locks of multiprocessing itself may not."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from functools import partial


def produce(queue, number):
    queue.put(number * number)


def tally(counts, lock, word):
    with lock:
        counts[word] = counts.get(word, 0) + 1


def wait_for(stop, queue):
    stop.wait()
    queue.put("stopped")


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    with context.Manager() as manager:
        queue, counts, lock, stop = manager.Queue(), manager.dict(), manager.Lock(), manager.Event()
        with context.Pool(3) as pool:
            pool.starmap(produce, [(queue, number) for number in range(5)])
            pool.map(partial(tally, counts, lock), "a b c a b a a c".split())
        print(sorted(queue.get() for _ in range(queue.qsize())), sorted(counts.items()))
        with ProcessPoolExecutor(2, mp_context=context) as pool:
            waiting = [pool.submit(wait_for, stop, queue) for _ in range(2)]
            stop.set()
        print([future.result() for future in waiting], queue.get(), queue.get())
        with manager.Pool(2) as pool:
            print(pool.map(abs, [-1, -2]), pool.apply_async(abs, (-3,)).get(), list(pool.imap(abs, [-4, -5])))
    with context.Pool(1) as pool:
        try:
            pool.apply(produce, (context.Queue(), 1))
        except RuntimeError as error:
            print(error)
