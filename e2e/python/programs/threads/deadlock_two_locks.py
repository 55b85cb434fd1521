"""Two threads, two locks, opposite order: nobody ever goes on."""

import threading

a, b = threading.Lock(), threading.Lock()
both = threading.Barrier(2)


def work(first, second, name):
    with first:
        both.wait()
        print(f"{name} has its first lock\n", end="", flush=True)
        with second:
            print("never")


threads = [threading.Thread(target=work, args=args) for args in ((a, b, "one"), (b, a, "two"))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
