"""It lets the lock go before it waits."""
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
