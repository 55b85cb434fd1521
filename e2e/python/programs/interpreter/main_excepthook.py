"""sys.excepthook is asked for the main thread's exception only."""

import sys
import threading


def hook(kind, value, traceback):
    print("sys.excepthook:", kind.__name__, value)


def thread_hook(args):
    print("threading.excepthook:", args.exc_type.__name__, args.exc_value)


def fail(where):
    raise ValueError(where)


sys.excepthook = hook
threading.excepthook = thread_hook
thread = threading.Thread(target=fail, args=("in the thread",))
thread.start()
thread.join()
fail("in main")
