"""What a program keeps until its end is finalized then: after `atexit`, generators, managers and objects in cycles too."""

import atexit
import contextlib
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("finalized:", self.name)


@contextlib.contextmanager
def managed():
    print("entered")
    try:
        yield
    finally:
        print("left")


def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("generator closed")


ring = Thing("in a cycle")
ring.itself = ring
weakref.finalize(ring, print, "weakref.finalize")
del ring
atexit.register(print, "atexit, registered first")
atexit.register(print, "atexit, registered last")
generator = numbers()
print(next(generator))
manager = managed()
manager.__enter__()
print("end of the program")
