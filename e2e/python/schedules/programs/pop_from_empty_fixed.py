"""Taking tells whether there was something."""
import threading

jobs = ["wash"]
done = []


def work():
    try:
        while True:
            done.append(jobs.pop())
    except IndexError:
        pass


first = threading.Thread(target=work, name="first")
second = threading.Thread(target=work, name="second")
first.start()
second.start()
first.join()
second.join()
print(*done)
