"""Somebody must be on call. Each checks it of both, and changes only one's own entry."""
import threading

on_call = {"Ann": True, "Bob": True}


def leave(name):
    if sum(on_call.values()) > 1:
        on_call[name] = False


first = threading.Thread(target=leave, args=("Ann",))
second = threading.Thread(target=leave, args=("Bob",))
first.start()
second.start()
first.join()
second.join()
print(sum(on_call.values()))
