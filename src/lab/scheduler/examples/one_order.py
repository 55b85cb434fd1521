"""Two threads take two locks in the same order: no
schedule deadlocks.

The thread that has the first lock is never kept from the
second by one that waits for the first.
"""

import threading

fork = threading.Lock()
knife = threading.Lock()


def eat(how):
    with fork:
        with knife:
            print(how)


threads = [threading.Thread(target=eat, args=(how,)) for how in ("politely", "greedily")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
