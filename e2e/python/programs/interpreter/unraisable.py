"""An exception in __del__ cannot be raised: sys.unraisablehook is told."""

import sys
import threading


class Fragile:
    def __del__(self):
        raise ValueError("while being deleted")


def hook(args):
    print(args.exc_type.__name__, args.exc_value, "in", threading.current_thread().name)


sys.unraisablehook = hook


def work():
    fragile = Fragile()
    del fragile
    print("thread goes on")


thread = threading.Thread(target=work, name="worker")
thread.start()
thread.join()
Fragile()
print("main goes on")
