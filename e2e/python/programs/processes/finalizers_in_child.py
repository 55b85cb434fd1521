"""A process that ends runs its own exit functions and finalizers, then its parent's go at its parent's end."""

import atexit
import multiprocessing


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("finalized:", self.name, flush=True)


def work():
    global kept
    kept = Thing("the child's")
    atexit.register(print, "exit function of the child", flush=True)
    print("child ends", flush=True)


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    mine = Thing("the parent's")
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
    print("parent ends", process.exitcode)
