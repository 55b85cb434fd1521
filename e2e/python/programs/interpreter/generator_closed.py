"""A generator left half-way is closed with its last reference, whichever thread drops it."""

import threading


def resource(name):
    print("open", name)
    try:
        yield name
    finally:
        print("close", name, "in", threading.current_thread().name)


def work():
    generator = resource("b")
    next(generator)


generator = resource("a")
next(generator)
thread = threading.Thread(target=work, name="worker")
thread.start()
thread.join()
box = [generator]
del generator
thread = threading.Thread(target=box.clear, name="cleaner")
thread.start()
thread.join()
print("end")
