"""A list from which somebody takes an entry skips another."""
import threading

handlers = ["a", "b", "c"]
called = []


def call_all():
    for handler in handlers:
        called.append(handler)


def leave():
    handlers.remove("a")


first = threading.Thread(target=call_all)
second = threading.Thread(target=leave)
first.start()
second.start()
first.join()
second.join()
print(*called)
