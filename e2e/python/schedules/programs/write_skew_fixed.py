"""The lock covers what is checked, not only what is changed."""
import threading

on_call = {"Ann": True, "Bob": True}
lock = threading.Lock()


def leave(name):
    with lock:
        if sum(on_call.values()) > 1:
            on_call[name] = False


first = threading.Thread(target=leave, args=("Ann",))
second = threading.Thread(target=leave, args=("Bob",))
first.start()
second.start()
first.join()
second.join()
print(sum(on_call.values()))
