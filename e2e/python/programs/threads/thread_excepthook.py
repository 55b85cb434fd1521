"""threading.excepthook sees every exception in a thread, SystemExit excepted."""

import sys
import threading

original = threading.excepthook


def hook(args):
    print("hook:", args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is not None)


def work(error):
    raise error


threading.excepthook = hook
for error in (ValueError("one"), KeyError("two"), SystemExit(3)):
    thread = threading.Thread(target=work, args=(error,), name=type(error).__name__)
    thread.start()
    thread.join()
threading.excepthook = original
print(threading.excepthook is threading.__excepthook__)
sys.stdout.flush()
