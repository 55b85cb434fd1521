"""threading.local: each thread has its own attributes, the main thread too."""

import threading

data = threading.local()
data.value = "main"
seen = {}


def work(name):
    before = hasattr(data, "value")
    data.value = name
    data.extra = [name]
    barrier.wait()
    seen[name] = (before, data.value, sorted(vars(data)))


barrier = threading.Barrier(3)
threads = [threading.Thread(target=work, args=(f"t{n}",)) for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for name in sorted(seen):
    print(name, *seen[name])
print(data.value, vars(data))
del data.value
try:
    data.value
except AttributeError as error:
    print("AttributeError:", "value" in str(error))
