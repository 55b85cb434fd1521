"""A pool that is closed and joined: an initializer, a limit of tasks for each process, how many processes it took."""

import multiprocessing
import os

greeting = None


def prepare(word):
    global greeting
    greeting = word


def greet(name):
    return f"{greeting}, {name}", os.getpid()


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    pool = context.Pool(1, initializer=prepare, initargs=("Hello",), maxtasksperchild=2)
    answers = [pool.apply(greet, (name,)) for name in ("Ada", "Ben", "Cy")]
    pool.close()
    pool.join()
    print([answer for answer, _ in answers], len({pid for _, pid in answers}))
