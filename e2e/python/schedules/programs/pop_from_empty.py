"""There was something in the list when it was looked at."""
import threading

jobs = ["wash"]
done = []


def work():
    while jobs:
        done.append(jobs.pop())


first = threading.Thread(target=work, name="first")
second = threading.Thread(target=work, name="second")
first.start()
second.start()
first.join()
second.join()
print(*done)
