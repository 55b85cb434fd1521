"""Both find that the worker has not been started."""
import threading


def ensure_started():
    if worker.ident is None:
        worker.start()


worker = threading.Thread(target=print, args=("working",))
first = threading.Thread(target=ensure_started, name="first")
second = threading.Thread(target=ensure_started, name="second")
first.start()
second.start()
first.join()
second.join()
