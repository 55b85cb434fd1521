"""What threading.local calls itself, and what it says."""
import copy
import pickle
import re
import threading


def attempt(words, call):
    try:
        print(words, call())
    except Exception as error:
        print(words, type(error).__name__, error)


own = threading.local()
print(re.sub("0x[0-9a-f]+", "0x", repr(own)), type(own), type(own).__module__, type(own).__name__)
attempt("get:", lambda: own.x)
attempt("delete:", lambda: delattr(own, "x"))
attempt("dict:", lambda: setattr(own, "__dict__", {}))
attempt("pickle:", lambda: pickle.dumps(own))
attempt("copy:", lambda: copy.copy(own))
attempt("arguments:", lambda: threading.local(1))
own.x = 1
print(vars(own), [name for name in dir(own) if not name.startswith("__")], isinstance(own, threading.local))


class Counted(threading.local):
    made = 0

    def __init__(self, start):
        self.count = start
        Counted.made += 1

    @property
    def double(self):
        return self.count * 2


counted = Counted(21)
thread = threading.Thread(target=lambda: print(counted.double, vars(counted), Counted.made))
thread.start()
thread.join()
attempt("own get:", lambda: counted.missing)
attempt("own property:", lambda: setattr(counted, "double", 1))
attempt("own pickle:", lambda: pickle.dumps(counted))
