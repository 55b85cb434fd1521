"""At the end of a program its globals are finalized in the order in which they were made, whatever refers to what; other modules and built-in names are still there."""

import sys


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("finalized:", self.name, sys is not None, print is not None)


def use():
    return first, second


_private = Thing("with an underscore")
first = Thing("first")
second = Thing("second")
first.other = second
second.other = first
ring = Thing("in a cycle")
ring.itself = ring
last = Thing("last")
print("end of the program")
