"""Two threads take the same two locks in opposite orders.

Let each take its first lock: neither can ever go on.
"""

import threading

fork = threading.Lock()
knife = threading.Lock()


def eat_politely():
    with fork:
        with knife:
            print("politely")


def eat_greedily():
    with knife:
        with fork:
            print("greedily")


threads = [threading.Thread(target=eat_politely), threading.Thread(target=eat_greedily)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
