"""What a program keeps to its end goes in the order of CPython: what has a name first, then what lies in a container."""


class Noted:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


def paused():
    kept = Noted("kept by a generator")
    try:
        yield kept
    finally:
        print("closed")


def closure():
    held = Noted("held by a closure")

    def itself():
        return held, itself

    return itself


last = Noted("last letter")
first = Noted("first letter")
several = [Noted("in a list, 1"), Noted("in a list, 2")]
table = {"a": Noted("in a dict, a"), "b": Noted("in a dict, b")}
pair = (Noted("in a tuple, 1"), Noted("in a tuple, 2"))
generator = paused()
next(generator)
around = closure()
_private = Noted("with an underscore")
print("end")
