"""One after the other looks, and starts it if need be."""
import threading

lock = threading.Lock()


def ensure_started():
    with lock:
        if worker.ident is None:
            worker.start()


worker = threading.Thread(target=print, args=("working",))
first = threading.Thread(target=ensure_started, name="first")
second = threading.Thread(target=ensure_started, name="second")
first.start()
second.start()
first.join()
second.join()
