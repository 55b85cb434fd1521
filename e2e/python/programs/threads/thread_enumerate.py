"""Who is alive: enumerate(), active_count() and daemon threads among them."""

import threading

gate = threading.Event()
threads = [threading.Thread(target=gate.wait, name=f"t{n}", daemon=n % 2 == 0) for n in range(4)]
print(threading.active_count())
for thread in threads:
    thread.start()
print(threading.active_count(), sorted(thread.name for thread in threading.enumerate()))
print([thread.daemon for thread in threads])
try:
    threads[0].daemon = False
except RuntimeError as error:
    print("RuntimeError:", error)
gate.set()
for thread in threads:
    thread.join()
print(threading.active_count(), [thread.is_alive() for thread in threads])
