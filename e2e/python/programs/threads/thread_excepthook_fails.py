"""A hook that fails itself: both exceptions are shown, and the program goes on."""

import threading


def hook(args):
    raise RuntimeError("the hook is broken")


def work():
    raise ValueError("the reason")


threading.excepthook = hook
thread = threading.Thread(target=work)
thread.start()
thread.join()
print("main goes on")
