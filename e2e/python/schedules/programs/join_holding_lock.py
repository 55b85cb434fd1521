"""The main thread waits for one that waits for the lock that the main thread holds."""
import threading

lock = threading.Lock()


def work():
    with lock:
        pass


thread = threading.Thread(target=work)
with lock:
    thread.start()
    thread.join()
print("done")
