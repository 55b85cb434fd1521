"""What is of the program's own classes comes back from every kind of process: results, messages and exceptions."""

import enum
import multiprocessing
from collections import namedtuple
from concurrent.futures import ProcessPoolExecutor

Pair = namedtuple("Pair", "one two")


class Colour(enum.Enum):
    RED = 1


class Point:
    def __init__(self, x):
        self.x = x


def make(number):
    return Point(number), Pair(number, 2), Colour.RED, make


def fail():
    raise KeyError(Point(7))


def send(queue, pipe):
    queue.put(Point(5))
    pipe.send(Point(6))


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool, context.Pool(1) as other:
        for made in (pool.submit(make, 3).result(), other.apply(make, (4,))):
            print(made[0].x, *made[1:3], made[3] is make, type(made[0]) is Point)
        print(pool.submit(fail).exception().args[0].x)
        queue, (mine, there) = context.Queue(), context.Pipe()
        process = context.Process(target=send, args=(queue, there))
        process.start()
        print(queue.get().x, mine.recv().x)
        process.join()
