"""Both see that it is locked, and both release it."""
import threading

gate = threading.Lock()
gate.acquire()


def open_gate():
    if gate.locked():
        gate.release()


first = threading.Thread(target=open_gate, name="first")
second = threading.Thread(target=open_gate, name="second")
first.start()
second.start()
first.join()
second.join()
print("open")
