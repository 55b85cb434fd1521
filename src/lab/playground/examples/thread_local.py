"""One name, another value in each thread: threading.local."""

import threading
import time

here = threading.local()
here.user = "nobody"


def handle(user):
    here.user = user
    time.sleep(0.1)  # the others set theirs meanwhile
    greet()


def greet():
    # No argument was handed down; each thread finds its own.
    print(f"{threading.current_thread().name} serves {here.user}\n", end="")


threads = [
    threading.Thread(target=handle, args=(user,), name=f"thread {number}")
    for number, user in enumerate(("Ada", "Guido", "Grace"), 1)
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"main still has {here.user}")
