"""A manager for classes of one's own: the objects live in its process, and what they raise arrives."""

import multiprocessing
from multiprocessing.managers import BaseManager, RemoteError


class Stop(Exception):
    pass


class Counter:
    def __init__(self):
        self.number = 0

    def add(self, by=1):
        self.number += by
        return self.number

    def stop(self):
        raise Stop("enough")

    def function(self):
        return lambda: 1


class Counters(BaseManager):
    pass


Counters.register("Counter", Counter)


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    with Counters(ctx=context) as manager:
        counter = manager.Counter()
        print(counter.add(11), type(counter).__name__)
        with context.Pool(2) as pool:
            print(sorted(pool.map(counter.add, [1, 1, 1])))
        for function, *args in ((counter.stop,), (counter.function,), (manager.Counter, -1, 2), (counter._callmethod, "nothing"), (counter.add, "x")):
            try:
                function(*args)
            except Exception as error:
                print(type(error).__name__, "" if isinstance(error, RemoteError) else error)
