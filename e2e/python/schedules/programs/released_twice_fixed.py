"""A lock around both."""
import threading

gate = threading.Lock()
guard = threading.Lock()
gate.acquire()


def open_gate():
    with guard:
        if gate.locked():
            gate.release()


first = threading.Thread(target=open_gate, name="first")
second = threading.Thread(target=open_gate, name="second")
first.start()
second.start()
first.join()
second.join()
print("open")
