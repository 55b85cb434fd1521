"""At the end of a program its globals go in the order in which they were made, whatever refers to what."""

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
box = [Thing("in a list"), Thing("after it in the list")]
third = {"key": Thing("in a dictionary")}
first.other = third
ring = Thing("in a cycle")
ring.itself = ring
Thing.kept = Thing("of the class")
print("end of the program")
